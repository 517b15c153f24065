/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence.h"

#include <glib/gi18n.h>

#include "hy-json-bounds.h"
#include "hy-probe-reply.h"

#define SIZE_LIMIT (16 * 1024 * 1024)
#define CLASSES_LIMIT 256
#define SCHEMA "heapyard.measure/1"

static HySpread
read_spread (JsonObject *object, const char *name)
{
  JsonObject *spread = hy_json_object (object, name);
  gint64 runs = spread ? hy_json_number (spread, "runs", 0) : 0;

  if (runs < 1 || runs > G_MAXINT)
    return (HySpread){ 0 };
  return (HySpread){ hy_json_real (spread, "median", 0), hy_json_real (spread, "min", 0),
                     hy_json_real (spread, "max", 0), runs };
}

/* The array @name of @object, never longer than bounds allow, its length in @n: 0 where there is none. */
static JsonArray *
list_of (JsonObject *object, const char *name, guint *n)
{
  JsonArray *array = hy_json_array (object, name, HY_JSON_ITEMS_LIMIT);

  *n = array ? json_array_get_length (array) : 0;
  return array;
}

static void
read_ranks (JsonObject *object, HyMeasuredRank **ranks, gsize *n_ranks)
{
  guint n;
  JsonArray *array = list_of (object, "by_rank", &n);

  *ranks = g_new0 (HyMeasuredRank, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      gint64 requested, count;

      if (hy_json_pair (array, i, &requested, &count) && count > 0 && count <= G_MAXINT)
        (*ranks)[(*n_ranks)++] = (HyMeasuredRank){ requested, count };
    }
}

static void
read_points (JsonObject *object, HyMeasured *measured)
{
  guint n, n_spreads;
  JsonArray *array = list_of (object, "points", &n);
  JsonArray *spreads = list_of (object, "points_spread", &n_spreads);

  measured->points = g_new0 (HyMeasuredPoint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      HyMeasuredPoint point;
      gint64 count;

      if (!hy_json_pair (array, i, &count, &point.current) || count < 1 || point.current < 0)
        continue;
      if (i >= n_spreads || !hy_json_pair (spreads, i, &point.min, &point.max))
        point.min = point.max = point.current;
      point.count = count;
      measured->points[measured->n_points++] = point;
    }
}

static void
read_blocks (JsonObject *object, HyMeasured *measured)
{
  guint n;
  JsonArray *array = list_of (object, "blocks", &n);

  measured->blocks = g_new0 (gint64, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    measured->blocks[measured->n_blocks++] = hy_json_item (array, i, 0);
}

static HyMeasuredError *
read_error (JsonObject *object)
{
  return hy_measured_error_new (hy_json_text (object, "phase"), hy_json_text (object, "type"),
                                hy_json_text (object, "message"), hy_json_text (object, "file"),
                                CLAMP (hy_json_number (object, "line", 0), 0, G_MAXINT));
}

static HyMeasured *
read_measured (JsonObject *class)
{
  HyMeasured *self = hy_measured_new ();
  JsonObject *object = hy_json_object (class, "measured");
  JsonObject *error = hy_json_object (class, "error");
  JsonObject *type = object ? hy_json_object (object, "type") : NULL;

  if (error)
    self->error = read_error (error);
  if (!object)
    return self;
  self->requested = hy_json_number (object, "requested", -1);
  self->getsizeof = hy_json_number (object, "getsizeof", -1);
  self->dict_getsizeof = hy_json_number (object, "dict_getsizeof", -1);
  self->materialized = hy_json_number (object, "materialized", -1);
  self->current = hy_json_number (object, "current", -1);
  self->peak = hy_json_number (object, "peak", -1);
  self->made_before = CLAMP (hy_json_number (object, "made_before", 0), 0, G_MAXINT);
  self->values_apart = hy_json_truth (object, "values_apart", TRUE);
  self->warmed = hy_json_truth (object, "warmed", TRUE);
  self->rss = read_spread (object, "rss");
  self->seconds = read_spread (object, "seconds");
  self->read_seconds = read_spread (object, "read_seconds");
  self->allocated_blocks = read_spread (object, "allocated_blocks");
  self->read_name = g_strdup (hy_json_text (object, "read_name"));
  read_ranks (object, &self->ranks, &self->n_ranks);
  read_points (object, self);
  read_blocks (object, self);
  if (type)
    hy_probe_reply_read_type (type, &self->type);
  return self;
}

static void
read_modelled_blocks (JsonObject *object, HyModelled *self)
{
  guint n;
  JsonArray *array = list_of (object, "blocks", &n);

  self->blocks = g_new0 (HyModelledBlock, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      JsonObject *block = hy_json_item_object (array, i);
      const char *what = block ? hy_json_text (block, "what") : NULL;

      if (what)
        self->blocks[self->n_blocks++] = (HyModelledBlock){ g_strdup (what), hy_json_number (block, "requested", 0) };
    }
}

static HyModelled *
read_modelled (JsonObject *class)
{
  JsonObject *object = hy_json_object (class, "modelled");
  JsonObject *unknown = object ? hy_json_object (object, "unknown") : NULL;
  JsonObject *type = object ? hy_json_object (object, "type") : NULL;
  HyModelled *self = hy_modelled_new_unknown (unknown ? hy_json_text (unknown, "requested") : NULL);

  if (!object)
    return self;
  self->python = g_strdup (hy_json_text (object, "python"));
  self->requested = hy_json_number (object, "requested", -1);
  self->getsizeof = hy_json_number (object, "getsizeof", -1);
  self->dict_getsizeof = hy_json_number (object, "dict_getsizeof", -1);
  self->materialized = hy_json_number (object, "materialized", -1);
  self->current = hy_json_number (object, "current", -1);
  self->current_unknown = g_strdup (unknown ? hy_json_text (unknown, "current") : NULL);
  read_ranks (object, &self->ranks, &self->n_ranks);
  read_modelled_blocks (object, self);
  if (type)
    hy_probe_reply_read_type (type, &self->type);
  return self;
}

static gboolean
read_class (HyEvidence *self, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object ? hy_json_text (object, "name") : NULL;
  gint64 count = object ? hy_json_number (object, "count", 0) : 0;
  g_autoptr (HyMeasured) measured = NULL;
  g_autoptr (HyModelled) modelled = NULL;
  JsonNode *source;

  if (!name || count < 1)
    return FALSE;
  measured = read_measured (object);
  modelled = read_modelled (object);
  source = json_object_get_member (object, "source");
  hy_evidence_add (self, hy_json_text (object, "file"), name, hy_json_text (object, "plan"),
                   hy_json_text (object, "factory"),
                   source && json_node_get_value_type (source) == G_TYPE_STRING ? json_node_get_string (source) : NULL,
                   count, measured, modelled);
  return TRUE;
}

static void
read_command (HyEvidence *self, JsonArray *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      const char *word = hy_json_item_text (array, i);

      if (word)
        g_strv_builder_add (builder, word);
    }
  g_strfreev (self->command);
  self->command = g_strv_builder_end (builder);
}

