/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-yard-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hy-number.h"

#define ZOOM_STEP 1.25
#define KEY_PAN 60

/* Pointer */

static void
drag_begin (GtkGestureDrag *gesture, double x, double y, HyYardView *self)
{
  self->drag_start = self->view;
}

static void
drag_update (GtkGestureDrag *gesture, double dx, double dy, HyYardView *self)
{
  if (self->scene == NULL || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->view = self->drag_start;
  hy_scene_pan (self->scene, &self->view, dx, dy);
  hy_yard_view_moved (self, TRUE);
}

static void
released (GtkGestureClick *gesture, int n_press, double x, double y, HyYardView *self)
{
  HyHit hit;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->scene == NULL)
    return;
  if (!hy_scene_pick (self->scene, &self->view, x, y, &hit))
    {
      hy_session_unselect (self->session);
      return;
    }
  hy_yard_view_select (self, &hit.place, FALSE);
  if (n_press == 2)
    {
      hy_scene_zoom (self->scene, &self->view, 4, x, y);
      hy_yard_view_moved (self, TRUE);
    }
}

static void
motion (GtkEventControllerMotion *controller, double x, double y, HyYardView *self)
{
  HyPlace before = self->hover;
  gboolean had = self->has_hover;
  HyHit hit;

  self->pointer_x = x;
  self->pointer_y = y;
  self->has_hover = self->scene != NULL && hy_scene_pick (self->scene, &self->view, x, y, &hit);
  if (self->has_hover)
    self->hover = hit.place;
  if (had != self->has_hover || before.lane != self->hover.lane || before.rank != self->hover.rank)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave (GtkEventControllerMotion *controller, HyYardView *self)
{
  self->has_hover = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
scroll (GtkEventControllerScroll *controller, double dx, double dy, HyYardView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (self->scene == NULL)
    return FALSE;
  if ((state & GDK_SHIFT_MASK) != 0 || fabs (dx) > fabs (dy))
    hy_scene_pan (self->scene, &self->view, -(dx + ((state & GDK_SHIFT_MASK) != 0 ? dy : 0)) * KEY_PAN, 0);
  else
    hy_scene_zoom (self->scene, &self->view, pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
  hy_yard_view_moved (self, TRUE);
  return TRUE;
}

void
hy_yard_view_begin_pinch (HyYardView *self, double x, double y)
{
  self->pinch_start = self->view;
  self->pinch_x = x;
  self->pinch_y = y;
}

void
hy_yard_view_pinch (HyYardView *self, double scale, double x, double y)
{
  if (self->scene == NULL)
    return;
  self->view = self->pinch_start;
  hy_scene_zoom (self->scene, &self->view, scale, self->pinch_x, self->pinch_y);
  hy_scene_pan (self->scene, &self->view, x - self->pinch_x, y - self->pinch_y);
  hy_yard_view_moved (self, TRUE);
}

static void
pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, HyYardView *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    hy_yard_view_begin_pinch (self, x, y);
}

static void
pinch (GtkGestureZoom *gesture, double scale, HyYardView *self)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  hy_yard_view_pinch (self, scale, x, y);
}

/* Tooltip */

char *
hy_yard_view_tell_place (HyYardView *self, const HyPlace *place)
{
  const HyLane *lane = hy_scene_lane (self->scene, place->lane);
  g_autofree char *rank = hy_format_count (place->rank);

  if (place->rank == 0)
    return g_strdup_printf (_ ("%s: shared keys, paid once for the class"), lane->label);
  return g_strdup_printf (_ ("%s № %s"), lane->label, rank);
}

char *
hy_yard_view_tell (HyYardView *self, const HyHit *hit)
{
  const HyLane *lane = hy_scene_lane (self->scene, hit->place.lane);
  const HyRankRun *run = hy_footprint_run_at (lane->footprint, MAX (hit->place.rank, 1));
  g_autofree char *where = hy_yard_view_tell_place (self, &hit->place);
  g_autofree char *total = run != NULL ? hy_format_bytes (run->requested) : NULL;
  GString *text = g_string_new (where);

  if (hit->many > 1)
    {
      g_autofree char *many = hy_format_count (hit->many);

      g_string_append_printf (text, "\n");
      g_string_append_printf (text, _ ("one of %s in this cell"), many);
    }
  if (hit->place.rank > 0 && total != NULL)
    g_string_append_printf (text, " · %s", total);
  if (hit->inside && hit->many <= 1 && hit->place.rank > 0 && run != NULL && hit->block < run->n_blocks &&
      hit->span < run->blocks[hit->block].n_spans)
    {
      const HySpan *span = &run->blocks[hit->block].spans[hit->span];

      g_autofree char *offset = hy_format_count (span->offset);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("offset %s: %s"), offset, _ (span->label));
    }
  return g_string_free (text, FALSE);
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, HyYardView *self)
{
  g_autofree char *text = NULL;
  HyHit hit = { .many = 1 };

  if (self->scene == NULL)
    return FALSE;
  if (keyboard ? !hy_yard_view_get_selection (self, &hit.place) : !hy_scene_pick (self->scene, &self->view, x, y, &hit))
    return FALSE;
  text = hy_yard_view_tell (self, &hit);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Keys */

static gboolean
move (HyYardView *self, HyMove step)
{
  HyPlace place = { .lane = G_MAXSIZE };

  if (self->scene == NULL)
    return FALSE;
  hy_yard_view_get_selection (self, &place);
  if (!hy_scene_move (self->scene, &place, step))
    return FALSE;
  hy_yard_view_select (self, &place, TRUE);
  return TRUE;
}

static gboolean
move_shortcut (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HyMove step = (HyMove) g_variant_get_int32 (arguments);
  gboolean moved = move (HY_YARD_VIEW (widget), step);

  /* Tab leaves the yard behind its last lane; arrows stay. */
  return moved || (step != HY_MOVE_NEXT_LANE && step != HY_MOVE_PREVIOUS_LANE);
}

static gboolean
pan_shortcut (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  int dx, dy;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  hy_yard_view_pan (HY_YARD_VIEW (widget), dx * KEY_PAN, dy * KEY_PAN);
  return TRUE;
}

static gboolean
zoom_shortcut (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  hy_yard_view_zoom (HY_YARD_VIEW (widget), pow (ZOOM_STEP, g_variant_get_int32 (arguments)));
  return TRUE;
}

static gboolean
fit_shortcut (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  hy_yard_view_fit (HY_YARD_VIEW (widget));
  return TRUE;
}

static gboolean
unselect_shortcut (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  hy_session_unselect (HY_YARD_VIEW (widget)->session);
  return TRUE;
}

static void
add_key (GtkShortcutController *controller, const char *trigger, GtkShortcutFunc func, GVariant *arguments)
{
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_callback_action_new (func, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

static void
add_keys (HyYardView *self)
{
  static const struct
  {
    const char *trigger;
    HyMove move;
  } moves[] = {
    { "Right|KP_Right", HY_MOVE_NEXT },
    { "Left|KP_Left", HY_MOVE_PREVIOUS },
    { "Up|KP_Up", HY_MOVE_UP },
    { "Down|KP_Down", HY_MOVE_DOWN },
    { "Tab", HY_MOVE_NEXT_LANE },
    { "<Shift>Tab", HY_MOVE_PREVIOUS_LANE },
    { "<Shift>ISO_Left_Tab", HY_MOVE_PREVIOUS_LANE },
    { "Home", HY_MOVE_FIRST },
    { "End", HY_MOVE_LAST },
  };
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    add_key (keys, moves[i].trigger, move_shortcut, g_variant_new_int32 (moves[i].move));
  add_key (keys, "<Shift>Right", pan_shortcut, g_variant_new ("(ii)", -1, 0));
  add_key (keys, "<Shift>Left", pan_shortcut, g_variant_new ("(ii)", 1, 0));
  add_key (keys, "<Shift>Up|Page_Up", pan_shortcut, g_variant_new ("(ii)", 0, 1));
  add_key (keys, "<Shift>Down|Page_Down", pan_shortcut, g_variant_new ("(ii)", 0, -1));
  add_key (keys, "plus|equal|KP_Add|<Shift>plus", zoom_shortcut, g_variant_new_int32 (1));
  add_key (keys, "minus|KP_Subtract", zoom_shortcut, g_variant_new_int32 (-1));
  add_key (keys, "0|KP_0", fit_shortcut, NULL);
  add_key (keys, "Escape", unselect_shortcut, NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (keys));
}

void
hy_yard_view_add_controllers (HyYardView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();
  GtkEventController *hover = gtk_event_controller_motion_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update), self);
  g_signal_connect (click, "released", G_CALLBACK (released), self);
  g_signal_connect (zoom, "begin", G_CALLBACK (pinch_begin), self);
  g_signal_connect (zoom, "scale-changed", G_CALLBACK (pinch), self);
  g_signal_connect (hover, "motion", G_CALLBACK (motion), self);
  g_signal_connect (hover, "leave", G_CALLBACK (leave), self);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (zoom));
  gtk_widget_add_controller (widget, hover);
  gtk_widget_add_controller (widget, wheel);
  add_keys (self);

  gtk_widget_set_has_tooltip (widget, TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip), self);
}
