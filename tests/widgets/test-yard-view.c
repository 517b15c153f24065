/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-yard-view.h"

#include "widget-window.h"

static void
count (guint *changes)
{
  (*changes)++;
}

static void
test_scene (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *yard = g_object_new (HY_TYPE_YARD_VIEW, "session", session, NULL);
  GtkWidget *window = test_window_new (yard, 500, 400);
  guint changes = 0;
  HyView fitted, view;
  HyScene *scene = hy_yard_view_get_scene (HY_YARD_VIEW (yard), &fitted);

  g_assert_cmpuint (hy_scene_n_lanes (scene), ==, 2);
  gtk_test_accessible_assert_role (yard, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (yard, GTK_ACCESSIBLE_PROPERTY_LABEL, "Heap yard");
  gtk_test_accessible_assert_property (
      yard, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Order: 100 instances, 12.1 KiB; SlottedOrder: 100 instances, 6.25 KiB; modelled, CPython 3.12");
  g_signal_connect_swapped (yard, "view-changed", G_CALLBACK (count), &changes);
  hy_yard_view_zoom (HY_YARD_VIEW (yard), 3);
  hy_yard_view_get_scene (HY_YARD_VIEW (yard), &view);
  g_assert_cmpfloat (view.scale, >, fitted.scale);
  g_assert_true (hy_yard_view_is_zoomed (HY_YARD_VIEW (yard)));
  test_window_frames (window, 2);
  hy_yard_view_fit (HY_YARD_VIEW (yard));
  hy_yard_view_get_scene (HY_YARD_VIEW (yard), &view);
  g_assert_cmpfloat (view.scale, ==, fitted.scale);
  g_assert_cmpuint (changes, >=, 2);
  hy_yard_view_zoom (HY_YARD_VIEW (yard), 3);
  g_assert_true (hy_yard_view_is_zoomed (HY_YARD_VIEW (yard)));
  hy_yard_view_zoom (HY_YARD_VIEW (yard), 0.1);
  g_assert_false (hy_yard_view_is_zoomed (HY_YARD_VIEW (yard)));

  hy_session_set_hidden (session, 0, TRUE);
  scene = hy_yard_view_get_scene (HY_YARD_VIEW (yard), &view);
  g_assert_cmpuint (hy_scene_n_lanes (scene), ==, 1);
  hy_session_set_count (session, 10000000);
  g_object_set (yard, "by-address", TRUE, NULL);
  test_window_frames (window, 2);
  test_window_close (window, yard);
}

/* What is drawn shows what is selected, by whomever. */
static void
test_selection (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *yard = g_object_new (HY_TYPE_YARD_VIEW, "session", session, NULL);
  GtkWidget *window = test_window_new (yard, 500, 400);
  HyView before, after;

  hy_session_select (session, 1, 42);
  test_window_frames (window, 2);
  gtk_test_accessible_assert_property (yard, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Order: 100 instances, 12.1 KiB; SlottedOrder: 100 instances, 6.25 KiB; "
                                       "modelled, CPython 3.12; selected: SlottedOrder № 42");
  hy_yard_view_zoom (HY_YARD_VIEW (yard), 30);
  hy_yard_view_get_scene (HY_YARD_VIEW (yard), &before);
  hy_session_select (session, 0, 1);
  hy_yard_view_get_scene (HY_YARD_VIEW (yard), &after);
  g_assert_cmpfloat (before.scale, ==, after.scale);
  g_assert_cmpfloat (after.y, <, before.y);
  hy_session_set_count (session, 10);
  test_window_frames (window, 2);
  hy_session_unselect (session);
  test_window_frames (window, 2);
  test_window_close (window, yard);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/yard-view/scene", test_scene);
  g_test_add_func ("/yard-view/selection", test_selection);
  return g_test_run ();
}
