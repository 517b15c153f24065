/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "process-gone.h"

#define SHELL(script)                                                                                                  \
  (const char *const[]) { "/bin/sh", "-c", script, NULL }

static HyProcessResult *
run (const HyProcessSpec *spec)
{
  g_autoptr (GError) error = NULL;
  HyProcessResult *result = hy_process_run (spec, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
assert_text (GBytes *bytes, const char *expected)
{
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
assert_all_gone (GBytes *pids)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (pids, NULL), g_bytes_get_size (pids));
  g_auto (GStrv) lines = g_strsplit (g_strstrip (text), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 0);
  for (char **line = lines; *line; line++)
    {
      pid_t pid = (pid_t) g_ascii_strtoll (*line, NULL, 10);

      g_assert_cmpint (pid, >, 1);
      g_assert_true (test_is_gone (pid));
    }
}

static void
test_streams (void)
{
  const HyProcessSpec spec = { .argv = SHELL ("read x; echo out $x; echo err >&2; echo reply >&3; exit 7"),
                               .input = "line\n",
                               .output_limit = 100,
                               .reply_limit = 100 };
  g_autoptr (HyProcessResult) result = run (&spec);
  g_autofree char *how = hy_process_result_describe (result);

  g_assert_cmpint (result->end, ==, HY_PROCESS_EXITED);
  g_assert_cmpint (result->status, ==, 7);
  assert_text (result->output, "out line\n");
  assert_text (result->errors, "err\n");
  assert_text (result->reply, "reply\n");
  g_assert_cmpstr (how, ==, "exit status 7: err");
}

static void
test_signal (void)
{
  const HyProcessSpec spec = { .argv = SHELL ("kill -TERM $$") };
  g_autoptr (HyProcessResult) result = run (&spec);

  g_assert_cmpint (result->end, ==, HY_PROCESS_SIGNALLED);
  g_assert_cmpint (result->status, ==, SIGTERM);
}

static void
test_no_program (void)
{
  const HyProcessSpec spec = { .argv = (const char *const[]){ "/nonexistent/program", NULL } };
  g_autoptr (GError) error = NULL;

  g_assert_null (hy_process_run (&spec, NULL, &error));
  g_assert_error (error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT);
}

static void
test_output_limit (void)
{
  const HyProcessSpec spec = { .argv = SHELL ("yes heapyard | head -c 1000000"), .output_limit = 9 };
  g_autoptr (HyProcessResult) result = run (&spec);

  g_assert_cmpint (result->end, ==, HY_PROCESS_EXITED);
  g_assert_cmpint (result->status, ==, 0);
  g_assert_true (result->output_truncated);
  g_assert_false (result->errors_truncated);
  assert_text (result->output, "heapyard\n");
}

static void
test_reply_limit (void)
{
  const HyProcessSpec spec = { .argv = SHELL ("yes >&3"), .reply_limit = 1000 };
  g_autoptr (HyProcessResult) result = run (&spec);

  g_assert_cmpint (result->end, ==, HY_PROCESS_REPLY_TOO_LARGE);
  g_assert_cmpuint (g_bytes_get_size (result->reply), ==, 1000);
}

static void
test_memory_limit (void)
{
  const HyProcessSpec spec = { .argv = SHELL ("ulimit -v"), .output_limit = 100, .memory_limit = 512 * 1024 * 1024 };
  g_autoptr (HyProcessResult) result = run (&spec);

  assert_text (result->output, "524288\n");
}

/* Nothing but 0, 1, 2 and the reply is open, whatever was open here. */
static void
test_descriptors (void)
{
  const HyProcessSpec spec = { .argv = SHELL ("for i in /proc/self/fd/*; do echo ${i##*/}; done"),
                               .output_limit = 1000,
                               .reply_limit = 1 };
  int open_here = open ("/dev/null", O_RDONLY);
  int open_high = fcntl (open_here, F_DUPFD, 200);
  g_autoptr (HyProcessResult) result = run (&spec);
  g_autofree char *text = g_strndup (g_bytes_get_data (result->output, NULL), g_bytes_get_size (result->output));
  g_auto (GStrv) lines = g_strsplit (g_strstrip (text), "\n", -1);

  g_assert_cmpint (open_high, >=, 200);
  for (char **line = lines; *line; line++)
    {
      /* The shell itself may hold the folder that it lists. */
      g_assert_cmpint (atoi (*line), <=, 4);
      g_assert_cmpint (atoi (*line), >=, 0);
    }
  close (open_here);
  close (open_high);
}

/* Orphans that hold the pipes open, in this session and out of it. */
static void
test_orphans (void)
{
  const HyProcessSpec spec = { .argv =
                                   SHELL ("echo $$; (sleep 1000 & echo $!) ; setsid sh -c 'echo $$; exec sleep 1000' & "
                                          "sleep 0.2; exit 0"),
                               .output_limit = 1000,
                               .time_limit_ms = 60000 };
  g_autoptr (HyProcessResult) result = run (&spec);

  g_assert_cmpint (result->end, ==, HY_PROCESS_EXITED);
  assert_all_gone (result->output);
}

static void
test_time_limit (void)
{
  const HyProcessSpec spec = { .argv = SHELL ("echo $$; trap '' TERM; (setsid sleep 1000 & echo $!); sleep 1000"),
                               .output_limit = 1000,
                               .time_limit_ms = 300 };
  g_autoptr (HyProcessResult) result = run (&spec);
  g_autofree char *how = hy_process_result_describe (result);

  g_assert_cmpint (result->end, ==, HY_PROCESS_TIMED_OUT);
  g_assert_true (g_str_has_prefix (how, "stopped at its time limit"));
  assert_all_gone (result->output);
}

static void
test_killed_guard (void)
{
  const HyProcessSpec spec = { .argv = SHELL ("echo $$; kill -KILL $PPID; sleep 1000"),
                               .output_limit = 1000,
                               .time_limit_ms = 60000 };
  g_autoptr (HyProcessResult) result = run (&spec);

  g_assert_cmpint (result->end, ==, HY_PROCESS_SIGNALLED);
  g_assert_cmpint (result->status, ==, SIGKILL);
  assert_all_gone (result->output);
}

/* What got away under another environment and holds our pipes is not waited for. */
static void
test_escaped (void)
{
  const HyProcessSpec spec = { .argv = SHELL ("exec env -i sh -c 'setsid sleep 1000 & echo $!; kill -KILL $PPID'"),
                               .output_limit = 1000 };
  g_autoptr (HyProcessResult) result = run (&spec);
  g_autofree char *text = g_strndup (g_bytes_get_data (result->output, NULL), g_bytes_get_size (result->output));
  pid_t pid = (pid_t) g_ascii_strtoll (text, NULL, 10);

  g_assert_cmpint (result->end, ==, HY_PROCESS_SIGNALLED);
  g_assert_cmpint (pid, >, 1);
  g_assert_false (test_is_gone (pid));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
}

typedef struct
{
  GCancellable *cancellable;
  GPtrArray *lines;
} Lines;

static void
on_line (const char *line, gsize length, gpointer data)
{
  Lines *lines = data;

  g_assert_cmpuint (strlen (line), ==, length);
  g_ptr_array_add (lines->lines, g_strdup (line));
  if (g_str_equal (line, "two"))
    g_cancellable_cancel (lines->cancellable);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  Lines lines = { cancellable, seen };
  const HyProcessSpec spec = { .argv = SHELL ("echo one >&3; echo two >&3; sleep 1000"),
                               .reply_limit = 1000,
                               .on_line = on_line,
                               .on_line_data = &lines };
  g_autoptr (GError) error = NULL;

  g_assert_null (hy_process_run (&spec, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (seen->len, ==, 2);
  g_assert_cmpstr (seen->pdata[0], ==, "one");
}

static void
test_cancelled_before (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const HyProcessSpec spec = { .argv = SHELL ("exit 0") };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hy_process_run (&spec, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_unread_input (void)
{
  g_autofree char *long_input = g_strnfill (1000000, 'x');
  const HyProcessSpec spec = { .argv = SHELL ("exit 3"), .input = long_input };
  g_autoptr (HyProcessResult) result = run (&spec);

  g_assert_cmpint (result->status, ==, 3);
}

static void
test_environment (void)
{
  const HyProcessSpec spec = { .argv = SHELL ("echo $HOME $COLOUR; pwd"),
                               .environ = (const char *const[]){ "COLOUR=blue", NULL },
                               .folder = "/usr",
                               .output_limit = 100 };
  g_autoptr (HyProcessResult) result = run (&spec);

  assert_text (result->output, "blue\n/usr\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process/streams", test_streams);
  g_test_add_func ("/process/signal", test_signal);
  g_test_add_func ("/process/no-program", test_no_program);
  g_test_add_func ("/process/output-limit", test_output_limit);
  g_test_add_func ("/process/reply-limit", test_reply_limit);
  g_test_add_func ("/process/memory-limit", test_memory_limit);
  g_test_add_func ("/process/descriptors", test_descriptors);
  g_test_add_func ("/process/orphans", test_orphans);
  g_test_add_func ("/process/time-limit", test_time_limit);
  g_test_add_func ("/process/killed-guard", test_killed_guard);
  g_test_add_func ("/process/escaped", test_escaped);
  g_test_add_func ("/process/cancel", test_cancel);
  g_test_add_func ("/process/cancelled-before", test_cancelled_before);
  g_test_add_func ("/process/unread-input", test_unread_input);
  g_test_add_func ("/process/environment", test_environment);
  return g_test_run ();
}
