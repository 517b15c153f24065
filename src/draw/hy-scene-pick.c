/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-scene-private.h"

#include <math.h>

/* How many instances the cell around @rank stands for. */
static guint64
cell_size (const HySegment *segment, guint64 rank, double scale)
{
  HyCell cell = hy_cell_for (hy_segment_pitch (segment), scale);
  guint64 index = rank - segment->first;
  guint64 column = index % segment->per_street / cell.across * cell.across;
  guint64 street = index / segment->per_street / cell.down * cell.down;
  guint64 columns = MIN (cell.across, MIN (segment->per_street, segment->count) - column);
  guint64 streets = MIN (cell.down, segment->streets - street);
  return columns * streets;
}

static void
fill_hit (const HyLot *lot, const HySegment *segment, double x, double y, double scale, HyHit *hit)
{
  const HyTile *tile = segment->tile;
  guint64 column = hit->place.rank;
  hit->many = 1;
  hit->span = G_MAXSIZE;
  hit->inside =
      x < (double) tile->columns && y < 2 && hy_tile_pick (tile, (guint64) x, y < 1 ? 0 : 1, &hit->block, &hit->offset);
  if (segment->plan)
    {
      hit->place.rank = 0;
      hit->offset += column * 2 * tile->word;
      hit->span = hit->inside ? 0 : G_MAXSIZE;
      return;
    }
  if (hy_lot_detail (lot, scale) == HY_DETAIL_CELLS)
    hit->many = cell_size (segment, hit->place.rank, scale);
  if (hit->inside)
    {
      guint64 byte = hit->offset + (guint64) floor ((x - floor (x)) * tile->word);
      hit->span = hy_block_span_at (&tile->blocks[hit->block], byte);
    }
}

static gboolean
pick_in_lot (const HyLot *lot, double u, double v, double scale, HyHit *hit)
{
  for (gsize i = 0; i < lot->segments->len; i++)
    {
      const HySegment *segment = &g_array_index (lot->segments, HySegment, i);
      double inner_x, inner_y;
      if (!hy_segment_at (segment, u, v, &hit->place.rank, &inner_x, &inner_y))
        continue;
      gboolean on_tile = inner_x < (double) segment->tile->columns && inner_y < 2;
      /* Small tiles are easier to hit with the gap that belongs to them. */
      if (!on_tile && (segment->plan || hy_lot_detail (lot, scale) < HY_DETAIL_BLOCKS))
        return FALSE;
      fill_hit (lot, segment, inner_x, inner_y, scale, hit);
      return TRUE;
    }
  return FALSE;
}

gboolean
hy_scene_pick (HyScene *self, const HyView *view, double x, double y, HyHit *hit)
{
  for (gsize i = 0; i < self->n_lots; i++)
    {
      double origin_x, origin_y;
      hy_scene_lot_origin (self, view, i, &origin_x, &origin_y);
      double u = (x - origin_x) / view->scale, v = (y - origin_y) / view->scale;
      if (v < 0 || v >= self->lots[i].height)
        continue;
      *hit = (HyHit){ .place = { .lane = i } };
      return pick_in_lot (&self->lots[i], u, v, view->scale, hit);
    }
  return FALSE;
}

/* Where the tile of @place is. */
static const HySegment *
locate (HyScene *self, const HyView *view, const HyPlace *place, double *x, double *y)
{
  if (place->lane >= self->n_lots || place->rank > self->lots[place->lane].lane.count)
    return NULL;
  const HySegment *segment = hy_streets_find (self->lots[place->lane].segments, place->rank);
  if (segment == NULL)
    return NULL;
  double u, v;
  hy_scene_lot_origin (self, view, place->lane, x, y);
  hy_segment_locate (segment, place->rank, &u, &v);
  *x += u * view->scale;
  *y += v * view->scale;
  return segment;
}

/* All of the floor plan, which may take several streets. */
static HyPlacedBlock *
place_plan (const HyLot *lot, const HySegment *segment, double scale, double x, double y, gsize *n_blocks)
{
  guint64 columns = (lot->lane.footprint->shared_keys + 2 * segment->tile->word - 1) / (2 * segment->tile->word);
  guint64 streets = (columns + segment->per_street - 1) / segment->per_street;
  HyPlacedBlock *block = g_new0 (HyPlacedBlock, 1);
  block->rect = (HyRect){ .x = x,
                          .y = y,
                          .width = (double) MIN (columns, segment->per_street) * scale,
                          .height = ((double) streets * HY_STREET_PITCH - 1) * scale };
  *n_blocks = 1;
  return block;
}

