/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-adaptive.h"

#include "hy-theme.h"

/* The narrowest that any part of the window may have to be. */
#define NARROWEST 320

struct _HyAdaptive
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int narrow_below;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (HyAdaptive, hy_adaptive, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_NARROW_BELOW,
  PROP_NARROW,
};

gboolean
hy_adaptive_is_narrow (HyAdaptive *self)
{
  return self->narrow;
}

static int
child_minimum (HyAdaptive *self)
{
  int minimum = 0;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
hy_adaptive_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  HyAdaptive *self = HY_ADAPTIVE (widget);

  if (self->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, child_minimum (self));
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, NARROWEST);
}

static gboolean
tell (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  g_object_notify (G_OBJECT (widget), "narrow");
  return G_SOURCE_REMOVE;
}

static void
hy_adaptive_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HyAdaptive *self = HY_ADAPTIVE (widget);
  gboolean narrow = width < self->narrow_below * hy_theme_text_factor (widget);

  if (self->child == NULL)
    return;
  gtk_widget_allocate (self->child, MAX (width, child_minimum (self)), height, baseline, NULL);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  gtk_widget_add_tick_callback (widget, tell, NULL, NULL);
}

static void
set_child (HyAdaptive *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
hy_adaptive_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HyAdaptive *self = HY_ADAPTIVE (object);

  if (id == PROP_CHILD)
    set_child (self, g_value_get_object (value));
  else if (id == PROP_NARROW_BELOW)
    self->narrow_below = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hy_adaptive_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HyAdaptive *self = HY_ADAPTIVE (object);

  if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hy_adaptive_dispose (GObject *object)
{
  set_child (HY_ADAPTIVE (object), NULL);

  G_OBJECT_CLASS (hy_adaptive_parent_class)->dispose (object);
}

static void
hy_adaptive_class_init (HyAdaptiveClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = hy_adaptive_set_property;
  object_class->get_property = hy_adaptive_get_property;
  object_class->dispose = hy_adaptive_dispose;
  widget_class->measure = hy_adaptive_measure;
  widget_class->size_allocate = hy_adaptive_size_allocate;

  g_object_class_install_property (
      object_class, PROP_CHILD,
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_NARROW_BELOW,
      g_param_spec_int ("narrow-below", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_NARROW,
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
hy_adaptive_init (HyAdaptive *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
