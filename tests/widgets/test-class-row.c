/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-row.h"

#include "widget-window.h"

static void
test_actions (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = hy_class_row_new (session);
  GtkWidget *window;

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  hy_class_row_update (HY_CLASS_ROW (row), 0, 96);
  window = test_window_new (list, 300, 100);
  g_assert_true (test_has_label (row, "Order"));
  g_assert_true (test_has_label (row, "96"));
  g_assert_true (test_has_label (row, "dict-backed"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Order, dict-backed: 96 bytes per instance");

  g_assert_true (gtk_widget_activate_action (row, "row.hide", NULL));
  g_assert_true (hy_session_get_report (session)->classes[0].hidden);
  hy_class_row_update (HY_CLASS_ROW (row), 0, 96);
  g_assert_true (test_has_label (row, "hidden"));
  gtk_widget_activate_action (row, "row.down", NULL);
  g_assert_cmpstr (hy_session_get_report (session)->classes[1].def->name, ==, "Order");
  hy_class_row_update (HY_CLASS_ROW (row), 1, 96);
  gtk_widget_activate_action (row, "row.up", NULL);
  g_assert_cmpstr (hy_session_get_report (session)->classes[0].def->name, ==, "Order");
  hy_class_row_update (HY_CLASS_ROW (row), 0, 96);
  gtk_widget_activate_action (row, "row.remove", NULL);
  g_assert_cmpuint (hy_session_get_report (session)->n_classes, ==, 1);
  test_window_close (window, list);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/class-row/actions", test_actions);
  return g_test_run ();
}
