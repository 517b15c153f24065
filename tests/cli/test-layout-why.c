/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-why.h"

#include "program.h"
#include "recipes.h"

#define DICT "  - a __dict__: some class of the MRO has no __slots__, or names __dict__ in them\n"
#define NO_DICT                                                                                                        \
  "  - no __dict__: every class statement of the MRO has __slots__; another attribute is an AttributeError\n"
#define PRE_HEADER "  - the __dict__ pointer comes with the pre-header, before the object\n"
#define FIELD "  - the __dict__ pointer is a field of the object\n"
#define WEAKREF_FREE "  - the __weakref__ list comes with the pre-header and costs no field\n"
#define WEAKREF_FIELD "  - the __weakref__ list is a field of the object\n"
#define WEAKREF_PLACE "  - no __weakref__: a pre-header that is there for __dict__ keeps its place all the same\n"
#define INLINE "  - attribute values lie in the object's own block, behind its fields\n"
#define ARRAY "  - attribute values lie in an array of their own\n"
#define OWN_DICT "  - a dict object of its own: the attributes could not stay in a values array alone\n"
#define SPLIT "  - a dict object of its own comes with the first attribute; its keys belong to the class\n"
#define GC "  - a GC head before the object, for the cycle collector\n"

/* Every rule, in the version in which it began to apply and in the last one in which it did not. */
static const struct
{
  const char *slots, *steps;
  guint minor;
  HyBuild build;
  const char *reasons;
} cases[] = {
  { "", "", 12, HY_BUILD_DEFAULT, NO_DICT GC },
  { "a", "", 8, HY_BUILD_DEFAULT, NO_DICT GC },
  { "a __weakref__", "", 12, HY_BUILD_DEFAULT, NO_DICT WEAKREF_FREE GC },
  { NULL, "a", 10, HY_BUILD_DEFAULT, DICT FIELD WEAKREF_FIELD SPLIT GC },
  { NULL, "a", 11, HY_BUILD_DEFAULT, DICT PRE_HEADER WEAKREF_FIELD ARRAY GC },
  { NULL, "a", 12, HY_BUILD_DEFAULT, DICT PRE_HEADER WEAKREF_FREE ARRAY GC },
  { NULL, "a", 13, HY_BUILD_DEFAULT, DICT PRE_HEADER WEAKREF_FREE INLINE GC },
  { NULL, "a", 13, HY_BUILD_FREE_THREADED, DICT PRE_HEADER WEAKREF_FREE INLINE },
  { NULL, "a @", 11, HY_BUILD_DEFAULT, DICT PRE_HEADER WEAKREF_FIELD ARRAY OWN_DICT GC },
  { "__dict__", "a", 11, HY_BUILD_DEFAULT, DICT PRE_HEADER ARRAY GC },
  { "__dict__", "a", 12, HY_BUILD_DEFAULT, DICT PRE_HEADER WEAKREF_PLACE ARRAY GC },
};

static void
test_reasons (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (NULL, cases[i].slots, cases[i].steps);
      g_autoptr (HyLayout) layout = hy_layouter_layout (def, hy_abi_lookup (cases[i].minor, cases[i].build, 64));
      g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
      g_autofree char *text = NULL;
      TestPrint print;

      test_print_begin (&print);
      hy_layout_why_print (footprint, print.output);
      text = test_print_end (&print);
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (text, ==, cases[i].reasons);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-why/reasons", test_reasons);
  return g_test_run ();
}
