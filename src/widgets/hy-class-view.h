/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-report.h"

G_BEGIN_DECLS

/* What Python made of a class: type facts, what each base contributed, why it was refused, its source. */
#define HY_TYPE_CLASS_VIEW (hy_class_view_get_type ())
G_DECLARE_FINAL_TYPE (HyClassView, hy_class_view, HY, CLASS_VIEW, GtkBox)

/* Why @class has no figures, as Python or the model says it; NULL when it has. Free with g_free(). */
char *hy_class_view_problem (const HyReportClass *class);

void hy_class_view_show (HyClassView *self, const HyReportClass *class);

G_END_DECLS
