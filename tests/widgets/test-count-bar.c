/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-count-bar.h"

#include "widget-window.h"

#include "hy-count.h"

static GtkWidget *
new_widget (HySession *session)
{
  GtkWidget *widget = g_object_new (HY_TYPE_COUNT_BAR, NULL);

  hy_count_bar_set_session (HY_COUNT_BAR (widget), session);
  return widget;
}

static GtkWidget *
bar_entry (GtkWidget *bar)
{
  return test_find (bar, GTK_TYPE_ENTRY, 0);
}

static void
type (GtkWidget *bar, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (bar_entry (bar)), text);
  g_signal_emit_by_name (bar_entry (bar), "activate");
}

static void
test_entry (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *bar = new_widget (session);
  GtkWidget *window = test_window_new (bar, 700, 80);
  int wide;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (bar_entry (bar))), ==, "100");
  type (bar, "100k");
  g_assert_cmpuint (hy_session_get_count (session), ==, 100000);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (bar_entry (bar))), ==, "100,000");
  type (bar, "plenty");
  g_assert_cmpuint (hy_session_get_count (session), ==, 100000);
  g_assert_true (gtk_widget_has_css_class (bar_entry (bar), "error"));
  g_assert_true (test_has_label (bar, "plenty"));
  gtk_test_accessible_assert_state (bar_entry (bar), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  type (bar, " ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (bar_entry (bar))), ==, "100,000");
  g_assert_false (gtk_widget_has_css_class (bar_entry (bar), "error"));
  type (bar, "1e12");
  g_assert_false (gtk_widget_has_css_class (bar_entry (bar), "error"));
  g_assert_cmpuint (hy_session_get_count (session), ==, HY_FOOTPRINT_MAX_COUNT);
  wide = gtk_editable_get_width_chars (GTK_EDITABLE (bar_entry (bar)));
  type (bar, "100");
  g_assert_cmpint (gtk_editable_get_width_chars (GTK_EDITABLE (bar_entry (bar))), <, wide);
  test_window_close (window, bar);
}

static void
test_slider (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *bar = new_widget (session);
  GtkWidget *window = test_window_new (bar, 700, 80);
  GtkRange *scale = GTK_RANGE (test_find (bar, GTK_TYPE_SCALE, 0));
  gboolean handled;

  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, "Instance count");
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (scale), hy_count_to_position (100), 1e-9);
  gtk_range_set_value (scale, hy_count_to_position (20000));
  g_assert_cmpuint (hy_session_get_count (session), ==, 20000);
  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_STEP_FORWARD, gtk_range_get_value (scale) + 0.1, &handled);
  g_assert_cmpuint (hy_session_get_count (session), ==, 25000);
  gtk_range_set_value (scale, 0);
  g_assert_cmpuint (hy_session_get_count (session), ==, 0);
  hy_session_set_count (session, 1234567);
  g_assert_cmpuint (hy_session_get_count (session), ==, 1234567);
  test_window_close (window, bar);
}

static void
test_narrow (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *bar = new_widget (session);
  GtkWidget *window = test_window_new (bar, 340, 80);

  test_window_frames (window, 6);
  g_assert_false (test_has_label (bar, "Instances"));
  g_assert_cmpint (gtk_widget_get_width (bar), <=, 340);
  test_window_close (window, bar);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/count-bar/entry", test_entry);
  g_test_add_func ("/count-bar/slider", test_slider);
  g_test_add_func ("/count-bar/narrow", test_narrow);
  return g_test_run ();
}
