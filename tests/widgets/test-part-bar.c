/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-part-bar.h"

#include <string.h>

#include "widget-window.h"

static void
test_footprint (void)
{
  g_autoptr (HySession) session = test_session_new ();
  HyReport *report = hy_session_get_report (session);
  GtkWidget *bar = g_object_new (HY_TYPE_PART_BAR, NULL);
  GtkWidget *window = test_window_new (bar, 200, 20);

  for (gsize i = 0; i < report->n_classes; i++)
    {
      hy_part_bar_set_footprint (HY_PART_BAR (bar), report->classes[i].footprint, 96);
      test_window_frames (window, 2);
    }
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (bar));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (bar), "64"));
  /* Words of a hair's breadth. */
  hy_part_bar_set_footprint (HY_PART_BAR (bar), report->classes[0].footprint, 1000000);
  test_window_frames (window, 2);
  test_window_close (window, bar);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/part-bar/footprint", test_footprint);
  return g_test_run ();
}
