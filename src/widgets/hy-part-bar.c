/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-part-bar.h"

#include <glib/gi18n.h>

#include "hy-number.h"
#include "hy-paint-cache.h"
#include "hy-part-paint.h"
#include "hy-theme.h"

#define HEIGHT 9

struct _HyPartBar
{
  GtkWidget parent_instance;

  HyFootprint *footprint;
  guint64 full;
  HyPaintCache picture;
};

G_DEFINE_FINAL_TYPE (HyPartBar, hy_part_bar, GTK_TYPE_WIDGET)

static void
paint (GtkWidget *widget, cairo_t *cr, int width, int height)
{
  HyPartBar *self = HY_PART_BAR (widget);

  hy_paint_parts (cr, self->footprint, self->full, 0, 0, width, height, hy_theme_palette ());
}

static void
hy_part_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HyPartBar *self = HY_PART_BAR (widget);

  if (self->footprint != NULL && self->full > 0 && hy_footprint_steady (self->footprint) != NULL)
    hy_paint_cache_snapshot (&self->picture, widget, snapshot, paint);
}

static void
hy_part_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 24;
  *minimum_baseline = *natural_baseline = -1;
}

static void
repaint (HyPartBar *self)
{
  hy_paint_cache_clear (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
describe (HyPartBar *self)
{
  const HyRankRun *run = hy_footprint_steady (self->footprint);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; run != NULL && i < run->n_blocks; i++)
    {
      g_autofree char *bytes = hy_format_bytes (run->blocks[i].requested);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", _ (run->blocks[i].what), bytes);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text->len > 0 ? text->str : NULL);
  g_string_free (text, TRUE);
}

void
hy_part_bar_set_footprint (HyPartBar *self, HyFootprint *footprint, guint64 full)
{
  if (footprint == self->footprint && full == self->full)
    return;
  hy_footprint_ref (footprint);
  g_clear_pointer (&self->footprint, hy_footprint_unref);
  self->footprint = footprint;
  self->full = full;
  describe (self);
  repaint (self);
}

static void
hy_part_bar_dispose (GObject *object)
{
  HyPartBar *self = HY_PART_BAR (object);

  g_clear_pointer (&self->footprint, hy_footprint_unref);
  hy_paint_cache_clear (&self->picture);

  G_OBJECT_CLASS (hy_part_bar_parent_class)->dispose (object);
}

static void
hy_part_bar_class_init (HyPartBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = hy_part_bar_dispose;
  widget_class->snapshot = hy_part_bar_snapshot;
  widget_class->measure = hy_part_bar_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hy_part_bar_init (HyPartBar *self)
{
  hy_theme_watch (GTK_WIDGET (self), G_CALLBACK (repaint));
}
