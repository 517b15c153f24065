/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-json-text.h"

static void
test_members (void)
{
  static const char *const words[] = { "a", "b", NULL };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  hy_json_add_string (builder, "text", "x");
  hy_json_add_string (builder, "nothing", NULL);
  hy_json_add_int (builder, "large", G_GINT64_CONSTANT (9007199254740993));
  hy_json_add_int_if (builder, "unknown", 7, FALSE);
  hy_json_add_bool (builder, "yes", TRUE);
  hy_json_add_strv (builder, "words", words);
  json_builder_end_object (builder);
  json = hy_json_to_ascii (builder);
  g_assert_cmpstr (json, ==,
                   "{\"text\":\"x\",\"nothing\":null,\"large\":9007199254740993,\"unknown\":null,\"yes\":true,"
                   "\"words\":[\"a\",\"b\"]}");
}

static void
test_ascii (void)
{
  static const struct
  {
    const char *text, *json;
  } cases[] = {
    { "Größe", "{\"t\":\"Gr\\u00f6\\u00dfe\"}" },
    { "订", "{\"t\":\"\\u8ba2\"}" },
    { "😀", "{\"t\":\"\\ud83d\\ude00\"}" },
    { "a\"b\\c\n\x01", "{\"t\":\"a\\\"b\\\\c\\n\\u0001\"}" },
    { "\xff", "{\"t\":\"\\ufffd\"}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autofree char *json = NULL;

      json_builder_begin_object (builder);
      hy_json_add_string (builder, "t", cases[i].text);
      json_builder_end_object (builder);
      json = hy_json_to_ascii (builder);
      g_assert_cmpstr (json, ==, cases[i].json);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-text/members", test_members);
  g_test_add_func ("/json-text/ascii", test_ascii);
  return g_test_run ();
}
