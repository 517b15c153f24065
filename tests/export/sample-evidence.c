/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-evidence.h"

HyEvidence *
sample_evidence_new (void)
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
