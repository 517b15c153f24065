/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-literal.h"

static void
test_literals (void)
{
  static const struct
  {
    const char *text;
    HyValueKind kind;
    guint64 length;
    const char *rest;
  } cases[] = {
    { "None", HY_VALUE_NONE, 0, "" },  { "True)", HY_VALUE_BOOL, 0, ")" },  { "42", HY_VALUE_INT, 0, "" },
    { "-7 ", HY_VALUE_INT, 0, " " },   { "1.5", HY_VALUE_FLOAT, 0, "" },    { "1e3,", HY_VALUE_FLOAT, 0, "," },
    { "'abc'", HY_VALUE_STR, 3, "" },  { "\"a\\n\"", HY_VALUE_STR, 2, "" }, { "[1, 2, 3]", HY_VALUE_LIST, 3, "" },
    { "[1,]", HY_VALUE_LIST, 1, "" },  { "()", HY_VALUE_TUPLE, 0, "" },     { "(1,)", HY_VALUE_TUPLE, 1, "" },
    { "(1)", HY_VALUE_INT, 0, "" },    { "{}", HY_VALUE_DICT, 0, "" },      { "{'a': 1, 2: []}", HY_VALUE_DICT, 2, "" },
    { "{1, 2}", HY_VALUE_SET, 2, "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i].text;
      g_autoptr (HyValue) value = hy_literal_parse (&text);
      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (value);
      g_assert_cmpint (value->kind, ==, cases[i].kind);
      g_assert_cmpuint (value->length, ==, cases[i].length);
      g_assert_cmpstr (text, ==, cases[i].rest);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = { "",        "x",         "Nonesuch",  "'abc",   "[1",
                                       "[1 2]",   "{1: 2, 3}", "{1, 2: 3}", "1x",     "99999999999999999999",
                                       "'\\x41'", "(",         "[,]",       "'a\nb'", "{'a' 1}" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = texts[i];
      g_test_message ("%s", texts[i]);
      g_assert_null (hy_literal_parse (&text));
    }
  g_autofree char *deep = g_strnfill (100000, '[');
  const char *text = deep;
  g_assert_null (hy_literal_parse (&text));
}

static void
test_details (void)
{
  const char *text = "'é中'";
  g_autoptr (HyValue) value = hy_literal_parse (&text);
  g_assert_cmpuint (value->char_width, ==, 2);
  g_assert_cmpstr (value->text, ==, "'é中'");
  text = "\"it's\"";
  g_autoptr (HyValue) quoted = hy_literal_parse (&text);
  g_assert_cmpstr (quoted->text, ==, "\"it's\"");
  text = "{\"a\":[1,2,(3,),\"\\n\\\"\"]}";
  g_autoptr (HyValue) nested = hy_literal_parse (&text);
  g_assert_cmpstr (nested->text, ==, "{'a': [1, 2, (3,), '\\n\"']}");
  text = "{1: 2}";
  g_autoptr (HyValue) dict = hy_literal_parse (&text);
  g_assert_false (dict->str_keys);
  g_assert_cmpuint (dict->n_items, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/literal/literals", test_literals);
  g_test_add_func ("/model/literal/refused", test_refused);
  g_test_add_func ("/model/literal/details", test_details);
  return g_test_run ();
}
