/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-report.h"

G_BEGIN_DECLS

/* The blocks of one instance, span by span: swatch, offset, size, what it is, what it holds. */
#define HY_TYPE_SPAN_LIST (hy_span_list_get_type ())
G_DECLARE_FINAL_TYPE (HySpanList, hy_span_list, HY, SPAN_LIST, GtkBox)

/* Shows instance @rank (from 1) of @class; 0: what the class keeps for all of them. */
void hy_span_list_show (HySpanList *self, const HyReportClass *class, guint64 rank);

G_END_DECLS
