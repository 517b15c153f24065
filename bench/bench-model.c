/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The object model: layouts, footprints, all versions of a class. */
#include "hy-bench.h"
#include "hy-report.h"

typedef struct
{
  HyClassDef *def;
  HyFootprint *footprint;
  HyReport *report;
  guint64 count;
} Subject;

static void
lay_out (gpointer data)
{
  Subject *subject = data;
  g_autoptr (HyLayout) layout = hy_layouter_layout (subject->def, hy_abi_newest ());
}

static void
add_up (gpointer data)
{
  Subject *subject = data;
  HyFootprintTotal total;

  if (!hy_footprint_total (subject->footprint, 1000000000, 0, &total, NULL))
    g_error ("no total for the lesson's class");
}

static void
make_footprint (gpointer data)
{
  Subject *subject = data;
  HyFootprintTotal total;
  g_autoptr (HyLayout) layout = hy_layouter_layout (subject->def, hy_abi_newest ());
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);

  if (!hy_footprint_total (footprint, 1000000000, 0, &total, NULL))
    g_error ("no total for the lesson's class");
}

static void
all_versions (gpointer data)
{
  Subject *subject = data;
  gsize n = 0;
  const HyAbi *rows = hy_abi_rows (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (HyLayout) layout = hy_layouter_layout (subject->def, &rows[i]);
      g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
    }
}

static void
step_slider (gpointer data)
{
  Subject *subject = data;
  g_autoptr (HyReport) next = hy_report_new_at (subject->report, subject->count, 0, 0);

  subject->count = subject->count * 5 / 4 % 10000000 + 1;
}

int
main (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  g_autoptr (HyLayout) layout = hy_layouter_layout (order, hy_abi_newest ());
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  HyClassDef *defs[] = { order, slotted };
  g_autoptr (HyReport) report = hy_report_new (defs, G_N_ELEMENTS (defs), hy_abi_newest (), 100, 0, 0);
  Subject subject = { .def = order, .footprint = footprint, .report = report, .count = 1 };

  hy_bench_row ("layout of one class", 1e6 * hy_bench_median (lay_out, &subject, 200, 25), "µs", 20);
  hy_bench_row ("footprint at 10^9, layout included", 1e6 * hy_bench_median (make_footprint, &subject, 100, 25), "µs",
                0);
  hy_bench_row ("total at 10^9", 1e6 * hy_bench_median (add_up, &subject, 200, 25), "µs", 20);
  hy_bench_row ("one class on all versions and builds", 1e3 * hy_bench_median (all_versions, &subject, 10, 25), "ms",
                0.5);
  hy_bench_row ("slider step, model part", 1e3 * hy_bench_median (step_slider, &subject, 50, 25), "ms", 1);
  return 0;
}
