/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-chart-view.h"

#include <glib/gi18n.h>

#include "hy-chart-paint.h"
#include "hy-count.h"
#include "hy-paint-cache.h"
#include "hy-theme.h"

struct _HyChartView
{
  GtkWidget parent_instance;

  HySession *session;
  gboolean logarithmic;

  HyChart *chart;
  HyPaintCache picture;

  guint64 hover;
  gboolean has_hover;
};

G_DEFINE_FINAL_TYPE (HyChartView, hy_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_LOGARITHMIC,
};

char *
hy_chart_view_method (const HyReport *report)
{
  g_autofree char *origin = hy_report_origin (report);
  GString *text = g_string_new (_ ("objects and attribute stores"));

  if ((report->include & HY_INCLUDE_VALUES) != 0)
    g_string_append (text, _ (", their values"));
  else
    g_string_append (text, _ (", values not counted"));
  if ((report->include & HY_INCLUDE_LIST) != 0)
    g_string_append (text, _ (", the list that holds them"));
  if ((report->include & HY_INCLUDE_POOLS) != 0)
    g_string_append (text, _ (", whole pools"));
  g_string_append_printf (text, " · %s", origin);
  return g_string_free (text, FALSE);
}

static void
make_chart (HyChartView *self)
{
  HyReport *report = hy_session_get_report (self->session);
  g_autofree HyChartLine *lines = g_new0 (HyChartLine, report->n_classes);
  g_autofree char *method = hy_chart_view_method (report);
  g_autofree char *description = NULL;
  HyChartOptions options = { .width = gtk_widget_get_width (GTK_WIDGET (self)),
                             .height = gtk_widget_get_height (GTK_WIDGET (self)),
                             .count = report->count,
                             .pin = hy_session_is_lesson (self->session) ? HY_SESSION_LESSON_COUNT : 0,
                             .log_x = self->logarithmic,
                             .log_y = self->logarithmic,
                             .footer = method };

  for (gsize i = 0; i < report->n_classes; i++)
    lines[i] = (HyChartLine){ .label = report->classes[i].label,
                              .color = report->classes[i].colour,
                              .plan = report->classes[i].plan != NULL,
                              .hidden = report->classes[i].hidden,
                              .series = report->classes[i].series,
                              .per_instance = (double) hy_report_per_instance (report, i) };
  hy_theme_font (GTK_WIDGET (self), &options.font, &options.text_size);
  options.text_size *= 0.92;
  g_clear_pointer (&self->chart, hy_chart_free);
  self->chart = hy_chart_new (lines, report->n_classes, &options);
  description = hy_chart_describe (self->chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
repaint (HyChartView *self)
{
  hy_paint_cache_clear (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
renew (HyChartView *self)
{
  if (self->session == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  make_chart (self);
  repaint (self);
}

HyChart *
hy_chart_view_get_chart (HyChartView *self)
{
  return self->chart;
}

static void
paint (GtkWidget *widget, cairo_t *cr, int width, int height)
{
  hy_paint_chart (cr, HY_CHART_VIEW (widget)->chart, hy_theme_palette ());
}

static void
hy_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HyChartView *self = HY_CHART_VIEW (widget);

  if (self->chart == NULL)
    return;
  hy_paint_cache_snapshot (&self->picture, widget, snapshot, paint);
  if (self->has_hover)
    {
      graphene_rect_t bounds =
          GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      hy_paint_chart_hover (cr, self->chart, hy_theme_palette (), self->hover);
      cairo_destroy (cr);
    }
}

static void
hy_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HyChartView *self = HY_CHART_VIEW (widget);

  if (self->session == NULL || (self->picture.width == width && self->picture.height == height))
    return;
  make_chart (self);
  hy_paint_cache_clear (&self->picture);
}

static void
hy_chart_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hy_chart_view_parent_class)->css_changed (widget, change);
  renew (HY_CHART_VIEW (widget));
}

/* Input */

static void
motion (GtkEventControllerMotion *controller, double x, double y, HyChartView *self)
{
  self->has_hover = self->chart != NULL && hy_chart_pick (self->chart, x, y, &self->hover);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave (GtkEventControllerMotion *controller, HyChartView *self)
{
  self->has_hover = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_update (GtkGestureDrag *gesture, double dx, double dy, HyChartView *self)
{
  double x, y;
  guint64 count;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->chart != NULL && hy_chart_pick (self->chart, x + dx, y, &count))
    hy_session_set_count (self->session, count);
}

static void
drag_begin (GtkGestureDrag *gesture, double x, double y, HyChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  drag_update (gesture, 0, 0, self);
}

/* What the pointer shows is read off in the picture itself; this is for the keyboard. */
static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, HyChartView *self)
{
  g_autofree char *text = NULL;

  if (self->chart == NULL || !keyboard)
    return FALSE;
  text = hy_chart_read_off (self->chart, hy_session_get_count (self->session));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, HyChartView *self)
{
  guint64 count = hy_session_get_count (self->session);

  if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    hy_session_set_count (self->session, hy_count_step (count, TRUE));
  else if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    hy_session_set_count (self->session, hy_count_step (count, FALSE));
  else
    return FALSE;
  return TRUE;
}

static void
add_controllers (HyChartView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *hover = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update), self);
  g_signal_connect (hover, "motion", G_CALLBACK (motion), self);
  g_signal_connect (hover, "leave", G_CALLBACK (leave), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), hover);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip), self);
}

/* Object */

static void
set_session (HyChartView *self, HySession *session)
{
  if (session == NULL || self->session != NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::report", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
}

static void
hy_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HyChartView *self = HY_CHART_VIEW (object);

  if (id == PROP_SESSION)
    {
      set_session (self, g_value_get_object (value));
    }
  else if (id == PROP_LOGARITHMIC)
    {
      self->logarithmic = g_value_get_boolean (value);
      renew (self);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hy_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HyChartView *self = HY_CHART_VIEW (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (id == PROP_LOGARITHMIC)
    g_value_set_boolean (value, self->logarithmic);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hy_chart_view_dispose (GObject *object)
{
  HyChartView *self = HY_CHART_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->chart, hy_chart_free);
  hy_paint_cache_clear (&self->picture);

  G_OBJECT_CLASS (hy_chart_view_parent_class)->dispose (object);
}

static void
hy_chart_view_class_init (HyChartViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = hy_chart_view_set_property;
  object_class->get_property = hy_chart_view_get_property;
  object_class->dispose = hy_chart_view_dispose;
  widget_class->snapshot = hy_chart_view_snapshot;
  widget_class->size_allocate = hy_chart_view_size_allocate;
  widget_class->css_changed = hy_chart_view_css_changed;

  g_object_class_install_property (
      object_class, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, HY_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_LOGARITHMIC,
      g_param_spec_boolean ("logarithmic", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hy_chart_view_init (HyChartView *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Memory chart"), -1);
  hy_theme_watch (GTK_WIDGET (self), G_CALLBACK (repaint));
  add_controllers (self);
}
