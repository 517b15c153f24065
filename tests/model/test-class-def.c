/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

static HyRecipe
make_recipe (void)
{
  HyRecipe recipe = { .factory = g_strdup ("C(1)"), .n_ops = 1, .n_arguments = 1 };
  recipe.arguments = g_new0 (HyValue *, 1);
  recipe.arguments[0] = hy_value_new (HY_VALUE_INT);
  recipe.ops = g_new0 (HyOp, 1);
  recipe.ops[0] = (HyOp){ .kind = HY_OP_SET, .name = g_strdup ("x"), .value = hy_value_ref (recipe.arguments[0]) };
  return recipe;
}

static void
test_blank (void)
{
  g_autoptr (HyClassDef) def = hy_class_def_new ("C");
  g_assert_cmpstr (def->name, ==, "C");
  g_assert_cmpstr (def->qualname, ==, "C");
  g_assert_cmpint (def->kind, ==, HY_KIND_REGULAR);
  g_assert_cmpint (def->dataclass.slots, ==, -1);
  g_assert_cmpint (def->dataclass.unsafe_hash, ==, -1);
}

static void
test_with_recipe (void)
{
  HyClassDef *def = build_class ("C", "x y");
  HyRecipe recipe = make_recipe ();
  g_autoptr (HyClassDef) other = hy_class_def_with_recipe (def, &recipe);
  g_assert_null (recipe.ops);
  hy_class_def_unref (def);
  g_assert_cmpstr (other->recipe.factory, ==, "C(1)");
  g_assert_cmpuint (other->n_slots, ==, 2);
  g_assert_cmpstr (other->slots[1].name, ==, "y");
}

static void
test_copy_recipe (void)
{
  HyRecipe recipe = make_recipe ();
  HyRecipe copy = hy_recipe_copy (&recipe);
  hy_recipe_clear (&recipe);
  g_assert_cmpuint (recipe.n_ops, ==, 0);
  g_assert_cmpstr (copy.ops[0].name, ==, "x");
  g_assert_cmpint (copy.ops[0].value->kind, ==, HY_VALUE_INT);
  g_assert_cmpint (copy.arguments[0]->kind, ==, HY_VALUE_INT);
  hy_recipe_clear (&copy);
}

static void
test_bases_live (void)
{
  HyClassDef *base = build_class ("B", NULL);
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  build_base (def, base);
  hy_class_def_unref (base);
  g_assert_cmpstr (def->bases[0].def->name, ==, "B");
}

static HyClassDef *
with_factory (HyClassDef *def, const char *factory)
{
  HyRecipe recipe = { .factory = g_strdup (factory) };
  return hy_class_def_with_recipe (def, &recipe);
}

static void
test_for (void)
{
  static const struct
  {
    guint minor;
    const char *factory;
  } cases[] = { { 6, "oldest" }, { 8, "oldest" }, { 9, "older" }, { 10, "older" }, { 11, "newest" }, { 15, "newest" } };
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  g_autoptr (HyClassDef) newest = with_factory (def, "newest");
  newest->earlier = with_factory (def, "older");
  newest->last_earlier = 10;
  newest->earlier->earlier = with_factory (def, "oldest");
  newest->earlier->last_earlier = 8;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (hy_class_def_for (newest, cases[i].minor)->recipe.factory, ==, cases[i].factory);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/class-def/blank", test_blank);
  g_test_add_func ("/class-def/with-recipe", test_with_recipe);
  g_test_add_func ("/class-def/copy-recipe", test_copy_recipe);
  g_test_add_func ("/class-def/bases-live", test_bases_live);
  g_test_add_func ("/class-def/for", test_for);
  return g_test_run ();
}
