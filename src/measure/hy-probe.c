/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-probe.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <signal.h>
#include <string.h>

#include "hy-measure-script.h"
#include "hy-probe-reply.h"
#include "hy-process.h"

#define REPLY_LIMIT (1024 * 1024)
#define OUTPUT_LIMIT (64 * 1024)
#define FILE_LIMIT (256 * 1024 * 1024)
#define STATUS_CLOSED 113 /* CLOSED of probe_make.py */

/* The probe gets a file name that no code of the user has, and its request after a separator. */
static const char bootstrap[] =
    "import sys\n"
    "probe, _, request = sys.stdin.buffer.read().partition(b'\\x1e')\n"
    "exec(compile(probe, '<heapyard probe>', 'exec'), {'__name__': 'heapyard_probe', 'REQUEST': request.decode()})\n";

typedef struct
{
  HyMeasureRequest *request;
  HyMeasureItem *item;
  const HySandbox *sandbox;
  HyProbeProgressFunc progress;
  gpointer progress_data;
  char *script;
  char *token;
  gint64 deadline; /* monotonic µs */
  guint step;      /* index of the process that runs */
  HyMeasured *measured;
  double *currents, *peaks;               /* of @total_runs each */
  double *seconds, *rss, *blocks, *reads; /* of @runs each; NAN where missing */
  guint runs_done;
} Probe;

static void
probe_free (gpointer data)
{
  Probe *probe = data;

  hy_measure_request_unref (probe->request);
  g_free (probe->script);
  g_free (probe->token);
  g_clear_pointer (&probe->measured, hy_measured_unref);
  g_free (probe->currents);
  g_free (probe->peaks);
  g_free (probe->seconds);
  g_free (probe->rss);
  g_free (probe->blocks);
  g_free (probe->reads);
  g_free (probe);
}

/* How many processes one item takes. */
static guint
n_steps (const HyMeasureRequest *request)
{
  return 1 + request->totals * request->total_runs + request->runs;
}

static HyProbeStep
step_kind (const Probe *probe)
{
  const HyMeasureRequest *request = probe->request;

  return probe->step == 0                                       ? HY_PROBE_LAYOUT
         : probe->step <= request->totals * request->total_runs ? HY_PROBE_TOTAL
                                                                : HY_PROBE_RUN;
}

static guint64
step_count (const Probe *probe)
{
  const HyMeasureRequest *request = probe->request;
  guint total = step_kind (probe) == HY_PROBE_TOTAL ? (probe->step - 1) / request->total_runs + 1 : request->totals;

  return request->totals ? MAX (request->count * total / request->totals, 1) : request->count;
}

static char *
request_text (const Probe *probe)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;
  g_autofree char *path = g_canonicalize_filename (probe->item->file, NULL);
  const struct
  {
    const char *name, *text;
  } texts[] = { { "file", path },
                { "text", probe->item->text },
                { "class", probe->item->class_name },
                { "factory", probe->item->factory },
                { "token", probe->token },
                { "step", hy_probe_step_to_string (step_kind (probe)) } };

  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      json_builder_set_member_name (builder, texts[i].name);
      if (texts[i].text)
        json_builder_add_string_value (builder, texts[i].text);
      else
        json_builder_add_null_value (builder);
    }
  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, step_count (probe));
  json_builder_set_member_name (builder, "ranks");
  json_builder_add_int_value (builder, HY_MEASURE_RANKS);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);
  return g_strconcat (probe->script, "\x1e", json, NULL);
}

static void
tell_progress (Probe *probe, const char *phase)
{
  const HyProbeProgress progress = { .step = probe->step,
                                     .n_steps = n_steps (probe->request),
                                     .name = hy_probe_step_to_string (step_kind (probe)),
                                     .phase = phase };

  if (probe->progress)
    probe->progress (&progress, probe->progress_data);
}

static void
on_line (const char *line, gsize length, gpointer data)
{
  static const char *const phases[] = { "import", "ranks", "total", "run" };
  Probe *probe = data;
  const char *found = g_str_has_prefix (line, probe->token) ? strstr (line, "\"phase\": \"") : NULL;

  for (gsize i = 0; found && strstr (line, "\"event\": \"phase\"") && i < G_N_ELEMENTS (phases); i++)
    if (g_str_has_prefix (found + strlen ("\"phase\": \""), phases[i]))
      tell_progress (probe, phases[i]);
}

