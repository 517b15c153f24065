/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-budget.h"

#include <glib/gstdio.h>

#include "hy-workbench.h"

static GPtrArray *
read_text (const char *text, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = hy_workbench_file (&folder, "pyproject.toml", text);
  GPtrArray *budgets = hy_budget_read (path, NULL, error);

  hy_workbench_folder_free (g_steal_pointer (&folder));
  return budgets;
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) budgets =
      read_text ("[tool.heapyard]\npython = '3.12'\n[tool.heapyard.budgets]\n'a.py:A' = 64\n"
                 "'b.py:B' = { count = 10, max-total = '1MiB', factory = 'B(i)' }\n",
                 &error);
  const HyBudget *first, *second;

  g_assert_no_error (error);
  g_assert_cmpuint (budgets->len, ==, 2);
  first = budgets->pdata[0];
  second = budgets->pdata[1];
  g_assert_cmpstr (first->select, ==, "a.py:A");
  g_assert_cmpstr (first->max_bytes, ==, "64");
  g_assert_cmpstr (first->python, ==, "3.12");
  g_assert_cmpstr (first->max_total, ==, NULL);
  g_assert_cmpstr (second->count, ==, "10");
  g_assert_cmpstr (second->max_total, ==, "1MiB");
  g_assert_cmpstr (second->factory, ==, "B(i)");
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) budgets = read_text ("[project]\nname = 'x'\n", NULL);

  g_assert_cmpuint (budgets->len, ==, 0);
}

static const struct
{
  const char *text, *message;
} wrong[] = {
  { "[tool\n", "pyproject.toml: " },
  { "[tool.heapyard.budgets]\n'a.py:A' = []\n", "neither a number nor a table" },
  { "[tool.heapyard.budgets]\n'a.py:A' = {}\n", "has no budget" },
  { "[tool.heapyard.budgets]\n'a.py:A' = {most = 3}\n", "unknown key most" },
  { "[tool.heapyard.budgets]\n'a.py:A' = {max-total = true}\n", "neither a number nor a text" },
  { "[tool.heapyard]\nbudgets = 3\n", "budgets is no table" },
  { "\xff", "not a text" },
};

static void
test_wrong (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (wrong[i].text, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, wrong[i].message));
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hy_budget_read ("/nonexistent/pyproject.toml", NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_find (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = hy_workbench_file (&folder, "pyproject.toml", "");
  g_autofree char *deep = g_build_filename (folder, "a", "b", NULL);
  g_autofree char *above = g_build_filename (folder, "a", NULL);
  g_autofree char *found = NULL;

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  found = hy_budget_find_file (deep);
  g_assert_cmpstr (found, ==, path);
  g_rmdir (deep);
  g_rmdir (above);
  hy_workbench_folder_free (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) list = NULL;
  HyInterpreter *parser;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/budget/missing", test_missing);
  g_test_add_func ("/budget/find", test_find);
  list = hy_interpreter_list_find (NULL, NULL, NULL);
  parser = hy_interpreter_list_newest_parser (list);
  if (parser && parser->minor >= 11)
    {
      g_test_add_func ("/budget/read", test_read);
      g_test_add_func ("/budget/none", test_none);
      g_test_add_func ("/budget/wrong", test_wrong);
    }
  else
    g_test_message ("no Python 3.11 or newer on this machine: pyproject.toml can't be read");
  return g_test_run ();
}
