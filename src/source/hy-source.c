/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-source.h"

#include <string.h>

#include "hy-interpreter-list.h"
#include "hy-source-batch.h"

/* To start an interpreter on a busy machine and read one large file. */
#define SECONDS_TO_START 20

static HyInterpreter *
find_interpreter (GCancellable *cancellable)
{
  g_autoptr (GPtrArray) list = hy_interpreter_list_find (NULL, cancellable, NULL);
  HyInterpreter *newest = list != NULL ? hy_interpreter_list_newest_parser (list) : NULL;

  return newest != NULL ? hy_interpreter_ref (newest) : NULL;
}

HyReading **
hy_source_read_many (const HySourceRequest *requests, gsize n_requests, HyInterpreter *interpreter,
                     GCancellable *cancellable)
{
  g_autoptr (HySourceBatch) batch = hy_source_batch_new (requests, n_requests);
  g_autoptr (HyInterpreter) found = NULL;

  g_return_val_if_fail (requests != NULL || n_requests == 0, NULL);
  if (hy_source_batch_load (batch) > 0)
    {
      if (interpreter == NULL)
        interpreter = found = find_interpreter (cancellable);
      hy_source_batch_run (batch, interpreter, SECONDS_TO_START, cancellable);
    }
  return hy_source_batch_take (batch);
}

void
hy_readings_free (HyReading **readings, gsize n_readings)
{
  for (gsize i = 0; i < n_readings; i++)
    hy_reading_unref (readings[i]);
  g_free (readings);
}

HyReading *
hy_source_read (const HySourceRequest *request, HyInterpreter *interpreter, GCancellable *cancellable)
{
  g_autofree HyReading **readings = hy_source_read_many (request, 1, interpreter, cancellable);

  return readings[0];
}

typedef struct
{
  char *path, *class_name, *factory;
  GBytes *text;
  HyInterpreter *interpreter;
} ReadTask;

static void
read_task_free (ReadTask *self)
{
  g_free (self->path);
  g_free (self->class_name);
  g_free (self->factory);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->interpreter, hy_interpreter_unref);
  g_free (self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  ReadTask *self = data;
  HySourceRequest request = { self->path, self->text, self->class_name, self->factory };
  HyReading *reading = hy_source_read (&request, self->interpreter, cancellable);

  g_task_return_pointer (task, reading, (GDestroyNotify) hy_reading_unref);
}

void
hy_source_read_async (const HySourceRequest *request, HyInterpreter *interpreter, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  ReadTask *self = g_new0 (ReadTask, 1);

  self->path = g_strdup (request->path);
  self->class_name = g_strdup (request->class_name);
  self->factory = g_strdup (request->factory);
  self->text = request->text != NULL ? g_bytes_ref (request->text) : NULL;
  self->interpreter = interpreter != NULL ? hy_interpreter_ref (interpreter) : NULL;
  g_task_set_source_tag (task, hy_source_read_async);
  g_task_set_task_data (task, self, (GDestroyNotify) read_task_free);
  g_task_run_in_thread (task, read_in_thread);
}

HyReading *
hy_source_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
