/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter-row.h"

#include <glib/gstdio.h>

#include "wait-measuring.h"
#include "widget-window.h"

/* A broken one is listed with its reason and can be removed, as it was added. */
static void
test_rows (void)
{
  g_autoptr (HySession) session = test_session_new ();
  g_autoptr (HyMeasuring) measuring = hy_measuring_new (session, NULL);
  GtkWidget *row = g_object_new (HY_TYPE_INTERPRETER_ROW, "expanded", TRUE, NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;

  hy_interpreter_row_set_measuring (HY_INTERPRETER_ROW (row), measuring);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = test_window_new (list, 500, 600);
  g_assert_true (hy_measuring_add_interpreter (measuring, "/nonexistent/python3", NULL));
  test_wait_found (measuring);
  g_assert_true (test_has_label (row, "/nonexistent/python3: no such file"));
  g_assert_true (test_has_label (row, "Add interpreter…"));
  g_assert_true (test_has_label (row, "can’t"));
  g_assert_true (gtk_widget_activate_action (row, "interpreters.remove", "s", "/nonexistent/python3"));
  test_wait_found (measuring);
  g_assert_false (test_has_label (row, "/nonexistent/python3: no such file"));
  test_window_close (window, list);
}

int
main (int argc, char **argv)
{
  g_autofree char *config = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (config, "heapyard", NULL);
  g_autofree char *file = g_build_filename (folder, "interpreters", NULL);
  int status;

  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/interpreter-row/rows", test_rows);
  status = g_test_run ();
  g_remove (file);
  g_rmdir (folder);
  g_rmdir (config);
  return status;
}
