/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-interpreter.h"

G_BEGIN_DECLS

/* What interpreters said when they were last asked, kept in the user's cache folder. An entry holds while the file
 * behind its path keeps size and time of change. Not for several threads at once. */
typedef struct _HyInterpreterCache HyInterpreterCache;

/* Reads @path; one that is missing or damaged is an empty one. @path NULL: the user's. (transfer full) */
HyInterpreterCache *hy_interpreter_cache_load (const char *path);
void hy_interpreter_cache_free (HyInterpreterCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyInterpreterCache, hy_interpreter_cache_free)

/* (transfer full); NULL when it has to be asked. */
HyInterpreter *hy_interpreter_cache_lookup (HyInterpreterCache *self, const char *path);

void hy_interpreter_cache_insert (HyInterpreterCache *self, HyInterpreter *interpreter);

/* Writes it if something was inserted. A cache that can't be written is no error: the next run asks again. */
void hy_interpreter_cache_save (HyInterpreterCache *self);

G_END_DECLS
