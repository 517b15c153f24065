/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-compare.h"

#include "recipes.h"

static HyFootprint *
footprint_of (HyClassDef *def, guint minor)
{
  g_autoptr (HyClassDef) owned = def;
  g_autoptr (HyLayout) layout = recipe_layout (owned, minor);
  return hy_footprint_new (layout);
}

static void
test_saving (void)
{
  static const struct
  {
    guint minor;
    gint64 saved;
  } cases[] = { { 7, 10400000 }, { 10, 8800000 }, { 11, 4002760 }, { 12, 3202760 }, { 13, 4002936 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyFootprint) order = footprint_of (hy_class_def_new_order (), cases[i].minor);
      g_autoptr (HyFootprint) slotted = footprint_of (hy_class_def_new_slotted_order (), cases[i].minor);
      HyComparison comparison;
      g_assert_true (hy_compare (order, slotted, 100000, HY_INCLUDE_VALUES | HY_INCLUDE_LIST, &comparison, NULL));
      g_assert_cmpint (comparison.saved, ==, cases[i].saved);
      g_assert_cmpfloat (comparison.ratio, <, 1);
      g_assert_true (hy_compare (slotted, order, 100000, 0, &comparison, NULL));
      g_assert_cmpint (comparison.saved, ==, -cases[i].saved);
    }
}

static void
test_steady (void)
{
  g_autoptr (HyFootprint) order = footprint_of (hy_class_def_new_order (), 13);
  g_autoptr (HyFootprint) slotted = footprint_of (hy_class_def_new_slotted_order (), 13);
  g_autoptr (HyFootprint) refused = footprint_of (recipe_class ("bool", NULL, ""), 13);
  HyComparison comparison;
  g_assert_true (hy_compare_steady (order, slotted, &comparison));
  g_assert_cmpint (comparison.saved, ==, 40);
  g_assert_cmpfloat_with_epsilon (comparison.ratio, 64 / 104.0, 1e-9);
  g_assert_false (hy_compare_steady (order, refused, &comparison));
}

/* A class that costs 24 bytes more in the end, and 240 less at first. */
static void
test_crossover (void)
{
  g_autoptr (HyFootprint) one = footprint_of (recipe_class (NULL, NULL, "a"), 12);
  g_autoptr (HyFootprint) slots = footprint_of (recipe_class (NULL, "a b c d e f g", "a b c d e f g"), 12);
  HyComparison comparison;
  guint64 count;

  g_assert_true (hy_compare_crossover (slots, one, 1000000, &count, NULL));
  g_assert_cmpuint (count, >, 1);
  g_assert_true (hy_compare (slots, one, count, 0, &comparison, NULL));
  g_assert_cmpint (comparison.saved, >=, 0);
  g_assert_true (hy_compare (slots, one, count - 1, 0, &comparison, NULL));
  g_assert_cmpint (comparison.saved, <, 0);
  g_assert_true (hy_compare_crossover (one, slots, 1000000, &count, NULL));
  g_assert_cmpuint (count, ==, 0);
  g_assert_true (hy_compare_crossover (one, slots, 10, &count, NULL));
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (hy_compare_crossover (one, one, 10, &count, NULL));
  g_assert_cmpuint (count, ==, 1);
}

static void
test_errors (void)
{
  HyClassDef *varying = recipe_class (NULL, NULL, "");
  varying->recipe.unknown = g_strdup ("names vary");
  g_autoptr (HyFootprint) unknown = footprint_of (varying, 12);
  g_autoptr (HyFootprint) known = footprint_of (recipe_class (NULL, NULL, "a"), 12);
  HyComparison comparison;
  guint64 count;
  g_autoptr (GError) error = NULL;
  g_assert_false (hy_compare (known, unknown, 1, 0, &comparison, NULL));
  g_assert_false (hy_compare_crossover (known, unknown, 10, &count, &error));
  g_assert_error (error, HY_FOOTPRINT_ERROR, HY_FOOTPRINT_ERROR_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/compare/saving", test_saving);
  g_test_add_func ("/model/compare/steady", test_steady);
  g_test_add_func ("/model/compare/crossover", test_crossover);
  g_test_add_func ("/model/compare/errors", test_errors);
  return g_test_run ();
}
