/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-lot.h"

const char *
hy_lot_reason (const HyLot *self)
{
  const HyFootprint *footprint = self->lane.footprint;
  return footprint == NULL ? "" : footprint->unknown;
}

static void
plan_init (HyPlan *self, guint64 bytes, guint word)
{
  guint64 sizes[2] = { 2 * word, bytes % (2 * word) };
  self->columns = bytes / (2 * word);
  for (gsize i = 0; i < 2; i++)
    {
      self->spans[i] = (HySpan){ .size = sizes[i], .kind = HY_SPAN_KEYS };
      self->blocks[i] =
          (HyBlock){ .role = HY_BLOCK_KEYS, .requested = sizes[i], .spans = &self->spans[i], .n_spans = 1 };
      self->tiles[i] = hy_tile_new (&self->blocks[i], 1, word, 0);
    }
}

void
hy_lot_init (HyLot *self, const HyLane *lane, HyArrange arrange)
{
  HyFootprint *footprint = lane->footprint;
  self->lane = *lane;
  self->lane.label = g_strdup (lane->label);
  self->lane.note = g_strdup (lane->note);
  self->lane.footprint = footprint ? hy_footprint_ref (footprint) : NULL;
  self->segments = g_array_new (FALSE, FALSE, sizeof (HySegment));
  if (hy_lot_reason (self) != NULL)
    return;

  guint word = footprint->layout->abi->pointer;
  guint64 larger_than = 0;
  if (arrange == HY_ARRANGE_ADDRESS)
    self->plots = hy_plots_new (footprint, lane->count);
  if (self->plots != NULL)
    larger_than = hy_pools_allocator (self->plots->pools)->threshold;
  self->n_tiles = footprint->n_runs;
  self->tiles = g_new (HyTile *, self->n_tiles);
  for (gsize i = 0; i < self->n_tiles; i++)
    self->tiles[i] = hy_tile_new (footprint->runs[i].blocks, footprint->runs[i].n_blocks, word, larger_than);
  plan_init (&self->plan, footprint->shared_keys, word);
}

void
hy_lot_clear (HyLot *self)
{
  for (gsize i = 0; i < self->n_tiles; i++)
    hy_tile_free (self->tiles[i]);
  g_free (self->tiles);
  g_clear_pointer (&self->plots, hy_plots_free);
  g_clear_pointer (&self->plan.tiles[0], hy_tile_free);
  g_clear_pointer (&self->plan.tiles[1], hy_tile_free);
  g_array_unref (self->segments);
  g_clear_pointer (&self->lane.footprint, hy_footprint_unref);
  g_free ((char *) self->lane.label);
  g_free ((char *) self->lane.note);
}

void
hy_lot_lay (HyLot *self, double width)
{
  g_array_set_size (self->segments, 0);
  self->height = 0;
  if (self->lane.count == 0 || self->n_tiles == 0)
    return;
  HyStreetRun plan[] = { { .tile = self->plan.tiles[0], .count = self->plan.columns },
                         { .tile = self->plan.tiles[1], .first = self->plan.columns, .count = 1 } };
  double y = hy_streets_lay (plan, G_N_ELEMENTS (plan), TRUE, width, 0, self->segments);
  if (self->plots != NULL)
    {
      hy_plots_lay (self->plots, width, y);
      y += self->plots->height + HY_PLOT_GAP;
    }
  g_autofree HyStreetRun *runs = g_new (HyStreetRun, self->n_tiles);
  gsize n_runs = 0;
  for (gsize i = 0; i < self->n_tiles; i++)
    {
      const HyRankRun *run = &self->lane.footprint->runs[i];
      if (run->first > self->lane.count)
        break;
      guint64 left = self->lane.count - run->first + 1;
      runs[n_runs++] = (HyStreetRun){ .tile = self->tiles[i], .first = run->first, .count = MIN (run->count, left) };
    }
  double end = hy_streets_lay (runs, n_runs, FALSE, width, y, self->segments);
  /* Nothing below the last street, or the last plot. */
  self->height = end > y ? end - HY_STREET_PITCH + 2 : y - HY_PLOT_GAP;
}

double
hy_lot_least_width (const HyLot *self)
{
  guint64 least = self->plots != NULL && self->lane.count > 0 ? self->plots->columns : 1;
  for (gsize i = 0; i < self->n_tiles; i++)
    if (self->lane.footprint->runs[i].first <= self->lane.count)
      least = MAX (least, self->tiles[i]->columns);
  return (double) least;
}

gboolean
hy_lot_has (const HyLot *self, guint64 rank)
{
  return self->n_tiles > 0 && rank <= self->lane.count && (rank > 0 || self->lane.footprint->shared_keys > 0) &&
         self->lane.count > 0;
}

HyDetail
hy_lot_detail (const HyLot *self, double scale)
{
  if (self->n_tiles == 0)
    return HY_DETAIL_SPANS;
  if (self->plots != NULL)
    return scale >= 20 ? HY_DETAIL_ROOMS : scale >= HY_PLOT_WORDS_SCALE ? HY_DETAIL_SPANS : HY_DETAIL_CELLS;
  double width = (double) self->tiles[self->n_tiles - 1]->columns * scale;
  /* By the word as well as by the tile, so that lanes of wider and narrower tiles change together. A terrace is two
   * words high: with less than a pixel a word it is below two pixels, however wide. */
  if (width >= 120 || scale >= 20)
    return HY_DETAIL_ROOMS;
  if (scale >= 2.5 || (width >= 16 && scale >= 1))
    return HY_DETAIL_SPANS;
  return scale >= 1 ? HY_DETAIL_BLOCKS : HY_DETAIL_CELLS;
}

/* Smaller cells are not told apart. */
#define CELL_PIXELS 8.0

HyCell
hy_cell_for (double pitch, double scale)
{
  const guint64 most = G_GUINT64_CONSTANT (1) << 40;
  HyCell cell = { 1, 1 };
  while ((double) cell.down * HY_STREET_PITCH * scale < CELL_PIXELS && cell.down < most)
    cell.down *= 2;
  /* The power of two that makes it most nearly a square. */
  double side = (double) cell.down * HY_STREET_PITCH;
  while ((double) cell.across * pitch * G_SQRT2 < side && cell.across < most)
    cell.across *= 2;
  return cell;
}
