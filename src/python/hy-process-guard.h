/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The descriptor on which the guard of hy-process listens: when its other end
 * is closed, on purpose or because we died, the guard kills everything. */
#define HY_PROCESS_LIFELINE_FD 4

typedef struct
{
  guint64 memory_limit; /* bytes of address space; 0: none */
  guint64 file_limit;   /* bytes of a file; 0: none */
} HyProcessGuard;

/* A GSpawnChildSetupFunc for a HyProcessGuard: forks once more. The inner process goes on to exec in a session of its
 * own; the outer one never returns: it waits, kills what is left and ends as the inner one ended. */
void hy_process_guard_setup (gpointer guard);

/* Kills every process of ours whose environment holds @token ("NAME=value"): for a program that killed its guard. */
void hy_process_guard_sweep (const char *token);

G_END_DECLS
