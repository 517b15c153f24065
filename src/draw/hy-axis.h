/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HY_AXIS_COUNT, /* instances: steps of 1, 2, 5 × 10^n */
  HY_AXIS_BYTES, /* steps of 1, 2, 3, 5 … of an IEC unit */
} HyAxisUnit;

#define HY_AXIS_MAX_TICKS 24

/* An axis from 0 (a power when logarithmic) to a nice end. A plain value. */
typedef struct
{
  HyAxisUnit unit;
  gboolean log; /* the axis has to say so: lengths are then not in the ratio of the numbers */
  double min, max;
  double step;                     /* linear */
  double ticks[HY_AXIS_MAX_TICKS]; /* ascending, @n_ticks */
  gsize n_ticks;
} HyAxis;

/* An axis from 0 that holds @value with at most @max_ticks (2 … HY_AXIS_MAX_TICKS) ticks: it ends on a tick ≥ @value.
 */
void hy_axis_init (HyAxis *self, HyAxisUnit unit, double value, guint max_ticks);

/* A logarithmic axis from a power (of ten, or of two for bytes) ≤ @least to one ≥ @value. */
void hy_axis_init_log (HyAxis *self, HyAxisUnit unit, double least, double value, guint max_ticks);

/* Ends the axis at @end, on a tick or not; ticks beyond are dropped, those below stay. */
void hy_axis_cut (HyAxis *self, double end);

/* Value to 0 … 1 along the axis (below @min of a logarithmic axis: 0) and back. */
double hy_axis_position (const HyAxis *self, double value);
double hy_axis_value (const HyAxis *self, double position);

/* All ticks of one axis use the same unit: "3 MiB", "20 k". (transfer full) */
char *hy_axis_label (const HyAxis *self, gsize tick);

G_END_DECLS
