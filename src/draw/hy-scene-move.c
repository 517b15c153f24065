/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-scene-private.h"

#include <math.h>

/* The tile nearest to @x in the street at @y: its rank, 0 when there is none. */
static guint64
nearest (const HyLot *lot, double x, double y)
{
  guint64 best = 0;
  double least = G_MAXDOUBLE;
  for (gsize i = 0; i < lot->segments->len; i++)
    {
      const HySegment *segment = &g_array_index (lot->segments, HySegment, i);
      double street = floor ((y - segment->y) / HY_STREET_PITCH);
      if (segment->plan || street < 0 || street >= (double) segment->streets)
        continue;
      guint64 start = (guint64) street * segment->per_street;
      guint64 in_street = MIN (segment->per_street, segment->count - start);
      double pitch = hy_segment_pitch (segment);
      double column = CLAMP (floor ((x - segment->x) / pitch), 0, (double) in_street - 1);
      double distance = fabs (segment->x + (column + 0.5) * pitch - x);
      if (distance < least)
        {
          least = distance;
          best = segment->first + start + (guint64) column;
        }
    }
  return best;
}

/* Enough to cross two pools of other blocks, and their gaps. */
#define MAX_STEPS 48

/* By address: the object above or below that of @place, 0 when there is none. */
static guint64
nearest_in_plots (const HyLot *lot, const HyPlace *place, int step)
{
  double x, y;
  HyHit hit = { .place = *place };
  if (!hy_lot_word (lot, place->rank, 0, 0, &x, &y))
    return 0;
  for (guint i = 1; i <= MAX_STEPS; i++)
    if (hy_lot_pick (lot, x + 0.5, y + 0.5 + 2.0 * step * i, G_MAXDOUBLE, &hit) && hit.place.rank > 0 && hit.block == 0)
      return hit.place.rank;
  return 0;
}

static gboolean
step_lane (HyScene *self, HyPlace *place, int step, double x, gboolean at_end)
{
  for (gsize i = place->lane + (gsize) step; i < self->n_lots; i += (gsize) step)
    {
      const HyLot *lot = &self->lots[i];
      if (!hy_lot_has (lot, 1))
        continue;
      guint64 rank = nearest (lot, x, at_end ? lot->height - 1 : 1);
      *place = (HyPlace){ .lane = i, .rank = rank > 0 ? rank : at_end ? lot->lane.count : 1 };
      return TRUE;
    }
  return FALSE;
}

static gboolean
step_street (HyScene *self, HyPlace *place, int step)
{
  const HyLot *lot = &self->lots[place->lane];
  double x = 0, y = 0;
  guint64 rank;
  if (lot->plots != NULL)
    rank = nearest_in_plots (lot, place, step);
  else
    {
      const HySegment *segment = hy_streets_find (lot->segments, place->rank);
      hy_segment_locate (segment, place->rank, &x, &y);
      x += (double) segment->tile->columns / 2;
      rank = nearest (lot, x, y + 1 + step * HY_STREET_PITCH);
    }
  if (rank == 0)
    return step_lane (self, place, step, x, step < 0);
  place->rank = rank;
  return TRUE;
}

static gboolean
first_of_all (HyScene *self, HyPlace *place)
{
  for (gsize i = 0; i < self->n_lots; i++)
    if (hy_lot_has (&self->lots[i], 1))
      {
        *place = (HyPlace){ .lane = i, .rank = 1 };
        return TRUE;
      }
  return FALSE;
}

gboolean
hy_scene_move (HyScene *self, HyPlace *place, HyMove move)
{
  if (place->lane >= self->n_lots || place->rank == 0 || !hy_lot_has (&self->lots[place->lane], place->rank))
    return first_of_all (self, place);

  guint64 old = place->rank, count = self->lots[place->lane].lane.count;
  switch (move)
    {
    case HY_MOVE_NEXT:
      place->rank = MIN (old + 1, count);
      break;
    case HY_MOVE_PREVIOUS:
      place->rank = MAX (old - 1, 1);
      break;
    case HY_MOVE_UP:
      return step_street (self, place, -1);
    case HY_MOVE_DOWN:
      return step_street (self, place, 1);
    case HY_MOVE_NEXT_LANE:
      return step_lane (self, place, 1, 0, FALSE);
    case HY_MOVE_PREVIOUS_LANE:
      return step_lane (self, place, -1, 0, FALSE);
    case HY_MOVE_FIRST:
      place->rank = 1;
      break;
    case HY_MOVE_LAST:
      place->rank = count;
      break;
    default:
      g_assert_not_reached ();
    }
  return place->rank != old;
}
