/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-measure-request.h"
#include "hy-measured.h"
#include "hy-sandbox.h"

G_BEGIN_DECLS

/* Measures one item: runs the probe in as many fresh processes as it takes,
 * one after the other. */

/* How far it is: before each process, and at each phase within one. */
typedef struct
{
  guint step, n_steps; /* processes done, and in all */
  const char *name;    /* "layout", "total", "run": of the one that runs now */
  const char *phase;   /* "import", "ranks", "total", "run" within it; NULL before the first */
} HyProbeProgress;

typedef void (*HyProbeProgressFunc) (const HyProbeProgress *progress, gpointer user_data);

/* Item @index of @request, in @sandbox, which has to outlive it. @progress (nullable) is called in the caller's main
 * context. */
void hy_probe_run_async (HyMeasureRequest *request, guint index, const HySandbox *sandbox, GCancellable *cancellable,
                         HyProbeProgressFunc progress, gpointer progress_data, GAsyncReadyCallback callback,
                         gpointer user_data);

/* (transfer full): what was measured, with HyMeasured.error set where the user's code, or its process, failed;
 * NULL with G_IO_ERROR_CANCELLED, or where no process could be started. */
HyMeasured *hy_probe_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
