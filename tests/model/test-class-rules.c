/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

#define CONFLICT "error TypeError: multiple bases have instance lay-out conflict"

static HyClassDef *
build_two (const char *first_slots, const char *second_slots, const char *slots)
{
  g_autoptr (HyClassDef) a = build_class ("A", first_slots);
  g_autoptr (HyClassDef) b = build_class ("B", second_slots);
  HyClassDef *c = build_class ("C", slots);
  build_base (c, a);
  build_base (c, b);
  return c;
}

/* Which base's layout is extended, and what the other one adds. */
static void
test_two_bases (void)
{
  const struct
  {
    const char *first, *second, *own;
    guint minor;
    const char *expected;
  } cases[] = {
    { "a", "b", NULL, 6, CONFLICT },
    { "a", "b", NULL, 15, CONFLICT },
    { "a", "a", "", 12, CONFLICT },
    { "", "b", "c", 12, "exact 32 0 0" },
    { "a b", NULL, NULL, 10, "exact 48 32 40" },
    { "a b", NULL, NULL, 12, "exact 32 -1 -32" },
    { "a b", NULL, "z", 11, "exact 48 -72 40" },
    { "__dict__", "b", "", 10, "exact 32 24 0" },
    { "__dict__", "b", "", 12, "exact 24 -1 0" },
    { "__dict__", "__weakref__", "", 10, "exact 32 16 24" },
    { "__dict__", "__weakref__", "", 11, "exact 24 -40 16" },
    { "__dict__", "__weakref__", "", 12, "exact 16 -1 -32" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_layout (build_two (cases[i].first, cases[i].second, cases[i].own), cases[i].minor, cases[i].expected);
}

/* A pointer that only a run-time type adds is forgiven until 3.11: ('a', '__weakref__') conflicts, ('__weakref__',)
 * not. */
static void
test_forgiven_pointers (void)
{
  check_layout (build_two ("__weakref__", "b", ""), 11, "exact 32 0 24");
  check_layout (build_two ("a __weakref__", "b", ""), 11, CONFLICT);
}

static void
test_chain (void)
{
  g_autoptr (HyClassDef) a = build_class ("A", "a");
  g_autoptr (HyClassDef) b = build_class ("B", NULL);
  g_autoptr (HyClassDef) c = build_class ("C", "c");
  build_base (b, a);
  build_base (c, b);
  check_layout_keep (c, 10, "exact 48 24 32");
  check_layout_keep (c, 11, "exact 40 -56 24");
  check_layout_keep (c, 13, "exact 32 -1 -32");
}

static HyTypeFlags
flags_of (const char *slots, guint minor)
{
  g_autoptr (HyClassDef) def = build_class ("C", slots);
  g_autoptr (HyLayout) layout = build_layout (def, minor);
  return layout->flags;
}

static void
test_flags (void)
{
  g_assert_cmpint (flags_of ("", 7), ==, 0);
  g_assert_cmpint (flags_of ("", 8), ==, HY_FLAG_HAVE_GC);
  g_assert_cmpint (flags_of ("a", 7), ==, HY_FLAG_HAVE_GC);
  g_assert_cmpint (flags_of ("a __dict__", 13), ==, HY_FLAG_HAVE_GC | HY_FLAG_MANAGED_DICT);
  g_assert_cmpint (flags_of ("a __dict__", 14), ==, HY_FLAG_HAVE_GC | HY_FLAG_MANAGED_DICT | HY_FLAG_INLINE_VALUES);
  g_assert_cmpint (flags_of (NULL, 12), ==, HY_FLAG_HAVE_GC | HY_FLAG_MANAGED_DICT | HY_FLAG_MANAGED_WEAKREF);
}

static void
test_not_acceptable (void)
{
  HyClassDef *c = build_class ("C", NULL);
  build_library_base (c, "bool", FALSE);
  check_layout (c, 12, "error TypeError: type 'bool' is not an acceptable base type");
  c = build_class ("C", NULL);
  build_library_base (c, "re.Pattern", FALSE);
  check_layout (c, 12, "error TypeError: type 're.Pattern' is not an acceptable base type");
}

static void
test_metaclass (void)
{
  g_autoptr (HyClassDef) m1 = build_class ("M1", NULL), m2 = build_class ("M2", NULL);
  g_autoptr (HyClassDef) a = build_class ("A", NULL), b = build_class ("B", NULL), c = build_class ("C", NULL);
  build_library_base (m1, "type", FALSE);
  build_library_base (m2, "type", FALSE);
  a->metaclass = g_new0 (HyBase, 1);
  *a->metaclass = (HyBase){ .kind = HY_BASE_DEF, .def = hy_class_def_ref (m1), .name = g_strdup ("M1") };
  b->metaclass = g_new0 (HyBase, 1);
  *b->metaclass = (HyBase){ .kind = HY_BASE_DEF, .def = hy_class_def_ref (m2), .name = g_strdup ("M2") };
  build_base (c, a);
  g_autoptr (HyLayout) layout = build_layout (c, 12);
  g_assert_cmpstr (layout->metaclass, ==, "M1");
  build_base (c, b);
  check_layout_keep (c, 12,
                     "error TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                     "subclass of the metaclasses of all its bases");
}

/* A builtin's size that nobody measured in a build is said, unless only the class's own error matters. */
static void
test_unknown_size (void)
{
  const HyAbi *abi = hy_abi_lookup (9, HY_BUILD_DEFAULT, 32);
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  build_library_base (def, "zlib.error", FALSE);
  g_autoptr (HyLayout) exception = hy_layouter_layout (def, abi);
  g_assert_cmpint (exception->status, ==, HY_STATUS_EXACT);
  g_autoptr (HyClassDef) other = build_class ("C", NULL);
  build_library_base (other, "itertools.product", FALSE);
  g_autoptr (HyLayout) unknown = hy_layouter_layout (other, abi);
  g_assert_cmpint (unknown->status, ==, HY_STATUS_UNKNOWN);
  g_assert_cmpstr (unknown->reason, ==,
                   "the size of itertools.product in CPython 3.9, 32-bit (from source only) is not known");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/class-rules/two-bases", test_two_bases);
  g_test_add_func ("/class-rules/forgiven-pointers", test_forgiven_pointers);
  g_test_add_func ("/class-rules/chain", test_chain);
  g_test_add_func ("/class-rules/flags", test_flags);
  g_test_add_func ("/class-rules/not-acceptable", test_not_acceptable);
  g_test_add_func ("/class-rules/metaclass", test_metaclass);
  g_test_add_func ("/class-rules/unknown-size", test_unknown_size);
  return g_test_run ();
}
