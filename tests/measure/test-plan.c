/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-plan.h"

#include "hy-footprint.h"
#include "hy-modelled.h"

static void
test_names (void)
{
  const char *const *names = hy_plan_names ();

  g_assert_cmpuint (g_strv_length ((char **) names), ==, 6);
  g_assert_cmpstr (names[0], ==, "__slots__");
}

static guint64
bytes_of (HyClassDef *def, guint minor)
{
  g_autoptr (HyLayout) layout = hy_layouter_layout (def, hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64));
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);

  g_assert_cmpstr (footprint->unknown, ==, NULL);
  return hy_footprint_steady (footprint)->requested;
}

/* The lesson's order as a tuple of four, and as a dict of four with keys of its own. */
static void
test_displays (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) tuple = hy_plan_display (order, "tuple", "(i, 'a', 1.5, 'b')");
  g_autoptr (HyClassDef) dict = hy_plan_display (order, "dict", "{'id': i}");

  g_assert_cmpuint (order->recipe.n_ops, ==, 4);
  g_assert_cmpint (tuple->kind, ==, HY_KIND_FACTORY);
  g_assert_cmpstr (tuple->recipe.factory, ==, "(i, 'a', 1.5, 'b')");
  g_assert_cmpuint (tuple->recipe.payload->n_items, ==, 4);
  g_assert_cmpuint (dict->recipe.payload->length, ==, 4);
  g_assert_cmpuint (dict->recipe.payload->n_items, ==, 8);
  g_assert_true (dict->recipe.payload->str_keys);
  g_assert_cmpuint (bytes_of (tuple, 12), ==, 16 + 24 + 4 * 8);
  g_assert_cmpuint (bytes_of (dict, 12), ==, 184);
}

/* What the display holds was made before, as the arguments of a call are. */
static void
test_own_values (void)
{
  const HyAbi *abi = hy_abi_lookup (12, HY_BUILD_DEFAULT, 64);
  g_autoptr (HyClassDef) order = hy_class_def_new_slotted_order ();
  g_autoptr (HyClassDef) tuple = hy_plan_display (order, "tuple", "(i, 'a', 1.5, 'b')");
  g_autoptr (HyModelled) modelled = hy_modelled_new (tuple, abi, 100);
  g_autoptr (HyModelled) of_order = hy_modelled_new (order, abi, 100);

  g_assert_cmpint (modelled->requested, ==, 72);
  g_assert_cmpint (of_order->current - modelled->current, ==, 100 * (of_order->requested - modelled->requested));
}

/* Nothing is guessed for what nobody knows. */
static void
test_unknown (void)
{
  g_autoptr (HyClassDef) empty = hy_class_def_new ("Empty");
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  HyRecipe recipe = hy_recipe_copy (&order->recipe);
  g_autoptr (HyClassDef) varying = hy_class_def_with_recipe (order, &recipe);

  varying->earlier = hy_class_def_ref (order);
  g_assert_null (hy_plan_display (empty, "tuple", "()"));
  g_assert_null (hy_plan_display (varying, "tuple", "()"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/names", test_names);
  g_test_add_func ("/plan/displays", test_displays);
  g_test_add_func ("/plan/own-values", test_own_values);
  g_test_add_func ("/plan/unknown", test_unknown);
  return g_test_run ();
}
