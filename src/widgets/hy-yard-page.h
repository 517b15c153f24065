/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-chart-view.h"
#include "hy-session.h"
#include "hy-yard-view.h"

G_BEGIN_DECLS

/* The first page: classes, yard over chart, counts, inspector. Property: "session" (at construction).
 *
 * Actions: view.arrangement, view.logarithmic, view.include-values, view.include-list, view.include-pools,
 * page.zoom-in, page.zoom-out, page.fit. */
#define HY_TYPE_YARD_PAGE (hy_yard_page_get_type ())
G_DECLARE_FINAL_TYPE (HyYardPage, hy_yard_page, HY, YARD_PAGE, GtkWidget)

HyYardView *hy_yard_page_get_yard (HyYardPage *self);
HyChartView *hy_yard_page_get_chart (HyYardPage *self);

/* Puts the keyboard into the entry of the exact count. */
void hy_yard_page_focus_count (HyYardPage *self);

/* Shows the inspector, or hides it. */
void hy_yard_page_toggle_inspector (HyYardPage *self);

G_END_DECLS
