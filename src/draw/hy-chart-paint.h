/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-chart.h"
#include "hy-palette.h"

G_BEGIN_DECLS

/* Paints the chart with its ground at the origin of @cr. Vectors only. */
void hy_paint_chart (cairo_t *cr, HyChart *chart, const HyPalette *palette);

/* Hover: a line at @count with a value at each class, to be painted above. */
void hy_paint_chart_hover (cairo_t *cr, HyChart *chart, const HyPalette *palette, guint64 count);

G_END_DECLS
