/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE

#include "hy-process.h"

#include "hy-process-guard.h"

#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define CHUNK 65536
#define GRACE_MS 1000 /* for what still is in the pipes once the program and all that it started are gone */

typedef struct
{
  GInputStream *stream;
  GByteArray *kept;
  gsize limit;
  gboolean truncated;
  gsize line_start; /* of the line that is not yet complete; reply only */
  guint8 chunk[CHUNK];
} Pipe;

typedef struct
{
  HyProcessSpec spec;
  HyProcessGuard guard;
  GSubprocess *subprocess;
  Pipe output, errors, reply;
  char *token;
  int lifeline;
  GSource *timeout, *cancelled, *grace;
  GCancellable *reading;
  gboolean timed_out, reply_too_large;
  guint pending;
  gint64 started;
} Run;

static void
run_kill (Run *run)
{
  if (run->lifeline >= 0)
    close (run->lifeline);
  run->lifeline = -1;
}

static void
pipe_clear (Pipe *pipe)
{
  g_clear_object (&pipe->stream);
  g_clear_pointer (&pipe->kept, g_byte_array_unref);
}

static void
source_clear (GSource **source)
{
  if (*source)
    {
      g_source_destroy (*source);
      g_source_unref (*source);
    }
  *source = NULL;
}

static void
run_free (gpointer data)
{
  Run *run = data;

  run_kill (run);
  source_clear (&run->timeout);
  source_clear (&run->cancelled);
  source_clear (&run->grace);
  g_object_unref (run->reading);
  pipe_clear (&run->output);
  pipe_clear (&run->errors);
  pipe_clear (&run->reply);
  g_clear_object (&run->subprocess);
  g_free (run->token);
  g_free (run);
}

static HyProcessResult *
run_result (Run *run)
{
  HyProcessResult *result = g_new0 (HyProcessResult, 1);

  if (run->timed_out)
    result->end = HY_PROCESS_TIMED_OUT;
  else if (run->reply_too_large)
    result->end = HY_PROCESS_REPLY_TOO_LARGE;
  else if (g_subprocess_get_if_signaled (run->subprocess))
    {
      result->end = HY_PROCESS_SIGNALLED;
      result->status = g_subprocess_get_term_sig (run->subprocess);
    }
  else
    result->status = g_subprocess_get_exit_status (run->subprocess);
  result->output = g_byte_array_free_to_bytes (g_steal_pointer (&run->output.kept));
  result->errors = g_byte_array_free_to_bytes (g_steal_pointer (&run->errors.kept));
  result->reply = g_byte_array_free_to_bytes (g_steal_pointer (&run->reply.kept));
  result->output_truncated = run->output.truncated;
  result->errors_truncated = run->errors.truncated;
  result->seconds = (g_get_monotonic_time () - run->started) / 1e6;
  return result;
}

static void
task_step_done (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  if (--run->pending > 0)
    return;
  source_clear (&run->timeout);
  source_clear (&run->cancelled);
  source_clear (&run->grace);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, run_result (run), (GDestroyNotify) hy_process_result_free);
}

static void
reply_lines (Run *run)
{
  GByteArray *kept = run->reply.kept;
  guint8 *newline;

  while ((newline = memchr (kept->data + run->reply.line_start, '\n', kept->len - run->reply.line_start)))
    {
      gsize end = newline - kept->data;
      g_autofree char *line =
          g_strndup ((const char *) kept->data + run->reply.line_start, end - run->reply.line_start);

      run->spec.on_line (line, end - run->reply.line_start, run->spec.on_line_data);
      run->reply.line_start = end + 1;
    }
}

static void
pipe_keep (Run *run, Pipe *pipe, gsize n)
{
  gsize room = pipe->limit - pipe->kept->len;

  g_byte_array_append (pipe->kept, pipe->chunk, MIN (n, room));
  if (n > room)
    pipe->truncated = TRUE;
  if (pipe == &run->reply && pipe->truncated && !run->reply_too_large)
    {
      run->reply_too_large = TRUE;
      run_kill (run);
    }
  if (pipe == &run->reply && run->spec.on_line && n > 0)
    reply_lines (run);
}

