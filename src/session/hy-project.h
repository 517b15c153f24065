/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The folder of the project that the file at @path belongs to: the nearest one above it with a pyproject.toml,
 * setup.py, setup.cfg or a repository in it, else the file's own. (transfer full) */
char *hy_project_folder (const char *path);

/* Whether code of the project in @folder is measured in the sandbox: unless that was turned off for it. */
gboolean hy_project_get_sandbox (GSettings *settings, const char *folder);
void hy_project_set_sandbox (GSettings *settings, const char *folder, gboolean sandbox);

G_END_DECLS
