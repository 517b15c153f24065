/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-try-view.h"

#include "widget-window.h"

static void
try (GtkWidget *view, const char *statement)
{
  GtkWidget *entry = test_find (view, GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), statement);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_lesson (void)
{
  g_autoptr (HySession) session = test_session_new ();
  HyReport *report = hy_session_get_report (session);
  GtkWidget *view = g_object_new (HY_TYPE_TRY_VIEW, NULL);
  GtkWidget *window = test_window_new (view, 300, 500);

  hy_try_view_set_layout (HY_TRY_VIEW (view), report->classes[0].layout, "id");
  try (view, "o.extra = 42");
  g_assert_true (test_has_label (view, "o.extra = 42"));
  g_assert_false (test_has_label (view, "Error"));
  try (view, "o.extra");
  g_assert_true (test_has_label (view, "42"));

  hy_try_view_set_layout (HY_TRY_VIEW (view), report->classes[1].layout, "id");
  try (view, "o.extra = 42");
  g_assert_true (test_has_label (view, "AttributeError: 'SlottedOrder' object has no attribute 'extra'"));
  try (view, "import os");
  try (view, "");
  test_window_close (window, view);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/try-view/lesson", test_lesson);
  return g_test_run ();
}
