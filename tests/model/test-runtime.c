/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recipes.h"

static void
set (HyRuntime *runtime, gsize instance, const char *name, HyOutcome *outcome)
{
  g_autoptr (HyValue) none = hy_value_new (HY_VALUE_NONE);
  hy_runtime_set (runtime, instance, name, none, outcome);
  g_assert_null (outcome->unknown);
}

/* What happens to the last of five instances with four attributes, as measured: bytes added, and getsizeof of its dict.
 */
static void
test_operations (void)
{
  static const struct
  {
    guint minor;
    gint64 set_dict, delete_dict, replace_dict, copy_dict, touch;
  } cases[] = { { 6, 120, 248, 248, 120, 0 },  { 7, 120, 248, 248, 120, 0 },  { 8, 104, 232, 64, 104, 0 },
                { 10, 104, 232, 64, 104, 0 },  { 11, 264, 264, 64, 256, 64 }, { 12, 264, 264, 64, 256, 64 },
                { 13, 264, 264, 64, 256, 64 }, { 15, 264, 264, 64, 256, 64 } };
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyValue) empty = recipe_value (HY_VALUE_DICT, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyRuntime) a = recipe_runtime (order, cases[i].minor, 5),
                            b = recipe_runtime (order, cases[i].minor, 5);
      g_autoptr (HyRuntime) c = recipe_runtime (order, cases[i].minor, 5),
                            d = recipe_runtime (order, cases[i].minor, 5);
      g_auto (HyOutcome) set_outcome = { 0 }, deleted = { 0 }, touched = { 0 }, replaced = { 0 }, copied = { 0 };
      set (a, 4, "zz_undeclared", &set_outcome);
      g_assert_cmpint (set_outcome.requested_delta, ==, 0);
      hy_runtime_touch_dict (a, 4, &touched);
      g_assert_cmpint (touched.requested_delta, ==, cases[i].touch);
      g_assert_cmpint (hy_runtime_getsizeof_dict (a, 4), ==, cases[i].set_dict);
      hy_runtime_delete (b, 4, "total", &deleted);
      g_assert_true (deleted.ok);
      hy_outcome_clear (&touched);
      hy_runtime_touch_dict (b, 4, &touched);
      g_assert_cmpint (hy_runtime_getsizeof_dict (b, 4), ==, cases[i].delete_dict);
      g_assert_cmpstr (touched.result, ==, "{'id': 'ORD-4', 'customer': 'Alice Chen', 'status': 'paid'}");
      hy_runtime_replace_dict (c, 4, empty, &replaced);
      g_assert_cmpint (hy_runtime_getsizeof_dict (c, 4), ==, cases[i].replace_dict);
      g_assert_cmpint (hy_runtime_copy (d, 4, &copied), ==, 5);
      g_assert_cmpint (hy_runtime_getsizeof_dict (d, 5), ==, cases[i].copy_dict);
    }
}

/* A class of two attributes and fifty instances: the one spare place goes to the first late name; the next has none. */
static void
test_late_names (void)
{
  static const struct
  {
    guint minor;
    gint64 late, later;
  } cases[] = { { 11, 0, 64 + 208 - 32 }, { 12, 0, 64 + 208 - 32 }, { 13, 0, 64 + 208 }, { 14, 0, 64 + 120 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a b");
      g_autoptr (HyRuntime) runtime = recipe_runtime (def, cases[i].minor, 50);
      g_auto (HyOutcome) late = { 0 }, later = { 0 };
      set (runtime, 40, "late", &late);
      set (runtime, 41, "later", &later);
      g_assert_cmpint (late.requested_delta, ==, cases[i].late);
      g_assert_cmpint (later.requested_delta, ==, cases[i].later);
    }
}

/* Twenty-nine, thirty and more names on one instance. */
static void
test_many_names (void)
{
  static const struct
  {
    guint minor;
    guint names; /* the number that no longer fits */
  } cases[] = { { 11, 30 }, { 12, 30 }, { 13, 30 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "");
      g_autoptr (HyRuntime) runtime = recipe_runtime (def, cases[i].minor, 1);
      for (guint n = 1; n <= 40; n++)
        {
          g_autofree char *name = g_strdup_printf ("n%02u", n);
          g_auto (HyOutcome) outcome = { 0 };
          set (runtime, 0, name, &outcome);
          g_assert_cmpint (outcome.requested_delta != 0, ==, n == cases[i].names);
        }
      g_assert_cmpint (hy_runtime_getsizeof_dict (runtime, 0), ==, 64 + 1520);
    }
}

static void
test_no_instance (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyRuntime) runtime = recipe_runtime (order, 12, 1);
  g_assert_cmpint (hy_runtime_getsizeof (runtime, 0), ==, 48);
  g_assert_cmpint (hy_runtime_getsizeof (runtime, 1), ==, -1);
  g_assert_cmpint (hy_runtime_getsizeof_dict (runtime, 1), ==, -1);
}

static void
test_unknown (void)
{
  g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "");
  def->recipe.unknown = g_strdup ("names vary");
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
  g_auto (HyOutcome) outcome = { 0 };
  g_assert_cmpint (hy_runtime_make (runtime, &outcome), ==, -1);
  g_assert_cmpstr (outcome.unknown, ==, "names vary");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/runtime/operations", test_operations);
  g_test_add_func ("/model/runtime/late-names", test_late_names);
  g_test_add_func ("/model/runtime/many-names", test_many_names);
  g_test_add_func ("/model/runtime/no-instance", test_no_instance);
  g_test_add_func ("/model/runtime/unknown", test_unknown);
  return g_test_run ();
}
