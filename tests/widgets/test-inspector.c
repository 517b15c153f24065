/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-inspector.h"

#include "widget-window.h"

static GtkWidget *
new_widget (HySession *session)
{
  GtkWidget *widget = g_object_new (HY_TYPE_INSPECTOR, NULL);

  hy_inspector_set_session (HY_INSPECTOR (widget), session);
  return widget;
}

static void
test_selection (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *inspector = new_widget (session);
  GtkWidget *window = test_window_new (inspector, 312, 800);
  GtkStack *stack = GTK_STACK (test_find (inspector, GTK_TYPE_STACK, 0));

  g_assert_true (test_has_label (inspector, "Select an instance"));
  hy_session_select (session, 0, 57);
  g_assert_true (test_has_label (inspector, "Order № 57"));
  g_assert_true (test_has_label (inspector, "{'id': 'ORD-56'"));
  g_assert_true (test_has_label (inspector, "sys.getsizeof(o) says 48"));
  g_assert_true (test_has_label (inspector, "Try it"));
  hy_session_select (session, 1, 5);
  g_assert_true (test_has_label (inspector, "SlottedOrder № 5"));
  g_assert_false (test_has_label (inspector, "{'id'"));
  hy_session_select (session, 0, 0);
  g_assert_true (test_has_label (inspector, "the floor plan"));
  gtk_stack_set_visible_child_name (stack, "class");
  test_window_frames (window, 2);
  gtk_stack_set_visible_child_name (stack, "versions");
  test_window_frames (window, 2);
  g_assert_true (test_has_label (GTK_WIDGET (stack), "3.6"));
  hy_session_set_count (session, 20);
  hy_session_unselect (session);
  gtk_stack_set_visible_child_name (stack, "instance");
  test_window_frames (window, 2);
  g_assert_true (test_has_label (inspector, "Select an instance"));
  test_window_close (window, inspector);
}

/* Presses Tab until it comes around; returns how many stops there were. */
static guint
walk (GtkWidget *window)
{
  GtkWidget *first = NULL;
  GtkWidget *last = NULL;

  for (guint n = 0; n < 40; n++)
    {
      GtkWidget *now;

      gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
      now = gtk_root_get_focus (GTK_ROOT (window));
      g_assert_nonnull (now);
      if (now == first)
        return n;
      g_assert_true (now != last);
      first = first != NULL ? first : now;
      last = now;
    }
  g_assert_not_reached ();
}

/* Where the model can't say, measuring is offered; where it can, not. */
static void
test_unknown (void)
{
  g_autoptr (HySession) session = test_session_new ();
  g_autoptr (HyClassDef) def = hy_class_def_new ("Odd");
  GtkWidget *inspector = new_widget (session);
  GtkWidget *window = test_window_new (inspector, 312, 700);

  hy_session_select (session, 0, 1);
  g_assert_false (test_has_label (inspector, "Measure it…"));
  def->recipe.unknown = g_strdup ("nobody knows");
  hy_session_add (session, def);
  hy_session_select (session, 2, 1);
  g_assert_true (test_has_label (inspector, "nobody knows"));
  g_assert_true (test_has_label (inspector, "Measure it…"));
  test_window_close (window, inspector);
}

/* Tab leaves every page again, and stops where there is something to do, not at each figure. */
static void
test_tab (void)
{
  static const char *const pages[] = { "instance", "class", "versions" };
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *inspector = new_widget (session);
  GtkWidget *window = test_window_new (inspector, 312, 1200);
  GtkStack *stack = GTK_STACK (test_find (inspector, GTK_TYPE_STACK, 0));

  hy_session_select (session, 0, 57);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_stack_set_visible_child_name (stack, pages[i]);
      test_window_frames (window, 2);
      g_test_message ("%s", pages[i]);
      g_assert_cmpuint (walk (window), <, 16);
    }
  test_window_close (window, inspector);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/inspector/selection", test_selection);
  g_test_add_func ("/inspector/unknown", test_unknown);
  g_test_add_func ("/inspector/tab", test_tab);
  return g_test_run ();
}
