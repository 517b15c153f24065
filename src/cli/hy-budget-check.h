/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-budget.h"
#include "hy-command.h"

G_BEGIN_DECLS

/* One figure against its budget. */
typedef struct
{
  char *file, *name, *python;
  gboolean measured; /* else modelled */
  gboolean is_total; /* of all @count; else per instance */
  guint64 count;
  guint64 budget;
  gint64 found;     /* -1 unknown */
  gboolean refused; /* by Python, as @reason says */
  char *reason;     /* why it is unknown; NULL */
} HyBudgetCheck;

void hy_budget_check_free (HyBudgetCheck *self);

/* Adds the checks of @budget to @checks. Returns 1 where one is exceeded, 3 where one can't be told; or with
 * HY_CLI_ERROR, HY_IO_ERROR … where it makes no sense. */
HyExit hy_budget_check_run (const HyBudget *budget, const HyOptions *options, GPtrArray *checks, GError **error);

/* The document heapyard.check/1. (transfer full) */
char *hy_budget_checks_to_json (GPtrArray *checks);

void hy_budget_checks_print (GPtrArray *checks, HyOutput *output);

G_END_DECLS
