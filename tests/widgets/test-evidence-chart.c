/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence-chart.h"

#include "widget-window.h"

static HyEvidence *
evidence_new (HyInterpreter *interpreter, HyClassDef *def)
{
  HyEvidence *evidence = hy_evidence_new (interpreter);
  HyMeasured *measured = hy_measured_new ();
  HyModelled *modelled = hy_modelled_new_unknown (NULL);

  measured->requested = 96;
  measured->points = g_new0 (HyMeasuredPoint, 1);
  measured->points[measured->n_points++] = (HyMeasuredPoint){ 1000, 150000, 149000, 151000 };
  hy_evidence_add (evidence, "a.py", def->name, NULL, def->recipe.factory, NULL, 1000, measured, modelled);
  hy_measured_unref (measured);
  hy_modelled_unref (modelled);
  return evidence;
}

static HyInterpreter *
interpreter_new (void)
{
  g_autoptr (JsonNode) node =
      json_from_string ("{\"path\": \"/p\", \"status\": \"ok\", \"version\": \"3.12.1\", \"build\": \"default\", "
                        "\"bits\": 64, \"allocator\": \"pymalloc\", \"prefix\": \"/p\"}",
                        NULL);

  return hy_interpreter_from_json (node);
}

/* It says in words what it shows, and hides without lines to put the points on. */
static void
test_describes (void)
{
  g_autoptr (HyInterpreter) interpreter = interpreter_new ();
  g_autoptr (HyClassDef) def = hy_class_def_new_order ();
  g_autoptr (HyEvidence) evidence = evidence_new (interpreter, def);
  g_autoptr (HyReport) report =
      hy_report_new (&def, 1, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64), 1000, HY_INCLUDE_VALUES | HY_INCLUDE_LIST, 0);
  GtkWidget *chart = g_object_new (HY_TYPE_EVIDENCE_CHART, NULL);
  GtkWidget *window = test_window_new (chart, 500, 300);

  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Evidence chart");
  hy_evidence_chart_set (HY_EVIDENCE_CHART (chart), evidence, report);
  test_window_frames (window, 2);
  g_assert_true (gtk_widget_get_visible (chart));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  hy_evidence_chart_set (HY_EVIDENCE_CHART (chart), evidence, NULL);
  g_assert_false (gtk_widget_get_visible (chart));
  test_window_close (window, chart);
}

int
main (int argc, char **argv)
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/evidence-chart/describes", test_describes);
  return g_test_run ();
}
