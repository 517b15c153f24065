/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measured-reply.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "hy-command.h"
#include "hy-input.h"
#include "hy-json-guard.h"

/* A reply lists classes, not instances. */
#define MAX_BYTES (16 * 1024 * 1024)

#define MAX_DEPTH 16

static gpointer
refuse (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_CANNOT,
               _ ("--measured: %s is no reply; give what “heapyard-cli measure --json” printed"), name);
  return NULL;
}

static JsonNode *
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length == 0 || length > MAX_BYTES || !hy_json_guard (text, length, MAX_DEPTH) ||
      !json_parser_load_from_data (parser, text, length, NULL))
    return NULL;
  return json_parser_steal_root (parser);
}

void
hy_measured_reply_free (HyMeasuredReply *self)
{
  for (gsize i = 0; i < self->n_points; i++)
    g_free ((gpointer) self->points[i].points);
  g_free (self->points);
  g_free (self);
}

/* A number that is one, 0 … 2^53. */
static gboolean
read_number (JsonNode *node, double *number)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) == G_TYPE_STRING)
    return FALSE;
  *number = json_node_get_double (node);
  return *number >= 0 && *number <= 9007199254740992.0;
}

static const char *
get_string (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static void
add_point (GArray *points, JsonNode *count_node, JsonNode *bytes_node)
{
  double count, bytes;

  if (read_number (count_node, &count) && read_number (bytes_node, &bytes))
    {
      HyChartPoint point = { count, bytes, bytes, bytes };
      g_array_append_val (points, point);
    }
}

/* Pair @index of @pairs; NULL where there is none. */
static JsonArray *
pair_at (JsonArray *pairs, guint index)
{
  JsonNode *node = index < json_array_get_length (pairs) ? json_array_get_element (pairs, index) : NULL;
  JsonArray *pair = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return pair != NULL && json_array_get_length (pair) == 2 ? pair : NULL;
}

static void
set_spread (HyChartPoint *point, JsonArray *spread)
{
  double least, most;

  if (read_number (json_array_get_element (spread, 0), &least) &&
      read_number (json_array_get_element (spread, 1), &most) && least <= point->median && point->median <= most)
    {
      point->min = least;
      point->max = most;
    }
}

/* The pairs [count, bytes] of several counts, with [least, most] of each where they are given. */
static void
add_pairs (GArray *points, JsonArray *pairs, JsonArray *spreads)
{
  for (guint i = 0; i < json_array_get_length (pairs); i++)
    {
      JsonArray *pair = pair_at (pairs, i);
      JsonArray *spread = spreads != NULL ? pair_at (spreads, i) : NULL;
      guint before = points->len;

      if (pair != NULL)
        add_point (points, json_array_get_element (pair, 0), json_array_get_element (pair, 1));
      if (points->len > before && spread != NULL)
        set_spread (&g_array_index (points, HyChartPoint, before), spread);
    }
}

static JsonArray *
get_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* Adds what @element holds of the class @name itself, not of a plan to store it otherwise. */
static void
add_class (GArray *points, JsonNode *element, const char *name)
{
  JsonObject *class = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
  JsonNode *node;
  JsonObject *measured;

  if (class == NULL || g_strcmp0 (get_string (class, "name"), name) != 0 || get_string (class, "plan") != NULL)
    return;
  node = json_object_get_member (class, "measured");
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  measured = json_node_get_object (node);
  if (get_array (measured, "points") != NULL)
    add_pairs (points, get_array (measured, "points"), get_array (measured, "points_spread"));
  else
    add_point (points, json_object_get_member (class, "count"), json_object_get_member (measured, "current"));
}

static HyMeasuredReply *
reply_new (JsonArray *classes, HyReport *report)
{
  HyMeasuredReply *self = g_new0 (HyMeasuredReply, 1);

  self->n_points = report->n_classes;
  self->points = g_new0 (HyMeasuredPoints, MAX (self->n_points, 1));
  for (gsize i = 0; i < self->n_points; i++)
    {
      GArray *points = g_array_new (FALSE, FALSE, sizeof (HyChartPoint));

      for (guint j = 0; j < json_array_get_length (classes); j++)
        add_class (points, json_array_get_element (classes, j), report->classes[i].def->qualname);
      self->points[i].n_points = points->len;
      self->points[i].points = (const HyChartPoint *) (gpointer) g_array_free (points, FALSE);
    }
  return self;
}

/* Its list of classes; NULL for any other document. */
static JsonArray *
get_classes (JsonNode *root)
{
  JsonObject *document = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *classes = document != NULL ? json_object_get_member (document, "classes") : NULL;

  if (classes == NULL || !JSON_NODE_HOLDS_ARRAY (classes) ||
      g_strcmp0 (get_string (document, "schema"), "heapyard.measure/1") != 0)
    return NULL;
  return json_node_get_array (classes);
}

HyMeasuredReply *
hy_measured_reply_read (const char *path, HyReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = hy_input_read (path, MAX_BYTES, error);
  g_autoptr (JsonNode) root = NULL;
  JsonArray *classes;

  if (bytes == NULL)
    {
      g_prefix_error (error, "--measured: ");
      return NULL;
    }
  root = parse (bytes);
  classes = get_classes (root);
  return classes != NULL ? reply_new (classes, report) : refuse (path, error);
}
