/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-request.h"

static void
item_free (gpointer data)
{
  HyMeasureItem *item = data;

  g_free ((char *) item->file);
  g_free ((char *) item->name);
  g_free ((char *) item->class_name);
  g_free ((char *) item->factory);
  g_free ((char *) item->text);
  g_free ((char *) item->plan);
  g_clear_pointer (&item->def, hy_class_def_unref);
  g_free (item);
}

HyMeasureRequest *
hy_measure_request_new (HyInterpreter *interpreter)
{
  HyMeasureRequest *self = g_atomic_rc_box_new0 (HyMeasureRequest);

  self->interpreter = hy_interpreter_ref (interpreter);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->count = HY_MEASURE_DEFAULT_COUNT;
  self->totals = HY_MEASURE_DEFAULT_TOTALS;
  self->total_runs = HY_MEASURE_DEFAULT_TOTAL_RUNS;
  self->runs = HY_MEASURE_DEFAULT_RUNS;
  self->time_limit_ms = HY_MEASURE_DEFAULT_TIME_LIMIT_MS;
  self->memory_limit = HY_MEASURE_DEFAULT_MEMORY_LIMIT;
  self->sandbox = TRUE;
  return self;
}

HyMeasureRequest *
hy_measure_request_ref (HyMeasureRequest *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
request_clear (gpointer data)
{
  HyMeasureRequest *self = data;

  hy_interpreter_unref (self->interpreter);
  g_ptr_array_unref (self->items);
}

void
hy_measure_request_unref (HyMeasureRequest *self)
{
  g_atomic_rc_box_release_full (self, request_clear);
}

void
hy_measure_request_add (HyMeasureRequest *self, const HyMeasureItem *item)
{
  HyMeasureItem *copy = g_new0 (HyMeasureItem, 1);

  copy->file = g_strdup (item->file);
  copy->name = g_strdup (item->name);
  copy->class_name = g_strdup (item->class_name);
  copy->factory = g_strdup (item->factory);
  copy->text = g_strdup (item->text);
  copy->plan = g_strdup (item->plan);
  copy->def = item->def ? hy_class_def_ref (item->def) : NULL;
  g_ptr_array_add (self->items, copy);
}