static HySpread
spread_of_known (const double *values, guint n)
{
  g_autofree double *known = g_new (double, MAX (n, 1));
  guint n_known = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      known[n_known++] = values[i];
  return n_known ? hy_spread_of (known, n_known) : (HySpread){ 0 };
}

/* The last of the processes for a count makes a point of what all of them saw. */
static void
add_total (Probe *probe)
{
  HyMeasured *measured = probe->measured;
  guint n = probe->request->total_runs;
  guint i = (probe->step - 1) % n;
  guint64 count = step_count (probe);
  HySpread current;

  probe->currents[i] = measured->current;
  probe->peaks[i] = measured->peak;
  if (i + 1 < n)
    return;
  current = hy_spread_of (probe->currents, n);
  measured->current = current.median;
  measured->peak = hy_spread_of (probe->peaks, n).median;
  if (measured->n_points > 0 && measured->points[measured->n_points - 1].count == count)
    return;
  measured->points = g_renew (HyMeasuredPoint, measured->points, measured->n_points + 1);
  measured->points[measured->n_points++] = (HyMeasuredPoint){ count, current.median, current.min, current.max };
}

static void
add_run (Probe *probe, HyProbeRun *run)
{
  guint i = probe->runs_done++;

  probe->seconds[i] = run->seconds;
  probe->rss[i] = run->rss;
  probe->blocks[i] = run->blocks;
  probe->reads[i] = run->read_seconds;
  g_free (probe->measured->read_name);
  probe->measured->read_name = g_steal_pointer (&run->read_name);
}

/* The signal that ended it, also when bubblewrap or a shell stood between and ended as they do; 0: none did. */
static int
signal_of (const HyProcessResult *result)
{
  if (result->end == HY_PROCESS_SIGNALLED)
    return result->status;
  return result->end == HY_PROCESS_EXITED && result->status > 128 && result->status < 128 + NSIG ? result->status - 128
                                                                                                 : 0;
}

static char *
end_sentence (const HyProcessResult *result)
{
  g_autofree char *how = hy_process_result_describe (result);
  int signal = signal_of (result);

  if (signal)
    return g_strdup_printf ("its process was ended by signal %d (%s) before it answered", signal, g_strsignal (signal));
  if (result->end == HY_PROCESS_TIMED_OUT)
    return g_strdup_printf ("the time limit was reached, and everything it had started was stopped (%s)", how);
  if (result->end == HY_PROCESS_REPLY_TOO_LARGE)
    return g_strdup ("it wrote more to the reply channel than an answer has, and was stopped");
  if (result->status == STATUS_CLOSED)
    return g_strdup ("it closed the channel that the answer goes through");
  return g_strdup_printf ("it ended its own process before it answered (%s)", how);
}

/* Why there is no answer. */
static HyMeasuredError *
silence (const HyProcessResult *result, guint foreign_lines)
{
  g_autofree char *how = end_sentence (result);
  g_autofree char *text =
      g_strconcat (how, foreign_lines ? "; something wrote garbage to the reply channel" : "", NULL);

  return hy_measured_error_new ("process", NULL, text, NULL, 0);
}

static void probe_next (GTask *task);

static gboolean
memory_is_short (const HyMeasuredError *error)
{
  return g_strcmp0 (error->type, "MemoryError") == 0;
}

/* FALSE: no further step makes sense. */
static gboolean
take_result (Probe *probe, const HyProcessResult *result)
{
  g_auto (HyProbeRun) run = { NAN, NAN, NAN, NAN, NULL };
  guint foreign_lines;
  HyProbeReplyKind kind = hy_probe_reply_read (g_bytes_get_data (result->reply, NULL), g_bytes_get_size (result->reply),
                                               probe->token, step_kind (probe), probe->measured, &run, &foreign_lines);

  if (kind == HY_PROBE_REPLY_NONE)
    probe->measured->error = silence (result, foreign_lines);
  if (probe->measured->error)
    {
      if (memory_is_short (probe->measured->error) && probe->request->memory_limit)
        {
          g_autofree char *limit = g_format_size_full (probe->request->memory_limit, G_FORMAT_SIZE_IEC_UNITS);

          g_free (probe->measured->error->message);
          probe->measured->error->message = g_strdup_printf ("the memory limit of %s was reached", limit);
        }
      return FALSE;
    }
  if (step_kind (probe) == HY_PROBE_TOTAL)
    add_total (probe);
  else if (step_kind (probe) == HY_PROBE_RUN)
    add_run (probe, &run);
  return TRUE;
}

