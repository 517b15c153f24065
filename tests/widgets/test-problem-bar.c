/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-problem-bar.h"

#include "widget-window.h"

static GtkWidget *
new_widget (HySession *session)
{
  GtkWidget *widget = g_object_new (HY_TYPE_PROBLEM_BAR, NULL);

  hy_problem_bar_set_session (HY_PROBLEM_BAR (widget), session);
  return widget;
}

static gboolean
is_idle (gpointer session)
{
  return !hy_session_is_busy (session);
}

/* Whatever the machine has: a missing file is said to be missing. */
static void
test_missing (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *bar = new_widget (session);
  GtkWidget *window = test_window_new (bar, 500, 100);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/missing.py");

  g_assert_false (test_has_label (bar, "missing.py"));
  hy_session_open (session, &file, 1);
  test_wait_until (is_idle, session);
  g_assert_true (test_has_label (bar, "missing.py"));
  g_signal_emit_by_name (test_find (bar, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_false (test_has_label (bar, "missing.py"));
  test_window_close (window, bar);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/problem-bar/missing", test_missing);
  return g_test_run ();
}
