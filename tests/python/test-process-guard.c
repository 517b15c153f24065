/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-process-guard.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process-gone.h"

/* A guard whose program is the shell @script, which prints to @output; @lifeline: the end that keeps it alive. */
static pid_t
start (const HyProcessGuard *guard, const char *script, int *lifeline, int *output)
{
  int life[2], text[2];
  pid_t pid;

  g_assert_true (g_unix_open_pipe (life, FD_CLOEXEC, NULL));
  g_assert_true (g_unix_open_pipe (text, FD_CLOEXEC, NULL));
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      /* Beyond what is put in place here, so that nothing is overwritten. */
      int in = fcntl (life[0], F_DUPFD_CLOEXEC, 10), out = fcntl (text[1], F_DUPFD_CLOEXEC, 10);

      close (life[1]);
      dup2 (out, STDOUT_FILENO);
      dup2 (in, HY_PROCESS_LIFELINE_FD);
      hy_process_guard_setup ((gpointer) guard);
      execl ("/bin/sh", "sh", "-c", script, NULL);
      _exit (126);
    }
  close (life[0]);
  close (text[1]);
  *lifeline = life[1];
  *output = text[0];
  return pid;
}

static int
status_of (pid_t pid)
{
  int status = 0;

  while (waitpid (pid, &status, 0) < 0)
    g_assert_cmpint (errno, ==, EINTR);
  return status;
}

static char *
read_all (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[256];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (fd);
  return g_string_free (text, FALSE);
}

/* The guard ends as its program does; what that printed comes through. */
static void
test_ends (void)
{
  static const struct
  {
    const char *script;
    int exit, signal;
  } cases[] = {
    { "echo out", 0, 0 },
    { "echo out; exit 7", 7, 0 },
    { "echo out; kill -TERM $$", 0, SIGTERM },
    { "echo out; kill -KILL $$", 0, SIGKILL },
  };
  const HyProcessGuard guard = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int lifeline, output, status;
      pid_t pid = start (&guard, cases[i].script, &lifeline, &output);
      g_autofree char *text = read_all (output);

      status = status_of (pid);
      close (lifeline);
      g_assert_cmpstr (text, ==, "out\n");
      g_assert_cmpint (WIFSIGNALED (status) ? WTERMSIG (status) : 0, ==, cases[i].signal);
      if (cases[i].signal == 0)
        g_assert_cmpint (WEXITSTATUS (status), ==, cases[i].exit);
    }
}

static void
test_limits (void)
{
  static const struct
  {
    HyProcessGuard guard;
    const char *script, *text;
  } cases[] = {
    { { 0 }, "ulimit -c", "0\n" },
    { { .memory_limit = 1 << 30 }, "ulimit -v", "1048576\n" },
    { { .file_limit = 1 << 20 }, "ulimit -f", "2048\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int lifeline, output;
      pid_t pid = start (&cases[i].guard, cases[i].script, &lifeline, &output);
      g_autofree char *text = read_all (output);

      g_assert_cmpint (status_of (pid), ==, 0);
      close (lifeline);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The guard's own descriptors are none of the program's; it is the first of a session of its own. */
static void
test_descriptors (void)
{
  const HyProcessGuard guard = { 0 };
  int lifeline, output;
  pid_t pid = start (&guard, "ls /proc/self/fd; cut -d' ' -f6 /proc/$$/stat; echo $$", &lifeline, &output);
  g_autofree char *text = read_all (output);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);

  g_assert_cmpint (status_of (pid), ==, 0);
  close (lifeline);
  /* 0, 1, 2 and that by which ls reads the folder. */
  g_assert_cmpuint (g_strv_length (lines), >=, 6);
  g_assert_cmpstr (lines[2], ==, "2");
  g_assert_cmpstr (lines[3], ==, "3");
  g_assert_cmpstr (lines[4], ==, lines[5]);
}

/* When nobody holds the other end any more, all goes: also what left the session, ignores signals or lost its parent.
 */
static void
test_lifeline (void)
{
  const HyProcessGuard guard = { 0 };
  int lifeline, output, status;
  pid_t pid = start (&guard,
                     "trap '' TERM HUP\n"
                     "setsid sh -c 'echo $$; exec >&-; sleep 1000' &\n"
                     "(sh -c 'echo $$; exec >&-; sleep 1000' &)\n"
                     "echo $$; exec >&-; sleep 1000",
                     &lifeline, &output);
  g_autofree char *text = read_all (output);
  g_auto (GStrv) pids = g_strsplit (g_strchomp (text), "\n", -1);

  g_assert_cmpuint (g_strv_length (pids), ==, 3);
  for (char **one = pids; *one != NULL; one++)
    g_assert_false (test_is_gone ((pid_t) g_ascii_strtoll (*one, NULL, 10)));
  close (lifeline);
  status = status_of (pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 128 + SIGKILL);
  for (char **one = pids; *one != NULL; one++)
    g_assert_true (test_is_gone ((pid_t) g_ascii_strtoll (*one, NULL, 10)));
}

static GPid
sleeper (const char *name, const char *value)
{
  const char *argv[] = { "/bin/sleep", "1000", NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), name, value, TRUE);
  GPid pid;

  g_assert_true (g_spawn_async (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL));
  return pid;
}

/* Only processes with the whole of the token are meant, not those with a part of it. */
static void
test_sweep (void)
{
  g_autofree char *value = g_uuid_string_random ();
  g_autofree char *longer = g_strconcat (value, "x", NULL);
  g_autofree char *token = g_strconcat ("HEAPYARD_TEST_TOKEN=", value, NULL);
  GPid meant = sleeper ("HEAPYARD_TEST_TOKEN", value);
  GPid others[] = { sleeper ("HEAPYARD_TEST_TOKEN", longer), sleeper ("OTHER_HEAPYARD_TEST_TOKEN", value) };
  int status;

  hy_process_guard_sweep (token);
  status = status_of (meant);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (test_is_gone (others[i]));
      kill (others[i], SIGTERM);
      g_assert_cmpint (WTERMSIG (status_of (others[i])), ==, SIGTERM);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process-guard/ends", test_ends);
  g_test_add_func ("/process-guard/limits", test_limits);
  g_test_add_func ("/process-guard/descriptors", test_descriptors);
  g_test_add_func ("/process-guard/lifeline", test_lifeline);
  g_test_add_func ("/process-guard/sweep", test_sweep);
  return g_test_run ();
}
