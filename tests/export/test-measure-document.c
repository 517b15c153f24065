/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-document.h"

#include <string.h>

#include "hy-measure-html.h"
#include "hy-measure-markdown.h"

static HyEvidence *
evidence_new (void)
{
  g_autoptr (JsonNode) node =
      json_from_string ("{\"path\": \"/usr/bin/python3\", \"status\": \"ok\", \"version\": \"3.12.1\", \"build\": "
                        "\"default\", \"allocator\": \"pymalloc\", \"prefix\": \"/usr\", \"base_prefix\": \"/usr\", "
                        "\"implementation\": \"cpython\", \"bits\": 64}",
                        NULL);
  g_autoptr (HyInterpreter) interpreter = hy_interpreter_from_json (node);
  g_autoptr (HyClassDef) def = hy_class_def_new_order ();
  g_autoptr (HyMeasured) measured = hy_measured_new ();
  g_autoptr (HyMeasured) failed = hy_measured_new ();
  g_autoptr (HyModelled) modelled = hy_modelled_new (def, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64), 1000);
  g_autoptr (HyModelled) unknown = hy_modelled_new_unknown ("a base <b> | from elsewhere");
  HyEvidence *evidence = hy_evidence_new (interpreter);
  const char *command[] = { "heapyard-cli", "measure", "it's here.py:Order", NULL };

  measured->requested = 96;
  measured->current = 12345678;
  measured->peak = 12345679;
  measured->rss = (HySpread){ 4096, 0, 8192, 5 };
  measured->seconds = (HySpread){ 0.25, 0.125, 0.5, 5 };
  measured->points = g_new0 (HyMeasuredPoint, 1);
  measured->points[0] = (HyMeasuredPoint){ 1000, 12345678 };
  measured->n_points = 1;
  failed->error = hy_measured_error_new ("import", "ValueError", "x | y", "a.py", 7);
  g_strfreev (evidence->command);
  evidence->command = g_strdupv ((char **) command);
  evidence->sandbox = g_strdup ("none: turned off");
  hy_evidence_add (evidence, "a.py", "Order", NULL, "Order(i)", NULL, 1000, measured, modelled);
  hy_evidence_add (evidence, "a.py", "Order", "__slots__", "Order(i)", "class Order: ünïcode", 1000, failed, unknown);
  return evidence;
}

/* What was saved opens as what it was: written again it is the same text. */
static void
test_round_trip (void)
{
  g_autoptr (HyEvidence) evidence = evidence_new ();
  g_autofree char *text = hy_measure_document (evidence, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (HyEvidence) again = hy_evidence_from_json (text, strlen (text), &error);
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  second = hy_measure_document (again, NULL, 0);
  g_assert_cmpstr (text, ==, second);
  g_assert_true (g_str_is_ascii (text));
}

static void
test_refused (void)
{
  const char *const texts[] = { "",
                                "{}",
                                "[]",
                                "{\"schema\": \"heapyard.layout/1\"}",
                                "{\"schema\": \"heapyard.measure/1\"}",
                                "{\"schema\": \"heapyard.measure/1\", \"classes\": [3], \"interpreter\": {}}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hy_evidence_from_json (texts[i], strlen (texts[i]), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (hy_evidence_load ("/nonexistent/evidence.json", &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  }
}

static void
test_markdown (void)
{
  g_autoptr (HyEvidence) evidence = evidence_new ();
  g_autofree char *text = hy_measure_markdown (evidence, "chart.png");

  g_assert_nonnull (strstr (text, "![Memory against instance count](chart.png)"));
  g_assert_nonnull (strstr (text, "| `Order` | 96 | 96 | 11.8 MiB |"));
  g_assert_nonnull (strstr (text, "a.py:7: ValueError: x \\| y"));
  g_assert_nonnull (strstr (text, "heapyard-cli measure 'it'\\''s here.py:Order'"));
}

static void
test_html (void)
{
  g_autoptr (HyEvidence) evidence = evidence_new ();
  const char picture[] = "<?xml version=\"1.0\"?>\n<svg></svg>";
  g_autoptr (GBytes) svg = g_bytes_new_static (picture, sizeof picture - 1);
  g_autofree char *text = hy_measure_html (evidence, svg);

  g_assert_true (g_str_has_prefix (text, "<!doctype html>"));
  g_assert_nonnull (strstr (text, "<svg></svg>"));
  g_assert_null (strstr (text, "<?xml"));
  g_assert_null (strstr (text, "<b>"));
}

static void
test_csv (void)
{
  g_autoptr (HyEvidence) evidence = evidence_new ();
  g_autofree char *text = hy_measure_csv (evidence);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[1], "Order,,3.12.1,1000,Order(i),96,96,"));
  g_assert_true (g_str_has_suffix (lines[2], ",error"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-document/round-trip", test_round_trip);
  g_test_add_func ("/measure-document/refused", test_refused);
  g_test_add_func ("/measure-document/markdown", test_markdown);
  g_test_add_func ("/measure-document/html", test_html);
  g_test_add_func ("/measure-document/csv", test_csv);
  return g_test_run ();
}
