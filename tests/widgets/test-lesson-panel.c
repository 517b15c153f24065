/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-lesson-panel.h"

#include "widget-window.h"

static GtkWidget *
new_widget (HySession *session)
{
  GtkWidget *widget = g_object_new (HY_TYPE_LESSON_PANEL, NULL);

  hy_lesson_panel_set_session (HY_LESSON_PANEL (widget), session);
  return widget;
}

static void
test_versions (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *panel = new_widget (session);
  GtkWidget *window = test_window_new (panel, 290, 500);

  g_assert_true (test_has_label (panel, "22 MB"));
  g_assert_true (test_has_label (panel, "3.20 MB"));
  g_assert_true (test_has_label (panel, "TypeError"));
  hy_session_set_abi (session, hy_abi_lookup (13, HY_BUILD_DEFAULT, 64));
  g_assert_true (test_has_label (panel, "4.00 MB"));
  g_assert_true (test_has_label (panel, "CPython 3.13"));
  hy_session_remove (session, 0);
  g_assert_false (gtk_widget_get_visible (panel));
  hy_session_undo (session);
  g_assert_true (gtk_widget_get_visible (panel));
  test_window_close (window, panel);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/lesson-panel/versions", test_versions);
  return g_test_run ();
}
