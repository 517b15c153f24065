/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-versions.h"

#include "recipes.h"

static void
test_lesson (void)
{
  static const struct
  {
    guint minor;
    gint64 order, slotted;
  } truth[] = { { 10, 152, 64 }, { 12, 96, 64 }, { 13, 104, 64 } };
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  HyClassDef *defs[] = { order, slotted };
  g_autoptr (HyVersions) versions = hy_versions_new (defs, 2, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64));

  g_assert_cmpuint (versions->n_classes, ==, 2);
  g_assert_cmpuint (versions->largest, ==, 184);
  for (gsize i = 0; i < G_N_ELEMENTS (truth); i++)
    {
      gsize version = hy_versions_find (versions, truth[i].minor, 99);
      g_assert_cmpuint (versions->abis[version]->minor, ==, truth[i].minor);
      g_assert_cmpint (hy_versions_bytes (versions, 0, version), ==, truth[i].order);
      g_assert_cmpint (hy_versions_bytes (versions, 1, version), ==, truth[i].slotted);
    }
  for (gsize i = 1; i < versions->n_abis; i++)
    g_assert_cmpuint (versions->abis[i]->minor, >, versions->abis[i - 1]->minor);
  g_assert_cmpuint (hy_versions_find (versions, 99, 7), ==, 7);
}

static void
test_other_build (void)
{
  g_autoptr (HyClassDef) refused = recipe_class ("bool", NULL, "");
  HyClassDef *defs[] = { refused };
  g_autoptr (HyVersions) versions = hy_versions_new (defs, 1, hy_abi_lookup (13, HY_BUILD_FREE_THREADED, 64));

  g_assert_cmpuint (versions->abis[0]->minor, ==, 13);
  g_assert_cmpint (hy_versions_bytes (versions, 0, 0), ==, -1);
  g_assert_cmpuint (versions->largest, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/lesson", test_lesson);
  g_test_add_func ("/versions/other-build", test_other_build);
  return g_test_run ();
}
