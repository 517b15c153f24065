/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-runtime.h"

#include "recipes.h"

/* @def in CPython 3.@minor with its first instance made. (transfer full) */
static HyRuntime *
runtime_with_one (HyClassDef *def, guint minor)
{
  g_autoptr (HyLayout) layout = recipe_layout (def, minor);
  HyRuntime *runtime = hy_runtime_new (layout);
  g_auto (HyOutcome) made = { 0 };

  hy_runtime_make (runtime, &made);
  return runtime;
}

static void
test_statements (void)
{
  static const struct
  {
    const char *statement, *result, *exception;
  } cases[] = {
    { "o.id", "'ORD-0'", NULL },
    { " o . total ", "99.99", NULL },
    { "o.extra = 42", NULL, NULL },
    { "o.extra", "42", NULL },
    { "o.extra = {'a': [1, (2,)]}  # a comment", NULL, NULL },
    { "o.extra", "{'a': [1, (2,)]}", NULL },
    { "del o.extra", NULL, NULL },
    { "o.extra", NULL, "'Order' object has no attribute 'extra'" },
    { "hasattr(o, 'id')", "True", NULL },
    { "hasattr (o, \"ID\")", "False", NULL },
    { "getattr(o, 'status')", "'paid'", NULL },
    { "setattr(o, 'n', -1)", NULL, NULL },
    { "delattr(o, 'n')", NULL, NULL },
    { "o.__dict__", "{'id': 'ORD-0', 'customer': 'Alice Chen', 'total': 99.99, 'status': 'paid'}", NULL },
    { "vars(o)", "{'id': 'ORD-0', 'customer': 'Alice Chen', 'total': 99.99, 'status': 'paid'}", NULL },
    { "copy.copy(o)", NULL, NULL },
    { "sys.getsizeof(o)", "48", NULL },
    { "sys.getsizeof(o.__dict__)", "288", NULL },
    { "o.__dict__ = {'x': 1}", NULL, NULL },
    { "o.__dict__", "{'x': 1}", NULL },
    { "o.id", NULL, "'Order' object has no attribute 'id'" },
  };
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyRuntime) runtime = runtime_with_one (order, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HyOutcome) outcome = { 0 };
      hy_runtime_try (runtime, 0, cases[i].statement, &outcome);
      g_test_message ("%s", cases[i].statement);
      g_assert_null (outcome.unknown);
      g_assert_cmpint (outcome.ok, ==, cases[i].exception == NULL);
      g_assert_cmpstr (outcome.exception_message, ==, cases[i].exception);
      g_assert_cmpstr (outcome.result, ==, cases[i].result);
    }
}

static void
test_slotted (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_slotted_order ();
  g_autoptr (HyRuntime) runtime = runtime_with_one (order, 13);
  g_auto (HyOutcome) set = { 0 }, vars = { 0 };
  hy_runtime_try (runtime, 0, "o.extra = 42", &set);
  g_assert_cmpstr (set.exception_message, ==,
                   "'SlottedOrder' object has no attribute 'extra' and no __dict__ for setting new attributes");
  hy_runtime_try (runtime, 0, "vars(o)", &vars);
  g_assert_cmpstr (vars.exception_type, ==, "TypeError");
  g_assert_cmpstr (vars.exception_message, ==, "vars() argument must have __dict__ attribute");
}

/* What is not understood says what is, and does nothing. */
static void
test_refused (void)
{
  static const char *const statements[] = { "",
                                            "o",
                                            "p.x",
                                            "o.x = y",
                                            "o.x = 1 2",
                                            "o.",
                                            "import os",
                                            "del o",
                                            "o.x += 1",
                                            "setattr(o, 'x')",
                                            "o.x.y",
                                            "vars(p)",
                                            "vars(o.__dict__)",
                                            "o.1",
                                            "o.x = 'a",
                                            "\xff",
                                            "getattr(o, x)" };
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyRuntime) runtime = runtime_with_one (order, 12);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_auto (HyOutcome) outcome = { 0 };
      hy_runtime_try (runtime, 0, statements[i], &outcome);
      g_assert_nonnull (outcome.unknown);
      g_assert_true (g_str_has_prefix (outcome.unknown, "Understood are"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/runtime-try/statements", test_statements);
  g_test_add_func ("/model/runtime-try/slotted", test_slotted);
  g_test_add_func ("/model/runtime-try/refused", test_refused);
  return g_test_run ();
}
