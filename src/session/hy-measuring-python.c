/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measuring-private.h"

#include "hy-interpreter-added.h"
#include "hy-interpreter-list.h"
#include "hy-project.h"
#include "hy-sandbox.h"

/* What a search brings, from its thread. */
typedef struct
{
  GPtrArray *list;
  char **added;
  char *sandbox;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->list, g_ptr_array_unref);
  g_strfreev (found->added);
  g_free (found->sandbox);
  g_free (found);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const HyInterpreterSearch search = { .project_folder = data };
  GError *error = NULL;
  Found *found = g_new0 (Found, 1);

  found->list = hy_interpreter_list_find (&search, cancellable, &error);
  if (found->list == NULL)
    {
      found_free (found);
      g_task_return_error (task, error);
      return;
    }
  found->added = hy_interpreter_added_list ();
  found->sandbox = hy_sandbox_describe_here ();
  g_task_return_pointer (task, found, found_free);
}

/* The one chosen before while it is still there, else what suits the file. */
static void
choose (HyMeasuring *self)
{
  const HyInterpreter *suiting = hy_interpreter_list_suit (self->found, self->project);

  self->interpreter = 0;
  for (guint i = 0; i < self->interpreters->len; i++)
    {
      const HyInterpreter *one = self->interpreters->pdata[i];
      gboolean chosen = g_strcmp0 (one->path, self->chosen) == 0;

      if (chosen || one == suiting)
        self->interpreter = i;
      if (chosen)
        break;
    }
}

static void
take (HyMeasuring *self, Found *found)
{
  g_ptr_array_unref (self->found);
  self->found = g_ptr_array_ref (found->list);
  g_strfreev (self->added);
  self->added = g_steal_pointer (&found->added);
  g_free (self->sandbox_here);
  self->sandbox_here = g_steal_pointer (&found->sandbox);
  g_ptr_array_set_size (self->interpreters, 0);
  for (guint i = 0; i < self->found->len; i++)
    {
      HyInterpreter *interpreter = self->found->pdata[i];

      if (interpreter->status == HY_INTERPRETER_USABLE)
        g_ptr_array_add (self->interpreters, hy_interpreter_ref (interpreter));
    }
  choose (self);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  HyMeasuring *self = HY_MEASURING (source);
  Found *found = g_task_propagate_pointer (G_TASK (result), NULL);

  self->finding = FALSE;
  if (found != NULL)
    {
      take (self, found);
      found_free (found);
      if (self->find_again)
        hy_measuring_find (self);
    }
  hy_measuring_emit (self, "setup");
}

void
hy_measuring_find (HyMeasuring *self)
{
  g_autoptr (GTask) task = NULL;

  self->find_again = self->finding;
  if (self->finding)
    return;
  self->finding = self->sought = TRUE;
  task = g_task_new (self, self->life, on_found, NULL);
  g_task_set_task_data (task, g_strdup (self->project), g_free);
  g_task_run_in_thread (task, find_in_thread);
}

void
hy_measuring_set_project (HyMeasuring *self, const char *path)
{
  g_autofree char *folder = path != NULL && g_path_is_absolute (path) ? hy_project_folder (path) : g_strdup ("");

  self->options.sandbox = self->settings == NULL || hy_project_get_sandbox (self->settings, folder);
  if (g_str_equal (folder, self->project))
    return;
  g_free (self->project);
  self->project = g_steal_pointer (&folder);
  if (self->sought)
    hy_measuring_find (self);
}

const char *
hy_measuring_get_project (HyMeasuring *self)
{
  return self->project;
}

void
hy_measuring_set_sandbox (HyMeasuring *self, gboolean sandbox)
{
  if (self->options.sandbox == sandbox)
    return;
  self->options.sandbox = sandbox;
  if (self->settings != NULL)
    hy_project_set_sandbox (self->settings, self->project, sandbox);
  hy_measuring_emit (self, "setup");
}

const char *
hy_measuring_get_sandbox_here (HyMeasuring *self)
{
  return self->sandbox_here;
}

gboolean
hy_measuring_is_finding (HyMeasuring *self)
{
  return self->finding;
}

GPtrArray *
hy_measuring_get_found (HyMeasuring *self)
{
  return self->found;
}

GPtrArray *
hy_measuring_get_interpreters (HyMeasuring *self)
{
  return self->interpreters;
}

HyInterpreter *
hy_measuring_get_interpreter (HyMeasuring *self)
{
  return self->interpreter < self->interpreters->len ? self->interpreters->pdata[self->interpreter] : NULL;
}

void
hy_measuring_set_interpreter (HyMeasuring *self, guint index)
{
  if (index >= self->interpreters->len || index == self->interpreter)
    return;
  self->interpreter = index;
  g_free (self->chosen);
  self->chosen = g_strdup (hy_measuring_get_interpreter (self)->path);
  hy_measuring_emit (self, "setup");
}

gboolean
hy_measuring_add_interpreter (HyMeasuring *self, const char *path, GError **error)
{
  if (!hy_interpreter_added_add (path, error))
    return FALSE;
  g_free (self->chosen);
  self->chosen = g_strdup (path);
  hy_measuring_find (self);
  return TRUE;
}

gboolean
hy_measuring_has_added (HyMeasuring *self, const char *path)
{
  return self->added != NULL && g_strv_contains ((const char *const *) self->added, path);
}

gboolean
hy_measuring_remove_interpreter (HyMeasuring *self, const char *path, GError **error)
{
  if (!hy_interpreter_added_remove (path, error))
    return FALSE;
  hy_measuring_find (self);
  return TRUE;
}