static void
finish (GTask *task)
{
  Probe *probe = g_task_get_task_data (task);
  HyMeasured *measured = g_steal_pointer (&probe->measured);

  measured->seconds = spread_of_known (probe->seconds, probe->runs_done);
  measured->rss = spread_of_known (probe->rss, probe->runs_done);
  measured->allocated_blocks = spread_of_known (probe->blocks, probe->runs_done);
  measured->read_seconds = spread_of_known (probe->reads, probe->runs_done);
  g_task_return_pointer (task, measured, (GDestroyNotify) hy_measured_unref);
}

static void
on_ran (GObject *source, GAsyncResult *async, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyProcessResult) result = hy_process_run_finish (async, &error);
  Probe *probe = g_task_get_task_data (task);

  if (!result)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (take_result (probe, result) && ++probe->step < n_steps (probe->request))
    probe_next (task);
  else
    finish (task);
}

static void
probe_next (GTask *task)
{
  Probe *probe = g_task_get_task_data (task);
  HyInterpreter *interpreter = probe->request->interpreter;
  const char *argv[] = { interpreter->path, "-B", "-c", bootstrap, NULL };
  g_autofree char *path = g_canonicalize_filename (probe->item->file, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *current = g_get_current_dir ();
  const char *working = probe->request->temporary_folder ? NULL : current;
  const char *visible[] = { folder, interpreter->path, interpreter->prefix, interpreter->base_prefix, NULL };
  g_auto (GStrv) command = hy_sandbox_wrap (probe->sandbox, argv, working, visible);
  g_auto (GStrv) environment = hy_sandbox_environ (probe->sandbox);
  g_autofree char *input = request_text (probe);
  gint64 left_ms = (probe->deadline - g_get_monotonic_time ()) / 1000;
  const HyProcessSpec spec = { .argv = (const char *const *) command,
                               .environ = (const char *const *) environment,
                               .folder = hy_sandbox_folder (probe->sandbox, working),
                               .input = input,
                               .time_limit_ms = MAX (left_ms, 1),
                               .memory_limit = probe->request->memory_limit,
                               .file_limit = FILE_LIMIT,
                               .output_limit = OUTPUT_LIMIT,
                               .reply_limit = REPLY_LIMIT,
                               .on_line = on_line,
                               .on_line_data = probe };

  tell_progress (probe, NULL);
  hy_process_run_async (&spec, g_task_get_cancellable (task), on_ran, g_object_ref (task));
}

void
hy_probe_run_async (HyMeasureRequest *request, guint index, const HySandbox *sandbox, GCancellable *cancellable,
                    HyProbeProgressFunc progress, gpointer progress_data, GAsyncReadyCallback callback,
                    gpointer user_data)
{
  static const char *const scripts[] = { "probe_make.py", "probe.py", NULL };
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Probe *probe = g_new0 (Probe, 1);
  g_autofree char *uuid = g_uuid_string_random ();

  g_task_set_source_tag (task, hy_probe_run_async);
  g_task_set_task_data (task, probe, probe_free);
  probe->request = hy_measure_request_ref (request);
  probe->item = g_ptr_array_index (request->items, index);
  probe->sandbox = sandbox;
  probe->progress = progress;
  probe->progress_data = progress_data;
  probe->script = hy_measure_script_text (scripts);
  probe->token = g_strdup_printf ("%s ", uuid);
  probe->deadline = g_get_monotonic_time () + request->time_limit_ms * (gint64) 1000;
  probe->measured = hy_measured_new ();
  probe->currents = g_new0 (double, MAX (request->total_runs, 1));
  probe->peaks = g_new0 (double, MAX (request->total_runs, 1));
  probe->seconds = g_new0 (double, MAX (request->runs, 1));
  probe->rss = g_new0 (double, MAX (request->runs, 1));
  probe->blocks = g_new0 (double, MAX (request->runs, 1));
  probe->reads = g_new0 (double, MAX (request->runs, 1));
  probe_next (task);
}

HyMeasured *
hy_probe_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, hy_probe_run_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
