/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-runtime-private.h"

#include "recipes.h"

static void
test_library_names (void)
{
  static const struct
  {
    const char *type, *name;
    gboolean any, has;
  } cases[] = { { "object", "x", TRUE, FALSE },     { "list", "append", FALSE, FALSE },
                { "list", "append", TRUE, TRUE },   { "int", "real", FALSE, TRUE },
                { "int", "total", FALSE, FALSE },   { "OSError", "errno", FALSE, TRUE },
                { "OSError", "err", FALSE, FALSE }, { "threading.Thread", "name", FALSE, TRUE } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hy_runtime_library_has (hy_library_find (cases[i].type, 12), cases[i].name, cases[i].any), ==,
                     cases[i].has);
}

static void
test_dict_refusal (void)
{
  static const struct
  {
    const char *base;
    const char *refusal;
  } cases[] = { { NULL, NULL },
                { "list", NULL },
                { "ValueError", NULL },
                { "types.SimpleNamespace", "readonly attribute" },
                { "io.StringIO", "attribute '__dict__' of '_io._IOBase' objects is not writable" } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (cases[i].base, NULL, "");
      g_autoptr (HyLayout) layout = recipe_layout (def, 12);
      gboolean known = FALSE, own;
      g_assert_cmpstr (hy_runtime_dict_refusal (layout, &known, &own), ==, cases[i].refusal);
      g_assert_true (known);
      g_assert_cmpstr (hy_runtime_type_name (layout), ==, "C");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/runtime-names/library-names", test_library_names);
  g_test_add_func ("/model/runtime-names/dict-refusal", test_dict_refusal);
  return g_test_run ();
}
