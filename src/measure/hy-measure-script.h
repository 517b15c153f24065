/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-interpreter.h"

G_BEGIN_DECLS

/* Runs our own @scripts (names of resources, NULL-terminated; one after the other in one namespace that has @request in
 * REQUEST) isolated on @interpreter, and returns what they print. They run nobody else's code. Blocks.
 * (transfer full); NULL with G_IO_ERROR_FAILED where the interpreter died or hung, G_IO_ERROR_CANCELLED. */
GBytes *hy_measure_script_run (HyInterpreter *interpreter, const char *const *scripts, const char *request,
                               GCancellable *cancellable, GError **error);

/* The text of @scripts, joined. (transfer full) */
char *hy_measure_script_text (const char *const *scripts);

G_END_DECLS
