/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

static void
check_mro (HyClassDef *def, const char *expected)
{
  g_autoptr (HyLayout) layout = build_layout (def, 12);
  g_assert_cmpint (layout->status, ==, HY_STATUS_EXACT);
  g_autofree char *mro = g_strjoinv (" ", layout->mro);
  g_assert_cmpstr (mro, ==, expected);
}

static void
test_diamond (void)
{
  g_autoptr (HyClassDef) a = build_class ("A", NULL), b = build_class ("B", NULL);
  g_autoptr (HyClassDef) d = build_class ("D", NULL), c = build_class ("C", NULL);
  build_base (b, a);
  build_base (d, a);
  build_base (c, b);
  build_base (c, d);
  check_mro (c, "C B D A object");
}

/* The example of the article that C3 comes from, by way of CPython's own documentation. */
static void
test_three_levels (void)
{
  g_autoptr (HyClassDef) f = build_class ("F", NULL), e = build_class ("E", NULL), d = build_class ("D", NULL);
  g_autoptr (HyClassDef) c = build_class ("C", NULL), b = build_class ("B", NULL), a = build_class ("A", NULL);
  build_base (c, d);
  build_base (c, f);
  build_base (b, e);
  build_base (b, d);
  build_base (a, b);
  build_base (a, c);
  check_mro (a, "A B E C D F object");
}

static void
test_conflict (void)
{
  g_autoptr (HyClassDef) a = build_class ("A", NULL), b = build_class ("B", NULL), c = build_class ("C", NULL);
  build_base (b, a);
  build_base (c, a);
  build_base (c, b);
  check_layout_keep (c, 12,
                     "error TypeError: Cannot create a consistent method resolution\norder (MRO) for bases A, B");
  check_layout_keep (c, 13, "error TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B");
}

/* The heads of what is left to merge are named, which need not be the bases. */
static void
test_names_heads (void)
{
  g_autoptr (HyClassDef) x = build_class ("X", NULL), y = build_class ("Y", NULL);
  g_autoptr (HyClassDef) a = build_class ("A", NULL), b = build_class ("B", NULL), c = build_class ("C", NULL);
  build_base (a, x);
  build_base (a, y);
  build_base (b, y);
  build_base (b, x);
  build_base (c, a);
  build_base (c, b);
  check_layout_keep (c, 14, "error TypeError: Cannot create a consistent method resolution order (MRO) for bases X, Y");
}

static void
test_duplicate (void)
{
  g_autoptr (HyClassDef) a = build_class ("A", NULL);
  HyClassDef *c = build_class ("C", NULL);
  build_base (c, a);
  build_base (c, a);
  check_layout (c, 8, "error TypeError: duplicate base class A");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mro/diamond", test_diamond);
  g_test_add_func ("/mro/three-levels", test_three_levels);
  g_test_add_func ("/mro/conflict", test_conflict);
  g_test_add_func ("/mro/names-heads", test_names_heads);
  g_test_add_func ("/mro/duplicate", test_duplicate);
  return g_test_run ();
}
