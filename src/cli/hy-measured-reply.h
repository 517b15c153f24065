/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-report-picture.h"

G_BEGIN_DECLS

/* The document heapyard.measure/1 as points for a chart. */
typedef struct
{
  HyMeasuredPoints *points; /* one for each class of the report, by name */
  gsize n_points;
} HyMeasuredReply;

/* Reads @path and takes what tracemalloc counted of each class that @report holds too.
 * NULL with HY_CLI_ERROR_CANNOT. */
HyMeasuredReply *hy_measured_reply_read (const char *path, HyReport *report, GError **error);
void hy_measured_reply_free (HyMeasuredReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyMeasuredReply, hy_measured_reply_free)

G_END_DECLS
