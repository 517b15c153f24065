/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-span-list.h"

#include "widget-window.h"

static void
test_instances (void)
{
  g_autoptr (HySession) session = test_session_new ();
  HyReport *report = hy_session_get_report (session);
  GtkWidget *list = g_object_new (HY_TYPE_SPAN_LIST, NULL);
  GtkWidget *window = test_window_new (list, 300, 700);

  hy_span_list_show (HY_SPAN_LIST (list), &report->classes[0], 57);
  g_assert_true (test_has_label (list, "Building"));
  g_assert_true (test_has_label (list, "Warehouse: values array"));
  g_assert_true (test_has_label (list, "'ORD-56'"));
  g_assert_true (test_has_label (list, "reference count"));
  hy_span_list_show (HY_SPAN_LIST (list), &report->classes[1], 3);
  g_assert_false (test_has_label (list, "Warehouse"));
  g_assert_true (test_has_label (list, "'ORD-2'"));
  hy_span_list_show (HY_SPAN_LIST (list), &report->classes[0], 0);
  g_assert_false (test_has_label (list, "Building"));
  test_window_close (window, list);
}

/* From 3.13 on the attribute store stands inside the object, and still is told apart from it. */
static void
test_inline (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *list = g_object_new (HY_TYPE_SPAN_LIST, NULL);
  GtkWidget *window = test_window_new (list, 300, 700);

  hy_session_set_abi (session, hy_abi_lookup (13, HY_BUILD_DEFAULT, 64));
  hy_span_list_show (HY_SPAN_LIST (list), &hy_session_get_report (session)->classes[0], 57);
  g_assert_true (test_has_label (list, "Warehouse, inside the building"));
  g_assert_false (test_has_label (list, "×"));

  /* The first instance has many free places: one row. */
  hy_span_list_show (HY_SPAN_LIST (list), &hy_session_get_report (session)->classes[0], 1);
  g_assert_true (test_has_label (list, "free place × 26"));
  g_assert_true (test_has_label (list, "insertion order"));
  test_window_close (window, list);
}

/* One stop for Tab, from where arrows reach every figure. */
static void
test_focus (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *list = g_object_new (HY_TYPE_SPAN_LIST, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *window = test_window_new (scrolled, 300, 700);
  GtkWidget *before;
  guint stops = 1;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  hy_span_list_show (HY_SPAN_LIST (list), &hy_session_get_report (session)->classes[0], 57);
  test_window_frames (window, 2);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  before = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_LABEL (before));
  g_assert_false (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (list, GTK_DIR_TAB_BACKWARD));
  while (gtk_widget_child_focus (list, GTK_DIR_DOWN))
    {
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != before);
      before = gtk_window_get_focus (GTK_WINDOW (window));
      stops++;
    }
  g_assert_cmpuint (stops, >=, 12);
  test_window_close (window, list);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/span-list/instances", test_instances);
  g_test_add_func ("/span-list/inline", test_inline);
  g_test_add_func ("/span-list/focus", test_focus);
  return g_test_run ();
}
