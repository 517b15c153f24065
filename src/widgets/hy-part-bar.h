/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-footprint.h"

G_BEGIN_DECLS

/* A thin bar of one instance: a cell for each word, in the yard's colours, so
 * that bars of one scale can be compared by length. */
#define HY_TYPE_PART_BAR (hy_part_bar_get_type ())
G_DECLARE_FINAL_TYPE (HyPartBar, hy_part_bar, HY, PART_BAR, GtkWidget)

/* Shows a steady instance of @footprint (nothing where it is not known); @full bytes are as long as the widget. */
void hy_part_bar_set_footprint (HyPartBar *self, HyFootprint *footprint, guint64 full);

G_END_DECLS
