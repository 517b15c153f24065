/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Candidate paths of interpreters, each file once, nothing run. @project_folder, @added: as in HyInterpreterSearch.
 * Added ones, and those of hy-interpreter-added, are kept also when nothing is there. (element-type filename, transfer
 * full) */
GPtrArray *hy_interpreter_places_list (const char *project_folder, const char *const *added);

G_END_DECLS
