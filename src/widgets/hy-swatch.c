/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-swatch.h"

#include "hy-theme.h"

#define RADIUS 0.2 /* of the size */

struct _HySwatch
{
  GtkWidget parent_instance;

  int size;
  gboolean is_span;
  guint colour;
  HySpanKind kind;
};

G_DEFINE_FINAL_TYPE (HySwatch, hy_swatch, GTK_TYPE_WIDGET)

static void
paint_accent (HySwatch *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  const HyColor *accent = hy_palette_accent (hy_theme_palette (), self->colour);
  GdkRGBA rgba = { (float) accent->red, (float) accent->green, (float) accent->blue, (float) accent->alpha };
  GskRoundedRect clip;

  gsk_rounded_rect_init_from_rect (&clip, bounds, (float) (self->size * RADIUS));
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  gtk_snapshot_append_color (snapshot, &rgba, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
hy_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HySwatch *self = HY_SWATCH (widget);
  float left = (float) (gtk_widget_get_width (widget) - self->size) / 2;
  float top = (float) (gtk_widget_get_height (widget) - self->size) / 2;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (left, top, (float) self->size, (float) self->size);

  if (self->is_span)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      hy_palette_paint_span (hy_theme_palette (), cr, self->kind, left, top, self->size, self->size,
                             self->size * RADIUS);
      cairo_destroy (cr);
    }
  else
    {
      paint_accent (self, snapshot, &bounds);
    }
}

static void
hy_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = HY_SWATCH (widget)->size;
  *minimum_baseline = *natural_baseline = -1;
}

static void
hy_swatch_class_init (HySwatchClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = hy_swatch_snapshot;
  widget_class->measure = hy_swatch_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hy_swatch_init (HySwatch *self)
{
  self->size = 12;
  hy_theme_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

GtkWidget *
hy_swatch_new (int size)
{
  HySwatch *self = g_object_new (HY_TYPE_SWATCH, "valign", GTK_ALIGN_CENTER, NULL);

  self->size = size;
  return GTK_WIDGET (self);
}

void
hy_swatch_set_accent (HySwatch *self, guint colour)
{
  self->is_span = FALSE;
  self->colour = colour;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hy_swatch_set_span (HySwatch *self, HySpanKind kind)
{
  self->is_span = TRUE;
  self->kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
