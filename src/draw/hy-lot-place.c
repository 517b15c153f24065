/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-lot.h"

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

/* Instances whose blocks the picture there does not tell apart: those of a pool, or of a cell of arenas. */
static guint64
plot_size (const HyPlots *plots, guint64 pool, double scale)
{
  HyPlotCell cell = hy_plots_cell (plots, scale);
  guint64 first = pool / cell.pools * cell.pools, end = first + cell.pools;
  guint64 last = end < hy_pools_count (plots->pools) ? hy_pools_rank (plots->pools, end) : G_MAXUINT64;
  guint64 rank = hy_pools_rank (plots->pools, first);
  return MAX (1, MIN (last, hy_pools_instances (plots->pools) + 1) - rank);
}

static gboolean
pick_in_plots (const HyLot *lot, double u, double v, double scale, HyHit *hit)
{
  const HyPlots *plots = lot->plots;
  guint header = hy_pools_allocator (plots->pools)->pool_header;
  guint64 pool_index, offset;
  HyPool pool;
  if (!hy_plots_at (plots, u, v, &pool_index, &offset) || hy_pools_range (plots->pools, pool_index, 1, &pool) == 0 ||
      offset < header)
    return FALSE;
  guint64 slot = (offset - header) / pool.block_size;
  if (!hy_pools_at (plots->pools, &pool, (guint) MIN (slot, G_MAXUINT), &hit->place.rank, &hit->block))
    return FALSE;
  hit->inside = TRUE;
  hit->offset = (offset - header) % pool.block_size;
  const HyRankRun *run = hy_footprint_run_at (lot->lane.footprint, hit->place.rank);
  hit->span =
      hy_block_span_at (&run->blocks[hit->block], hit->offset + (guint64) floor ((u - floor (u)) * plots->word));
  hit->many = scale < HY_PLOT_WORDS_SCALE ? plot_size (plots, pool_index, scale) : 1;
  return TRUE;
}

gboolean
hy_lot_pick (const HyLot *lot, double u, double v, double scale, HyHit *hit)
{
  if (lot->plots != NULL && pick_in_plots (lot, u, v, scale, hit))
    return TRUE;
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

/* All of the floor plan, which may take several streets and segments. */
static void
append_plan (const HyLot *self, GArray *blocks)
{
  HyPlacedBlock block = { .block = 0 };
  for (guint i = 0; i < self->segments->len; i++)
    {
      const HySegment *segment = &g_array_index (self->segments, HySegment, i);
      if (!segment->plan)
        continue;
      double right = segment->x + (double) MIN (segment->count, segment->per_street);
      double bottom = segment->y + (double) segment->streets * HY_STREET_PITCH - 1;
      block.rect.width = MAX (block.rect.width, right);
      block.rect.height = MAX (block.rect.height, bottom);
    }
  g_array_append_val (blocks, block);
}

static void
append_tile (const HySegment *segment, guint64 rank, GArray *blocks)
{
  const HyTile *tile = segment->tile;
  double x, y;
  hy_segment_locate (segment, rank, &x, &y);
  for (gsize i = 0; i < tile->n_blocks; i++)
    {
      if (tile->starts[i] == G_MAXUINT64)
        continue;
      HyPlacedBlock block = { .block = i, .rect = { .x = x + (double) tile->starts[i], .y = y } };
      block.rect.width = (double) hy_tile_block_columns (tile, i);
      block.rect.height = tile->blocks[i].requested > tile->word ? 2 : 1;
      g_array_append_val (blocks, block);
    }
}

static void
append_pooled (const HyLot *self, guint64 rank, GArray *blocks)
{
  const HyRankRun *run = hy_footprint_run_at (self->lane.footprint, rank);
  guint64 pool, offset;
  for (gsize i = 0; i < run->n_blocks; i++)
    if (hy_pools_find (self->plots->pools, rank, i, &pool, &offset))
      hy_plots_append_block (self->plots, blocks, i, pool, offset, run->blocks[i].requested);
}

GArray *
hy_lot_blocks (const HyLot *self, guint64 rank)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (HyPlacedBlock));
  if (!hy_lot_has (self, rank))
    return blocks;
  if (self->plots != NULL && rank > 0)
    append_pooled (self, rank, blocks);
  const HySegment *segment = hy_streets_find (self->segments, rank);
  if (segment != NULL && segment->plan)
    append_plan (self, blocks);
  else if (segment != NULL)
    append_tile (segment, rank, blocks);
  return blocks;
}

static gboolean
plan_word (const HyLot *self, guint64 offset, double *x, double *y)
{
  if (offset >= self->lane.footprint->shared_keys)
    return FALSE;
  for (guint i = 0; i < self->segments->len; i++)
    {
      const HySegment *segment = &g_array_index (self->segments, HySegment, i);
      guint64 word = offset / segment->tile->word;
      if (!segment->plan || word / 2 < segment->first || word / 2 - segment->first >= segment->count)
        continue;
      hy_segment_locate (segment, word / 2, x, y);
      *y += (double) (word % 2);
      return TRUE;
    }
  return FALSE;
}

gboolean
hy_lot_word (const HyLot *self, guint64 rank, gsize block, guint64 offset, double *x, double *y)
{
  if (!hy_lot_has (self, rank))
    return FALSE;
  if (rank == 0)
    return block == 0 && plan_word (self, offset, x, y);
  const HyRankRun *run = hy_footprint_run_at (self->lane.footprint, rank);
  if (block >= run->n_blocks || offset >= run->blocks[block].requested)
    return FALSE;
  guint64 pool, start;
  if (self->plots != NULL && hy_pools_find (self->plots->pools, rank, block, &pool, &start))
    {
      hy_plots_word (self->plots, pool, start + offset, x, y);
      return TRUE;
    }
  const HySegment *segment = hy_streets_find (self->segments, rank);
  if (segment == NULL)
    return FALSE;
  guint64 word = offset / segment->tile->word;
  hy_segment_locate (segment, rank, x, y);
  *x += (double) (segment->tile->starts[block] + word / 2);
  *y += (double) (word % 2);
  return TRUE;
}
