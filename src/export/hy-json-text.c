/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-json-text.h"

static void
add_string_value (JsonBuilder *builder, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  json_builder_add_string_value (builder, valid);
}

void
hy_json_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
hy_json_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
hy_json_add_int_if (JsonBuilder *builder, const char *name, gint64 value, gboolean known)
{
  if (known)
    hy_json_add_int (builder, name, value);
  else
    hy_json_add_null (builder, name);
}

void
hy_json_add_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
hy_json_add_null (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_null_value (builder);
}

void
hy_json_add_strv (JsonBuilder *builder, const char *name, const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (gsize i = 0; values[i] != NULL; i++)
    add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/* In a JSON document only strings hold anything but ASCII. */
static char *
escape_non_ascii (const char *json)
{
  GString *ascii = g_string_sized_new (strlen (json));

  for (const char *p = json; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        g_string_append_c (ascii, c);
      else if (c < 0x10000)
        g_string_append_printf (ascii, "\\u%04x", c);
      else
        g_string_append_printf (ascii, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10),
                                0xdc00 + ((c - 0x10000) & 0x3ff));
    }
  return g_string_free (ascii, FALSE);
}

char *
hy_json_to_ascii (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *json = json_to_string (root, FALSE);

  return g_str_is_ascii (json) ? g_steal_pointer (&json) : escape_non_ascii (json);
}
