/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-charts.h"
#include "draw-lanes.h"

#define MAX_LINES 8

static HyFootprint *
footprint_of (guint line)
{
  return line == 0   ? draw_order (12, 64)
         : line == 1 ? draw_slotted_order (12, 64)
                     : draw_class (12, 64, TRUE, line + 3);
}

HyChart *
draw_chart (const DrawChart *what)
{
  static const char *const names[MAX_LINES] = { "Order", "SlottedOrder", "C", "D", "E", "F", "G", "H" };
  HyChartPoint point = { 50000, 4.9e6, 4.6e6, 5.2e6 };
  HyChartLine lines[MAX_LINES];
  guint64 end = hy_chart_axis_end (what->count, what->pin);
  for (guint i = 0; i < what->n_lines; i++)
    {
      g_autoptr (HyFootprint) footprint = footprint_of (i);
      lines[i] = (HyChartLine){ .label = names[i], .color = i, .plan = i == 2 };
      lines[i].per_instance = (double) hy_footprint_steady (footprint)->requested;
      if (!what->unknown || i != 1)
        lines[i].series = hy_series_new_breaks (footprint, end, what->include, 100, NULL);
      if (what->measured && i == 0)
        {
          lines[i].measured = &point;
          lines[i].n_measured = 1;
        }
    }
  HyChartOptions options = { .width = what->width,
                             .height = what->height,
                             .count = what->count,
                             .pin = what->pin,
                             .log_x = what->log_x,
                             .log_y = what->log_y,
                             .footer = "modelled" };
  HyChart *chart = hy_chart_new (lines, what->n_lines, &options);
  for (guint i = 0; i < what->n_lines; i++)
    g_clear_pointer (&lines[i].series, hy_series_unref);
  return chart;
}
