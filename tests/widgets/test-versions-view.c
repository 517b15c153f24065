/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-versions-view.h"

#include "widget-window.h"

static void
test_lesson (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *view = g_object_new (HY_TYPE_VERSIONS_VIEW, NULL);
  GtkWidget *window = test_window_new (view, 300, 700);

  hy_versions_view_show (HY_VERSIONS_VIEW (view), session);
  g_assert_true (test_has_label (view, "3.6"));
  g_assert_true (test_has_label (view, "3.13"));
  g_assert_true (test_has_label (view, "SlottedOrder"));
  hy_session_set_hidden (session, 1, TRUE);
  hy_versions_view_show (HY_VERSIONS_VIEW (view), session);
  g_assert_false (test_has_label (view, "SlottedOrder"));
  test_window_close (window, view);
}

/* Any two versions are compared; the session keeps the choice. */
static void
test_choice (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *view = g_object_new (HY_TYPE_VERSIONS_VIEW, NULL);
  GtkWidget *window = test_window_new (view, 300, 700);
  guint from, to;

  hy_versions_view_show (HY_VERSIONS_VIEW (view), session);
  g_assert_true (test_has_label (view, "From 3.6 to 3.15, each Order gets"));
  GtkDropDown *older = GTK_DROP_DOWN (test_find (view, GTK_TYPE_DROP_DOWN, 0));
  GtkDropDown *newer = GTK_DROP_DOWN (test_find (view, GTK_TYPE_DROP_DOWN, 1));
  gtk_drop_down_set_selected (older, 4);
  gtk_drop_down_set_selected (newer, 7);
  g_assert_true (test_has_label (view, "From 3.10 to 3.13, each Order gets 48"));
  g_assert_true (test_has_label (view, "On 3.13, each SlottedOrder takes 40"));
  hy_session_get_upgrade (session, &from, &to);
  g_assert_cmpuint (from, ==, 10);
  g_assert_cmpuint (to, ==, 13);
  hy_session_set_hidden (session, 1, TRUE);
  hy_versions_view_show (HY_VERSIONS_VIEW (view), session);
  g_assert_true (test_has_label (view, "From 3.10 to 3.13"));
  g_assert_cmpuint (gtk_drop_down_get_selected (older), ==, 4);
  test_window_close (window, view);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/versions-view/lesson", test_lesson);
  g_test_add_func ("/versions-view/choice", test_choice);
  return g_test_run ();
}
