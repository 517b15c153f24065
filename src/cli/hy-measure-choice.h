/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-command.h"
#include "hy-measure-request.h"
#include "hy-selection.h"

G_BEGIN_DECLS

/* What the options of measure and check ask to measure. */

/* The interpreter that --interpreter names, else one of a virtual environment around the first FILE, else the newest
 * one found. NULL with HY_CLI_ERROR_CANNOT. (transfer full) */
HyInterpreter *hy_measure_choose_interpreter (const HyOptions *options, char *const *arguments, GError **error);

/* Bounds from --count, --timeout, --memory-limit, --no-sandbox. NULL with HY_CLI_ERROR_USAGE. (transfer full) */
HyMeasureRequest *hy_measure_choose_bounds (const HyOptions *options, HyInterpreter *interpreter, GError **error);

/* Reads a size as 4096, 512M or 2GiB. FALSE with HY_CLI_ERROR_USAGE, whose message begins with @option. */
gboolean hy_measure_parse_bytes (const char *text, const char *option, guint64 *bytes, GError **error);

/* Adds the classes of @selection, each made by --factory or what its constructor suggests; with --plans, after each,
 * the same stored otherwise, saying on standard error which can't be. FALSE with HY_CLI_ERROR_USAGE for one that has no
 * file to run, or HY_EXAMINATION_ERROR. */
gboolean hy_measure_choose_classes (HyMeasureRequest *request, const HyOptions *options, HySelection *selection,
                                    GError **error);

/* The command line that asks the same again, nothing left to defaults. (transfer full) */
char **hy_measure_command (const HyInvocation *invocation, const HyMeasureRequest *request);

G_END_DECLS
