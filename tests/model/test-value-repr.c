/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value-repr.h"

#include "recipes.h"

static void
assert_repr (HyValue *value, guint64 index, const char *expected)
{
  g_autofree char *repr = hy_value_repr (value, index);
  g_assert_cmpstr (repr, ==, expected);
}

static void
test_repr (void)
{
  g_autoptr (HyValue) none = recipe_value (HY_VALUE_NONE, 0), yes = recipe_value (HY_VALUE_BOOL, 0);
  g_autoptr (HyValue) text = recipe_value (HY_VALUE_STR, 4), number = recipe_value (HY_VALUE_INT, 0);
  yes->number = 1;
  text->text = g_strdup ("f'ORD-{i}'");
  number->text = g_strdup ("i");
  assert_repr (none, 0, "None");
  assert_repr (yes, 0, "True");
  assert_repr (text, 12, "f'ORD-{i}'");
  text->index_digits = 1;
  assert_repr (text, 12, "'ORD-12'");
  assert_repr (number, 3, "i");
  number->index_scale = 1;
  number->number = 100;
  assert_repr (number, 3, "103");
}

/* What can't be filled in stays as it was written. */
static void
test_templates (void)
{
  g_autoptr (HyValue) text = recipe_value (HY_VALUE_STR, 4);
  text->index_digits = 1;
  text->text = g_strdup ("f'{i}{x}'");
  assert_repr (text, 1, "f'{i}{x}'");
  g_free (text->text);
  text->text = g_strdup ("str (i)");
  assert_repr (text, 1, "str (i)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/value-repr/repr", test_repr);
  g_test_add_func ("/model/value-repr/templates", test_templates);
  return g_test_run ();
}
