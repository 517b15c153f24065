/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-maker.h"

#include <string.h>

#include "recipes.h"

static void
test_slots_and_attributes (void)
{
  g_autoptr (HyClassDef) def = recipe_class (NULL, "a b __dict__", "b x -b a");
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autofree char *unknown = NULL;
  g_autoptr (HyMaker) maker = hy_maker_new (layout, &unknown);
  g_assert_null (unknown);
  HyInstance *instance = hy_instance_new (maker);

  for (guint i = 0; i < 2; i++)
    {
      hy_maker_make (maker, instance);
      g_assert_true (instance->slot_set[hy_maker_find_slot (maker, "a")]);
      g_assert_false (instance->slot_set[hy_maker_find_slot (maker, "b")]);
      g_assert_cmpint (hy_maker_find_slot (maker, "x"), ==, -1);
      g_assert_cmpuint (instance->attributes.n_items, ==, 1);
    }
  hy_instance_free (instance, maker);
}

/* What the file makes itself uses up places, but what its keys grow by counts for nobody. */
static void
test_early (void)
{
  for (guint n_early = 0; n_early < 3; n_early++)
    {
      g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a b");
      def->recipe.n_early = n_early;
      g_autoptr (HyLayout) layout = recipe_layout (def, 12);
      g_autofree char *unknown = NULL;
      g_autoptr (HyMaker) maker = hy_maker_new (layout, &unknown);
      HyInstance *instance = hy_instance_new (maker);
      hy_maker_make (maker, instance);
      g_assert_cmpuint (instance->attributes.places, ==, 29 - n_early);
      g_assert_cmpuint (hy_store_grown_keys_size (hy_maker_get_store (maker)), ==, 0);
      hy_instance_free (instance, maker);
    }
}

static void
assert_unknown (HyClassDef *def, const char *part)
{
  g_autoptr (HyClassDef) owned = def;
  g_autoptr (HyLayout) layout = recipe_layout (owned, 12);
  g_autofree char *unknown = NULL;
  g_assert_null (hy_maker_new (layout, &unknown));
  g_assert_nonnull (strstr (unknown, part));
}

static void
test_unknown (void)
{
  HyClassDef *varying = recipe_class (NULL, NULL, "");
  varying->recipe.unknown = g_strdup ("names vary (line 3)");
  assert_unknown (varying, "names vary");
  assert_unknown (recipe_class (NULL, "a", "b"), "no place for attribute b");
  assert_unknown (recipe_class (NULL, NULL, "a &"), "weak reference");
  assert_unknown (recipe_class ("OSError", NULL, "characters_written"), "what setting characters_written does");
}

static void
test_mangling (void)
{
  g_autoptr (HyClassDef) def = recipe_class (NULL, "__a", "__a");
  def->recipe.ops[0].owner = g_strdup ("C");
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autofree char *unknown = NULL;
  g_autoptr (HyMaker) maker = hy_maker_new (layout, &unknown);
  g_assert_null (unknown);
  g_assert_cmpint (hy_maker_find_slot (maker, "_C__a"), ==, 0);
}

/* What a data descriptor of the base takes does not stand in __dict__. */
static void
test_fields (void)
{
  static const struct
  {
    const char *base;
    const char *set;
    guint minor;
    guint attributes;
  } cases[] = { { "Exception", "args a", 12, 1 },
                { "Exception", "__cause__", 12, 0 },
                { "AttributeError", "name obj", 9, 2 },
                { "AttributeError", "name obj", 10, 0 },
                { "OSError", "errno a b", 6, 2 },
                { "ValueError", "errno", 6, 1 },
                { "dict", "args", 12, 1 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (cases[i].base, NULL, cases[i].set);
      if (g_str_has_prefix (cases[i].set, "args"))
        def->recipe.ops[0].value->kind = HY_VALUE_TUPLE;
      g_autoptr (HyLayout) layout = recipe_layout (def, cases[i].minor);
      g_autofree char *unknown = NULL;
      g_autoptr (HyMaker) maker = hy_maker_new (layout, &unknown);
      g_assert_null (unknown);
      HyInstance *instance = hy_instance_new (maker);
      hy_maker_make (maker, instance);
      g_assert_cmpuint (instance->attributes.n_items, ==, cases[i].attributes);
      hy_instance_free (instance, maker);
    }
}

/* Of two classes whose instances are made alike, one copies each: its warm-up is over twice as soon. */
static void
test_copy (void)
{
  g_autoptr (HyClassDef) plain = recipe_class (NULL, NULL, "a");
  g_autoptr (HyClassDef) copying = recipe_class (NULL, NULL, "a");
  copying->recipe.ops = g_renew (HyOp, copying->recipe.ops, 2);
  copying->recipe.ops[1] = (HyOp){ .kind = HY_OP_COPY };
  copying->recipe.n_ops = 2;
  g_autoptr (HyLayout) layout = recipe_layout (plain, 12), copying_layout = recipe_layout (copying, 12);
  g_autofree char *unknown = NULL;
  g_autoptr (HyMaker) maker = hy_maker_new (layout, &unknown), copier = hy_maker_new (copying_layout, &unknown);
  HyInstance *instance = hy_instance_new (maker), *copied = hy_instance_new (copier);

  for (guint i = 0; i < 5; i++)
    {
      hy_maker_make (copier, copied);
      hy_maker_make (maker, instance);
      g_assert_cmpuint (copied->attributes.places, ==, instance->attributes.places);
      hy_maker_make (maker, instance);
    }
  hy_instance_free (instance, maker);
  hy_instance_free (copied, copier);
}

/* Its copy is gone when the first instance outgrows the keys: they become the class's again. */
static void
test_copy_is_gone (void)
{
  g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "x a b c d e f");
  g_clear_pointer (&def->recipe.ops[0].name, g_free);
  g_clear_pointer (&def->recipe.ops[0].value, hy_value_unref);
  def->recipe.ops[0].kind = HY_OP_COPY;
  g_autoptr (HyLayout) layout = recipe_layout (def, 10);
  g_autofree char *unknown = NULL;
  g_autoptr (HyMaker) maker = hy_maker_new (layout, &unknown);
  HyInstance *instance = hy_instance_new (maker);

  hy_maker_make (maker, instance);
  g_assert_cmpint (instance->attributes.form, ==, HY_ATTRIBUTES_SPLIT);
  g_assert_cmpuint (instance->attributes.places, ==, 10);
  hy_instance_free (instance, maker);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/maker/slots-and-attributes", test_slots_and_attributes);
  g_test_add_func ("/model/maker/early", test_early);
  g_test_add_func ("/model/maker/unknown", test_unknown);
  g_test_add_func ("/model/maker/mangling", test_mangling);
  g_test_add_func ("/model/maker/fields", test_fields);
  g_test_add_func ("/model/maker/copy", test_copy);
  g_test_add_func ("/model/maker/copy-is-gone", test_copy_is_gone);
  return g_test_run ();
}
