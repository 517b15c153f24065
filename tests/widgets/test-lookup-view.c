/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-lookup-view.h"

#include "widget-window.h"

static void
test_names (void)
{
  g_autoptr (HySession) session = test_session_new ();
  HyReport *report = hy_session_get_report (session);
  GtkWidget *view = g_object_new (HY_TYPE_LOOKUP_VIEW, NULL);
  GtkWidget *window = test_window_new (view, 300, 300);
  GtkWidget *entry = test_find (view, GTK_TYPE_ENTRY, 0);

  hy_lookup_view_set_layout (HY_LOOKUP_VIEW (view), report->classes[1].layout, "id");
  g_assert_true (test_has_label (view, "1. data descriptor of the class"));
  g_assert_true (test_has_label (view, "SlottedOrder"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "missing");
  g_assert_true (test_has_label (view, "AttributeError"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_false (test_has_label (view, "1. "));
  hy_lookup_view_set_layout (HY_LOOKUP_VIEW (view), report->classes[0].layout, "id");
  g_assert_true (test_has_label (view, "the instance's __dict__"));
  test_window_close (window, view);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/lookup-view/names", test_names);
  return g_test_run ();
}
