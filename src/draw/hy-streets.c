/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-streets.h"

#include <math.h>

typedef struct
{
  GArray *segments;
  gboolean plan;
  double width;
  double x, y; /* where the next tile goes; @x == 0: at the beginning of a street */
} Builder;

double
hy_segment_pitch (const HySegment *self)
{
  return (double) self->tile->columns + (self->plan ? 0 : HY_STREET_GAP);
}

static void
add_segment (Builder *self, const HyTile *tile, guint64 first, guint64 count, guint64 per_street)
{
  HySegment segment = {
    .tile = tile,
    .plan = self->plan,
    .first = first,
    .count = count,
    .per_street = per_street,
    .streets = (count + per_street - 1) / per_street,
    .x = self->x,
    .y = self->y,
  };
  g_array_append_val (self->segments, segment);
  self->y += (double) (segment.streets - 1) * HY_STREET_PITCH;
  self->x += (double) MIN (count, per_street) * hy_segment_pitch (&segment);
}

static void
new_street (Builder *self)
{
  if (self->x > 0)
    self->y += HY_STREET_PITCH;
  self->x = 0;
}

/* Tiles of @pitch that fit into what is left of the street. */
static guint64
room (const Builder *self, double pitch)
{
  double left = self->width + (self->plan ? 0 : HY_STREET_GAP) - self->x;
  return left < pitch ? 0 : (guint64) floor (left / pitch);
}

/* Long streets hold a multiple of a power of two, at most a thirty-second less than fit: cells stand for powers of
 * two (hy_cell_for), and would else leave slivers at the ends. */
#define LONG_STREET 64

static guint64
whole_cells (guint64 fit)
{
  return fit < LONG_STREET ? MAX (1, fit) : fit >> (g_bit_storage (fit) - 6) << (g_bit_storage (fit) - 6);
}

static void
add_run (Builder *self, const HyStreetRun *run, gboolean last)
{
  double pitch = (double) run->tile->columns + (self->plan ? 0 : HY_STREET_GAP);
  guint64 first = run->first, left = run->count;
  guint64 fit = room (self, pitch);

  /* The settled ones, when they fill more than what is left, have streets of their own: their columns align. */
  if (fit == 0 || (last && left > fit))
    new_street (self);
  else if (left > 0)
    {
      guint64 taken = MIN (fit, left);
      add_segment (self, run->tile, first, taken, taken);
      first += taken;
      left -= taken;
      if (left > 0)
        new_street (self);
    }
  guint64 per_street = whole_cells (room (self, pitch));
  if (left >= per_street)
    {
      guint64 full = left / per_street * per_street;
      add_segment (self, run->tile, first, full, per_street);
      first += full;
      left -= full;
      if (left > 0)
        new_street (self);
    }
  if (left > 0)
    add_segment (self, run->tile, first, left, left);
}

double
hy_streets_lay (const HyStreetRun *runs, gsize n_runs, gboolean plan, double width, double y, GArray *segments)
{
  Builder self = { .segments = segments, .plan = plan, .width = width, .y = y };
  for (gsize i = 0; i < n_runs; i++)
    if (runs[i].count > 0 && runs[i].tile->columns > 0)
      add_run (&self, &runs[i], !plan && i > 0 && i == n_runs - 1);
  return self.x > 0 ? self.y + HY_STREET_PITCH : self.y;
}

const HySegment *
hy_streets_find (const GArray *segments, guint64 rank)
{
  for (gsize i = 0; i < segments->len; i++)
    {
      const HySegment *segment = &g_array_index (segments, HySegment, i);
      if (segment->plan ? rank == 0 : rank >= segment->first && rank - segment->first < segment->count)
        return segment;
    }
  return NULL;
}

void
hy_segment_locate (const HySegment *self, guint64 rank, double *x, double *y)
{
  guint64 index = rank - self->first;
  *x = self->x + (double) (index % self->per_street) * hy_segment_pitch (self);
  *y = self->y + (double) (index / self->per_street) * HY_STREET_PITCH;
}

gboolean
hy_segment_at (const HySegment *self, double x, double y, guint64 *rank, double *inner_x, double *inner_y)
{
  double pitch = hy_segment_pitch (self);
  double column = floor ((x - self->x) / pitch), street = floor ((y - self->y) / HY_STREET_PITCH);
  if (column < 0 || street < 0 || column >= (double) self->per_street || street >= (double) self->streets)
    return FALSE;
  guint64 index = (guint64) street * self->per_street + (guint64) column;
  if (index >= self->count)
    return FALSE;
  *rank = self->first + index;
  *inner_x = x - self->x - column * pitch;
  *inner_y = y - self->y - street * HY_STREET_PITCH;
  return TRUE;
}
