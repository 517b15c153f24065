/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-budget-check.h"

#include "program.h"

/* A budget whose texts belong to nobody. */
#define BUDGET(SELECT, ...)                                                                                            \
  {                                                                                                                    \
    .select = (char *) (SELECT), .python = (char *) "3.12", __VA_ARGS__                                                \
  }
#define BYTES(TEXT) .max_bytes = (char *) (TEXT)
#define TOTAL(COUNT, TEXT) .count = (char *) (COUNT), .max_total = (char *) (TEXT)

static GPtrArray *
checks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) hy_budget_check_free);
}

static char *
printed (GPtrArray *checks)
{
  TestPrint print;

  test_print_begin (&print);
  hy_budget_checks_print (checks, print.output);
  return test_print_end (&print);
}

static void
test_modelled (void)
{
  static const struct
  {
    HyBudget budget;
    HyExit status;
    gint64 found[2]; /* of each check; 0 for none */
  } cases[] = {
    { BUDGET (":Order", BYTES ("96")), HY_EXIT_FINE, { 96 } },
    { BUDGET (":Order", BYTES ("95")), HY_EXIT_NO, { 96 } },
    { BUDGET (":Order", TOTAL ("0", "56")), HY_EXIT_FINE, { 56 } },
    { BUDGET (":Order", TOTAL ("0", "55")), HY_EXIT_NO, { 56 } },
    { BUDGET (":Order", BYTES ("96"), TOTAL ("0", "55")), HY_EXIT_NO, { 96, 56 } },
    { BUDGET (":Order", BYTES ("95"), TOTAL ("0", "56")), HY_EXIT_NO, { 96, 56 } },
    { BUDGET (NULL, BYTES ("96")), HY_EXIT_FINE, { 96, 64 } },
    { BUDGET (NULL, BYTES ("80")), HY_EXIT_NO, { 96, 64 } },
  };
  const HyOptions options = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) checks = checks_new ();
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (hy_budget_check_run (&cases[i].budget, &options, checks, &error), ==, cases[i].status);
      g_assert_no_error (error);
      g_assert_cmpuint (checks->len, ==, cases[i].found[1] ? 2 : 1);
      for (guint j = 0; j < checks->len; j++)
        {
          const HyBudgetCheck *check = checks->pdata[j];

          g_assert_cmpint (check->found, ==, cases[i].found[j]);
          g_assert_cmpstr (check->python, ==, "3.12");
          g_assert_false (check->measured);
          g_assert_null (check->reason);
        }
    }
}

static void
test_wrong (void)
{
  static const struct
  {
    HyBudget budget;
    const char *message;
  } cases[] = {
    { BUDGET (":Order", .max_total = (char *) "1"), "--max-total needs --count: how many instances" },
    { BUDGET (":Order", BYTES ("x")), "--max-bytes-per-instance: “x” is no size; give bytes, or as 512M or 2GiB" },
    { BUDGET (":Order", TOTAL ("1", "x")), "--max-total: “x” is no size; give bytes, or as 512M or 2GiB" },
    { BUDGET (":Order", BYTES ("1"), .count = (char *) "x"),
      "--count: “x” is not a count; write for example 5000, 100k or 1e6" },
  };
  const HyOptions options = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) checks = checks_new ();
      g_autoptr (GError) error = NULL;

      hy_budget_check_run (&cases[i].budget, &options, checks, &error);
      g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_cmpuint (checks->len, ==, 0);
    }
}

static void
test_measured (void)
{
  const HyBudget budget = BUDGET (":SlottedOrder", BYTES ("1"), TOTAL ("3", "1G"));
  const HyOptions options = { .measured = TRUE };
  g_autoptr (GPtrArray) checks = checks_new ();
  g_autoptr (GError) error = NULL;
  const HyBudgetCheck *one;
  const HyBudgetCheck *all;

  if (!test_program_has_python ())
    return;
  g_assert_cmpint (hy_budget_check_run (&budget, &options, checks, &error), ==, HY_EXIT_NO);
  g_assert_no_error (error);
  g_assert_cmpuint (checks->len, ==, 2);
  one = checks->pdata[0];
  all = checks->pdata[1];
  g_assert_true (one->measured && all->measured);
  g_assert_cmpint (one->found, >=, 56);
  g_assert_cmpint (all->found, >=, 3 * one->found);
  g_assert_cmpuint (all->count, ==, 3);
}

#define CHECK(...)                                                                                                     \
  {                                                                                                                    \
    .name = (char *) "A", .python = (char *) "3.12", __VA_ARGS__                                                       \
  }

static void
test_words (void)
{
  static const struct
  {
    HyBudgetCheck check;
    const char *text, *json;
  } cases[] = {
    { CHECK (.budget = 1000, .found = 1000), "A  CPython 3.12, modelled  an instance: 1,000 of 1,000 bytes\n",
      "\"modelled\",\"budget\":\"max-bytes-per-instance\",\"count\":null,\"allowed\":1000,\"found\":1000,\"kept\":true,"
      "\"reason\":null" },
    { CHECK (.budget = 0, .found = 1, .measured = TRUE),
      "A  CPython 3.12, measured  an instance: 1 bytes, 1 over the budget of 0\n",
      "\"measured\",\"budget\":\"max-bytes-per-instance\",\"count\":null,\"allowed\":0,\"found\":1,\"kept\":false,"
      "\"reason\":null" },
    { CHECK (.budget = 1, .found = 0, .is_total = TRUE), "A  CPython 3.12, modelled  0 instances: 0 of 1 bytes\n",
      "\"modelled\",\"budget\":\"max-total\",\"count\":0,\"allowed\":1,\"found\":0,\"kept\":true,\"reason\":null" },
    { CHECK (.budget = 1, .found = -1, .reason = (char *) "a riddle"), "A  CPython 3.12, modelled  unknown: a riddle\n",
      "\"modelled\",\"budget\":\"max-bytes-per-instance\",\"count\":null,\"allowed\":1,\"found\":null,\"kept\":null,"
      "\"reason\":\"a riddle\"" },
    { CHECK (.budget = 1, .found = -1, .refused = TRUE, .reason = (char *) "Python refuses: no"),
      "A  CPython 3.12, modelled  Python refuses: no\n",
      "\"modelled\",\"budget\":\"max-bytes-per-instance\",\"count\":null,\"allowed\":1,\"found\":null,\"kept\":null,"
      "\"reason\":\"Python refuses: no\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) checks = g_ptr_array_new ();
      g_autofree char *wanted =
          g_strdup_printf ("{\"schema\":\"heapyard.check/1\",\"checks\":[{\"file\":null,\"name\":\"A\",\"python\":"
                           "\"3.12\",\"source\":%s}]}\n",
                           cases[i].json);
      g_autofree char *text = NULL;
      g_autofree char *json = NULL;

      g_ptr_array_add (checks, (gpointer) &cases[i].check);
      text = printed (checks);
      json = hy_budget_checks_to_json (checks);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (json, ==, wanted);
    }
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  g_test_add_func ("/budget-check/modelled", test_modelled);
  g_test_add_func ("/budget-check/wrong", test_wrong);
  g_test_add_func ("/budget-check/measured", test_measured);
  g_test_add_func ("/budget-check/words", test_words);
  return test_program_run ();
}
