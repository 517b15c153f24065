/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-reading-private.h"
#include "hy-source.h"

G_BEGIN_DECLS

/* Requests on their way through one or, when an interpreter dies on the way, several child processes. */
typedef struct _HySourceBatch HySourceBatch;

/* @requests has to outlive it. */
HySourceBatch *hy_source_batch_new (const HySourceRequest *requests, gsize n_requests);
void hy_source_batch_free (HySourceBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HySourceBatch, hy_source_batch_free)

/* Loads the files; how many requests are left that need an interpreter. */
gsize hy_source_batch_load (HySourceBatch *self);

/* Has @interpreter describe them. NULL: says that there is none. It is stopped when it takes longer than
 * @seconds_to_start and a few more for each file. */
void hy_source_batch_run (HySourceBatch *self, HyInterpreter *interpreter, guint seconds_to_start,
                          GCancellable *cancellable);

/* The readings, one for each request; the batch is empty after. (transfer full) */
HyReading **hy_source_batch_take (HySourceBatch *self);

G_END_DECLS
