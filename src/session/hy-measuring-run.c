/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measuring-private.h"

#include <glib/gi18n.h>

#include "hy-measure.h"
#include "hy-source.h"

#define NO_FILE "class.py"

HyMeasuringOptions
hy_measuring_default_options (void)
{
  return (HyMeasuringOptions){ .count = HY_MEASURE_DEFAULT_COUNT,
                               .time_limit_ms = HY_MEASURE_DEFAULT_TIME_LIMIT_MS,
                               .memory_limit = HY_MEASURE_DEFAULT_MEMORY_LIMIT,
                               .sandbox = TRUE };
}

gboolean
hy_measuring_is_running (HyMeasuring *self)
{
  return self->running != NULL;
}

double
hy_measuring_get_progress (HyMeasuring *self, const char **text)
{
  *text = self->progress_text != NULL ? self->progress_text : "";
  return self->progress;
}

HyEvidence *
hy_measuring_get_evidence (HyMeasuring *self)
{
  return self->evidence;
}

HyReport *
hy_measuring_get_report (HyMeasuring *self)
{
  return self->report;
}

const char *
hy_measuring_get_error (HyMeasuring *self)
{
  return self->error;
}

static void
set_progress (HyMeasuring *self, double progress, char *text)
{
  self->progress = progress;
  g_free (self->progress_text);
  self->progress_text = text;
  hy_measuring_emit (self, "progress");
}

static const char *
phase_words (const char *phase)
{
  static const struct
  {
    const char *phase, *words;
  } phases[] = { { "import", N_ ("importing the file") },
                 { "ranks", N_ ("making the first instances") },
                 { "total", N_ ("making all under tracemalloc") },
                 { "run", N_ ("making all, by the clock") } };

  for (gsize i = 0; i < G_N_ELEMENTS (phases); i++)
    if (g_strcmp0 (phase, phases[i].phase) == 0)
      return _ (phases[i].words);
  return _ ("starting the interpreter");
}

static void
on_progress (const HyMeasureProgress *progress, gpointer data)
{
  set_progress (data, (double) progress->step / MAX (progress->n_steps, 1),
                g_strdup_printf (_ ("%s: %s (%u of %u)"), progress->name, phase_words (progress->phase),
                                 progress->step + 1, progress->n_steps));
}

/* The same classes on the interpreter's row, counted as tracemalloc counts: what the chart draws below the points. */
static HyReport *
report_of (HyMeasureRequest *request)
{
  const HyAbi *abi = hy_measure_abi (request->interpreter);
  g_autoptr (GPtrArray) defs = g_ptr_array_new ();

  for (guint i = 0; i < request->items->len; i++)
    {
      const HyMeasureItem *item = request->items->pdata[i];

      if (item->def == NULL)
        return NULL;
      g_ptr_array_add (defs, item->def);
    }
  return abi != NULL && defs->len > 0 ? hy_report_new ((HyClassDef *const *) defs->pdata, defs->len, abi,
                                                       request->count, HY_INCLUDE_VALUES | HY_INCLUDE_LIST, 0)
                                      : NULL;
}

/* The command line that measures the same: for the reader of the evidence. */
static char **
command_of (HyMeasuring *self, HyMeasureRequest *request)
{
  const HyMeasureItem *item = request->items->pdata[0];
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *select = g_strdup_printf ("%s:%s", self->path != NULL ? self->path : "", item->class_name);
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, request->count);
  g_autofree char *seconds = g_strdup_printf ("%u", request->time_limit_ms / 1000);
  g_autofree char *bytes = g_strdup_printf ("%" G_GUINT64_FORMAT, request->memory_limit);

  g_strv_builder_add_many (builder, "heapyard-cli", "measure", select, "--count", count, "--interpreter",
                           request->interpreter->path, "--factory", item->factory, NULL);
  if (self->options.plans)
    g_strv_builder_add (builder, "--plans");
  if (request->time_limit_ms != HY_MEASURE_DEFAULT_TIME_LIMIT_MS)
    g_strv_builder_add_many (builder, "--timeout", seconds, NULL);
  if (request->memory_limit != HY_MEASURE_DEFAULT_MEMORY_LIMIT)
    g_strv_builder_add_many (builder, "--memory-limit", bytes, NULL);
  if (!request->sandbox)
    g_strv_builder_add (builder, "--no-sandbox");
  if (request->temporary_folder)
    g_strv_builder_add (builder, "--temporary-folder");
  return g_strv_builder_end (builder);
}

typedef struct
{
  HyMeasuring *measuring;
  HyMeasureRequest *request;
  char **command; /* of when it was started: other classes and bounds may be chosen meanwhile */
} Run;

