/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-runtime-private.h"

static void
test_texts (void)
{
  gsize n;
  const HyAbi *rows = hy_abi_rows (&n);
  for (gsize i = 0; i < n; i++)
    {
      const HyRuntimeTexts *texts = hy_runtime_texts_for (&rows[i]);
      g_assert_cmpuint (texts->from_minor, <=, rows[i].minor);
      g_assert_cmpuint (texts->to_minor, >=, rows[i].minor);
    }
}

static void
test_outcomes (void)
{
  g_auto (HyOutcome) outcome = { 0 };
  hy_outcome_raise (&outcome, "AttributeError", "'%1$s' has no '%2$s'", "C", "x");
  g_assert_cmpstr (outcome.exception_type, ==, "AttributeError");
  g_assert_cmpstr (outcome.exception_message, ==, "'C' has no 'x'");
  hy_outcome_unknown (&outcome, "not run");
  g_assert_null (outcome.exception_type);
  g_assert_cmpstr (outcome.unknown, ==, "not run");
  hy_outcome_clear (&outcome);
  hy_outcome_done (&outcome, "stored");
  g_assert_true (outcome.ok);
  g_assert_cmpstr (outcome.explanation, ==, "stored");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/runtime-texts/texts", test_texts);
  g_test_add_func ("/model/runtime-texts/outcomes", test_outcomes);
  return g_test_run ();
}
