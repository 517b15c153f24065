/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A painted picture that is kept from frame to frame, so that only what lies
 * above it costs anything. A plain value inside a widget; zero to begin with. */
typedef struct
{
  GskRenderNode *node;
  int width, height, scale;
} HyPaintCache;

typedef void (*HyPaintFunc) (GtkWidget *widget, cairo_t *cr, int width, int height);

/* Appends the picture of @widget's own size, painting it with @paint when it was cleared or no longer fits. */
void hy_paint_cache_snapshot (HyPaintCache *self, GtkWidget *widget, GtkSnapshot *snapshot, HyPaintFunc paint);

/* Forgets what was painted. */
void hy_paint_cache_clear (HyPaintCache *self);

G_END_DECLS
