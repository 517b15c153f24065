/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-json-bounds.h"

#define OBJECT                                                                                                         \
  "{\"text\": \"a\", \"number\": 7, \"huge\": 9007199254740993, \"real\": 1.5, \"truth\": true, \"null\": null, "      \
  "\"array\": [1, \"two\", {\"a\": 1}, [3, 4], [5]], \"texts\": [\"a\", \"b\"], \"object\": {}}"

static void
test_values (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object = hy_json_parse_object (parser, OBJECT, strlen (OBJECT));
  JsonArray *array;
  gint64 first, second;
  g_autofree char *copy = NULL;

  g_assert_nonnull (object);
  copy = hy_json_dup_text (object, "text");
  g_assert_cmpstr (copy, ==, "a");
  g_assert_cmpstr (hy_json_text (object, "number"), ==, NULL);
  g_assert_cmpstr (hy_json_text (object, "missing"), ==, NULL);
  g_assert_cmpint (hy_json_number (object, "number", -1), ==, 7);
  g_assert_cmpint (hy_json_number (object, "huge", -1), ==, -1);
  g_assert_cmpint (hy_json_number (object, "real", -1), ==, -1);
  g_assert_cmpint (hy_json_integer (object, "number", 0, 6, 3), ==, 3);
  g_assert_cmpint (hy_json_integer (object, "number", 0, 7, 3), ==, 7);
  g_assert_cmpfloat (hy_json_real (object, "real", 0), ==, 1.5);
  g_assert_cmpfloat (hy_json_real (object, "number", 0), ==, 7);
  g_assert_cmpfloat (hy_json_real (object, "text", 9), ==, 9);
  g_assert_true (hy_json_truth (object, "truth", FALSE));
  g_assert_true (hy_json_truth (object, "null", TRUE));
  g_assert_false (hy_json_truth (object, "number", FALSE));
  g_assert_nonnull (hy_json_object (object, "object"));
  g_assert_null (hy_json_object (object, "array"));
  g_assert_null (hy_json_array (object, "object", 10));
  g_assert_null (hy_json_array (object, "array", 4));
  array = hy_json_array (object, "array", 5);
  g_assert_nonnull (array);
  g_assert_cmpint (hy_json_item (array, 0, -1), ==, 1);
  g_assert_cmpint (hy_json_item (array, 1, -1), ==, -1);
  g_assert_cmpint (hy_json_item (array, 9, -1), ==, -1);
  g_assert_cmpstr (hy_json_item_text (array, 1), ==, "two");
  g_assert_cmpstr (hy_json_item_text (array, 9), ==, NULL);
  g_assert_nonnull (hy_json_item_object (array, 2));
  g_assert_null (hy_json_item_object (array, 3));
  g_assert_null (hy_json_item_object (array, 9));
  g_assert_true (hy_json_pair (array, 3, &first, &second));
  g_assert_cmpint (first, ==, 3);
  g_assert_cmpint (second, ==, 4);
  g_assert_false (hy_json_pair (array, 4, &first, &second));
}

static void
test_strings (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object = hy_json_parse_object (parser, OBJECT, strlen (OBJECT));
  g_auto (GStrv) texts = hy_json_strings (object, "texts", 2);

  g_assert_cmpuint (g_strv_length (texts), ==, 2);
  g_assert_cmpstr (texts[1], ==, "b");
  g_assert_null (hy_json_strings (object, "texts", 1));
  g_assert_null (hy_json_strings (object, "array", 9));
  g_assert_null (hy_json_strings (object, "missing", 9));
}

static void
test_long_text (void)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *inside = g_strnfill (HY_JSON_TEXT_LIMIT, 'x');
  g_autofree char *text = g_strdup_printf ("{\"fits\": \"%s\", \"long\": \"%sy\"}", inside, inside);
  JsonObject *object = hy_json_parse_object (parser, text, strlen (text));

  g_assert_cmpuint (strlen (hy_json_text (object, "fits")), ==, HY_JSON_TEXT_LIMIT);
  g_assert_cmpstr (hy_json_text (object, "long"), ==, NULL);
}

static void
test_no_object (void)
{
  static const char *const texts[] = { "", "[]", "null", "{", "{\"a\": \"\xff\"}", "7" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();

      g_assert_null (hy_json_parse_object (parser, texts[i], strlen (texts[i])));
    }
}

static void
test_depth (void)
{
  for (guint depth = HY_JSON_DEPTH_LIMIT - 1; depth <= HY_JSON_DEPTH_LIMIT; depth++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *text = g_strdup_printf ("{\"a\": %s%s}", open, close);

      g_assert_true ((hy_json_parse_object (parser, text, strlen (text)) != NULL) == (depth < HY_JSON_DEPTH_LIMIT));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-bounds/values", test_values);
  g_test_add_func ("/json-bounds/strings", test_strings);
  g_test_add_func ("/json-bounds/long-text", test_long_text);
  g_test_add_func ("/json-bounds/no-object", test_no_object);
  g_test_add_func ("/json-bounds/depth", test_depth);
  return g_test_run ();
}
