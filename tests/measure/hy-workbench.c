/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-workbench.h"

#include <glib/gstdio.h>

static gboolean
has_like (GPtrArray *list, const HyInterpreter *like)
{
  for (guint i = 0; i < list->len; i++)
    {
      const HyInterpreter *interpreter = list->pdata[i];

      if (interpreter->minor == like->minor && g_str_equal (interpreter->build, like->build))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
hy_workbench_interpreters (void)
{
  g_autoptr (GPtrArray) list = hy_interpreter_list_find (NULL, NULL, NULL);
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_interpreter_unref);

  for (guint i = 0; i < list->len; i++)
    {
      HyInterpreter *interpreter = list->pdata[i];

      if (interpreter->status == HY_INTERPRETER_USABLE && !has_like (kept, interpreter))
        g_ptr_array_add (kept, hy_interpreter_ref (interpreter));
    }
  return kept;
}

char *
hy_workbench_file (char **folder, const char *name, const char *text)
{
  char *path;

  *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_assert_nonnull (*folder);
  path = g_build_filename (*folder, name, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

void
hy_workbench_folder_free (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

HyEvidence *
hy_workbench_measure (HyInterpreter *interpreter, const HyMeasureItem *item, guint64 count, guint runs)
{
  g_autoptr (HyMeasureRequest) request = hy_measure_request_new (interpreter);
  g_autoptr (GError) error = NULL;
  HyEvidence *evidence;

  request->count = count;
  request->total_runs = 1;
  if (runs == 0)
    request->totals = 1;
  request->runs = runs;
  hy_measure_request_add (request, item);
  evidence = hy_measure_run (request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (evidence);
  return evidence;
}
