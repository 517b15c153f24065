/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-swatch.h"

#include "widget-window.h"

static void
test_life (void)
{
  GtkWidget *swatch = hy_swatch_new (17);
  GtkWidget *window = test_window_new (swatch, 100, 100);
  int minimum;

  gtk_widget_measure (swatch, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 17);
  hy_swatch_set_accent (HY_SWATCH (swatch), 1000);
  test_window_frames (window, 1);
  for (HySpanKind kind = 0; kind <= HY_SPAN_PADDING; kind++)
    hy_swatch_set_span (HY_SWATCH (swatch), kind);
  test_window_frames (window, 1);
  gtk_test_accessible_assert_role (swatch, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  test_window_close (window, swatch);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/swatch/life", test_life);
  return g_test_run ();
}
