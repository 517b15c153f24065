/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-chart.h"
#include "hy-text.h"

G_BEGIN_DECLS

#define HY_CHART_MARGIN 1.25 /* around all, in sizes of the text */

struct _HyChart
{
  HyChartOptions options; /* strings are owned */
  HyChartLine *lines;     /* @n_lines; labels and points are owned */
  gsize n_lines;
  double *label_y; /* middle of each line's end label; NAN for none */
  HyRect plot;
  double label_width;    /* room right of the plot */
  gboolean short_labels; /* without the bytes of an instance */
  gboolean rent_above;   /* the saving is written above the plot */
  double note_height;
  guint64 end; /* of the count axis */
  HyAxis x, y;
  guint64 focus; /* the count whose saving is written out */
  char *note;    /* method, axes that are logarithmic, classes left out */
};

/* What a point of a series counts: requested bytes, or whole pools where those are included. */
double hy_chart_point_bytes (const HySeries *series, gsize point);

/* FALSE for a hidden line, and for one without figures. */
gboolean hy_chart_line_drawn (const HyChartLine *self);

/* "Order 96 B". (transfer full) */
char *hy_chart_line_label (HyChart *self, gsize line);

HyFont hy_chart_font (HyChart *self, double factor, gboolean bold);

/* Spreads the @n middles of labels of @height, so that none overlaps and all are between @top and @bottom as far as
 * there is room. Their order stays. */
void hy_labels_spread (double *middles, gsize n, double height, double top, double bottom);

/* hy_chart_value () between two instances, for lines. */
double hy_chart_value_at (HyChart *self, gsize line, double count);

/* Dearest and cheapest drawn line at @count; FALSE with fewer than two. */
gboolean hy_chart_extremes (HyChart *self, double count, gsize *dearest, gsize *cheapest);

G_END_DECLS
