/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-layout.h"

G_BEGIN_DECLS

/* A small coloured square: a class's accent, or a kind of span as the yard paints it. */
#define HY_TYPE_SWATCH (hy_swatch_get_type ())
G_DECLARE_FINAL_TYPE (HySwatch, hy_swatch, HY, SWATCH, GtkWidget)

GtkWidget *hy_swatch_new (int size);

void hy_swatch_set_accent (HySwatch *self, guint colour);
void hy_swatch_set_span (HySwatch *self, HySpanKind kind);

G_END_DECLS
