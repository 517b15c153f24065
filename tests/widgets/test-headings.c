/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-headings.h"

#include "widget-window.h"

/* A yard with its headings over it. */
static GtkWidget *
new_overlay (HySession *session, GtkWidget **headings)
{
  GtkWidget *yard = g_object_new (HY_TYPE_YARD_VIEW, "session", session, NULL);
  GtkWidget *overlay = gtk_overlay_new ();

  *headings = g_object_new (HY_TYPE_HEADINGS, "yard", yard, NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), yard);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), *headings);
  return overlay;
}

static void
test_labels (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *headings;
  GtkWidget *overlay = new_overlay (session, &headings);
  GtkWidget *window;

  window = test_window_new (overlay, 500, 400);
  g_assert_true (test_has_label (headings, "SlottedOrder"));
  g_assert_true (test_has_label (headings, "100 instances"));
  hy_session_set_count (session, 2000);
  g_assert_true (test_has_label (headings, "2,000 instances"));
  hy_session_set_hidden (session, 1, TRUE);
  g_assert_false (test_has_label (headings, "SlottedOrder"));
  hy_yard_view_zoom (HY_YARD_VIEW (gtk_overlay_get_child (GTK_OVERLAY (overlay))), 20);
  test_window_frames (window, 2);
  test_window_close (window, overlay);
}

/* Where there is no room for all, what is least told elsewhere stays. */
static void
test_narrow (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *headings;
  GtkWidget *overlay = new_overlay (session, &headings);
  GtkWidget *window;

  hy_session_set_count (session, HY_FOOTPRINT_MAX_COUNT);
  window = test_window_new (overlay, 400, 400);
  g_assert_true (test_has_label (headings, "TiB"));
  g_assert_false (test_has_label (headings, "slotted"));
  hy_session_set_count (session, 1);
  g_assert_true (test_has_label (headings, "slotted"));
  test_window_close (window, overlay);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/headings/labels", test_labels);
  g_test_add_func ("/headings/narrow", test_narrow);
  return g_test_run ();
}
