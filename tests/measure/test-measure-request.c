/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-request.h"

#include "fake-python.h"

static void
test_defaults (void)
{
  g_autoptr (HyInterpreter) interpreter = fake_python_at ("/usr/bin/python3");
  g_autoptr (HyMeasureRequest) request = hy_measure_request_new (interpreter);

  g_assert_true (request->interpreter == interpreter);
  g_assert_cmpuint (request->items->len, ==, 0);
  g_assert_cmpuint (request->count, ==, HY_MEASURE_DEFAULT_COUNT);
  g_assert_cmpuint (request->totals, ==, HY_MEASURE_DEFAULT_TOTALS);
  g_assert_cmpuint (request->total_runs, ==, HY_MEASURE_DEFAULT_TOTAL_RUNS);
  g_assert_cmpuint (request->runs, ==, HY_MEASURE_DEFAULT_RUNS);
  g_assert_cmpuint (request->time_limit_ms, ==, HY_MEASURE_DEFAULT_TIME_LIMIT_MS);
  g_assert_cmpuint (request->memory_limit, ==, HY_MEASURE_DEFAULT_MEMORY_LIMIT);
  g_assert_true (request->sandbox);
  g_assert_false (request->temporary_folder);
}

/* What was added stays when the caller's own texts, class and reference are gone. */
static void
test_copies (void)
{
  g_autoptr (HyInterpreter) interpreter = fake_python_at ("/usr/bin/python3");
  HyMeasureRequest *request = hy_measure_request_new (interpreter);
  g_autoptr (HyMeasureRequest) kept = hy_measure_request_ref (request);
  HyClassDef *def = hy_class_def_new ("A");
  char texts[][8] = { "a.py", "name", "A", "A(i)", "text", "tuple" };
  const HyMeasureItem item = { texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], def };
  const HyMeasureItem blank = { .file = texts[0] };
  const HyMeasureItem *added;

  hy_measure_request_add (request, &item);
  hy_measure_request_add (request, &blank);
  hy_class_def_unref (def);
  hy_measure_request_unref (request);
  memset (texts, 'x', sizeof texts);
  g_assert_cmpuint (kept->items->len, ==, 2);
  added = kept->items->pdata[0];
  g_assert_cmpstr (added->file, ==, "a.py");
  g_assert_cmpstr (added->name, ==, "name");
  g_assert_cmpstr (added->class_name, ==, "A");
  g_assert_cmpstr (added->factory, ==, "A(i)");
  g_assert_cmpstr (added->text, ==, "text");
  g_assert_cmpstr (added->plan, ==, "tuple");
  g_assert_cmpstr (added->def->name, ==, "A");
  added = kept->items->pdata[1];
  g_assert_null (added->text);
  g_assert_null (added->def);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-request/defaults", test_defaults);
  g_test_add_func ("/measure-request/copies", test_copies);
  return g_test_run ();
}
