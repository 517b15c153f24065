/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-abi.h"

static void
test_rows (void)
{
  gsize n;
  const HyAbi *rows = hy_abi_rows (&n);
  for (gsize i = 0; i < n; i++)
    {
      const HyAbi *abi = &rows[i];
      g_assert_true (hy_abi_lookup (abi->minor, abi->build, abi->bits) == abi);
      g_assert_cmpuint (abi->pointer * 8, ==, abi->bits);
      g_assert_cmpuint (abi->object_header % abi->pointer, ==, 0);
      g_assert_cmpuint (abi->var_object_header, ==, abi->object_header + abi->pointer);
      g_assert_cmpint (abi->managed_weakref, ==, abi->managed_weakrefoffset != 0);
      g_assert_cmpint (abi->managed_dict, ==, abi->pre_header != 0);
      g_assert_cmpint (abi->managed_dict, ==, abi->pre_header_words != NULL);
      g_assert_cmpint (abi->build == HY_BUILD_FREE_THREADED, ==, abi->gc_head == 0);
      g_assert_nonnull (abi->weakref_refusal);
      g_assert_nonnull (abi->var_slots_refusal);
      g_assert_nonnull (abi->mro_separator);
      for (gsize j = 0; j < i; j++)
        g_assert_false (rows[j].minor == abi->minor && rows[j].build == abi->build && rows[j].bits == abi->bits);
    }
}

static void
test_versions (void)
{
  for (guint minor = 6; minor <= 15; minor++)
    {
      g_assert_nonnull (hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64));
      g_assert_nonnull (hy_abi_lookup (minor, HY_BUILD_DEFAULT, 32));
      g_assert_cmpint (hy_abi_lookup (minor, HY_BUILD_FREE_THREADED, 64) != NULL, ==, minor >= 13);
      g_assert_cmpint (hy_abi_lookup (minor, HY_BUILD_WASM, 32) != NULL, ==, minor >= 11);
    }
  g_assert_null (hy_abi_lookup (5, HY_BUILD_DEFAULT, 64));
  g_assert_null (hy_abi_lookup (12, HY_BUILD_DEBUG, 64));
  g_assert_cmpuint (hy_abi_newest ()->minor, ==, HY_NEWEST_MINOR);
  g_assert_cmpuint (hy_abi_newest ()->bits, ==, 64);
}

static void
test_not_measured (void)
{
  g_assert_false (hy_abi_lookup (14, HY_BUILD_FREE_THREADED, 64)->measured);
  g_assert_true (hy_abi_lookup (13, HY_BUILD_FREE_THREADED, 64)->measured);
  g_assert_false (hy_abi_lookup (9, HY_BUILD_DEFAULT, 32)->measured);
}

static void
test_labels (void)
{
  const struct
  {
    guint minor;
    HyBuild build;
    guint bits;
    const char *label;
  } cases[] = {
    { 12, HY_BUILD_DEFAULT, 64, "3.12" },
    { 11, HY_BUILD_DEFAULT, 32, "3.11, 32-bit" },
    { 13, HY_BUILD_FREE_THREADED, 64, "3.13, free-threaded" },
    { 14, HY_BUILD_FREE_THREADED, 64, "3.14, free-threaded (from source only)" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = hy_abi_label (hy_abi_lookup (cases[i].minor, cases[i].build, cases[i].bits));
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_build_names (void)
{
  HyBuild build = HY_BUILD_DEFAULT;
  for (HyBuild each = HY_BUILD_DEFAULT; each <= HY_BUILD_WASM; each++)
    {
      g_assert_true (hy_build_from_string (hy_build_to_string (each), &build));
      g_assert_cmpint (build, ==, each);
    }
  g_assert_false (hy_build_from_string ("nogil", &build));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/abi/rows", test_rows);
  g_test_add_func ("/abi/versions", test_versions);
  g_test_add_func ("/abi/not-measured", test_not_measured);
  g_test_add_func ("/abi/labels", test_labels);
  g_test_add_func ("/abi/build-names", test_build_names);
  return g_test_run ();
}
