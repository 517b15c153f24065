/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-chart.h"
#include "hy-session.h"

G_BEGIN_DECLS

/* The chart of the session's visible classes. Hover reads off any count; a
 * click, a drag or the arrow keys move the session's count.
 *
 * Properties: "session", "logarithmic". */
#define HY_TYPE_CHART_VIEW (hy_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (HyChartView, hy_chart_view, HY, CHART_VIEW, GtkWidget)

/* What is drawn now; NULL before the first frame. Borrowed. */
HyChart *hy_chart_view_get_chart (HyChartView *self);

/* What is counted, of which interpreter: "objects and attribute stores · modelled, CPython 3.12". (transfer full) */
char *hy_chart_view_method (const HyReport *report);

G_END_DECLS
