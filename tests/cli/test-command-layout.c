/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#define CSV                                                                                                            \
  "file,name,line,python,build,bits,status,basicsize,getsizeof_instance,getsizeof_dict,requested,allocated,blocks,"    \
  "materialized_requested,note\n"

static void
test_lesson (void)
{
  static const TestCall calls[] = {
    { "layout -p 3.12", HY_EXIT_FINE,
      "Order  CPython 3.12, modelled\n  96 bytes per instance, 96 allocated, 2 blocks  made by Order(f'ORD-{i}'…",
      NULL },
    { "layout :SlottedOrder -p 3.12 --csv", HY_EXIT_FINE,
      CSV "\"\",SlottedOrder,1,3.12,default,64,exact,48,64,,64,64,1,,\n", NULL },
    { "layout :SlottedOrder -p 3.6 --bits 32 --csv", HY_EXIT_FINE, CSV "\"\",SlottedOrder,1,3.6,default,32,exact,24,…",
      NULL },
    { "layout :SlottedOrder -p 3.12 --json", HY_EXIT_FINE,
      "{\"schema\":\"heapyard.layout/1\",\"classes\":[\n{\"python\":\"3.12\",\"build\":\"default\",\"bits\":64,…",
      NULL },
    { "layout -p all", HY_EXIT_FINE, "Bytes per instance, attribute store included, values not; modelled, …", NULL },
  };

  test_calls (calls, G_N_ELEMENTS (calls), NULL);
}

static void
test_wrong (void)
{
  static const TestCall calls[] = {
    { "layout -p 3", HY_EXIT_USAGE, "", "--python: " },
    { "layout --bits 16", HY_EXIT_USAGE, "", "--bits: " },
    { "layout --build fast", HY_EXIT_USAGE, "", "--build: " },
    { "layout --json --csv", HY_EXIT_USAGE, "", "--csv" },
    { "layout :Ordre", HY_EXIT_USAGE, "", "“Order”" },
    { "layout --count 3", HY_EXIT_USAGE, "", "--count" },
    { "layout nothing.py", HY_EXIT_CANNOT, "", "heapyard-cli: nothing.py: " },
    { "layout --batch nothing", HY_EXIT_CANNOT, "", "nothing" },
    { "layout --batch - a.py", HY_EXIT_USAGE, "", "--batch" },
    /* What could not be read is in the document; what could is answered. */
    { "layout :SlottedOrder nothing.py -p 3.12 --csv", HY_EXIT_CANNOT,
      CSV "\"\",SlottedOrder,1,3.12,default,64,exact,48,64,,64,64,1,,\n", "heapyard-cli: nothing.py: " },
  };

  test_calls (calls, G_N_ELEMENTS (calls), NULL);
}

static void
test_standard_input (void)
{
  static const TestCall csv = { "layout -:A -p 3.12 --csv", HY_EXIT_FINE,
                                CSV "-,A,2,3.12,default,64,exact,24,40,,40,48,1,,\n", NULL };
  static const TestCall wrong = { "layout -", HY_EXIT_CANNOT, "",
                                  "heapyard-cli: -:1: Not Python that the interpreter can parse: " };

  if (!test_program_has_python ())
    return;
  test_call (&csv, "\nclass A: __slots__ = ('a',)\nclass B: pass\n");
  test_call (&wrong, "exec true && {\n");
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  g_test_add_func ("/command-layout/lesson", test_lesson);
  g_test_add_func ("/command-layout/wrong", test_wrong);
  g_test_add_func ("/command-layout/standard-input", test_standard_input);
  return test_program_run ();
}
