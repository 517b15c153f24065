/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-json-bounds.h"

#include <math.h>
#include <string.h>

#include "hy-json-guard.h"

#define NUMBER_LIMIT (G_GINT64_CONSTANT (1) << 53)

JsonObject *
hy_json_parse_object (JsonParser *parser, const char *text, gsize length)
{
  JsonNode *root;

  if (length == 0 || !g_utf8_validate_len (text, length, NULL) || !hy_json_guard (text, length, HY_JSON_DEPTH_LIMIT) ||
      !json_parser_load_from_data (parser, text, length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

/* A value of that type; NULL. */
static JsonNode *
value_of (JsonNode *node, GType type)
{
  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

static JsonNode *
member (JsonObject *object, const char *name, GType type)
{
  return value_of (json_object_get_member (object, name), type);
}

static const char *
bounded_text (JsonNode *node)
{
  const char *text = value_of (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;

  return text && strnlen (text, HY_JSON_TEXT_LIMIT + 1) <= HY_JSON_TEXT_LIMIT && g_utf8_validate (text, -1, NULL)
             ? text
             : NULL;
}

const char *
hy_json_text (JsonObject *object, const char *name)
{
  return bounded_text (json_object_get_member (object, name));
}

char *
hy_json_dup_text (JsonObject *object, const char *name)
{
  return g_strdup (hy_json_text (object, name));
}

const char *
hy_json_item_text (JsonArray *array, guint index)
{
  return index < json_array_get_length (array) ? bounded_text (json_array_get_element (array, index)) : NULL;
}

static gint64
bounded (JsonNode *node, gint64 min, gint64 max, gint64 fallback)
{
  gint64 number = value_of (node, G_TYPE_INT64) ? json_node_get_int (node) : fallback;

  return number >= min && number <= max ? number : fallback;
}

gint64
hy_json_integer (JsonObject *object, const char *name, gint64 min, gint64 max, gint64 fallback)
{
  return bounded (json_object_get_member (object, name), min, max, fallback);
}

gint64
hy_json_number (JsonObject *object, const char *name, gint64 fallback)
{
  return hy_json_integer (object, name, -NUMBER_LIMIT, NUMBER_LIMIT, fallback);
}

double
hy_json_real (JsonObject *object, const char *name, double fallback)
{
  JsonNode *node = member (object, name, G_TYPE_DOUBLE);
  double number = node ? json_node_get_double (node) : hy_json_number (object, name, -1);

  if (!node && !member (object, name, G_TYPE_INT64))
    return fallback;
  return isfinite (number) ? number : fallback;
}

gboolean
hy_json_truth (JsonObject *object, const char *name, gboolean fallback)
{
  JsonNode *node = member (object, name, G_TYPE_BOOLEAN);

  return node ? json_node_get_boolean (node) : fallback;
}

JsonArray *
hy_json_array (JsonObject *object, const char *name, guint most)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array && json_array_get_length (array) <= most ? array : NULL;
}

static JsonObject *
object_of (JsonNode *node)
{
  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonObject *
hy_json_object (JsonObject *object, const char *name)
{
  return object_of (json_object_get_member (object, name));
}

JsonObject *
hy_json_item_object (JsonArray *array, guint index)
{
  return index < json_array_get_length (array) ? object_of (json_array_get_element (array, index)) : NULL;
}

char **
hy_json_strings (JsonObject *object, const char *name, guint most)
{
  JsonArray *array = hy_json_array (object, name, most);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      const char *text = hy_json_item_text (array, i);

      if (!text)
        return NULL;
      g_strv_builder_add (builder, text);
    }
  return array ? g_strv_builder_end (builder) : NULL;
}

gint64
hy_json_item (JsonArray *array, guint index, gint64 fallback)
{
  return index < json_array_get_length (array)
             ? bounded (json_array_get_element (array, index), -NUMBER_LIMIT, NUMBER_LIMIT, fallback)
             : fallback;
}

gboolean
hy_json_pair (JsonArray *array, guint index, gint64 *first, gint64 *second)
{
  JsonNode *node = json_array_get_element (array, index);
  JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (!pair || json_array_get_length (pair) != 2)
    return FALSE;
  *first = hy_json_item (pair, 0, G_MININT64);
  *second = hy_json_item (pair, 1, G_MININT64);
  return *first != G_MININT64 && *second != G_MININT64;
}
