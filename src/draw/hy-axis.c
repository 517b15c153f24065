/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-axis.h"
#include "hy-number.h"

#include <math.h>

/* Mantissas of a step, ascending; bytes run up to 1024 so that steps are round in their IEC unit. */
static const double count_steps[] = { 1, 2, 5 };
static const double byte_steps[] = { 1, 2, 3, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500 };

static double
unit_base (HyAxisUnit unit)
{
  return unit == HY_AXIS_COUNT ? 10 : 1024;
}

/* The smallest nice step >= @least. */
static double
nice_step (HyAxisUnit unit, double least)
{
  const double *steps = unit == HY_AXIS_COUNT ? count_steps : byte_steps;
  gsize n_steps = unit == HY_AXIS_COUNT ? G_N_ELEMENTS (count_steps) : G_N_ELEMENTS (byte_steps);
  double base = unit_base (unit);
  double power = 1;
  while (power * base <= least)
    power *= base;
  for (gsize i = 0; i < n_steps; i++)
    if (steps[i] * power >= least * (1 - 1e-9))
      return steps[i] * power;
  return power * base;
}

static void
init_linear (HyAxis *self, double value, guint max_ticks)
{
  self->min = 0;
  self->step = nice_step (self->unit, MAX (value, 1) / (max_ticks - 1));
  gsize intervals = (gsize) MAX (1, ceil (value / self->step * (1 - 1e-12)));
  self->n_ticks = intervals + 1;
  for (gsize i = 0; i < self->n_ticks; i++)
    self->ticks[i] = self->step * i;
  self->max = self->ticks[intervals];
}

static void
init_log (HyAxis *self, double value, guint max_ticks)
{
  double ratio = self->unit == HY_AXIS_COUNT ? 10 : 2;
  gsize decades = (gsize) MAX (1, ceil (log (MAX (value, 1)) / log (ratio) - 1e-9));
  gsize stride = (decades + max_ticks - 2) / (max_ticks - 1);
  gsize intervals = (decades + stride - 1) / stride;
  self->min = 1;
  self->step = 0;
  self->n_ticks = intervals + 1;
  for (gsize i = 0; i < self->n_ticks; i++)
    self->ticks[i] = pow (ratio, (double) (i * stride));
  self->max = self->ticks[intervals];
}

void
hy_axis_init (HyAxis *self, HyAxisUnit unit, double value, gboolean log, guint max_ticks)
{
  *self = (HyAxis){ .unit = unit, .log = log };
  max_ticks = CLAMP (max_ticks, 2, HY_AXIS_MAX_TICKS);
  value = isfinite (value) ? MAX (value, 0) : 0;
  if (log)
    init_log (self, value, max_ticks);
  else
    init_linear (self, value, max_ticks);
}

double
hy_axis_position (const HyAxis *self, double value)
{
  if (!self->log)
    return value / self->max;
  return value <= self->min ? 0 : log (value / self->min) / log (self->max / self->min);
}

double
hy_axis_value (const HyAxis *self, double position)
{
  return self->log ? self->min * pow (self->max / self->min, position) : position * self->max;
}

char *
hy_axis_label (const HyAxis *self, gsize tick)
{
  double value = self->ticks[tick];
  if (self->unit == HY_AXIS_COUNT)
    return hy_format_short_count (value);
  if (value == 0)
    return g_strdup ("0");
  return hy_format_bytes ((guint64) round (value));
}
