/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-charts.h"
#include "draw-lanes.h"
#include "hy-chart-private.h"

#include <math.h>

static void
test_axis_end (void)
{
  static const struct
  {
    guint64 count, pin, end;
  } cases[] = { { 0, 0, 12 },
                { 100, 100000, 120000 },
                { 100000, 100000, 120000 },
                { 150000, 100000, 200000 },
                { 10000000, 0, 12000000 },
                { HY_FOOTPRINT_MAX_COUNT, 0, HY_FOOTPRINT_MAX_COUNT } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (hy_chart_axis_end (cases[i].count, cases[i].pin), ==, cases[i].end);
}

/* Everything is in its place, at any width, scale and number of classes. */
static void
test_frame (void)
{
  static const double widths[] = { 120, 360, 800, 2560 };
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint n_lines = 0; n_lines <= 8; n_lines += n_lines < 3 ? 1 : 5)
      for (guint log = 0; log < 4; log++)
        {
          DrawChart what = { widths[i], 400, 180, 100000, n_lines, (log & 1) != 0, (log & 2) != 0, FALSE, FALSE };
          g_autoptr (HyChart) chart = draw_chart (&what);
          HyRect plot = chart->plot;
          g_assert_cmpfloat (plot.x, >, 0);
          g_assert_cmpfloat (plot.y, >, 0);
          g_assert_cmpfloat (plot.y + plot.height, <, 400);
          g_assert_cmpuint (chart->x.n_ticks, >=, 3);
          if (widths[i] >= 360)
            g_assert_cmpfloat (plot.width, >, widths[i] * 0.35);
          for (guint j = 0; j < n_lines; j++)
            {
              double y = hy_chart_y (chart, hy_chart_value (chart, j, chart->end));
              g_assert_cmpfloat (y, >=, plot.y - 1e-6);
              g_assert_cmpfloat (y, <=, plot.y + plot.height + 1e-6);
              for (guint k = 0; k < j; k++)
                g_assert_cmpfloat (ABS (chart->label_y[j] - chart->label_y[k]), >=, 13);
            }
        }
}

/* A low chart gives up its note before its plot, and never writes one number of an axis over another. */
static void
test_low (void)
{
  for (double height = 60; height <= 200; height += 10)
    {
      DrawChart what = { 360, height, 180, 100000, 2, FALSE, FALSE, FALSE, FALSE };
      g_autoptr (HyChart) chart = draw_chart (&what);
      gsize last = chart->y.n_ticks - 1;
      double apart = (hy_chart_y (chart, 0) - hy_chart_y (chart, chart->y.ticks[last])) / (double) last;
      g_test_message ("%g: a plot of %g, %" G_GSIZE_FORMAT " ticks", height, chart->plot.height, last + 1);
      g_assert_true (chart->note[0] == '\0' || chart->plot.height >= 3 * 13);
      if (height >= 80)
        g_assert_cmpfloat (apart, >=, 13);
      g_assert_true (height < 120 || chart->note[0] != '\0');
    }
}

/* Picking is the inverse of placing, within a pixel. */
static void
test_pick (void)
{
  for (guint log = 0; log < 2; log++)
    {
      DrawChart what = { 800, 400, 180, 100000, 2, log != 0, FALSE, FALSE, FALSE };
      g_autoptr (HyChart) chart = draw_chart (&what);
      HyRect plot = chart->plot;
      guint64 count;
      for (double x = plot.x; x <= plot.x + plot.width; x += 3.7)
        {
          g_assert_true (hy_chart_pick (chart, x, plot.y + 5, &count));
          g_assert_cmpuint (count, <=, 120000);
          if (!log || count > 100)
            g_assert_cmpfloat (ABS (hy_chart_x (chart, (double) count) - x), <=, 1);
        }
      g_assert_false (hy_chart_pick (chart, 1, plot.y + 5, &count));
      g_assert_false (hy_chart_pick (chart, plot.x + 5, 399, &count));
    }
}

