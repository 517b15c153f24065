/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Interpreters that the user named, one path a line in heapyard/interpreters of the user's configuration folder: there,
 * and not among the window's settings, since every program and whoever reads a file looks for interpreters. */

/* NULL-terminated, absolute, each once. (transfer full) */
char **hy_interpreter_added_list (void);

/* FALSE with G_FILE_ERROR where it can't be written. One that is among them already is no error. */
gboolean hy_interpreter_added_add (const char *path, GError **error);
gboolean hy_interpreter_added_remove (const char *path, GError **error);

G_END_DECLS
