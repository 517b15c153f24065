/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-chart-view.h"
#include "hy-session.h"
#include "hy-yard-view.h"

G_BEGIN_DECLS

/* The first page: classes, yard over chart, counts, inspector. Property: "session" (at construction).
 *
 * Actions: page.arrangement, page.logarithmic, page.include, page.zoom-in, page.zoom-out, page.fit, page.classes,
 * page.inspector. */
#define HY_TYPE_YARD_PAGE (hy_yard_page_get_type ())
G_DECLARE_FINAL_TYPE (HyYardPage, hy_yard_page, HY, YARD_PAGE, GtkWidget)

HyYardView *hy_yard_page_get_yard (HyYardPage *self);
HyChartView *hy_yard_page_get_chart (HyYardPage *self);

G_END_DECLS
