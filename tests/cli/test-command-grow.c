/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#define HEAD "file,name,python,build,bits,status,count,requested,allocated,blocks\n"

static void
test_lesson (void)
{
  static const TestCall calls[] = {
    { "grow :SlottedOrder --counts 0,10_000_000 -p 3.12", HY_EXIT_FINE,
      "SlottedOrder  CPython 3.12, modelled\n"
      "  instances  requested  allocated    blocks\n"
      "          0          0          0         0\n"
      "   10000000  640000000  640000000  10000000\n",
      NULL },
    { "grow :SlottedOrder --counts 10..30/2 --csv -p 3.12", HY_EXIT_FINE,
      HEAD
      "\"\",SlottedOrder,3.12,default,64,exact,10,640,640,10\n\"\",SlottedOrder,3.12,default,64,exact,20,1280,1280,20\n"
      "\"\",SlottedOrder,3.12,default,64,exact,30,1920,1920,30\n",
      NULL },
    { "grow :SlottedOrder --counts 2 --include list --csv -p 3.12", HY_EXIT_FINE,
      HEAD "\"\",SlottedOrder,3.12,default,64,exact,2,216,224,4\n", NULL },
    { "grow :SlottedOrder --counts 0 --json -p 3.12", HY_EXIT_FINE,
      "{\"schema\":\"heapyard.grow/1\",\"include\":[],\"series\":[\n{\"file\":null,\"name\":\"SlottedOrder\",…", NULL },
    /* Without STEPS the points are those at which the cost bends. */
    { "grow :SlottedOrder --counts 5..9 --csv -p 3.12", HY_EXIT_FINE,
      HEAD "\"\",SlottedOrder,3.12,default,64,exact,5,320,320,5\n\"\",SlottedOrder,3.12,default,64,exact,9,576,576,9\n",
      NULL },
  };

  test_calls (calls, G_N_ELEMENTS (calls), NULL);
}

static void
test_wrong (void)
{
  static const TestCall calls[] = {
    { "grow --counts", HY_EXIT_USAGE, "", "--counts" },
    { "grow --counts many", HY_EXIT_USAGE, "", "“many”" },
    { "grow --counts 1e13", HY_EXIT_USAGE, "", "--counts: " },
    { "grow --counts -1", HY_EXIT_USAGE, "", "--counts: " },
    { "grow --include everything", HY_EXIT_USAGE, "", "--include: " },
    { "grow --json --csv", HY_EXIT_USAGE, "", "--csv" },
    { "grow -p 3.5", HY_EXIT_USAGE, "", "--python: " },
    { "grow nothing.py", HY_EXIT_CANNOT, "", "nothing.py: " },
    { "grow :Ordre", HY_EXIT_USAGE, "", "“Order”" },
  };

  test_calls (calls, G_N_ELEMENTS (calls), NULL);
}

/* Python's own words where it refuses; standard input keeps its name. */
static void
test_standard_input (void)
{
  static const char input[] = "class Refused:\n    __slots__ = ('a', 'a')\n    a = 3\n\n\n"
                              "class Unmade:\n    __slots__ = ()\n\n    def __init__(self):\n        self.b = 1\n\n\n"
                              "class Fine:\n    __slots__ = ('a',)\n";
  static const TestCall calls[] = {
    { "grow - --counts 1 -p 3.12", HY_EXIT_FINE,
      "Refused  CPython 3.12, modelled\n"
      "  Python refuses this class: ValueError: 'a' in __slots__ conflicts with class variable\n\n"
      "Unmade  CPython 3.12, modelled\n"
      "  Python refuses to make one: AttributeError: 'Unmade' object has no attribute 'b'\n\n"
      "Fine  CPython 3.12, modelled\n"
      "  instances  requested  allocated  blocks\n"
      "          1         40         48       1\n",
      NULL },
    { "grow - --counts 1 --csv -p 3.12", HY_EXIT_FINE, HEAD "-,Fine,3.12,default,64,exact,1,40,48,1\n", NULL },
  };

  if (!test_program_has_python ())
    return;
  test_calls (calls, G_N_ELEMENTS (calls), input);
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  g_test_add_func ("/command-grow/lesson", test_lesson);
  g_test_add_func ("/command-grow/wrong", test_wrong);
  g_test_add_func ("/command-grow/standard-input", test_standard_input);
  return test_program_run ();
}
