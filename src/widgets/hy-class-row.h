/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-session.h"

G_BEGIN_DECLS

/* One class in play: its colour, name, kind, what one more instance costs, and of what that is made. */
#define HY_TYPE_CLASS_ROW (hy_class_row_get_type ())
G_DECLARE_FINAL_TYPE (HyClassRow, hy_class_row, HY, CLASS_ROW, GtkListBoxRow)

GtkWidget *hy_class_row_new (HySession *session);

/* Shows the class at @index of the session's report; @full bytes make a full bar. */
void hy_class_row_update (HyClassRow *self, gsize index, guint64 full);

gsize hy_class_row_get_index (HyClassRow *self);

G_END_DECLS
