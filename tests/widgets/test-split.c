/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-split.h"

#include "widget-window.h"

static gboolean
flag (GtkWidget *split, const char *name)
{
  gboolean value;

  g_object_get (split, name, &value, NULL);
  return value;
}

static GtkWidget *
new_split (void)
{
  return g_object_new (HY_TYPE_SPLIT, "start", gtk_label_new ("start"), "content", gtk_label_new ("content"), "end",
                       gtk_label_new ("end"), NULL);
}

static void
test_wide (void)
{
  GtkWidget *split = new_split ();
  GtkWidget *window = test_window_new (split, 1200, 200);

  g_assert_false (flag (split, "start-folded"));
  g_assert_false (flag (split, "end-folded"));
  g_object_set (split, "show-end", FALSE, NULL);
  g_assert_false (flag (split, "show-end"));
  g_object_set (split, "show-end", TRUE, NULL);
  g_assert_true (flag (split, "show-end"));
  test_window_close (window, split);
}

static void
test_narrow (void)
{
  GtkWidget *split = new_split ();
  GtkWidget *window = test_window_new (split, 360, 200);

  test_window_frames (window, 6);
  g_assert_cmpint (gtk_widget_get_width (split), <=, 360);
  g_assert_true (flag (split, "start-folded"));
  g_assert_true (flag (split, "end-folded"));
  test_window_close (window, split);
}

/* Panes grow with the text, as far as there is room. */
static void
test_text (void)
{
  GtkWidget *label = gtk_label_new ("start");
  GtkWidget *split = g_object_new (HY_TYPE_SPLIT, "start", label, "content", gtk_label_new ("content"), "end",
                                   gtk_label_new ("end"), NULL);
  GtkWidget *window = test_window_new (split, 1900, 200);
  int before, dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  test_window_frames (window, 4);
  before = gtk_widget_get_width (label);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi * 3 / 2, NULL);
  gtk_widget_queue_resize (split);
  test_window_frames (window, 8);
  g_assert_cmpint (gtk_widget_get_width (label), >, before * 5 / 4);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  test_window_close (window, split);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/split/wide", test_wide);
  g_test_add_func ("/split/narrow", test_narrow);
  g_test_add_func ("/split/text", test_text);
  return g_test_run ();
}
