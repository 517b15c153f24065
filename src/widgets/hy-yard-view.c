/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-yard-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hy-scene-paint.h"
#include "hy-theme.h"

#define HEADING_PER_TEXT 1.9 /* height of a heading in text sizes */
#define PADDING 12

G_DEFINE_FINAL_TYPE (HyYardView, hy_yard_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_BY_ADDRESS,
};

static void
update_description (HyYardView *self)
{
  g_autofree char *what = hy_scene_describe (self->scene);
  g_autofree char *origin = hy_report_origin (hy_session_get_report (self->session));
  GString *text = g_string_new (*what != '\0' ? what : _ ("No classes"));
  HyPlace selection;

  g_string_append_printf (text, "; %s", origin);
  if (hy_yard_view_get_selection (self, &selection))
    {
      g_autofree char *place = hy_yard_view_tell_place (self, &selection);

      /* Translators: a class and the number of an instance: "selected: Order № 57" */
      g_string_append_printf (text, _ ("; selected: %s"), place);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
  g_string_free (text, TRUE);
}

static void
make_scene (HyYardView *self)
{
  HyReport *report = hy_session_get_report (self->session);
  g_autofree HyLane *lanes = g_new0 (HyLane, report->n_classes);
  gsize n = 0;
  const char *family;
  double text_size;
  HySceneOptions options;

  g_free (self->classes);
  self->classes = g_new0 (gsize, report->n_classes);
  for (gsize i = 0; i < report->n_classes; i++)
    {
      const HyReportClass *class = &report->classes[i];

      if (class->hidden)
        continue;
      self->classes[n] = i;
      lanes[n++] = (HyLane){ .footprint = class->footprint,
                             .label = class->label,
                             .note = _ (hy_report_kind (class->layout)),
                             .color = class->colour,
                             .count = report->count };
    }
  hy_theme_font (GTK_WIDGET (self), &family, &text_size);
  options = (HySceneOptions){ .arrange = self->by_address ? HY_ARRANGE_ADDRESS : HY_ARRANGE_INSTANCE,
                              .width = gtk_widget_get_width (GTK_WIDGET (self)),
                              .height = gtk_widget_get_height (GTK_WIDGET (self)),
                              .heading_height = ceil (text_size * HEADING_PER_TEXT),
                              .padding = PADDING,
                              .scrolls = TRUE,
                              .counts_more = report->include != 0 };
  g_clear_pointer (&self->scene, hy_scene_free);
  self->scene = hy_scene_new (lanes, n, &options);
  if (self->fitted)
    hy_scene_fit (self->scene, &self->view);
  else
    hy_scene_clamp (self->scene, &self->view);
  self->has_hover = FALSE;
  update_description (self);
}

static void
renew_scene (HyYardView *self)
{
  if (self->session == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  make_scene (self);
  hy_yard_view_moved (self, FALSE);
}

static void
repaint (HyYardView *self)
{
  hy_paint_cache_clear (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hy_yard_view_moved (HyYardView *self, gboolean by_user)
{
  HyView all;

  /* Zoomed out to the end, the view follows the window's size again. */
  hy_scene_fit (self->scene, &all);
  if (by_user)
    self->fitted = self->view.scale == all.scale && self->view.x == all.x && self->view.y == all.y;
  repaint (self);
  g_signal_emit_by_name (self, "view-changed");
}

gboolean
hy_yard_view_get_selection (HyYardView *self, HyPlace *place)
{
  gsize index;

  if (self->scene == NULL || !hy_session_get_selection (self->session, &index, &place->rank))
    return FALSE;
  for (place->lane = 0; place->lane < hy_scene_n_lanes (self->scene); place->lane++)
    if (self->classes[place->lane] == index)
      return TRUE;
  return FALSE;
}

void
hy_yard_view_select (HyYardView *self, const HyPlace *place, gboolean reveal)
{
  if (reveal)
    {
      HyView before = self->view;

      hy_scene_reveal (self->scene, &self->view, place);
      if (before.x != self->view.x || before.y != self->view.y || before.scale != self->view.scale)
        hy_yard_view_moved (self, TRUE);
    }
  hy_session_select (self->session, self->classes[place->lane], place->rank);
}

static gboolean
is_in_sight (HyYardView *self, const HyPlace *place)
{
  gsize n = 0;
  g_autofree HyPlacedBlock *blocks = hy_scene_place (self->scene, &self->view, place, &n);
  const HyRect *rect = n > 0 ? &blocks[0].rect : NULL;

  return rect != NULL && rect->x < gtk_widget_get_width (GTK_WIDGET (self)) && rect->x + rect->width > 0 &&
         rect->y < gtk_widget_get_height (GTK_WIDGET (self)) && rect->y + rect->height > 0;
}

/* What was selected elsewhere is brought into sight. */
static void
selection_changed (HyYardView *self)
{
  HyPlace place;

  if (self->scene == NULL)
    return;
  update_description (self);
  if (hy_yard_view_get_selection (self, &place) && !is_in_sight (self, &place))
    {
      hy_scene_reveal (self->scene, &self->view, &place);
      hy_yard_view_moved (self, TRUE);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

HyScene *
hy_yard_view_get_scene (HyYardView *self, HyView *view)
{
  *view = self->view;
  return self->scene;
}

gboolean
hy_yard_view_is_zoomed (HyYardView *self)
{
  return !self->fitted;
}

void
hy_yard_view_fit (HyYardView *self)
{
  if (self->scene == NULL)
    return;
  hy_scene_fit (self->scene, &self->view);
  self->fitted = TRUE;
  hy_yard_view_moved (self, FALSE);
}

/* Where the selected instance is, if in sight: its middle, or that of what fits of it. */
static gboolean
selected_point (HyYardView *self, double *x, double *y)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  gsize n = 0;
  g_autofree HyPlacedBlock *blocks = NULL;
  HyPlace place;

  if (!hy_yard_view_get_selection (self, &place) || !is_in_sight (self, &place))
    return FALSE;
  blocks = hy_scene_place (self->scene, &self->view, &place, &n);
  *x = blocks[0].rect.x + MIN (blocks[0].rect.width, width) / 2;
  *y = blocks[0].rect.y + MIN (blocks[0].rect.height, height) / 2;
  return TRUE;
}

/* What is selected stays under the eye: zooming in, it moves towards the middle. */
void
hy_yard_view_zoom (HyYardView *self, double factor)
{
  const double middle_x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  const double middle_y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  double x = middle_x, y = middle_y;

  if (self->scene == NULL)
    return;
  selected_point (self, &x, &y);
  hy_scene_zoom (self->scene, &self->view, factor, x, y);
  if (factor > 1)
    hy_scene_pan (self->scene, &self->view, (middle_x - x) / 2, (middle_y - y) / 2);
  hy_yard_view_moved (self, TRUE);
}

void
hy_yard_view_pan (HyYardView *self, double dx, double dy)
{
  if (self->scene == NULL)
    return;
  hy_scene_pan (self->scene, &self->view, dx, dy);
  hy_yard_view_moved (self, TRUE);
}

static void
paint (GtkWidget *widget, cairo_t *cr, int width, int height)
{
  HyYardView *self = HY_YARD_VIEW (widget);
  HyScenePaint options = { .headings = FALSE };

  hy_theme_font (widget, &options.font, &options.text_size);
  hy_paint_scene (cr, self->scene, &self->view, hy_theme_palette (), &options);
}

static void
hy_yard_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HyYardView *self = HY_YARD_VIEW (widget);
  HyPlace selection;
  gboolean has_selection;

  if (self->scene == NULL)
    return;
  hy_paint_cache_snapshot (&self->picture, widget, snapshot, paint);
  has_selection = hy_yard_view_get_selection (self, &selection);
  if (has_selection || self->has_hover)
    {
      graphene_rect_t bounds =
          GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      hy_paint_scene_overlay (cr, self->scene, &self->view, hy_theme_palette (), has_selection ? &selection : NULL,
                              self->has_hover ? &self->hover : NULL);
      cairo_destroy (cr);
    }
}

static gboolean
tell_size (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HY_YARD_VIEW (widget)->telling_size = FALSE;
  g_signal_emit_by_name (widget, "view-changed");
  return G_SOURCE_REMOVE;
}

/* What the labels around say depends on the view; while sizes are given out they must not ask for others. */
static void
hy_yard_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HyYardView *self = HY_YARD_VIEW (widget);

  if (self->session == NULL || (self->picture.width == width && self->picture.height == height))
    return;
  make_scene (self);
  hy_paint_cache_clear (&self->picture);
  if (!self->telling_size)
    gtk_widget_add_tick_callback (widget, tell_size, NULL, NULL);
  self->telling_size = TRUE;
}

static void
hy_yard_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hy_yard_view_parent_class)->css_changed (widget, change);
  renew_scene (HY_YARD_VIEW (widget));
}

static void
set_session (HyYardView *self, HySession *session)
{
  if (session == NULL || self->session != NULL)
    return;
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::report", G_CALLBACK (renew_scene), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
}

static void
hy_yard_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HyYardView *self = HY_YARD_VIEW (object);

  if (id == PROP_SESSION)
    {
      set_session (self, g_value_get_object (value));
    }
  else if (id == PROP_BY_ADDRESS)
    {
      if (self->by_address == g_value_get_boolean (value))
        return;
      self->by_address = g_value_get_boolean (value);
      self->fitted = TRUE;
      renew_scene (self);
      g_object_notify_by_pspec (object, pspec);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hy_yard_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HyYardView *self = HY_YARD_VIEW (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else if (id == PROP_BY_ADDRESS)
    g_value_set_boolean (value, self->by_address);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hy_yard_view_dispose (GObject *object)
{
  HyYardView *self = HY_YARD_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->scene, hy_scene_free);
  g_clear_pointer (&self->classes, g_free);
  hy_paint_cache_clear (&self->picture);

  G_OBJECT_CLASS (hy_yard_view_parent_class)->dispose (object);
}

static void
hy_yard_view_class_init (HyYardViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = hy_yard_view_set_property;
  object_class->get_property = hy_yard_view_get_property;
  object_class->dispose = hy_yard_view_dispose;
  widget_class->snapshot = hy_yard_view_snapshot;
  widget_class->size_allocate = hy_yard_view_size_allocate;
  widget_class->css_changed = hy_yard_view_css_changed;

  g_object_class_install_property (
      object_class, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, HY_TYPE_SESSION, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, PROP_BY_ADDRESS,
      g_param_spec_boolean ("by-address", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_signal_new ("view-changed", HY_TYPE_YARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "yardview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hy_yard_view_init (HyYardView *self)
{
  self->fitted = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Heap yard"), -1);
  hy_theme_watch (GTK_WIDGET (self), G_CALLBACK (repaint));
  hy_yard_view_add_controllers (self);
}