HyPlacedBlock *
hy_scene_place (HyScene *self, const HyView *view, const HyPlace *place, gsize *n_blocks)
{
  double x, y;
  *n_blocks = 0;
  const HySegment *segment = locate (self, view, place, &x, &y);
  if (segment == NULL)
    return NULL;
  if (segment->plan)
    return place_plan (&self->lots[place->lane], segment, view->scale, x, y, n_blocks);
  const HyTile *tile = segment->tile;
  HyPlacedBlock *blocks = g_new (HyPlacedBlock, tile->n_blocks);
  for (gsize i = 0; i < tile->n_blocks; i++)
    {
      double height = tile->blocks[i].requested > tile->word ? 2 : 1;
      HyPlacedBlock block = { .block = i };
      block.rect = (HyRect){ .x = x + (double) tile->starts[i] * view->scale,
                             .y = y,
                             .width = (double) hy_tile_block_columns (tile, i) * view->scale,
                             .height = height * view->scale };
      if (block.rect.width > 0)
        blocks[(*n_blocks)++] = block;
    }
  return blocks;
}

gboolean
hy_scene_word_rect (HyScene *self, const HyView *view, const HyPlace *place, gsize block, guint64 offset, HyRect *rect)
{
  double x, y;
  const HySegment *segment = locate (self, view, place, &x, &y);
  if (segment == NULL)
    return FALSE;
  guint64 word = offset / segment->tile->word, column = word / 2;
  if (segment->plan)
    {
      if (block > 0 || offset >= self->lots[place->lane].lane.footprint->shared_keys)
        return FALSE;
      y += (double) (column / segment->per_street) * HY_STREET_PITCH * view->scale;
      column %= segment->per_street;
    }
  else if (block >= segment->tile->n_blocks || offset >= segment->tile->blocks[block].requested)
    return FALSE;
  else
    column += segment->tile->starts[block];
  rect->x = x + (double) column * view->scale;
  rect->y = y + (double) (word % 2) * view->scale;
  rect->width = rect->height = view->scale;
  return TRUE;
}

void
hy_scene_reveal (HyScene *self, HyView *view, const HyPlace *place)
{
  gsize n = 0;
  g_autofree HyPlacedBlock *blocks = hy_scene_place (self, view, place, &n);
  if (n == 0)
    return;
  const HyRect *first = &blocks[0].rect, *last = &blocks[n - 1].rect;
  double margin = self->options.padding;
  double left = first->x - margin, right = last->x + last->width + margin;
  double top = first->y - margin - self->options.heading_height, bottom = first->y + 2 * view->scale + margin;
  if (left < 0)
    view->x += left;
  else if (right > self->options.width)
    view->x += MIN (left, right - self->options.width);
  if (top < 0)
    view->y += top;
  else if (bottom > hy_scene_view_height (self))
    view->y += MIN (top, bottom - hy_scene_view_height (self));
  hy_scene_clamp (self, view);
}

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

static gboolean
step_lane (HyScene *self, HyPlace *place, int step, double x, gboolean at_end)
{
  for (gsize i = place->lane + step; i < self->n_lots; i += step)
    {
      const HyLot *lot = &self->lots[i];
      guint64 rank = lot->segments->len == 0 ? 0 : nearest (lot, x, at_end ? lot->height - 1 : 1);
      if (rank == 0 && lot->segments->len > 0)
        rank = 1;
      if (rank == 0)
        continue;
      *place = (HyPlace){ .lane = i, .rank = rank };
      return TRUE;
    }
  return FALSE;
}

static gboolean
step_street (HyScene *self, HyPlace *place, int step)
{
  const HyLot *lot = &self->lots[place->lane];
  const HySegment *segment = hy_streets_find (lot->segments, place->rank);
  double x, y;
  hy_segment_locate (segment, place->rank, &x, &y);
  x += (double) segment->tile->columns / 2;
  guint64 rank = nearest (lot, x, y + 1 + step * HY_STREET_PITCH);
  if (rank == 0)
    return step_lane (self, place, step, x, step < 0);
  place->rank = rank;
  return TRUE;
}

gboolean
hy_scene_move (HyScene *self, HyPlace *place, HyMove move)
{
  if (place->lane >= self->n_lots || place->rank == 0 || place->rank > self->lots[place->lane].lane.count ||
      hy_streets_find (self->lots[place->lane].segments, place->rank) == NULL)
    {
      HyPlace before = { .lane = (gsize) -1 };
      gboolean found = step_lane (self, &before, 1, 0, FALSE);
      if (found)
        *place = (HyPlace){ .lane = before.lane, .rank = 1 };
      return found;
    }

  HyPlace old = *place;
  guint64 count = self->lots[place->lane].lane.count;
  switch (move)
    {
    case HY_MOVE_NEXT:
      place->rank = MIN (place->rank + 1, count);
      break;
    case HY_MOVE_PREVIOUS:
      place->rank = MAX (place->rank - 1, 1);
      break;
    case HY_MOVE_UP:
    case HY_MOVE_DOWN:
      return step_street (self, place, move == HY_MOVE_UP ? -1 : 1);
    case HY_MOVE_NEXT_LANE:
    case HY_MOVE_PREVIOUS_LANE:
      return step_lane (self, place, move == HY_MOVE_NEXT_LANE ? 1 : -1, 0, FALSE);
    case HY_MOVE_FIRST:
      place->rank = 1;
      break;
    case HY_MOVE_LAST:
      place->rank = count;
      break;
    default:
      g_assert_not_reached ();
    }
  return place->rank != old.rank;
}
