/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply-recipe.h"

static HyRecipe
read_text (const char *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  HyRecipe recipe = { 0 };

  g_assert_nonnull (node);
  hy_reply_recipe (&recipe, json_node_get_object (node));
  return recipe;
}

static void
test_whole (void)
{
  HyRecipe recipe = read_text ("{\"factory\":\"A(1)\",\"payload\":{\"k\":\"int\",\"n\":5},\"refusal\":{\"text\":\"E\"},"
                               "\"ops\":[{\"k\":\"set\",\"n\":\"x\",\"v\":{\"k\":\"none\"},\"line\":4}],"
                               "\"arguments\":[{\"k\":\"int\"},3,{\"k\":\"str\"}]}");

  g_assert_cmpstr (recipe.factory, ==, "A(1)");
  g_assert_cmpint (recipe.payload->number, ==, 5);
  g_assert_cmpstr (recipe.refusal.text, ==, "E");
  g_assert_null (recipe.unknown);
  g_assert_cmpuint (recipe.n_ops, ==, 1);
  g_assert_cmpint (recipe.ops[0].kind, ==, HY_OP_SET);
  g_assert_cmpstr (recipe.ops[0].name, ==, "x");
  g_assert_cmpint (recipe.ops[0].value->kind, ==, HY_VALUE_NONE);
  g_assert_cmpuint (recipe.ops[0].line, ==, 4);
  g_assert_cmpuint (recipe.n_arguments, ==, 2);
  g_assert_cmpint (recipe.arguments[1]->kind, ==, HY_VALUE_STR);
  hy_recipe_clear (&recipe);
}

/* Every step by its word, and those that lack what they need. */
static void
test_steps (void)
{
  static const struct
  {
    const char *step;
    int kind; /* -1: not understood */
  } cases[] = {
    { "{\"k\":\"set\",\"n\":\"x\"}", HY_OP_SET },
    { "{\"k\":\"del\",\"n\":\"x\"}", HY_OP_DEL },
    { "{\"k\":\"get\",\"n\":\"x\"}", HY_OP_GET },
    { "{\"k\":\"dict-set\",\"n\":\"x\"}", HY_OP_DICT_SET },
    { "{\"k\":\"touch-dict\"}", HY_OP_TOUCH_DICT },
    { "{\"k\":\"replace-dict\"}", HY_OP_REPLACE_DICT },
    { "{\"k\":\"dict-update\"}", HY_OP_DICT_UPDATE },
    { "{\"k\":\"weakref\"}", HY_OP_WEAKREF },
    { "{\"k\":\"copy\"}", HY_OP_COPY },
    { "{\"k\":\"set\"}", -1 },
    { "{\"k\":\"dict-set\"}", -1 },
    { "{\"k\":\"cheese\",\"n\":\"x\"}", -1 },
    { "{\"n\":\"x\"}", -1 },
    { "3", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"ops\":[%s]}", cases[i].step);
      HyRecipe recipe = read_text (json);

      g_test_message ("%s", json);
      g_assert_cmpuint (recipe.n_ops, ==, 1);
      g_assert_cmpstr (recipe.unknown, ==, cases[i].kind < 0 ? "a step that is not understood" : NULL);
      if (cases[i].kind >= 0)
        g_assert_cmpint ((int) recipe.ops[0].kind, ==, cases[i].kind);
      hy_recipe_clear (&recipe);
    }
}

/* Steps that are there but can't be read are not taken for none. */
static void
test_no_steps (void)
{
  g_autoptr (GString) many = g_string_new ("{\"ops\":[{\"k\":\"copy\"}");
  HyRecipe none = read_text ("{\"unknown\":\"depends\"}");
  HyRecipe other = read_text ("{\"ops\":3}");
  HyRecipe too_many;

  for (guint i = 0; i < 100000; i++)
    g_string_append (many, ",{\"k\":\"copy\"}");
  g_string_append (many, "]}");
  too_many = read_text (many->str);
  g_assert_cmpstr (none.unknown, ==, "depends");
  g_assert_cmpstr (other.unknown, ==, "more steps than are followed");
  g_assert_cmpstr (too_many.unknown, ==, "more steps than are followed");
  g_assert_cmpuint (too_many.n_ops, ==, 0);
  hy_recipe_clear (&none);
  hy_recipe_clear (&other);
  hy_recipe_clear (&too_many);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reply-recipe/whole", test_whole);
  g_test_add_func ("/reply-recipe/steps", test_steps);
  g_test_add_func ("/reply-recipe/no-steps", test_no_steps);
  return g_test_run ();
}
