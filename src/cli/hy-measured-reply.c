/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measured-reply.h"

#include <glib/gi18n.h>

#include "hy-command.h"
#include "hy-input.h"
#include "hy-json-bounds.h"

/* A reply lists classes, not instances. */
#define MAX_BYTES (16 * 1024 * 1024)

static gpointer
refuse (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_CANNOT,
               _ ("--measured: %s is no reply; give what “heapyard-cli measure --json” printed"), name);
  return NULL;
}

void
hy_measured_reply_free (HyMeasuredReply *self)
{
  for (gsize i = 0; i < self->n_points; i++)
    g_free ((gpointer) self->points[i].points);
  g_free (self->points);
  g_free (self);
}

/* With the spread from @least to @most, where it holds @bytes. */
static void
add_point (GArray *points, double count, double bytes, double least, double most)
{
  HyChartPoint point = { count, bytes, bytes, bytes };

  if (count < 0 || bytes < 0)
    return;
  if (least >= 0 && least <= bytes && bytes <= most)
    {
      point.min = least;
      point.max = most;
    }
  g_array_append_val (points, point);
}

/* The pairs [count, bytes] of several counts, with [least, most] of each where they are given. */
static void
add_pairs (GArray *points, JsonArray *pairs, JsonArray *spreads)
{
  for (guint i = 0; i < json_array_get_length (pairs); i++)
    {
      gint64 count, bytes, least = -1, most = -1;

      if (!hy_json_pair (pairs, i, &count, &bytes))
        continue;
      if (spreads != NULL && i < json_array_get_length (spreads))
        hy_json_pair (spreads, i, &least, &most);
      add_point (points, count, bytes, least, most);
    }
}

/* Adds what @class holds of the class @name itself, not of a plan to store it otherwise. */
static void
add_class (GArray *points, JsonObject *class, const char *name)
{
  JsonObject *measured = hy_json_object (class, "measured");
  JsonArray *pairs = measured != NULL ? hy_json_array (measured, "points", HY_JSON_ITEMS_LIMIT) : NULL;

  if (measured == NULL || g_strcmp0 (hy_json_text (class, "name"), name) != 0 || hy_json_text (class, "plan") != NULL)
    return;
  if (pairs != NULL)
    add_pairs (points, pairs, hy_json_array (measured, "points_spread", HY_JSON_ITEMS_LIMIT));
  else
    add_point (points, hy_json_number (class, "count", -1), hy_json_real (measured, "current", -1), -1, -1);
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
        {
          JsonObject *class = hy_json_item_object (classes, j);

          if (class != NULL)
            add_class (points, class, report->classes[i].def->qualname);
        }
      self->points[i].n_points = points->len;
      self->points[i].points = (const HyChartPoint *) (gpointer) g_array_free (points, FALSE);
    }
  return self;
}

HyMeasuredReply *
hy_measured_reply_read (const char *path, HyReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = hy_input_read (path, MAX_BYTES, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *document;
  JsonArray *classes = NULL;

  if (bytes == NULL)
    {
      g_prefix_error (error, "--measured: ");
      return NULL;
    }
  if (g_bytes_get_size (bytes) > MAX_BYTES)
    return refuse (path, error);
  document = hy_json_parse_object (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (document != NULL && g_strcmp0 (hy_json_text (document, "schema"), "heapyard.measure/1") == 0)
    classes = hy_json_array (document, "classes", HY_JSON_ITEMS_LIMIT);
  return classes != NULL ? reply_new (classes, report) : refuse (path, error);
}
