/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-view.h"

#include "widget-window.h"

static void
test_facts (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *view = g_object_new (HY_TYPE_CLASS_VIEW, NULL);
  GtkWidget *window = test_window_new (view, 300, 600);

  hy_class_view_show (HY_CLASS_VIEW (view), &hy_session_get_report (session)->classes[1]);
  g_assert_true (test_has_label (view, "SlottedOrder → object"));
  g_assert_true (test_has_label (view, "__basicsize__"));
  g_assert_true (test_has_label (view, "48"));
  g_assert_true (test_has_label (view, "__slots__ = ('id', 'customer', 'total', 'status')"));
  g_assert_true (test_has_label (view, "id, customer, total, status"));
  test_window_close (window, view);
}

static void
test_refused (void)
{
  g_autoptr (HyClassDef) def = hy_class_def_new ("C");
  g_autoptr (HyReport) report = NULL;
  GtkWidget *view = g_object_new (HY_TYPE_CLASS_VIEW, NULL);
  GtkWidget *window = test_window_new (view, 300, 600);

  def->n_bases = 2;
  def->bases = g_new0 (HyBase, 2);
  for (gsize i = 0; i < 2; i++)
    def->bases[i] = (HyBase){ .kind = HY_BASE_LIBRARY, .name = g_strdup (i == 0 ? "int" : "str") };
  report = hy_report_new (&def, 1, hy_abi_newest (), 1, 0, 0);
  hy_class_view_show (HY_CLASS_VIEW (view), &report->classes[0]);
  g_assert_true (test_has_label (view, "TypeError: multiple bases"));
  g_assert_false (test_has_label (view, "__basicsize__"));
  test_window_close (window, view);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/class-view/facts", test_facts);
  g_test_add_func ("/class-view/refused", test_refused);
  return g_test_run ();
}
