/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-texts.h"

#include <string.h>

/* Every text and version has at most one row, and no argument is left in the words. */
static void
test_rows (void)
{
  static const char *const arguments[] = { "one", "two", "three", NULL };
  for (gsize i = 0; i < hy_texts_table_length; i++)
    for (guint minor = hy_texts_table[i].since; minor <= hy_texts_table[i].until; minor++)
      {
        HyType *type = hy_type_new ("C");
        g_assert_false (hy_texts_refuse (type, minor, hy_texts_table[i].text, arguments));
        g_assert_cmpint (type->status, ==, HY_STATUS_ERROR);
        g_assert_null (strchr (type->error_message, '{'));
        for (gsize j = 0; j < i; j++)
          g_assert_false (hy_texts_table[j].text == hy_texts_table[i].text && hy_texts_table[j].since <= minor &&
                          minor <= hy_texts_table[j].until);
        hy_type_free (type);
      }
}

static void
test_words (void)
{
  static const char *const arguments[] = { "y", "x", NULL };
  HyType *type = hy_type_new ("C");
  hy_texts_refuse (type, 13, HY_TEXT_DATACLASS_ORDER, arguments);
  g_assert_cmpstr (type->error_type, ==, "TypeError");
  g_assert_cmpstr (type->error_message, ==, "non-default argument 'y' follows default argument 'x'");
  hy_type_free (type);
}

static void
test_missing (void)
{
  static const char *const none[] = { NULL };
  HyType *type = hy_type_new ("C");
  hy_texts_refuse (type, 6, HY_TEXT_NAMEDTUPLE_BASES, none);
  g_assert_cmpint (type->status, ==, HY_STATUS_UNKNOWN);
  hy_type_free (type);
}

static void
test_no_class (void)
{
  HyType *type = hy_type_new ("C");
  hy_texts_refuse_base (type, 6, "float");
  g_assert_cmpstr (type->error_message, ==, "float() takes at most 1 argument (3 given)");
  hy_type_free (type);
  type = hy_type_new ("C");
  hy_texts_refuse_base (type, 12, "Decimal");
  g_assert_cmpint (type->status, ==, HY_STATUS_UNKNOWN);
  hy_type_free (type);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/texts/rows", test_rows);
  g_test_add_func ("/texts/words", test_words);
  g_test_add_func ("/texts/missing", test_missing);
  g_test_add_func ("/texts/no-class", test_no_class);
  return g_test_run ();
}
