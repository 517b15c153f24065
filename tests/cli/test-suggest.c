/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-suggest.h"

static const char *const words[] = { "layout", "grow", "chart", "yard", "measure", "check", "pythons", NULL };

static void
test_near (void)
{
  static const struct
  {
    const char *text, *meant;
  } cases[] = {
    { "layuot", "layout" }, { "LAYOUT", "layout" },   { "grwo", "grow" },      { "char", "chart" },
    { "yrad", "yard" },     { "measrue", "measure" }, { "python", "pythons" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (hy_suggest (cases[i].text, words), ==, cases[i].meant);
}

static void
test_far (void)
{
  static const char *const texts[] = { "", "x", "banana", "advise", "grooooow" };
  g_autofree char *endless = g_strnfill (10000, 'y');

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (hy_suggest (texts[i], words));
  g_assert_null (hy_suggest (endless, words));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/near", test_near);
  g_test_add_func ("/suggest/far", test_far);
  return g_test_run ();
}
