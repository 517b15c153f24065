/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "program.h"

#define CLASSES                                                                                                        \
  "class Refused:\n    __slots__ = ('a', 'a')\n    a = 3\n\n\n"                                                        \
  "class Unmade:\n    __slots__ = ()\n\n    def __init__(self):\n        self.b = 1\n\n\n"                             \
  "class Unknown(nowhere.Base):\n    pass\n\n\n"                                                                       \
  "class Fine:\n    __slots__ = ('a',)\n"

static void
test_lesson (void)
{
  static const TestCall calls[] = {
    { "check :Order --max-bytes-per-instance 96 -p 3.12", HY_EXIT_FINE,
      "Order  CPython 3.12, modelled  an instance: 96 of 96 bytes\n", NULL },
    { "check :Order --max-bytes-per-instance 95 -p 3.12", HY_EXIT_NO,
      "Order  CPython 3.12, modelled  an instance: 96 bytes, 1 over the budget of 95\n", NULL },
    { "check :Order :SlottedOrder --max-bytes-per-instance 64 -p 3.12", HY_EXIT_NO,
      "Order  CPython 3.12, modelled  an instance: 96 bytes, 32 over the budget of 64\n"
      "SlottedOrder  CPython 3.12, modelled  an instance: 64 of 64 bytes\n",
      NULL },
    { "check :SlottedOrder --max-bytes-per-instance 1KiB --count 0 --max-total 56 -p 3.12", HY_EXIT_FINE,
      "SlottedOrder  CPython 3.12, modelled  an instance: 64 of 1,024 bytes\n"
      "SlottedOrder  CPython 3.12, modelled  0 instances: 56 of 56 bytes\n",
      NULL },
    { "check :SlottedOrder --count 10_000_000 --max-total 1 -p 3.12", HY_EXIT_NO,
      "SlottedOrder  CPython 3.12, modelled  10,000,000 instances: …", NULL },
    { "check :Order --count 0 --max-total 56 --json -p 3.12", HY_EXIT_FINE,
      "{\"schema\":\"heapyard.check/1\",\"checks\":[{\"file\":null,\"name\":\"Order\",\"python\":\"3.12\","
      "\"source\":\"modelled\",\"budget\":\"max-total\",\"count\":0,\"allowed\":56,\"found\":56,\"kept\":true,"
      "\"reason\":null}]}\n",
      NULL },
  };

  test_calls (calls, G_N_ELEMENTS (calls), NULL);
}

static void
test_wrong (void)
{
  static const TestCall calls[] = {
    { "check", HY_EXIT_USAGE, "", "give a FILE:CLASS, or write budgets under [tool.heapyard.budgets]" },
    { "check :Order", HY_EXIT_USAGE, "", "give a budget: " },
    { "check :Order --count 3", HY_EXIT_USAGE, "", "give a budget: " },
    { "check :Order --max-total 3", HY_EXIT_USAGE, "", "--max-total needs --count" },
    { "check :Order --max-total 3 --count x", HY_EXIT_USAGE, "", "--count: " },
    { "check :Order --max-total 3 --count -1", HY_EXIT_USAGE, "", "--count: " },
    { "check :Order --max-bytes-per-instance x", HY_EXIT_USAGE, "", "“x” is no size" },
    { "check :Order --max-bytes-per-instance -1", HY_EXIT_USAGE, "", "“-1” is no size" },
    { "check :Order --max-bytes-per-instance 1 -p 2.7", HY_EXIT_USAGE, "", "--python: " },
    { "check :Ordre --max-bytes-per-instance 1", HY_EXIT_USAGE, "", "“Order”" },
    { "check nothing.py --max-bytes-per-instance 1", HY_EXIT_CANNOT, "", "nothing.py: " },
    { "check - --measured --max-bytes-per-instance 1", HY_EXIT_USAGE, "", "standard input is only read" },
  };

  if (!test_program_has_python ())
    return;
  test_calls (calls, G_N_ELEMENTS (calls), "class A: pass\n");
}

