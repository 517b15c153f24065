/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command-table.h"

#include <glib/gi18n.h>

#include "hy-budget-check.h"
#include "hy-budget.h"
#include "hy-measure-choice.h"

/* The budgets that options and arguments state: one for each argument. */
static GPtrArray *
budgets_of_arguments (const HyInvocation *invocation, GError **error)
{
  const HyOptions *options = &invocation->options;
  GPtrArray *budgets;

  if (!options->max_bytes && !options->max_total)
    {
      g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                           _ ("give a budget: --max-bytes-per-instance, or --count with --max-total"));
      return NULL;
    }
  budgets = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_budget_free);
  for (char **argument = invocation->arguments; *argument; argument++)
    {
      HyBudget *budget = g_new0 (HyBudget, 1);

      budget->select = g_strdup (*argument);
      budget->max_bytes = g_strdup (options->max_bytes);
      budget->max_total = g_strdup (options->max_total);
      budget->count = g_strdup (options->count);
      budget->factory = g_strdup (options->factory);
      budget->python = g_strdup (options->python);
      g_ptr_array_add (budgets, budget);
    }
  return budgets;
}

/* Those of the nearest pyproject.toml, whose FILEs are relative to it. */
static GPtrArray *
budgets_of_project (const HyOptions *options, GError **error)
{
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *path = hy_budget_find_file (here);
  g_autofree char *folder = path ? g_path_get_dirname (path) : NULL;
  GPtrArray *budgets = path ? hy_budget_read (path, NULL, error) : NULL;

  if (!path)
    g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                         _ ("give a FILE:CLASS, or write budgets under [tool.heapyard.budgets] in pyproject.toml"));
  for (guint i = 0; budgets && i < budgets->len; i++)
    {
      HyBudget *budget = budgets->pdata[i];

      if (!g_str_equal (folder, here))
        {
          char *absolute = g_build_filename (folder, budget->select, NULL);

          g_free (budget->select);
          budget->select = absolute;
        }
      if (options->python)
        {
          g_free (budget->python);
          budget->python = g_strdup (options->python);
        }
    }
  return budgets;
}

static HyExit
run (HyInvocation *invocation, GError **error)
{
  g_autoptr (GPtrArray) budgets = invocation->arguments[0] ? budgets_of_arguments (invocation, error)
                                                           : budgets_of_project (&invocation->options, error);
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_budget_check_free);
  HyExit status = HY_EXIT_FINE;

  for (guint i = 0; budgets && i < budgets->len; i++)
    {
      HyExit one = hy_budget_check_run (budgets->pdata[i], &invocation->options, checks, error);

      if (error && *error)
        return HY_EXIT_USAGE;
      status = MAX (status, one);
    }
  if (!budgets)
    return HY_EXIT_USAGE;
  if (invocation->options.json)
    {
      g_autofree char *text = hy_budget_checks_to_json (checks);

      hy_output_add (invocation->output, text);
    }
  else
    hy_budget_checks_print (checks, invocation->output);
  return status;
}

const HyCommand hy_command_check = {
  .name = "check",
  .arguments = "[FILE:CLASS...]",
  .summary = N_ ("Exit with 1 when a class costs more than its budget"),
  .details =
      N_ ("By the model alone, which runs nothing, or by a measurement with --measured. Without a FILE the budgets\n"
          "are those of the nearest pyproject.toml:\n\n"
          "  [tool.heapyard]\n"
          "  python = \"3.12\"\n"
          "  [tool.heapyard.budgets]\n"
          "  \"orders.py:Order\" = 64\n"
          "  \"orders.py:Line\" = { count = 100000, max-total = \"16MiB\", factory = \"Line(i)\" }\n\n"
          "A total counts the instances, their attribute stores and values, and the list that holds them."),
  .example = "heapyard-cli check :SlottedOrder --max-bytes-per-instance 64",
  .takes_files = TRUE,
  .options = HY_OPTION (MAX_BYTES) | HY_OPTION (COUNT) | HY_OPTION (MAX_TOTAL) | HY_OPTION (FACTORY) |
             HY_OPTION (PYTHON) | HY_OPTION (BUILD) | HY_OPTION (BITS) | HY_OPTION (MEASURED) |
             HY_OPTION (INTERPRETER) | HY_OPTION (TIMEOUT) | HY_OPTION (MEMORY_LIMIT) | HY_OPTION (NO_SANDBOX) |
             HY_OPTION (JSON),
  .run = run,
};
