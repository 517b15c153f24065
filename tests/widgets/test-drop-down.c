/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-drop-down.h"

#include "widget-window.h"

static void
test_chosen (void)
{
  static const char *const names[] = { "3.13", "3.12", NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  GtkWidget *button = gtk_widget_get_first_child (drop_down);
  GtkWidget *window = test_window_new (drop_down, 200, 60);

  g_assert_true (gtk_widget_get_focusable (button));
  hy_drop_down_tell_chosen (drop_down, "What to choose");
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (list));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "3.13");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "What to choose");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "3.12");
  test_window_close (window, drop_down);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/drop-down/chosen", test_chosen);
  return g_test_run ();
}
