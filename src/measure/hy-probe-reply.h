/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "hy-measured.h"

G_BEGIN_DECLS

/* What the probe answered, one run at a time. Its text comes from a process
 * that ran somebody's code: nothing in it is trusted. */

typedef enum
{
  HY_PROBE_REPLY_RESULT, /* figures */
  HY_PROBE_REPLY_ERROR,  /* the user's code failed */
  HY_PROBE_REPLY_NONE,   /* it ended without an answer */
} HyProbeReplyKind;

typedef enum
{
  HY_PROBE_LAYOUT,
  HY_PROBE_TOTAL,
  HY_PROBE_RUN,
} HyProbeStep;

/* One "run" step's figures, or NAN and NULL. */
typedef struct
{
  double seconds, rss, blocks, read_seconds;
  char *read_name;
} HyProbeRun;

void hy_probe_run_clear (HyProbeRun *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HyProbeRun, hy_probe_run_clear)

/* Reads the lines of @reply that begin with @token; what other lines there are, is counted in @foreign_lines. The last
 * answer counts. Figures of the step go into @measured (LAYOUT, TOTAL: current and peak) or @run (RUN);
 * an error goes into @measured. An answer that lacks what its step needs, or is not one, is none. */
HyProbeReplyKind hy_probe_reply_read (const char *reply, gsize length, const char *token, HyProbeStep step,
                                      HyMeasured *measured, HyProbeRun *run, guint *foreign_lines);

/* The members that a type's facts have in replies and documents. FALSE where they are not whole. */
gboolean hy_probe_reply_read_type (JsonObject *object, HyTypeFacts *facts);

/* "layout", "total", "run". Static. */
const char *hy_probe_step_to_string (HyProbeStep step);

G_END_DECLS
