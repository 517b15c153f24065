/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-adaptive.h"

#include "widget-window.h"

static void
count (guint *notified)
{
  (*notified)++;
}

/* The child's own width does not keep it wide, and each crossing of the threshold is told once. */
static void
test_threshold (void)
{
  GtkWidget *wide = gtk_label_new ("child");
  GtkWidget *adaptive = g_object_new (HY_TYPE_ADAPTIVE, "child", wide, "narrow-below", 500, NULL);
  GtkWidget *window;
  guint notified = 0;
  int minimum;

  gtk_widget_set_size_request (wide, 450, -1);
  g_signal_connect_swapped (adaptive, "notify::narrow", G_CALLBACK (count), &notified);
  window = test_window_new (adaptive, 600, 100);
  g_assert_false (hy_adaptive_is_narrow (HY_ADAPTIVE (adaptive)));
  gtk_widget_measure (adaptive, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 360);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 100);
  test_window_frames (window, 8);
  g_assert_true (hy_adaptive_is_narrow (HY_ADAPTIVE (adaptive)));
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpint (gtk_widget_get_width (wide), >=, 450);
  test_window_close (window, adaptive);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/adaptive/threshold", test_threshold);
  return g_test_run ();
}
