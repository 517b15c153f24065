/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence-page.h"

#include <adwaita.h>

#include "session-files.h"
#include "wait-measuring.h"
#include "widget-window.h"

#define COUNT 500
#define NARROWEST 348 /* pixels: of a window of 360 with its frame */
#define LATE                                                                                                           \
  "class Order:\n    def __init__(self):\n        self.id = 1\n\n"                                                     \
  "    def pay(self):\n        self.paid = True\n        self.receipt = 1\n"

/* The button with that label. */
static GtkWidget *
find_button (GtkWidget *page, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = test_find (page, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (test_has_label (button, label))
      return button;
  g_assert_not_reached ();
}

/* What is said before anything runs: the file, the interpreters and the sandbox in force. */
static void
test_before (void)
{
  g_autoptr (HySession) session = test_session_new ();
  g_autoptr (HyMeasuring) measuring = hy_measuring_new (session, hy_session_get_settings (session));
  GtkWidget *page = g_object_new (HY_TYPE_EVIDENCE_PAGE, "measuring", measuring, NULL);
  GtkWidget *window = test_window_new (page, 700, 800);

  test_wait_found (measuring);
  if (hy_measuring_get_interpreter (measuring) != NULL)
    {
      g_assert_true (test_has_label (page, "Measuring runs the code of Order"));
      g_assert_true (gtk_widget_get_sensitive (find_button (page, "Measure")));
    }
  g_assert_true (test_has_label (page, "Sandbox in force: "));
  g_assert_true (test_has_label (page, "can measure"));
  hy_measuring_set_sandbox (measuring, FALSE);
  g_assert_true (test_has_label (page, "Sandbox turned off"));
  hy_measuring_set_sandbox (measuring, TRUE);
  g_assert_false (test_has_label (page, "Sandbox turned off"));
  test_window_close (window, page);
}

/* A small window: the results come into view by themselves. */
static void
test_results_in_view (void)
{
  g_autoptr (HySession) session = test_session_new ();
  g_autoptr (HyMeasuring) measuring = hy_measuring_new (session, NULL);
  GtkWidget *page = g_object_new (HY_TYPE_EVIDENCE_PAGE, "measuring", measuring, NULL);
  GtkWidget *window = test_window_new (page, 600, 360);
  GtkWidget *scrolled = test_find (page, GTK_TYPE_SCROLLED_WINDOW, 0);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  test_wait_found (measuring);
  if (hy_measuring_get_interpreter (measuring) == NULL)
    g_test_skip ("no usable interpreter on this machine");
  else
    {
      hy_measuring_get_options (measuring)->count = COUNT;
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
      g_signal_emit_by_name (find_button (page, "Measure"), "clicked");
      g_assert_true (test_has_label (page, "Cancel measuring"));
      test_wait_measured (measuring);
      test_window_frames (window, 3);
      g_assert_true (test_has_label (page, "measured equals modelled"));
      g_assert_false (test_has_label (page, "Cancel measuring"));
      g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 100);
    }
  test_window_close (window, page);
}

static gboolean
has_hazards (gpointer measuring)
{
  HyExamination *examination = hy_measuring_get_examination (measuring);

  return examination != NULL && examination->hazards->len > 0;
}

/* Nothing that it says keeps the window from being as narrow as a phone. */
static void
test_narrow (void)
{
  g_autoptr (GFile) file = test_file_new ("orders.py", LATE);
  g_autoptr (HySession) session = test_session_new ();
  g_autoptr (HyMeasuring) measuring = hy_measuring_new (session, NULL);
  GtkWidget *page = g_object_new (HY_TYPE_EVIDENCE_PAGE, "measuring", measuring, NULL);
  GtkWidget *window = test_window_new (page, 360, 640);
  int minimum;

  if (test_has_python ())
    {
      hy_session_open (session, &file, 1);
      test_wait_until (has_hazards, measuring);
      g_assert_true (test_has_label (page, "2 things to look at before giving it __slots__"));
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, NARROWEST);
    }
  test_window_close (window, page);
}

int
main (int argc, char **argv)
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/evidence-page/before", test_before);
  g_test_add_func ("/evidence-page/results-in-view", test_results_in_view);
  g_test_add_func ("/evidence-page/narrow", test_narrow);
  return g_test_run ();
}