static void
replace_text (char **place, JsonObject *object, const char *name)
{
  g_free (*place);
  *place = g_strdup (hy_json_text (object, name));
}

/* Where a document is wrong, and what to do about it. */
typedef enum
{
  WRONG_TEXT,
  WRONG_SCHEMA,
  WRONG_INTERPRETER,
  WRONG_CLASSES,
  WRONG_CLASS,
} Wrong;

static const char *const wrongs[] = {
  [WRONG_TEXT] = N_ ("It is no JSON document of at most 16 MiB. Choose one that the Evidence page saved, or that "
                     "heapyard-cli measure --json printed."),
  [WRONG_SCHEMA] = N_ ("Its “schema” is not heapyard.measure/1. Choose a document that the Evidence page saved, or "
                       "that heapyard-cli measure --json printed."),
  [WRONG_INTERPRETER] = N_ ("Its “interpreter” is missing or describes no CPython that can measure. Measure again and "
                            "save the document anew."),
  [WRONG_CLASSES] = N_ ("Its “classes” is no list of at most 256 classes. Measure again and save the document anew."),
  [WRONG_CLASS] = N_ ("One of its “classes” has no “name”, or no “count” above 0. Measure again and save the document "
                      "anew."),
};

static HyEvidence *
fail (Wrong wrong, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, wrongs[wrong]);
  return NULL;
}

static HyEvidence *
read_document (JsonObject *root, GError **error)
{
  JsonArray *classes = hy_json_array (root, "classes", CLASSES_LIMIT);
  JsonNode *node = json_object_get_member (root, "interpreter");
  g_autoptr (HyInterpreter) interpreter = node ? hy_interpreter_from_json (node) : NULL;
  g_autoptr (HyEvidence) self = NULL;

  if (g_strcmp0 (hy_json_text (root, "schema"), SCHEMA) != 0)
    return fail (WRONG_SCHEMA, error);
  if (!interpreter || interpreter->status != HY_INTERPRETER_USABLE)
    return fail (WRONG_INTERPRETER, error);
  if (!classes)
    return fail (WRONG_CLASSES, error);
  self = hy_evidence_new (interpreter);
  read_command (self, hy_json_array (root, "command", HY_JSON_ITEMS_LIMIT));
  replace_text (&self->date, root, "date");
  replace_text (&self->system, root, "system");
  replace_text (&self->sandbox, root, "sandbox");
  self->runs = CLAMP (hy_json_number (root, "runs", 0), 0, G_MAXINT);
  self->time_limit_ms = CLAMP (hy_json_number (root, "time_limit_ms", 0), 0, G_MAXINT);
  self->memory_limit = MAX (hy_json_number (root, "memory_limit", 0), 0);
  for (guint i = 0; i < json_array_get_length (classes); i++)
    if (!read_class (self, json_array_get_element (classes, i)))
      return fail (WRONG_CLASS, error);
  return g_steal_pointer (&self);
}

HyEvidence *
hy_evidence_from_json (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *root = length <= SIZE_LIMIT ? hy_json_parse_object (parser, text, length) : NULL;

  return root ? read_document (root, error) : fail (WRONG_TEXT, error);
}

HyEvidence *
hy_evidence_load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *text = NULL;
  gsize length;

  if (!stream)
    return NULL;
  text = g_malloc (SIZE_LIMIT + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), text, SIZE_LIMIT + 1, &length, NULL, error))
    return NULL;
  return hy_evidence_from_json (text, length, error);
}
