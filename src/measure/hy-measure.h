/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-evidence.h"
#include "hy-measure-request.h"

G_BEGIN_DECLS

/* Runs somebody's classes on an interpreter and puts the model beside. */

typedef struct
{
  guint item, n_items;
  guint step, n_steps; /* processes done, and all of all items */
  const char *name;    /* of the class or plan that is measured now */
  const char *phase;   /* "import", "ranks", "total", "run"; NULL before the first */
} HyMeasureProgress;

typedef void (*HyMeasureProgressFunc) (const HyMeasureProgress *progress, gpointer user_data);

/* @progress (nullable) is called in the caller's main context. */
void hy_measure_run_async (HyMeasureRequest *request, GCancellable *cancellable, HyMeasureProgressFunc progress,
                           gpointer progress_data, GAsyncReadyCallback callback, gpointer user_data);

/* (transfer full): a class whose code failed is in it with its error. NULL with G_IO_ERROR_CANCELLED, or where the
 * interpreter could not be started at all. */
HyEvidence *hy_measure_run_finish (GAsyncResult *result, GError **error);

/* The same, blocking; needs no running main loop. */
HyEvidence *hy_measure_run (HyMeasureRequest *request, GCancellable *cancellable, HyMeasureProgressFunc progress,
                            gpointer progress_data, GError **error);

/* The row of the interpreter that is measured; NULL where it is not modelled. */
const HyAbi *hy_measure_abi (const HyInterpreter *interpreter);

G_END_DECLS
