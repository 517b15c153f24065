/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-yard-view-private.h"

#include <string.h>

#include "widget-window.h"

/* What a key does, without a keyboard: the shortcut that it triggers. */
static gboolean
press (GtkWidget *widget, const char *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (trigger);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_test_message ("no shortcut %s", trigger);
  g_test_fail ();
  return FALSE;
}

static void
assert_selected (HySession *session, gsize index, guint64 rank)
{
  gsize now;
  guint64 at;

  g_assert_true (hy_session_get_selection (session, &now, &at));
  g_assert_cmpuint (now, ==, index);
  g_assert_cmpuint (at, ==, rank);
}

static void
test_keys (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *yard = g_object_new (HY_TYPE_YARD_VIEW, "session", session, NULL);
  GtkWidget *window = test_window_new (yard, 500, 400);
  HyYardView *view = HY_YARD_VIEW (yard);
  HyView before;
  gsize index;
  guint64 rank;

  press (yard, "Right|KP_Right");
  assert_selected (session, 0, 1);
  press (yard, "Right|KP_Right");
  assert_selected (session, 0, 2);
  press (yard, "End");
  assert_selected (session, 0, 100);
  press (yard, "Home");
  assert_selected (session, 0, 1);
  g_assert_true (press (yard, "Tab"));
  g_assert_true (hy_session_get_selection (session, &index, &rank));
  g_assert_cmpuint (index, ==, 1);
  g_assert_false (press (yard, "Tab"));
  g_assert_true (press (yard, "<Shift>Tab"));

  before = view->view;
  press (yard, "plus|equal|KP_Add|<Shift>plus");
  g_assert_cmpfloat (view->view.scale, >, before.scale);
  press (yard, "minus|KP_Subtract");
  press (yard, "0|KP_0");
  g_assert_cmpfloat (view->view.scale, ==, before.scale);
  press (yard, "Escape");
  g_assert_false (hy_session_get_selection (session, &index, &rank));
  test_window_close (window, yard);
}

/* What is between the fingers stays there, however they spread, close and wander. */
static void
test_pinch (void)
{
  static const struct
  {
    double scale, dx, dy;
  } steps[] = { { 1.2, 0, 0 }, { 3, 0, 0 }, { 6, -20, 15 }, { 12, 30, -10 }, { 5, 10, 20 } };
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *yard = g_object_new (HY_TYPE_YARD_VIEW, "session", session, NULL);
  GtkWidget *window = test_window_new (yard, 500, 400);
  HyYardView *view = HY_YARD_VIEW (yard);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (yard);
  guint gestures = 0;
  HyPlace start = { 0, 64 };
  HyHit hit;
  HyView before = view->view;
  gsize n;
  g_autofree HyPlacedBlock *blocks = hy_scene_place (view->scene, &before, &start, &n);
  const double x = blocks[0].rect.x + 2, y = blocks[0].rect.y + 2;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      gestures += GTK_IS_GESTURE_ZOOM (controller);
    }
  g_assert_cmpuint (gestures, ==, 1);
  hy_yard_view_begin_pinch (view, x, y);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      hy_yard_view_pinch (view, steps[i].scale, x + steps[i].dx, y + steps[i].dy);
      g_assert_cmpfloat_with_epsilon (view->view.scale, before.scale * steps[i].scale, 1e-6);
      g_assert_true (hy_scene_pick (view->scene, &view->view, x + steps[i].dx, y + steps[i].dy, &hit));
      g_assert_cmpuint (hit.place.lane, ==, start.lane);
      g_assert_cmpuint (hit.place.rank, ==, start.rank);
    }
  hy_yard_view_pinch (view, 0.2, x, y);
  g_assert_false (hy_yard_view_is_zoomed (view));
  test_window_close (window, yard);
}

/* Zoomed by keys, what is selected ends in the middle, wherever it was. */
static void
test_zoom_to_selected (void)
{
  static const guint64 ranks[] = { 1, 8, 57, 100 };
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *yard = g_object_new (HY_TYPE_YARD_VIEW, "session", session, NULL);
  GtkWidget *window = test_window_new (yard, 500, 400);
  HyYardView *view = HY_YARD_VIEW (yard);

  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      HyPlace place = { 1, ranks[i] };
      gsize n;
      g_autofree HyPlacedBlock *blocks = NULL;

      hy_yard_view_fit (view);
      hy_session_select (session, 1, ranks[i]);
      for (guint j = 0; j < 12; j++)
        press (yard, "plus|equal|KP_Add|<Shift>plus");
      blocks = hy_scene_place (view->scene, &view->view, &place, &n);
      g_assert_cmpfloat (blocks[0].rect.x, >=, 0);
      g_assert_cmpfloat (blocks[0].rect.x, <, 250);
      g_assert_cmpfloat (blocks[0].rect.y, >=, 0);
      g_assert_cmpfloat (blocks[0].rect.y + blocks[0].rect.height, <=, 400);
    }
  test_window_close (window, yard);
}

static void
test_tell (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *yard = g_object_new (HY_TYPE_YARD_VIEW, "session", session, NULL);
  GtkWidget *window = test_window_new (yard, 500, 400);
  HyHit one = { .place = { 1, 7 }, .many = 1, .inside = TRUE, .block = 0, .span = 2 };
  HyHit many = { .place = { 0, 7000 }, .many = 512 };
  g_autofree char *span = hy_yard_view_tell (HY_YARD_VIEW (yard), &one);
  g_autofree char *cell = hy_yard_view_tell (HY_YARD_VIEW (yard), &many);

  g_assert_true (g_str_has_prefix (span, "SlottedOrder № 7 · 64"));
  g_assert_nonnull (strstr (span, "offset 16: reference count"));
  g_assert_nonnull (strstr (cell, "one of 512 in this cell"));
  test_window_close (window, yard);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/yard-input/keys", test_keys);
  g_test_add_func ("/yard-input/pinch", test_pinch);
  g_test_add_func ("/yard-input/zoom-to-selected", test_zoom_to_selected);
  g_test_add_func ("/yard-input/tell", test_tell);
  return g_test_run ();
}
