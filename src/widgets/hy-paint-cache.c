/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-paint-cache.h"

#include <string.h>

static gboolean
has_cairo_renderer (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer != NULL && strcmp (G_OBJECT_TYPE_NAME (renderer), "GskCairoRenderer") == 0;
}

static void
destroy_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

/* The cairo renderer takes an image surface as it is, but converts a texture; the others want a texture. */
static void
append_surface (GtkSnapshot *snapshot, GtkWidget *widget, cairo_surface_t *surface, const graphene_rect_t *bounds)
{
  if (has_cairo_renderer (widget))
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);

      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  else
    {
      int height = cairo_image_surface_get_height (surface);
      int stride = cairo_image_surface_get_stride (surface);
      g_autoptr (GBytes) bytes =
          g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) height * (gsize) stride,
                                      destroy_surface, cairo_surface_reference (surface));
      g_autoptr (GdkTexture) texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                                               GDK_MEMORY_DEFAULT, bytes, (gsize) stride);

      gtk_snapshot_append_texture (snapshot, texture, bounds);
    }
}

static void
paint_anew (HyPaintCache *self, GtkWidget *widget, HyPaintFunc paint)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width * self->scale, self->height * self->scale);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  paint (widget, cr, self->width, self->height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  append_surface (snapshot, widget, surface, &bounds);
  cairo_surface_destroy (surface);
  self->node = gtk_snapshot_free_to_node (snapshot);
}

void
hy_paint_cache_snapshot (HyPaintCache *self, GtkWidget *widget, GtkSnapshot *snapshot, HyPaintFunc paint)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);

  if (width <= 0 || height <= 0)
    return;
  if (self->node == NULL || width != self->width || height != self->height || scale != self->scale)
    {
      hy_paint_cache_clear (self);
      self->width = width;
      self->height = height;
      self->scale = scale;
      paint_anew (self, widget, paint);
    }
  gtk_snapshot_append_node (snapshot, self->node);
}

void
hy_paint_cache_clear (HyPaintCache *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
}
