/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-charts.h"
#include "hy-number.h"

static void
test_rent (void)
{
  DrawChart two = { 800, 400, 180, 100000, 2, FALSE, FALSE, FALSE, FALSE };
  DrawChart one = { 800, 400, 180, 100000, 1, FALSE, FALSE, FALSE, FALSE };
  g_autoptr (HyChart) chart = draw_chart (&two);
  g_autoptr (HyChart) lonely = draw_chart (&one);
  g_autofree char *text = hy_plain_spaces (hy_chart_rent_text (chart, 100000));
  g_assert_cmpstr (text, ==, "100,000: SlottedOrder saves 3.05 MiB (33 %)");
  g_assert_null (hy_chart_rent_text (chart, 0));
  g_assert_null (hy_chart_rent_text (lonely, 100000));
}

static void
test_read_off (void)
{
  DrawChart what = { 800, 400, 180, 100000, 2, FALSE, FALSE, FALSE, FALSE };
  g_autoptr (HyChart) chart = draw_chart (&what);
  g_autofree char *text = hy_plain_spaces (hy_chart_read_off (chart, 20000));
  g_assert_cmpstr (text, ==, "20,000 · Order 1.83 MiB · SlottedOrder 1.22 MiB");
}

static void
test_describe (void)
{
  DrawChart what = { 800, 400, 100000, 100000, 2, TRUE, TRUE, TRUE, FALSE };
  g_autoptr (HyChart) chart = draw_chart (&what);
  g_autofree char *text = hy_chart_describe (chart);
  g_assert_cmpstr (text, ==,
                   "Order: 100,000 instances, 9.16 MiB; SlottedOrder: 100,000 instances, unknown; the axis runs to "
                   "120,000 instances; modelled · logarithmic axes: lengths are not in the ratio of the numbers · not "
                   "known, left out: SlottedOrder");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/chart-text/rent", test_rent);
  g_test_add_func ("/draw/chart-text/read-off", test_read_off);
  g_test_add_func ("/draw/chart-text/describe", test_describe);
  return g_test_run ();
}
