/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-versions-view.h"

#include "widget-window.h"

static void
test_lesson (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *view = g_object_new (HY_TYPE_VERSIONS_VIEW, NULL);
  GtkWidget *window = test_window_new (view, 300, 700);

  hy_versions_view_show (HY_VERSIONS_VIEW (view), hy_session_get_report (session));
  g_assert_true (test_has_label (view, "3.6"));
  g_assert_true (test_has_label (view, "3.13"));
  g_assert_true (test_has_label (view, "SlottedOrder"));
  hy_session_set_hidden (session, 1, TRUE);
  hy_versions_view_show (HY_VERSIONS_VIEW (view), hy_session_get_report (session));
  g_assert_false (test_has_label (view, "SlottedOrder"));
  test_window_close (window, view);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/versions-view/lesson", test_lesson);
  return g_test_run ();
}
