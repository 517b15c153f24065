/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-payload.h"

#include <string.h>

#include "recipes.h"

static void
test_plain_new (void)
{
  static const struct
  {
    const char *base;
    guint minor;
    gboolean plain;
  } cases[] = { { NULL, 12, TRUE },
                { "list", 12, FALSE },
                { "typing.Generic", 12, TRUE },
                { "typing.Generic", 8, TRUE },
                { "datetime.date", 12, FALSE },
                { "Exception", 12, FALSE } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (cases[i].base, NULL, "");
      g_autoptr (HyLayout) layout = recipe_layout (def, cases[i].minor);
      g_assert_cmpint (hy_payload_has_plain_new (layout), ==, cases[i].plain);
    }
}

static void
test_unknown (void)
{
  static const char *const bases[] = { "staticmethod", "threading.local", "ExceptionGroup" };
  for (gsize i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (bases[i], NULL, "");
      g_autoptr (HyLayout) layout = recipe_layout (def, 12);
      HyPayload payload;
      g_autofree char *unknown = NULL;
      g_assert_false (hy_payload_find (layout, 0, &payload, &unknown));
      g_assert_nonnull (unknown);
    }
  g_autoptr (HyClassDef) def = recipe_class ("int", NULL, "");
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  HyPayload payload;
  g_autofree char *unknown = NULL;
  g_assert_false (hy_payload_find (layout, 0, &payload, &unknown));
  g_assert_nonnull (strstr (unknown, "int"));
}

/* o.args = (a, b, c) takes the place of the constructor's arguments; a constant is nobody's. */
static void
test_assigned_arguments (void)
{
  for (guint fresh = 0; fresh < 2; fresh++)
    {
      g_autoptr (HyClassDef) def = recipe_class ("Exception", NULL, "args");
      HyValue *value = def->recipe.ops[0].value;
      value->kind = HY_VALUE_TUPLE;
      value->length = 3;
      value->fresh = fresh;
      g_autoptr (HyLayout) layout = recipe_layout (def, 12);
      HyPayload payload;
      g_autofree char *unknown = NULL;
      g_assert_true (hy_payload_value (layout) == value);
      g_assert_true (hy_payload_find (layout, 0, &payload, &unknown));
      g_assert_cmpuint (payload.n_blocks, ==, fresh);
      if (fresh)
        g_assert_cmpuint (payload.blocks[0].size, ==, 16 + 24 + 3 * 8);
    }
}

static void
test_special (void)
{
  g_autoptr (HyClassDef) namespace = recipe_class ("types.SimpleNamespace", NULL, "");
  g_autoptr (HyClassDef) property = recipe_class ("property", NULL, "");
  for (guint minor = 6; minor <= 15; minor++)
    {
      g_autoptr (HyLayout) layout = recipe_layout (namespace, minor);
      g_autoptr (HyLayout) property_layout = recipe_layout (property, minor);
      HyPayload payload;
      g_autofree char *unknown = NULL;
      g_assert_true (hy_payload_find (layout, 0, &payload, &unknown));
      g_assert_true (payload.dict_at_creation);
      g_assert_true (hy_payload_find (property_layout, 0, &payload, &unknown));
      g_assert_cmpstr (payload.sets, ==, minor >= 12 ? "__doc__" : NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/payload/plain-new", test_plain_new);
  g_test_add_func ("/model/payload/unknown", test_unknown);
  g_test_add_func ("/model/payload/special", test_special);
  g_test_add_func ("/model/payload/assigned-arguments", test_assigned_arguments);
  return g_test_run ();
}
