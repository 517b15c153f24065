/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <string.h>

/* One measurement with the least processes that it takes; everything else that it prints is another test's. */
static void
test_lesson (void)
{
  g_auto (TestAnswer) answer = { 0 };

  if (!test_program_has_python ())
    return;
  answer = test_answer ("measure :SlottedOrder --count 1", NULL);
  g_assert_cmpstr (answer.errors, ==, "");
  g_assert_cmpint (answer.status, ==, HY_EXIT_FINE);
  g_assert_true (g_str_has_prefix (answer.output, "CPython 3."));
  g_assert_nonnull (strstr (answer.output, "\nSlottedOrder  1 made by SlottedOrder(f'ORD-{i}', 'Alice Chen', 99.99, "));
  g_assert_nonnull (strstr (answer.output, "\n  measured equals modelled\n"));
}

/* A class that can't be made is an answer, with a status that says so; so is a file that can't be read. */
static void
test_failed (void)
{
  static const TestCall calls[] = {
    { "measure a.py:Broken --count 1 --markdown", HY_EXIT_CANNOT, "### Memory per instance, measured\n…", NULL },
    { "measure nothing.py --json", HY_EXIT_CANNOT, "{…", "heapyard-cli: nothing.py: There is no such file" },
    { "measure not.py", HY_EXIT_CANNOT, NULL, "heapyard-cli: not.py:1: Not Python that the interpreter can parse: " },
  };

  if (!test_program_has_python ())
    return;
  test_program_file ("a.py", "class Broken:\n    def __init__(self):\n        raise ValueError('no luck')\n");
  test_program_file ("not.py", "exec true && {\n");
  test_calls (calls, G_N_ELEMENTS (calls), NULL);
}

static void
test_wrong (void)
{
  static const TestCall calls[] = {
    { "measure --json --markdown", HY_EXIT_USAGE, "", "--json and --markdown: choose one\n" },
    { "measure --csv", HY_EXIT_USAGE, "", "--csv" },
    { "measure --count 0", HY_EXIT_USAGE, "", "--count: 1 to 100000000 instances can be measured\n" },
    { "measure --count 1e9", HY_EXIT_USAGE, "", "--count: 1 to 100000000 instances can be measured\n" },
    { "measure --timeout 0", HY_EXIT_USAGE, "", "--timeout: " },
    { "measure --memory-limit x", HY_EXIT_USAGE, "", "--memory-limit: " },
    { "measure --interpreter ''", HY_EXIT_USAGE, "", "--interpreter: " },
    { "measure --interpreter /nonexistent/python", HY_EXIT_CANNOT, "", "/nonexistent/python: no such file\n" },
    { "measure --interpreter ./other-program", HY_EXIT_CANNOT, "", "does not answer as a Python does\n" },
    { "measure :Ordre", HY_EXIT_USAGE, "", "“Order”" },
    { "measure -", HY_EXIT_USAGE, "", "standard input is only read\n" },
  };

  if (!test_program_has_python ())
    return;
  g_assert_true (
      g_file_set_contents_full ("other-program", "#!/bin/sh\necho 3\n", -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  test_calls (calls, G_N_ELEMENTS (calls), "class A: pass\n");
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  g_test_add_func ("/command-measure/lesson", test_lesson);
  g_test_add_func ("/command-measure/failed", test_failed);
  g_test_add_func ("/command-measure/wrong", test_wrong);
  return test_program_run ();
}
