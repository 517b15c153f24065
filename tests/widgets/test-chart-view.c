/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-chart-view.h"

#include "widget-window.h"

static void
test_report (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *chart = g_object_new (HY_TYPE_CHART_VIEW, "session", session, NULL);
  GtkWidget *window = test_window_new (chart, 600, 300);
  double y, end;

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Memory chart");
  y = hy_chart_value (hy_chart_view_get_chart (HY_CHART_VIEW (chart)), 1, 100000);
  g_assert_cmpfloat_with_epsilon (y, 6400000, 1);
  end = hy_chart_x (hy_chart_view_get_chart (HY_CHART_VIEW (chart)), 100000);
  hy_session_set_count (session, 1000000);
  g_assert_cmpfloat (hy_chart_x (hy_chart_view_get_chart (HY_CHART_VIEW (chart)), 100000), <, end);
  g_object_set (chart, "logarithmic", TRUE, NULL);
  test_window_frames (window, 2);
  gtk_widget_grab_focus (chart);
  test_window_frames (window, 2);
  test_window_close (window, chart);
}

static void
test_method (void)
{
  g_autoptr (HySession) session = test_session_new ();
  g_autoptr (HyReport) all =
      hy_report_new_at (hy_session_get_report (session), 1, HY_INCLUDE_VALUES | HY_INCLUDE_LIST | HY_INCLUDE_POOLS, 0);
  g_autofree char *plain = hy_chart_view_method (hy_session_get_report (session));
  g_autofree char *whole = hy_chart_view_method (all);

  g_assert_cmpstr (plain, ==, "objects and attribute stores, values not counted · modelled, CPython 3.12");
  g_assert_cmpstr (
      whole, ==,
      "objects and attribute stores, their values, the list that holds them, whole pools · modelled, CPython 3.12");
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/chart-view/report", test_report);
  g_test_add_func ("/chart-view/method", test_method);
  return g_test_run ();
}
