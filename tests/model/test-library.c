/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-library-table.h"

#include <string.h>

static void
test_sorted (void)
{
  for (gsize i = 1; i < hy_library_types_length; i++)
    {
      const HyLibraryType *before = &hy_library_types[i - 1], *row = &hy_library_types[i];
      int order = strcmp (before->name, row->name);
      g_assert_cmpint (order, <=, 0);
      g_assert_true (order < 0 || before->until < row->since);
    }
  for (gsize i = 1; i < hy_library_sizes_length; i++)
    g_assert_cmpint (strcmp (hy_library_size_rows[i - 1].name, hy_library_size_rows[i].name), <=, 0);
  for (gsize i = 1; i < hy_library_aliases_length; i++)
    g_assert_cmpint (strcmp (hy_library_aliases[i - 1].alias, hy_library_aliases[i].alias), <=, 0);
  for (gsize i = 1; i < hy_library_attributes_length; i++)
    g_assert_cmpint (strcmp (hy_library_attributes[i - 1].type, hy_library_attributes[i].type), <=, 0);
}

/* Each base and metaclass has a row in each version that names it. */
static void
test_closed (void)
{
  for (gsize i = 0; i < hy_library_types_length; i++)
    {
      const HyLibraryType *row = &hy_library_types[i];
      g_auto (GStrv) bases = *row->bases != '\0' ? g_strsplit (row->bases, " ", -1) : NULL;
      for (guint minor = row->since; minor <= row->until; minor++)
        {
          for (char **base = bases; base != NULL && *base != NULL; base++)
            g_assert_nonnull (hy_library_find (*base, minor));
          g_assert_nonnull (hy_library_find (row->metaclass != NULL ? row->metaclass : "type", minor));
        }
    }
  for (gsize i = 0; i < hy_library_aliases_length; i++)
    g_assert_nonnull (hy_library_find (hy_library_aliases[i].alias, hy_library_aliases[i].since));
}

static void
test_find (void)
{
  g_assert_cmpstr (hy_library_find ("enum.EnumMeta", 12)->name, ==, "enum.EnumType");
  g_assert_cmpstr (hy_library_find ("enum.EnumMeta", 10)->name, ==, "enum.EnumMeta");
  g_assert_cmpstr (hy_library_find ("io.StringIO", 12)->name, ==, "io.StringIO");
  g_assert_cmpstr (hy_library_short_name (hy_library_find ("collections.OrderedDict", 6)), ==, "OrderedDict");
  g_assert_true (hy_library_find_alias ("typing.List", 12)->generic);
  g_assert_null (hy_library_find_alias ("typing.List", 6));
  g_assert_null (hy_library_find ("numpy.ndarray", 12));
  g_assert_null (hy_library_find ("string.templatelib.Template", 13));
  g_assert_nonnull (hy_library_find ("string.templatelib.Template", 14));
}

static void
test_sizes (void)
{
  const struct
  {
    const char *name;
    guint minor;
    HyBuild build;
    guint bits;
    gint basicsize; /* -1: not known */
  } cases[] = {
    { "dict", 12, HY_BUILD_DEFAULT, 64, 48 },
    { "dict", 12, HY_BUILD_DEFAULT, 32, 28 },
    { "dict", 12, HY_BUILD_WASM, 32, 32 },
    { "dict", 13, HY_BUILD_FREE_THREADED, 64, 64 },
    { "tuple", 13, HY_BUILD_DEFAULT, 64, 24 },
    { "tuple", 14, HY_BUILD_DEFAULT, 64, 32 },
    { "FileNotFoundError", 9, HY_BUILD_DEFAULT, 32, 52 },
    { "itertools.product", 9, HY_BUILD_DEFAULT, 32, -1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HyLibrarySize sizes;
      const HyAbi *abi = hy_abi_lookup (cases[i].minor, cases[i].build, cases[i].bits);
      gboolean known = hy_library_sizes (hy_library_find (cases[i].name, cases[i].minor), abi, &sizes);
      g_assert_cmpint (known ? sizes.basicsize : -1, ==, cases[i].basicsize);
    }
}

static void
test_attributes (void)
{
  const HyLibraryType *exception = hy_library_find ("BaseException", 12);
  const HyLibraryType *object = hy_library_find ("object", 12);
  g_assert_cmpint (hy_library_find_attribute (exception, "args", 12)->kind, ==, HY_ATTRIBUTE_DATA);
  g_assert_cmpint (hy_library_find_attribute (object, "__class__", 12)->kind, ==, HY_ATTRIBUTE_DATA);
  g_assert_cmpint (hy_library_find_attribute (hy_library_find ("list", 12), "append", 12)->kind, ==,
                   HY_ATTRIBUTE_METHOD);
  g_assert_null (hy_library_find_attribute (exception, "add_note", 10));
  g_assert_nonnull (hy_library_find_attribute (exception, "add_note", 11));
  g_assert_true (hy_library_knows_attribute (exception, "total"));
  g_assert_false (hy_library_knows_attribute (exception, "__reduce__"));
  g_assert_true (hy_library_knows_attribute (hy_library_find ("abc.ABC", 12), "total"));
  g_assert_false (hy_library_knows_attribute (hy_library_find ("threading.Thread", 12), "name"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/sorted", test_sorted);
  g_test_add_func ("/library/closed", test_closed);
  g_test_add_func ("/library/find", test_find);
  g_test_add_func ("/library/sizes", test_sizes);
  g_test_add_func ("/library/attributes", test_attributes);
  return g_test_run ();
}
