/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-examination.h"

typedef struct
{
  char *text, *name, *class_name, *factory;
  HyInterpreter *parser;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->text);
  g_free (job->name);
  g_free (job->class_name);
  g_free (job->factory);
  g_clear_pointer (&job->parser, hy_interpreter_unref);
  g_free (job);
}

static void
examine_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  HyExamination *self =
      hy_examination_new (job->text, job->name, job->class_name, job->factory, job->parser, cancellable, &error);

  if (self)
    g_task_return_pointer (task, self, (GDestroyNotify) hy_examination_free);
  else
    g_task_return_error (task, error);
}

void
hy_examination_new_async (const char *text, const char *name, const char *class_name, const char *factory,
                          HyInterpreter *parser, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->text = g_strdup (text);
  job->name = g_strdup (name);
  job->class_name = g_strdup (class_name);
  job->factory = g_strdup (factory);
  job->parser = parser ? hy_interpreter_ref (parser) : NULL;
  g_task_set_source_tag (task, hy_examination_new_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, examine_in_thread);
}

HyExamination *
hy_examination_new_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, hy_examination_new_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
