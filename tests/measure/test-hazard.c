/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-hazard.h"

/* Every kind that examine.py can name. */
static const char *const kinds[] = { "undeclared", "dynamic", "late",     "variable", "cached",   "dict", "weakref",
                                     "state",      "base",    "conflict", "mixin",    "subclass", "mock" };

static void
test_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const HyHazard hazard = { (char *) kinds[i], 1, (char *) "NAME", (char *) "DETAIL", NULL };
      g_autofree char *text = NULL;

      g_assert_nonnull (hy_hazard_template (kinds[i]));
      text = hy_hazard_fill (&hazard, hy_hazard_template (kinds[i]));
      g_assert_null (strchr (text, '{'));
      g_assert_true ((strstr (text, "NAME") != NULL) == (strstr (hy_hazard_template (kinds[i]), "{name}") != NULL));
    }
  g_assert_null (hy_hazard_template ("nonsense"));
}

/* What is filled in is not filled in again. */
static void
test_braces (void)
{
  const HyHazard hazard = { (char *) "late", 1, (char *) "{detail}", (char *) "x", NULL };
  g_autofree char *text = hy_hazard_fill (&hazard, "{name} in {detail}, {detail}");

  g_assert_cmpstr (text, ==, "{detail} in x, x");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hazard/kinds", test_kinds);
  g_test_add_func ("/hazard/braces", test_braces);
  return g_test_run ();
}
