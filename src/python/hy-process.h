/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs a program bounded and cancellable: in a session of its own with closed
 * descriptors, under limits of time, memory and output. However it ends,
 * nothing that it started survives: a guard process between us and it adopts
 * and kills whatever it left, also when we die first. */

/* The descriptor on which the program may reply, kept apart from its stdout. */
#define HY_PROCESS_REPLY_FD 3

/* Called in the caller's main context for each complete line of the reply, without its newline and followed by a 0
 * byte, as it arrives. */
typedef void (*HyProcessLineFunc) (const char *line, gsize length, gpointer user_data);

typedef struct
{
  const char *const *argv;    /* argv[0] is an absolute path or looked up in PATH */
  const char *const *environ; /* NAME=value; NULL: ours */
  const char *folder;         /* working folder; NULL: ours */
  const char *input;          /* text for its stdin; NULL: /dev/null */
  guint time_limit_ms;        /* 0: none */
  guint64 memory_limit;       /* bytes of address space per process; 0: none */
  guint64 file_limit;         /* bytes of a file that it writes; 0: none */
  gsize output_limit;         /* bytes of stdout and of stderr that are kept; what comes beyond is read and dropped */
  gsize reply_limit;          /* bytes that may come on HY_PROCESS_REPLY_FD; 0: no such descriptor */
  HyProcessLineFunc on_line;  /* NULL: none */
  gpointer on_line_data;
} HyProcessSpec;

typedef enum
{
  HY_PROCESS_EXITED,          /* status: exit status */
  HY_PROCESS_SIGNALLED,       /* status: signal number */
  HY_PROCESS_TIMED_OUT,       /* killed at its time limit */
  HY_PROCESS_REPLY_TOO_LARGE, /* killed for replying more than @reply_limit */
} HyProcessEnd;

typedef struct
{
  HyProcessEnd end;
  int status;
  GBytes *output, *errors, *reply; /* what came on stdout, stderr, the reply descriptor; never NULL */
  gboolean output_truncated, errors_truncated;
  double seconds; /* wall time from start to end */
} HyProcessResult;

/* @spec is copied, except @on_line_data, which has to stay valid until @callback ran.
 * Cancelling kills the program; the callback comes only when it is gone. */
void hy_process_run_async (const HyProcessSpec *spec, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);

/* (transfer full); NULL with G_IO_ERROR_CANCELLED when cancelled, with a G_SPAWN_ERROR or G_IO_ERROR when it could
 * not be started. */
HyProcessResult *hy_process_run_finish (GAsyncResult *result, GError **error);

/* The same, blocking; needs no running main loop. */
HyProcessResult *hy_process_run (const HyProcessSpec *spec, GCancellable *cancellable, GError **error);

void hy_process_result_free (HyProcessResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyProcessResult, hy_process_result_free)

/* One line saying how it ended, with the last line of its stderr: "exit status 1: ValueError: x". (transfer full) */
char *hy_process_result_describe (const HyProcessResult *self);

G_END_DECLS
