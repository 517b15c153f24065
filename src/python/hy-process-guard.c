/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE

#include "hy-process-guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

/* Everything down to the sweep runs between fork and exec of a process with
 * threads: async-signal-safe calls only, no GLib, no malloc. */

#define SIGNAL_FD 5

/* A list longer than the buffer is read again after these were killed. */
static void
kill_children (void)
{
  char text[4096];
  int fd = open ("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
  pid_t pid = 0;
  ssize_t n;

  if (fd < 0)
    return;
  n = read (fd, text, sizeof text);
  close (fd);
  for (ssize_t i = 0; i < n; i++)
    if (text[i] >= '0' && text[i] <= '9')
      pid = pid * 10 + (text[i] - '0');
    else
      {
        if (pid > 1)
          kill (pid, SIGKILL);
        pid = 0;
      }
}

/* Each round makes orphans of the killed ones' children, and so our own. */
static void
kill_descendants (pid_t program)
{
  const struct timespec pause = { 0, 1000000 };

  kill (-program, SIGKILL);
  for (;;)
    {
      pid_t pid;

      kill_children ();
      while ((pid = waitpid (-1, NULL, WNOHANG)) > 0)
        ;
      if (pid < 0 && errno == ECHILD)
        return;
      nanosleep (&pause, NULL);
    }
}

static void
end_like (int status)
{
  if (WIFSIGNALED (status))
    {
      sigset_t all;

      signal (WTERMSIG (status), SIG_DFL);
      sigfillset (&all);
      sigprocmask (SIG_UNBLOCK, &all, NULL);
      raise (WTERMSIG (status));
    }
  _exit (WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status));
}

static void
guard (pid_t program)
{
  struct pollfd fds[] = { { .fd = HY_PROCESS_LIFELINE_FD, .events = POLLIN }, { .fd = SIGNAL_FD, .events = POLLIN } };

  for (;;)
    {
      struct signalfd_siginfo info;
      int status;
      pid_t pid;

      poll (fds, G_N_ELEMENTS (fds), -1);
      if (fds[0].revents)
        {
          kill_descendants (program);
          _exit (128 + SIGKILL);
        }
      if (read (SIGNAL_FD, &info, sizeof info) < 0)
        continue;
      while ((pid = waitpid (-1, &status, WNOHANG)) > 0)
        if (pid == program)
          {
            kill_descendants (program);
            end_like (status);
          }
    }
}

static void
limit (int resource, guint64 bytes)
{
  const struct rlimit value = { bytes, bytes };

  setrlimit (resource, &value);
}

static void
become_program (const HyProcessGuard *self)
{
  sigset_t none;

  close (HY_PROCESS_LIFELINE_FD);
  setsid ();
  sigemptyset (&none);
  sigprocmask (SIG_SETMASK, &none, NULL);
  signal (SIGPIPE, SIG_DFL);
  limit (RLIMIT_CORE, 0);
  if (self->memory_limit)
    limit (RLIMIT_AS, self->memory_limit);
  if (self->file_limit)
    limit (RLIMIT_FSIZE, self->file_limit);
}

void
hy_process_guard_setup (gpointer data)
{
  sigset_t child;
  int signal_fd;
  pid_t program;

  setsid ();
  limit (RLIMIT_CORE, 0);
  prctl (PR_SET_CHILD_SUBREAPER, 1);
  sigemptyset (&child);
  sigaddset (&child, SIGCHLD);
  sigprocmask (SIG_BLOCK, &child, NULL);
  signal_fd = signalfd (-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
  program = _Fork ();
  if (program == 0)
    {
      become_program (data);
      return;
    }
  if (program < 0 || signal_fd < 0)
    _exit (127);
  if (signal_fd != SIGNAL_FD)
    dup2 (signal_fd, SIGNAL_FD);
  close_range (0, HY_PROCESS_LIFELINE_FD - 1, 0);
  close_range (SIGNAL_FD + 1, ~0U, 0);
  guard (program);
}

static gboolean
holds_token (const char *text, gsize length, const char *token)
{
  for (const char *p = text; p < text + length; p += strlen (p) + 1)
    if (g_str_equal (p, token))
      return TRUE;
  return FALSE;
}

static guint
sweep_once (const char *token)
{
  g_autoptr (GDir) proc = g_dir_open ("/proc", 0, NULL);
  guint killed = 0;
  const char *name;

  while (proc && (name = g_dir_read_name (proc)))
    {
      g_autofree char *path = NULL;
      g_autofree char *text = NULL;
      gsize length;

      if (!g_ascii_isdigit (*name))
        continue;
      path = g_strdup_printf ("/proc/%s/environ", name);
      if (g_file_get_contents (path, &text, &length, NULL) && holds_token (text, length, token))
        killed += kill ((pid_t) g_ascii_strtoull (name, NULL, 10), SIGKILL) == 0;
    }
  return killed;
}

void
hy_process_guard_sweep (const char *token)
{
  for (guint i = 0; i < 100 && sweep_once (token) > 0; i++)
    g_usleep (1000);
}