/* Between break points the line is what the model says for each count. */
static void
test_value (void)
{
  DrawChart what = { 800, 400, 180, 100000, 2, FALSE, FALSE, FALSE, FALSE };
  g_autoptr (HyChart) chart = draw_chart (&what);
  g_autoptr (HyFootprint) order = draw_order (12, 64);
  for (guint64 count = 0; count <= 120000; count = count < 60 ? count + 1 : count * 2)
    {
      HyFootprintTotal total;
      g_assert_true (hy_footprint_total (order, count, 0, &total, NULL));
      g_assert_cmpfloat_with_epsilon (hy_chart_value (chart, 0, count), (double) total.requested, 1e-6);
    }
  g_assert_cmpfloat (hy_chart_value (chart, 0, 120001), <, 0);
}

static void
test_extremes (void)
{
  DrawChart two = { 800, 400, 180, 100000, 2, FALSE, FALSE, FALSE, FALSE };
  DrawChart one = { 800, 400, 180, 100000, 2, FALSE, FALSE, TRUE, FALSE };
  g_autoptr (HyChart) chart = draw_chart (&two);
  g_autoptr (HyChart) lonely = draw_chart (&one);
  gsize dearest, cheapest;
  g_assert_true (hy_chart_extremes (chart, 5000, &dearest, &cheapest));
  g_assert_cmpuint (dearest, ==, 0);
  g_assert_cmpuint (cheapest, ==, 1);
  g_assert_false (hy_chart_extremes (lonely, 5000, &dearest, &cheapest));
  g_assert_cmpfloat (hy_chart_value (lonely, 1, 5000), <, 0);
}

/* Measured points are within the axes, however large. */
static void
test_measured (void)
{
  DrawChart what = { 800, 400, 10, 0, 2, FALSE, FALSE, FALSE, TRUE };
  g_autoptr (HyChart) chart = draw_chart (&what);
  g_assert_cmpfloat (chart->x.max, >=, 50000);
  g_assert_cmpfloat (chart->y.max, >=, 5.2e6);
}

/* With whole pools the lines are those of the pools. */
static void
test_pools (void)
{
  DrawChart what = { 800, 400, 180, 100000, 2, .include = HY_INCLUDE_POOLS };
  g_autoptr (HyChart) chart = draw_chart (&what);
  g_autoptr (HyFootprint) slotted = draw_slotted_order (12, 64);
  HyFootprintTotal total;
  g_assert_true (hy_footprint_total (slotted, chart->end, HY_INCLUDE_POOLS, &total, NULL));
  g_assert_cmpfloat (hy_chart_value (chart, 1, chart->end), ==, (double) total.pools);
  g_assert_cmpuint (total.pools, >, total.requested);
}

/* Where pools are not modelled, the line is left out: it is not at nothing. */
static void
test_unknown_pools (void)
{
  HyFootprintTotal points[] = { { 0 }, { .count = 10, .requested = 640, .allocated = 640, .blocks = 10 } };
  HySeries series = { .include = HY_INCLUDE_POOLS, .points = points, .n = 2 };
  HyChartLine line = { .label = "Order", .series = &series };
  g_assert_false (hy_chart_line_drawn (&line));
  series.include = 0;
  g_assert_true (hy_chart_line_drawn (&line));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/chart/axis-end", test_axis_end);
  g_test_add_func ("/draw/chart/frame", test_frame);
  g_test_add_func ("/draw/chart/low", test_low);
  g_test_add_func ("/draw/chart/pick", test_pick);
  g_test_add_func ("/draw/chart/value", test_value);
  g_test_add_func ("/draw/chart/extremes", test_extremes);
  g_test_add_func ("/draw/chart/measured", test_measured);
  g_test_add_func ("/draw/chart/pools", test_pools);
  g_test_add_func ("/draw/chart/unknown-pools", test_unknown_pools);
  return g_test_run ();
}
