/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply-node.h"

#include <string.h>

const char *
hy_reply_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  text = json_node_get_string (node);
  if (text == NULL || strnlen (text, HY_REPLY_MAX_TEXT + 1) > HY_REPLY_MAX_TEXT)
    return NULL;
  return g_utf8_validate (text, -1, NULL) ? text : NULL;
}

char *
hy_reply_dup (JsonObject *object, const char *name)
{
  return g_strdup (hy_reply_text (object, name));
}

gint64
hy_reply_integer (JsonObject *object, const char *name, gint64 min, gint64 max, gint64 fallback)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64 value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return fallback;
  value = json_node_get_int (node);
  return value < min || value > max ? fallback : value;
}

gboolean
hy_reply_flag (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

JsonArray *
hy_reply_array (JsonObject *object, const char *name, guint most)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  return array != NULL && json_array_get_length (array) <= most ? array : NULL;
}

JsonObject *
hy_reply_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonObject *
hy_reply_element (JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

char **
hy_reply_strings (JsonObject *object, const char *name, guint most)
{
  JsonArray *array = hy_reply_array (object, name, most);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *text;

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return NULL;
      text = json_node_get_string (node);
      if (!g_utf8_validate (text, -1, NULL))
        return NULL;
      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}