static void
on_measured (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  HyMeasuring *self = run->measuring;
  g_autoptr (GError) error = NULL;
  HyEvidence *evidence = hy_measure_run_finish (result, &error);

  g_clear_object (&self->running);
  g_clear_pointer (&self->error, g_free);
  if (evidence != NULL)
    {
      g_strfreev (evidence->command);
      evidence->command = g_steal_pointer (&run->command);
      g_clear_pointer (&self->evidence, hy_evidence_unref);
      g_clear_pointer (&self->report, hy_report_unref);
      self->evidence = evidence;
      self->report = report_of (run->request);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->error = g_strdup (error->message);
  set_progress (self, 0,
                evidence != NULL || self->error != NULL ? NULL : g_strdup (_ ("Cancelled; nothing is left running.")));
  if (evidence != NULL || self->error != NULL)
    hy_measuring_emit (self, "evidence");
  hy_measure_request_unref (run->request);
  g_strfreev (run->command);
  g_object_unref (self);
  g_free (run);
}

static void
add_items (HyMeasuring *self, HyMeasureRequest *request, HyClassDef *def)
{
  HyMeasureItem item = { .file = self->path != NULL ? self->path : NO_FILE,
                         .class_name = def->qualname,
                         .factory = self->factory,
                         .text = self->path != NULL ? NULL : self->text,
                         .def = def };

  hy_measure_request_add (request, &item);
  for (guint i = 0; self->options.plans && self->examination != NULL && i < self->examination->plans->len; i++)
    {
      const HyPlan *plan = self->examination->plans->pdata[i];
      const HyMeasureItem other = { .file = item.file,
                                    .name = def->qualname,
                                    .class_name = plan->text != NULL ? def->qualname : NULL,
                                    .factory = plan->text != NULL ? self->factory : plan->factory,
                                    .text = plan->text != NULL ? plan->text : item.text,
                                    .plan = plan->name,
                                    .def = plan->def };

      if (plan->refused == NULL)
        hy_measure_request_add (request, &other);
    }
}

static void
run_request (HyMeasuring *self, HyClassDef *def)
{
  HyMeasureRequest *request = hy_measure_request_new (hy_measuring_get_interpreter (self));
  Run *run = g_new0 (Run, 1);

  request->count = self->options.count;
  request->time_limit_ms = self->options.time_limit_ms;
  request->memory_limit = self->options.memory_limit;
  request->sandbox = self->options.sandbox;
  request->temporary_folder = self->options.temporary_folder;
  add_items (self, request, def);
  run->measuring = g_object_ref (self);
  run->request = request;
  run->command = command_of (self, request);
  hy_measure_run_async (request, self->running, on_progress, self, on_measured, run);
}

/* The class as the factory in the entry makes it, read before it is run: so that the model speaks of the same. */
static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HyMeasuring) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyReading) reading = hy_source_read_finish (result, &error);
  HyClassDef *subject = hy_measuring_get_subject (self);

  if (reading == NULL || subject == NULL || g_cancellable_is_cancelled (self->running))
    {
      g_clear_object (&self->running);
      set_progress (self, 0, g_strdup (_ ("Cancelled; nothing is left running.")));
      return;
    }
  run_request (self, reading->error == NULL && reading->n_classes == 1 ? reading->classes[0] : subject);
}

void
hy_measuring_start (HyMeasuring *self)
{
  HyClassDef *def = hy_measuring_get_subject (self);
  g_autoptr (GBytes) text = self->text != NULL ? g_bytes_new (self->text, strlen (self->text)) : NULL;
  const HySourceRequest request = { .path = self->path,
                                    .text = self->path != NULL ? NULL : text,
                                    .class_name = def != NULL ? def->qualname : NULL,
                                    .factory = self->factory };

  if (self->running != NULL || def == NULL || hy_measuring_get_interpreter (self) == NULL)
    return;
  self->running = g_cancellable_new ();
  set_progress (self, 0, g_strdup (_ ("Reading the class")));
  if (self->path == NULL && text == NULL)
    run_request (self, def);
  else
    hy_source_read_async (&request, NULL, self->running, on_read, g_object_ref (self));
}

void
hy_measuring_cancel (HyMeasuring *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
}

gboolean
hy_measuring_open (HyMeasuring *self, const char *path, GError **error)
{
  HyEvidence *evidence = hy_evidence_load (path, error);

  if (evidence == NULL)
    return FALSE;
  g_clear_pointer (&self->evidence, hy_evidence_unref);
  g_clear_pointer (&self->report, hy_report_unref);
  g_clear_pointer (&self->error, g_free);
  self->evidence = evidence;
  hy_measuring_emit (self, "evidence");
  return TRUE;
}