static void pipe_read (GTask *task, Pipe *pipe);

static void
on_read (GObject *source, GAsyncResult *async, gpointer data)
{
  g_autoptr (GTask) task = data;
  Run *run = g_task_get_task_data (task);
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), async, NULL);
  Pipe *pipe = run->output.stream == (GInputStream *) source   ? &run->output
               : run->errors.stream == (GInputStream *) source ? &run->errors
                                                               : &run->reply;

  if (n <= 0)
    {
      task_step_done (task);
      return;
    }
  pipe_keep (run, pipe, n);
  pipe_read (task, pipe);
}

static void
pipe_read (GTask *task, Pipe *pipe)
{
  Run *run = g_task_get_task_data (task);

  g_input_stream_read_async (pipe->stream, pipe->chunk, CHUNK, G_PRIORITY_DEFAULT, run->reading, on_read,
                             g_object_ref (task));
}

/* Somebody killed the guard, got away without our mark and holds a pipe: it is not waited for. */
static gboolean
on_grace_over (gpointer data)
{
  Run *run = g_task_get_task_data (data);

  g_cancellable_cancel (run->reading);
  return G_SOURCE_REMOVE;
}

static void
add_timeout (GTask *task, GSource **source, guint milliseconds, GSourceFunc callback)
{
  *source = g_timeout_source_new (milliseconds);
  g_source_set_callback (*source, callback, task, NULL);
  g_source_attach (*source, g_task_get_context (task));
}

static void
on_exit_seen (GObject *source, GAsyncResult *async, gpointer data)
{
  g_autoptr (GTask) task = data;
  Run *run = g_task_get_task_data (task);

  g_subprocess_wait_finish (G_SUBPROCESS (source), async, NULL);
  if (g_subprocess_get_if_signaled (run->subprocess))
    hy_process_guard_sweep (run->token);
  if (run->pending > 1)
    add_timeout (task, &run->grace, GRACE_MS, on_grace_over);
  task_step_done (task);
}

