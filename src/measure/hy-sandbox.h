/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where somebody's code runs: inside bubblewrap when it is wanted and works
 * here (no network, a read-only view of the file system, processes and /tmp
 * of its own), else as an ordinary process. In both cases with a temporary
 * folder that is gone afterwards. */
typedef struct _HySandbox HySandbox;

/* @wanted FALSE: no bubblewrap. Runs it once to see whether it works; blocks for some milliseconds.
 * (transfer full), NULL with G_FILE_ERROR where no temporary folder can be made. */
HySandbox *hy_sandbox_new (gboolean wanted, GError **error);

/* Removes the temporary folder with all that is in it. */
void hy_sandbox_free (HySandbox *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HySandbox, hy_sandbox_free)

/* "bubblewrap: no network, files read-only", or "none" with why: for people. (transfer none) */
const char *hy_sandbox_describe (const HySandbox *self);

/* The command line that runs @argv (argv[0] an absolute path) with @folder as its working folder; @folder NULL: the
 * temporary one. @visible: paths that have to be seen even if they lie in /tmp, NULL-terminated. (transfer full) */
char **hy_sandbox_wrap (const HySandbox *self, const char *const *argv, const char *folder, const char *const *visible);

/* What to start it in, for HyProcessSpec.folder; NULL: does not matter. (transfer none) */
const char *hy_sandbox_folder (const HySandbox *self, const char *folder);

/* Our environment without what changes how Python allocates, or what it does at start and end. (transfer full) */
char **hy_sandbox_environ (const HySandbox *self);

/* What the sandbox is on this machine: which holds, or why there is none; msgid English. Blocks. (transfer full) */
char *hy_sandbox_describe_here (void);

G_END_DECLS
