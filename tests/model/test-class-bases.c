/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

static void
check_mro (guint minor, const char *const *bases, const char *expected)
{
  g_autoptr (HyClassDef) c = build_class ("C", NULL);
  for (gsize i = 0; bases[i] != NULL; i++)
    build_library_base (c, bases[i], g_str_has_prefix (bases[i], "typing."));
  g_autoptr (HyLayout) layout = build_layout (c, minor);
  g_assert_cmpint (layout->status, ==, HY_STATUS_EXACT);
  g_autofree char *mro = g_strjoinv (" ", layout->mro);
  g_assert_cmpstr (mro, ==, expected);
}

/* typing's aliases stand for the class, and bring Generic along unless another base does. */
static void
test_aliases (void)
{
  check_mro (12, (const char *[]){ "typing.List", NULL }, "C list Generic object");
  check_mro (12, (const char *[]){ "typing.List", "typing.Generic", NULL }, "C list Generic object");
  check_mro (12, (const char *[]){ "typing.Generic", "typing.List", NULL }, "C list Generic object");
  check_mro (8, (const char *[]){ "typing.Protocol", "typing.Generic", NULL }, "C Protocol Generic object");
  check_mro (9, (const char *[]){ "typing.Tuple", NULL }, "C tuple Generic object");
}

static void
test_not_a_class (void)
{
  const struct
  {
    const char *type;
    guint minor;
    const char *expected;
  } cases[] = {
    { "int", 12, "error TypeError: int() takes at most 2 arguments (3 given)" },
    { "int", 13, "error TypeError: int expected at most 2 arguments, got 3" },
    { "NoneType", 9, "error TypeError: NoneType takes no arguments" },
    { "module", 9, "error TypeError: module() takes at most 2 arguments (3 given)" },
    { "Thing", 9, "unknown" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HyClassDef *c = build_class ("C", NULL);
      build_object_base (c, cases[i].type);
      check_layout (c, cases[i].minor, cases[i].expected);
    }
}

static void
test_object_after_class (void)
{
  HyClassDef *c = build_class ("C", NULL);
  build_library_base (c, "object", FALSE);
  build_object_base (c, "int");
  check_layout (c, 12,
                "error TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                "of the metaclasses of all its bases");
}

static void
test_subscripted_too_early (void)
{
  HyClassDef *c = build_class ("C", NULL);
  build_library_base (c, "list", TRUE);
  check_layout_keep (c, 8, "error TypeError: 'type' object is not subscriptable");
  check_layout (c, 9, "exact 56 40 48");
}

/* Of two bases that Python refuses, the one that comes first in the file stops it. */
static void
test_first_failure (void)
{
  g_autoptr (HyClassDef) early = build_class ("A", "a-b");
  g_autoptr (HyClassDef) late = build_class ("B", "__dict__ __dict__");
  HyClassDef *c = build_class ("C", NULL);
  early->line = 1;
  late->line = 4;
  c->line = 8;
  build_base (c, late);
  build_base (c, early);
  check_layout (c, 12, "error TypeError: __slots__ must be identifiers");
}

static void
test_unknown (void)
{
  HyClassDef *c = build_class ("C", NULL);
  build_library_base (c, "numpy.ndarray", FALSE);
  check_layout (c, 12, "unknown");
  c = build_class ("C", NULL);
  build_library_base (c, "typing.Annotated", FALSE);
  check_layout (c, 12, "unknown");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/class-bases/aliases", test_aliases);
  g_test_add_func ("/class-bases/not-a-class", test_not_a_class);
  g_test_add_func ("/class-bases/object-after-class", test_object_after_class);
  g_test_add_func ("/class-bases/subscripted-too-early", test_subscripted_too_early);
  g_test_add_func ("/class-bases/first-failure", test_first_failure);
  g_test_add_func ("/class-bases/unknown", test_unknown);
  return g_test_run ();
}