static gboolean
on_timeout (gpointer data)
{
  Run *run = g_task_get_task_data (data);

  run->timed_out = TRUE;
  run_kill (run);
  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled (GCancellable *cancellable, gpointer data)
{
  run_kill (g_task_get_task_data (data));
  return G_SOURCE_REMOVE;
}

/* Gives the write end to the launcher as @target, or the read end when @ours_writes; returns our end or -1. */
static int
launcher_add_pipe (GSubprocessLauncher *launcher, int target, gboolean ours_writes, GError **error)
{
  int fds[2];

  if (!g_unix_open_pipe (fds, FD_CLOEXEC, error))
    return -1;
  g_subprocess_launcher_take_fd (launcher, fds[ours_writes ? 0 : 1], target);
  return fds[ours_writes ? 1 : 0];
}

static void
pipe_open (Pipe *pipe, GInputStream *stream, gsize limit)
{
  pipe->stream = stream;
  pipe->limit = limit;
}

/* A file in memory: unlike a pipe it needs no writer, and a program that does not read it is no error. */
static gboolean
launcher_set_input (GSubprocessLauncher *launcher, const char *input, GError **error)
{
  gsize length = strlen (input);
  int fd = memfd_create ("input", MFD_CLOEXEC);

  if (fd < 0 || write (fd, input, length) != (gssize) length || lseek (fd, 0, SEEK_SET) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  return TRUE;
}

static gboolean
run_spawn (Run *run, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_auto (GStrv) token = g_strsplit (run->token, "=", 2);
  int reply = -1;

  if (run->spec.environ)
    g_subprocess_launcher_set_environ (launcher, (char **) run->spec.environ);
  g_subprocess_launcher_setenv (launcher, token[0], token[1], TRUE);
  if (run->spec.folder)
    g_subprocess_launcher_set_cwd (launcher, run->spec.folder);
  if (run->spec.input && !launcher_set_input (launcher, run->spec.input, error))
    return FALSE;
  g_subprocess_launcher_set_child_setup (launcher, hy_process_guard_setup, &run->guard, NULL);
  run->lifeline = launcher_add_pipe (launcher, HY_PROCESS_LIFELINE_FD, TRUE, error);
  if (run->lifeline < 0)
    return FALSE;
  if (run->spec.reply_limit)
    {
      reply = launcher_add_pipe (launcher, HY_PROCESS_REPLY_FD, FALSE, error);
      if (reply < 0)
        return FALSE;
      pipe_open (&run->reply, g_unix_input_stream_new (reply, TRUE), run->spec.reply_limit);
    }
  run->subprocess = g_subprocess_launcher_spawnv (launcher, run->spec.argv, error);
  if (!run->subprocess)
    return FALSE;
  pipe_open (&run->output, g_object_ref (g_subprocess_get_stdout_pipe (run->subprocess)), run->spec.output_limit);
  pipe_open (&run->errors, g_object_ref (g_subprocess_get_stderr_pipe (run->subprocess)), run->spec.output_limit);
  return TRUE;
}

static void
task_watch (GTask *task)
{
  Run *run = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Pipe *pipes[] = { &run->output, &run->errors, &run->reply };

  for (gsize i = 0; i < G_N_ELEMENTS (pipes); i++)
    if (pipes[i]->stream)
      {
        run->pending++;
        pipe_read (task, pipes[i]);
      }
  run->pending++;
  g_subprocess_wait_async (run->subprocess, NULL, on_exit_seen, g_object_ref (task));
  if (run->spec.time_limit_ms)
    add_timeout (task, &run->timeout, run->spec.time_limit_ms, on_timeout);
  if (cancellable)
    {
      run->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (run->cancelled, G_SOURCE_FUNC (on_cancelled), task, NULL);
      g_source_attach (run->cancelled, g_task_get_context (task));
    }
}

void
hy_process_run_async (const HyProcessSpec *spec, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (GError) error = NULL;
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, hy_process_run_async);
  g_task_set_task_data (task, run, run_free);
  run->spec = *spec;
  run->guard = (HyProcessGuard){ spec->memory_limit, spec->file_limit };
  run->token = g_strdup_printf ("HEAPYARD_RUN=%s", uuid);
  run->lifeline = -1;
  run->reading = g_cancellable_new ();
  run->output.kept = g_byte_array_new ();
  run->errors.kept = g_byte_array_new ();
  run->reply.kept = g_byte_array_new ();
  run->started = g_get_monotonic_time ();
  if (g_task_return_error_if_cancelled (task))
    return;
  if (run_spawn (run, &error))
    task_watch (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

HyProcessResult *
hy_process_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, hy_process_run_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_done (GObject *source, GAsyncResult *async, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (async);
}

HyProcessResult *
hy_process_run (const HyProcessSpec *spec, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) async = NULL;

  g_main_context_push_thread_default (context);
  hy_process_run_async (spec, cancellable, on_done, &async);
  while (!async)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return hy_process_run_finish (async, error);
}

void
hy_process_result_free (HyProcessResult *self)
{
  g_bytes_unref (self->output);
  g_bytes_unref (self->errors);
  g_bytes_unref (self->reply);
  g_free (self);
}

static char *
last_line (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_utf8_make_valid (data ? data : "", length);
  const char *newline;

  g_strchomp (text);
  newline = strrchr (text, '\n');
  return g_strdup (newline ? newline + 1 : text);
}

char *
hy_process_result_describe (const HyProcessResult *self)
{
  g_autofree char *line = last_line (self->errors);
  g_autofree char *how = NULL;

  switch (self->end)
    {
    case HY_PROCESS_EXITED:
      how = g_strdup_printf ("exit status %d", self->status);
      break;
    case HY_PROCESS_SIGNALLED:
      how = g_strdup_printf ("ended by signal %d (%s)", self->status, g_strsignal (self->status));
      break;
    case HY_PROCESS_TIMED_OUT:
      how = g_strdup_printf ("stopped at its time limit after %.1f s", self->seconds);
      break;
    case HY_PROCESS_REPLY_TOO_LARGE:
      how = g_strdup ("stopped: its reply was larger than allowed");
      break;
    }
  return *line ? g_strdup_printf ("%s: %s", how, line) : g_steal_pointer (&how);
}
