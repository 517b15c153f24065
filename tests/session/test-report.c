/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-report.h"

typedef struct
{
  HyClassDef *defs[2];
  const HyAbi *abi;
  HyReport *report;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->defs[0] = hy_class_def_new_order ();
  fixture->defs[1] = hy_class_def_new_slotted_order ();
  fixture->abi = hy_abi_lookup (12, HY_BUILD_DEFAULT, 64);
  fixture->report = hy_report_new (fixture->defs, 2, fixture->abi, 100000, 0, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hy_report_unref (fixture->report);
  hy_class_def_unref (fixture->defs[0]);
  hy_class_def_unref (fixture->defs[1]);
}

static void
test_lesson (Fixture *fixture, gconstpointer data)
{
  const HyReport *report = fixture->report;
  const HyReportClass *order = &report->classes[0], *slotted = &report->classes[1];

  g_assert_cmpuint (report->n_classes, ==, 2);
  g_assert_cmpuint (report->chart_max, >, 100000);
  g_assert_true (order->has_total && slotted->has_total);
  g_assert_cmpuint (hy_footprint_steady (order->footprint)->requested, ==, 96);
  g_assert_cmpuint (hy_footprint_steady (slotted->footprint)->requested, ==, 64);
  g_assert_cmpuint (slotted->total.requested, ==, 6400000);
  g_assert_cmpuint (order->total.requested, >=, 9600000);
  g_assert_cmpuint (order->series->points[order->series->n - 1].count, ==, report->chart_max);
  g_assert_cmpuint (order->colour, ==, 0);
  g_assert_cmpuint (slotted->colour, ==, 1);
  g_assert_cmpstr (hy_report_kind (order->layout), ==, "dict-backed");
  g_assert_cmpstr (hy_report_kind (slotted->layout), ==, "slotted");
}

/* At another count the layouts are shared, and the figures those of a fresh report. */
static void
test_new_at (Fixture *fixture, gconstpointer data)
{
  static const HyInclude includes[] = { 0, HY_INCLUDE_VALUES, HY_INCLUDE_VALUES | HY_INCLUDE_LIST };

  for (gsize i = 0; i < G_N_ELEMENTS (includes); i++)
    {
      g_autoptr (HyReport) moved = hy_report_new_at (fixture->report, 17, includes[i], 0);
      g_autoptr (HyReport) fresh = hy_report_new (fixture->defs, 2, fixture->abi, 17, includes[i], 0);

      for (gsize j = 0; j < 2; j++)
        {
          g_assert_true (moved->classes[j].layout == fixture->report->classes[j].layout);
          g_assert_cmpuint (hy_report_per_instance (moved, j), ==,
                            includes[i] == 0 ? hy_footprint_steady (moved->classes[j].footprint)->requested : 0);
          g_assert_cmpuint (moved->classes[j].total.requested, ==, fresh->classes[j].total.requested);
          g_assert_cmpuint (moved->classes[j].series->n, ==, fresh->classes[j].series->n);
        }
      g_assert_cmpuint (moved->chart_max, ==, fresh->chart_max);
    }
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  const HyReportEntry entries[] = { { fixture->defs[0], NULL, NULL, 0, FALSE },
                                    { fixture->defs[1], "dict", "Order", 1, TRUE } };
  g_autoptr (HyReport) report = hy_report_new_for_entries (entries, 2, fixture->abi, 10, 0, 0);

  g_autofree char *origin = hy_report_origin (report);
  g_autofree char *label = hy_abi_label (fixture->abi);

  g_assert_true (g_str_has_prefix (origin, "modelled, CPython "));
  g_assert_true (g_str_has_suffix (origin, label));
  g_assert_cmpstr (report->classes[0].label, ==, "Order");
  g_assert_cmpstr (report->classes[1].label, ==, "Order · dict");
  g_assert_true (report->classes[1].hidden);
}

/* What Python refuses is said in its own words. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HyClassDef) def = hy_class_def_new ("C");
  g_autoptr (HyReport) report = NULL;

  def->n_bases = 2;
  def->bases = g_new0 (HyBase, 2);
  for (gsize i = 0; i < 2; i++)
    def->bases[i] = (HyBase){ .kind = HY_BASE_LIBRARY, .name = g_strdup (i == 0 ? "int" : "str") };
  report = hy_report_new (&def, 1, fixture->abi, 10, 0, 0);
  g_assert_false (report->classes[0].has_total);
  g_assert_true (
      g_str_has_prefix (report->classes[0].unknown, "TypeError: multiple bases have instance lay-out conflict"));
  g_assert_cmpstr (hy_report_kind (report->classes[0].layout), ==, "refused");
}

static void
test_nice_max (void)
{
  static const struct
  {
    guint64 count, at_least, max;
  } cases[] = {
    { 0, 0, 10 },
    { 9, 0, 10 },
    { 100, 0, 120 },
    { 100, 100001, 120000 },
    { 120000, 100001, 150000 },
    { 10000000, 0, 12000000 },
    { HY_FOOTPRINT_MAX_COUNT, 0, HY_FOOTPRINT_MAX_COUNT },
    { G_MAXUINT64, 0, HY_FOOTPRINT_MAX_COUNT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (hy_report_nice_max (cases[i].count, cases[i].at_least), ==, cases[i].max);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/lesson", Fixture, NULL, set_up, test_lesson, tear_down);
  g_test_add ("/report/new-at", Fixture, NULL, set_up, test_new_at, tear_down);
  g_test_add ("/report/labels", Fixture, NULL, set_up, test_labels, tear_down);
  g_test_add ("/report/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add_func ("/report/nice-max", test_nice_max);
  return g_test_run ();
}
