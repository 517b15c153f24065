/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure.h"

#include "hy-probe.h"

typedef struct
{
  HyMeasureRequest *request;
  HySandbox *sandbox;
  HyEvidence *evidence;
  guint item;
  HyMeasureProgressFunc progress;
  gpointer progress_data;
} Measure;

static void
measure_free (gpointer data)
{
  Measure *measure = data;

  hy_measure_request_unref (measure->request);
  g_clear_pointer (&measure->sandbox, hy_sandbox_free);
  g_clear_pointer (&measure->evidence, hy_evidence_unref);
  g_free (measure);
}

const HyAbi *
hy_measure_abi (const HyInterpreter *interpreter)
{
  HyBuild build;

  if (interpreter->major != 3 || !hy_build_from_string (interpreter->build, &build))
    return NULL;
  return hy_abi_lookup (interpreter->minor, build, interpreter->bits);
}

static HyMeasureItem *
current_item (const Measure *measure)
{
  return g_ptr_array_index (measure->request->items, measure->item);
}

static const char *
item_name (const HyMeasureItem *item)
{
  return item->name ? item->name : item->class_name ? item->class_name : item->factory;
}

static void
on_progress (const HyProbeProgress *probe, gpointer data)
{
  Measure *measure = data;
  const HyMeasureProgress progress = { .item = measure->item,
                                       .n_items = measure->request->items->len,
                                       .step = measure->item * probe->n_steps + probe->step,
                                       .n_steps = measure->request->items->len * probe->n_steps,
                                       .name = item_name (current_item (measure)),
                                       .phase = probe->phase };

  measure->progress (&progress, measure->progress_data);
}

static void measure_next (GTask *task);

static void
on_probed (GObject *source, GAsyncResult *async, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyMeasured) measured = hy_probe_run_finish (async, &error);
  g_autoptr (HyModelled) modelled = NULL;
  Measure *measure = g_task_get_task_data (task);
  HyMeasureItem *item = current_item (measure);

  if (!measured)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  modelled = hy_modelled_new (item->def, hy_measure_abi (measure->request->interpreter), measure->request->count);
  hy_evidence_add (measure->evidence, item->file, item_name (item), item->plan, item->factory, item->text,
                   measure->request->count, measured, modelled);
  measure->item++;
  measure_next (task);
}

static void
measure_next (GTask *task)
{
  Measure *measure = g_task_get_task_data (task);

  if (measure->item == measure->request->items->len)
    g_task_return_pointer (task, g_steal_pointer (&measure->evidence), (GDestroyNotify) hy_evidence_unref);
  else
    hy_probe_run_async (measure->request, measure->item, measure->sandbox, g_task_get_cancellable (task),
                        measure->progress ? on_progress : NULL, measure, on_probed, g_object_ref (task));
}

void
hy_measure_run_async (HyMeasureRequest *request, GCancellable *cancellable, HyMeasureProgressFunc progress,
                      gpointer progress_data, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  Measure *measure = g_new0 (Measure, 1);

  g_task_set_source_tag (task, hy_measure_run_async);
  g_task_set_task_data (task, measure, measure_free);
  measure->request = hy_measure_request_ref (request);
  measure->progress = progress;
  measure->progress_data = progress_data;
  measure->sandbox = hy_sandbox_new (request->sandbox, &error);
  if (!measure->sandbox)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  measure->evidence = hy_evidence_new (request->interpreter);
  measure->evidence->sandbox = g_strdup (hy_sandbox_describe (measure->sandbox));
  measure->evidence->runs = request->runs;
  measure->evidence->time_limit_ms = request->time_limit_ms;
  measure->evidence->memory_limit = request->memory_limit;
  measure_next (task);
}

HyEvidence *
hy_measure_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, hy_measure_run_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_done (GObject *source, GAsyncResult *async, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (async);
}

HyEvidence *
hy_measure_run (HyMeasureRequest *request, GCancellable *cancellable, HyMeasureProgressFunc progress,
                gpointer progress_data, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) async = NULL;

  g_main_context_push_thread_default (context);
  hy_measure_run_async (request, cancellable, progress, progress_data, on_done, &async);
  while (!async)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return hy_measure_run_finish (async, error);
}
