/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-axis.h"
#include "hy-number.h"

#include <math.h>

typedef struct
{
  double mantissa, most; /* an axis with such steps ends at most there: further out they are no round parts of the next
                            unit */
} Step;

/* Steps in powers of 10 for counts, of 1024 for bytes; ascending. */
static const Step count_steps[] = { { 1, INFINITY }, { 2, INFINITY }, { 5, INFINITY } };
static const Step byte_steps[] = {
  { 1, 1000 },   { 2, 1000 },   { 3, 1000 },       { 4, 1000 },       { 5, 1000 },  { 6, 1000 },
  { 8, 1000 },   { 10, 1000 },  { 20, 1000 },      { 25, 1000 },      { 50, 1000 }, { 100, 1000 },
  { 200, 1000 }, { 250, 1000 }, { 256, INFINITY }, { 512, INFINITY },
};

/* The smallest nice step >= @value / @intervals. */
static double
nice_step (HyAxisUnit unit, double value, guint intervals)
{
  const Step *steps = unit == HY_AXIS_COUNT ? count_steps : byte_steps;
  gsize n_steps = unit == HY_AXIS_COUNT ? G_N_ELEMENTS (count_steps) : G_N_ELEMENTS (byte_steps);
  double base = unit == HY_AXIS_COUNT ? 10 : 1024, power = 1, least = value / intervals;
  while (power * base <= least)
    power *= base;
  for (gsize i = 0; i < n_steps; i++)
    {
      double step = steps[i].mantissa * power;
      if (step >= least * (1 - 1e-9) && ceil (value / step * (1 - 1e-12)) * step <= steps[i].most * power)
        return step;
    }
  return power * base;
}

/* Finite, and not below @least. */
static double
sane (double value, double least)
{
  return isfinite (value) ? MAX (value, least) : least;
}

void
hy_axis_init (HyAxis *self, HyAxisUnit unit, double value, guint max_ticks)
{
  *self = (HyAxis){ .unit = unit };
  max_ticks = CLAMP (max_ticks, 2, HY_AXIS_MAX_TICKS);
  value = sane (value, 1);
  self->step = nice_step (unit, value, max_ticks - 1);
  gsize intervals = (gsize) MAX (1, ceil (value / self->step * (1 - 1e-12)));
  self->n_ticks = intervals + 1;
  for (gsize i = 0; i < self->n_ticks; i++)
    self->ticks[i] = self->step * (double) i;
  self->max = self->ticks[intervals];
}

void
hy_axis_init_log (HyAxis *self, HyAxisUnit unit, double least, double value, guint max_ticks)
{
  *self = (HyAxis){ .unit = unit, .log = TRUE };
  max_ticks = CLAMP (max_ticks, 2, HY_AXIS_MAX_TICKS);
  double ratio = unit == HY_AXIS_COUNT ? 10 : 2;
  int from = (int) floor (log (sane (least, 1)) / log (ratio) + 1e-9);
  int to = (int) ceil (log (sane (value, 1)) / log (ratio) - 1e-9);
  int powers = MAX (1, to - from), most = (int) max_ticks - 1;
  int stride = (powers + most - 1) / most, intervals = (powers + stride - 1) / stride;
  self->n_ticks = (gsize) intervals + 1;
  for (int i = 0; i <= intervals; i++)
    self->ticks[i] = pow (ratio, from + i * stride);
  self->min = self->ticks[0];
  self->max = self->ticks[intervals];
}

void
hy_axis_cut (HyAxis *self, double end)
{
  self->max = MAX (end, self->ticks[0] + 1);
  while (self->n_ticks > 1 && self->ticks[self->n_ticks - 1] > self->max * (1 + 1e-9))
    self->n_ticks--;
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
  return self->log ? hy_format_bytes ((guint64) value) : hy_format_bytes_like (value, self->max);
}
