/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Candidate paths of interpreters, each file once, nothing run. @project_folder, @added: as in HyInterpreterSearch.
 * Added ones are kept also when nothing is there. (element-type filename, transfer full) */
GPtrArray *hy_interpreter_places_list (const char *project_folder, const char *const *added);

/* TRUE for python3, python3.12, python3.13t, pypy3.10 …; FALSE for python3-config, python and the like. */
gboolean hy_interpreter_places_is_name (const char *name);

G_END_DECLS