/* What Python refuses is said in its words, what is not known with the reason: neither keeps a budget. */
static void
test_no_figure (void)
{
  static const TestCall call = {
    "check classes.py --max-bytes-per-instance 64 -p 3.12", HY_EXIT_CANNOT,
    "Refused  CPython 3.12, modelled  Python refuses this class: ValueError: 'a' in __slots__ conflicts with class "
    "variable\n"
    "Unmade  CPython 3.12, modelled  Python refuses to make one: AttributeError: 'Unmade' object has no attribute "
    "'b'\n"
    "Unknown  CPython 3.12, modelled  unknown: …",
    NULL
  };
  static const TestCall totals = {
    "check classes.py:Refused --count 3 --max-total 1M --json -p 3.12", HY_EXIT_CANNOT,
    "{\"schema\":\"heapyard.check/1\",\"checks\":[{\"file\":\"classes.py\",\"name\":\"Refused\",\"python\":\"3.12\","
    "\"source\":\"modelled\",\"budget\":\"max-total\",\"count\":3,\"allowed\":1048576,\"found\":null,\"kept\":null,"
    "\"reason\":\"Python refuses this class: ValueError: 'a' in __slots__ conflicts with class variable\"}]}\n",
    NULL
  };

  if (!test_program_has_python ())
    return;
  test_program_file ("classes.py", CLASSES);
  test_call (&call, NULL);
  test_call (&totals, NULL);
}

static void
test_standard_input (void)
{
  static const TestCall call = { "check -:Fine --max-bytes-per-instance 40 -p 3.12", HY_EXIT_FINE,
                                 "Fine  CPython 3.12, modelled  an instance: 40 of 40 bytes\n", NULL };

  if (test_program_has_python ())
    test_call (&call, CLASSES);
}

/* Budgets that the project wrote down, for the version that it names or the one asked for. */
static void
test_project (void)
{
  static const TestCall calls[] = {
    { "check", HY_EXIT_FINE, "SlottedOrder  CPython 3.12, modelled  an instance: 64 of 64 bytes\n", NULL },
    { "check -p 3.7", HY_EXIT_NO,
      "SlottedOrder  CPython 3.7, modelled  an instance: 80 bytes, 16 over the budget of 64\n", NULL },
  };

  test_program_file ("pyproject.toml", "[tool.heapyard]\npython = \"3.12\"\n[tool.heapyard.budgets]\n"
                                       "\":SlottedOrder\" = 64\n");
  test_calls (calls, G_N_ELEMENTS (calls), NULL);
}

/* Files are relative to the folder of pyproject.toml, wherever below it the command is called. */
static void
test_below (void)
{
  static const TestCall call = { "check", HY_EXIT_FINE, "Fine  CPython 3.12, modelled  an instance: 40 of 40 bytes\n",
                                 NULL };

  if (!test_program_has_python ())
    return;
  test_program_file ("fine.py", "class Fine:\n    __slots__ = ('a',)\n");
  test_program_file ("pyproject.toml",
                     "[tool.heapyard]\npython = \"3.12\"\n[tool.heapyard.budgets]\n\"fine.py:Fine\" = 40\n");
  g_assert_cmpint (g_mkdir ("below", 0700), ==, 0);
  g_assert_cmpint (g_chdir ("below"), ==, 0);
  test_call (&call, NULL);
  g_assert_cmpint (g_chdir (".."), ==, 0);
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  g_test_add_func ("/command-check/lesson", test_lesson);
  g_test_add_func ("/command-check/wrong", test_wrong);
  g_test_add_func ("/command-check/no-figure", test_no_figure);
  g_test_add_func ("/command-check/standard-input", test_standard_input);
  g_test_add_func ("/command-check/project", test_project);
  g_test_add_func ("/command-check/below", test_below);
  return test_program_run ();
}
