/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-budget.h"

#include <string.h>

#include "hy-interpreter-list.h"
#include "hy-json-bounds.h"
#include "hy-measure-script.h"
#include "hy-rule.h"

#define SIZE_LIMIT (1024 * 1024)

void
hy_budget_free (HyBudget *self)
{
  g_free (self->select);
  g_free (self->max_bytes);
  g_free (self->max_total);
  g_free (self->count);
  g_free (self->factory);
  g_free (self->python);
  g_free (self);
}

char *
hy_budget_find_file (const char *folder)
{
  g_autofree char *here = g_canonicalize_filename (folder, NULL);

  for (;;)
    {
      g_autofree char *path = g_build_filename (here, "pyproject.toml", NULL);
      char *above;

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
      above = g_path_get_dirname (here);
      if (g_str_equal (above, here))
        {
          g_free (above);
          return NULL;
        }
      g_free (here);
      here = above;
    }
}

static HyInterpreter *
reader (GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) list = hy_interpreter_list_find (NULL, cancellable, error);
  HyInterpreter *newest = list ? hy_interpreter_list_newest_parser (list) : NULL;

  if (newest && hy_rule_holds (HY_RULE_HAS_TOMLLIB, newest->minor))
    return hy_interpreter_ref (newest);
  if (list)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         "reading pyproject.toml needs a Python 3.11 or newer on this machine");
  return NULL;
}

GPtrArray *
hy_budget_parse (const char *reply, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *root = hy_json_parse_object (parser, reply, length);
  JsonArray *array = root ? hy_json_array (root, "budgets", HY_JSON_ITEMS_LIMIT) : NULL;
  const char *why = root ? hy_json_text (root, "error") : NULL;
  GPtrArray *budgets;

  if (!array)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s",
                   why ? why : "its budgets are more than can be read");
      return NULL;
    }
  budgets = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_budget_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = hy_json_item_object (array, i);
      HyBudget *budget = object ? g_new0 (HyBudget, 1) : NULL;

      if (!budget)
        continue;
      budget->select = g_strdup (hy_json_text (object, "select"));
      budget->max_bytes = g_strdup (hy_json_text (object, "max_bytes"));
      budget->max_total = g_strdup (hy_json_text (object, "max_total"));
      budget->count = g_strdup (hy_json_text (object, "count"));
      budget->factory = g_strdup (hy_json_text (object, "factory"));
      budget->python = g_strdup (hy_json_text (object, "python"));
      g_ptr_array_add (budgets, budget);
    }
  return budgets;
}

GPtrArray *
hy_budget_read (const char *path, GCancellable *cancellable, GError **error)
{
  static const char *const scripts[] = { "budgets.py", NULL };
  g_autoptr (HyInterpreter) interpreter = NULL;
  g_autoptr (GBytes) reply = NULL;
  g_autofree char *text = NULL;
  gsize length;
  GPtrArray *budgets;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (length > SIZE_LIMIT || strlen (text) != length || !g_utf8_validate (text, length, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: not a text of at most 1 MiB in UTF-8", path);
      return NULL;
    }
  interpreter = reader (cancellable, error);
  reply = interpreter ? hy_measure_script_run (interpreter, scripts, text, cancellable, error) : NULL;
  if (!reply)
    return NULL;
  budgets = hy_budget_parse (g_bytes_get_data (reply, NULL), g_bytes_get_size (reply), error);
  if (!budgets)
    g_prefix_error (error, "%s: ", path);
  return budgets;
}
