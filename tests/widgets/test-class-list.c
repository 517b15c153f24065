/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-list.h"

#include "widget-window.h"

static GtkWidget *
new_widget (HySession *session)
{
  GtkWidget *widget = g_object_new (HY_TYPE_CLASS_LIST, NULL);

  hy_class_list_set_session (HY_CLASS_LIST (widget), session);
  return widget;
}

static void
test_rows (void)
{
  g_autoptr (HySession) session = test_session_new ();
  g_autoptr (HyClassDef) extra = hy_class_def_new ("Extra");
  GtkWidget *list = new_widget (session);
  GtkWidget *window = test_window_new (list, 290, 700);
  GtkWidget *box = test_find (list, GTK_TYPE_LIST_BOX, 0);
  gsize index;
  guint64 rank;

  gtk_test_accessible_assert_property (box, GTK_ACCESSIBLE_PROPERTY_LABEL, "Classes");
  g_assert_true (test_has_label (box, "SlottedOrder"));
  hy_session_add (session, extra);
  g_assert_true (test_has_label (box, "Extra"));
  hy_session_remove (session, 1);
  g_assert_false (test_has_label (box, "SlottedOrder"));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), 2));
  g_assert_true (test_has_label (list, "1 more class can be added"));

  gtk_list_box_select_row (GTK_LIST_BOX (box), gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), 1));
  g_assert_true (hy_session_get_selection (session, &index, &rank));
  g_assert_cmpuint (index, ==, 1);
  hy_session_select (session, 0, 4);
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (box)) ==
                 gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), 0));
  g_assert_true (hy_session_get_selection (session, &index, &rank));
  g_assert_cmpuint (rank, ==, 4);

  /* SlottedOrder is offered again. */
  g_assert_true (gtk_widget_activate_action (list, "classes.add", "u", 1));
  g_assert_true (test_has_label (box, "SlottedOrder"));
  g_assert_false (test_has_label (list, "can be added"));
  test_window_close (window, list);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/class-list/rows", test_rows);
  return g_test_run ();
}
