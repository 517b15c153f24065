/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-versions.h"

static void
test_lesson (void)
{
  static const struct
  {
    guint minor;
    gint64 order, slotted;
  } truth[] = { { 12, 96, 64 }, { 13, 104, 64 } };
  HyClassDef *defs[] = { hy_class_def_new_order (), hy_class_def_new_slotted_order () };
  const HyReportEntry entries[] = { { defs[0], NULL, NULL, 0, TRUE },
                                    { defs[1], NULL, NULL, 1, FALSE },
                                    { defs[0], NULL, NULL, 2, FALSE } };
  g_autoptr (HyReport) report =
      hy_report_new_for_entries (entries, 3, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64), 1, 0, 0);
  g_autoptr (HyVersions) versions = hy_versions_new (report);
  guint seen = 0;

  g_assert_cmpuint (versions->n_classes, ==, 2);
  g_assert_cmpuint (versions->classes[0], ==, 1);
  for (gsize i = 0; i < versions->n_abis; i++)
    {
      g_assert_true (i == 0 || versions->abis[i]->minor > versions->abis[i - 1]->minor);
      for (gsize j = 0; j < G_N_ELEMENTS (truth); j++)
        if (truth[j].minor == versions->abis[i]->minor)
          {
            g_assert_cmpint (hy_versions_bytes (versions, 0, i), ==, truth[j].slotted);
            g_assert_cmpint (hy_versions_bytes (versions, 1, i), ==, truth[j].order);
            seen++;
          }
      g_assert_cmpint (hy_versions_bytes (versions, 1, i), <=, (gint64) versions->largest);
    }
  g_assert_cmpuint (seen, ==, G_N_ELEMENTS (truth));
  hy_class_def_unref (defs[0]);
  hy_class_def_unref (defs[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/lesson", test_lesson);
  return g_test_run ();
}
