/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-interpreter.h"

G_BEGIN_DECLS

/* The interpreters of this machine. Looked for on PATH (python3*, pypy3*), in
 * pyenv, conda and uv, in the virtual environments of a project folder, in
 * /usr/bin, /usr/local/bin and /opt, in the environment variable
 * HEAPYARD_PYTHONS (paths separated by colons), and those that the user added
 * (hy-interpreter-added). */

typedef struct
{
  const char *project_folder; /* whose .venv, venv, env … are looked at, and its parents' up to the home; NULL */
  const char *const *added;   /* more paths, NULL-terminated; NULL */
  gboolean forget;            /* identify all anew instead of trusting the cache */
} HyInterpreterSearch;

/* @search: NULL for no project and nothing added. Each is identified once, several at a time, and remembered in the
 * user's cache folder by path, size and time of change.
 * Returns HyInterpreter pointers, newest usable one first, the unusable ones at the end (element-type HyInterpreter,
 * transfer full); never an empty-handed error: only G_IO_ERROR_CANCELLED. Blocks; needs no main loop. */
GPtrArray *hy_interpreter_list_find (const HyInterpreterSearch *search, GCancellable *cancellable, GError **error);

/* The same in a thread. */
void hy_interpreter_list_find_async (const HyInterpreterSearch *search, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hy_interpreter_list_find_finish (GAsyncResult *result, GError **error);

/* The first of @list that can be measured with; NULL. (transfer none) */
HyInterpreter *hy_interpreter_list_newest (GPtrArray *list);

/* The one to measure what lies in @folder with: that of the virtual environment around it, else the one in whose own
 * library it lies, else the newest; NULL. (transfer none) */
HyInterpreter *hy_interpreter_list_suit (GPtrArray *list, const char *folder);

/* The newest of all that can parse source, or NULL when the machine has none. (transfer none) */
HyInterpreter *hy_interpreter_list_newest_parser (GPtrArray *list);

G_END_DECLS
