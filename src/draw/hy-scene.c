/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-scene-private.h"

#include <math.h>

/* A lonely instance need not fill a wall. */
#define MAX_FIT_SCALE 72.0
#define MIN_FIT_SCALE 1e-7

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

static void
lot_init (HyLot *self, const HyLane *lane)
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
  self->n_tiles = footprint->n_runs;
  self->tiles = g_new (HyTile *, self->n_tiles);
  for (gsize i = 0; i < self->n_tiles; i++)
    self->tiles[i] = hy_tile_new (footprint->runs[i].blocks, footprint->runs[i].n_blocks, word, 0);
  plan_init (&self->plan, footprint->shared_keys, word);
}

static void
lot_clear (HyLot *self)
{
  for (gsize i = 0; i < self->n_tiles; i++)
    hy_tile_free (self->tiles[i]);
  g_free (self->tiles);
  g_clear_pointer (&self->plan.tiles[0], hy_tile_free);
  g_clear_pointer (&self->plan.tiles[1], hy_tile_free);
  g_array_unref (self->segments);
  g_clear_pointer (&self->lane.footprint, hy_footprint_unref);
  g_free ((char *) self->lane.label);
  g_free ((char *) self->lane.note);
}

/* Lays the lane out @width words wide. */
static void
lot_lay (HyLot *self, double width)
{
  g_array_set_size (self->segments, 0);
  self->height = 0;
  if (self->lane.count == 0 || self->n_tiles == 0)
    return;
  HyStreetRun plan[] = { { .tile = self->plan.tiles[0], .count = self->plan.columns },
                         { .tile = self->plan.tiles[1], .first = self->plan.columns, .count = 1 } };
  double y = hy_streets_lay (plan, G_N_ELEMENTS (plan), TRUE, width, 0, self->segments);
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
  self->height = hy_streets_lay (runs, n_runs, FALSE, width, y, self->segments) - HY_STREET_PITCH + 2;
}

/* The narrowest that streets can be: one terrace. */
static double
lot_least_width (const HyLot *self)
{
  guint64 least = 1;
  for (gsize i = 0; i < self->n_tiles; i++)
    if (self->lane.footprint->runs[i].first <= self->lane.count)
      least = MAX (least, self->tiles[i]->columns);
  return (double) least;
}

/* Pixels that do not scale: headings and padding of the first @n lanes. */
static double
fixed_height (HyScene *self, gsize n)
{
  return self->options.padding + (double) n * (self->options.heading_height + self->options.padding);
}

static double
width_at (HyScene *self, double scale)
{
  double least = 1;
  for (gsize i = 0; i < self->n_lots; i++)
    least = MAX (least, lot_least_width (&self->lots[i]));
  return MAX (least, floor ((self->options.width - 2 * self->options.padding) / scale));
}

static void
lay (HyScene *self, double scale)
{
  double y = 0;
  self->width = width_at (self, scale);
  for (gsize i = 0; i < self->n_lots; i++)
    {
      lot_lay (&self->lots[i], self->width);
      self->lots[i].y = y;
      y += self->lots[i].height;
    }
}

static double
words_high (HyScene *self)
{
  return self->n_lots == 0 ? 0 : self->lots[self->n_lots - 1].y + self->lots[self->n_lots - 1].height;
}

static gboolean
fits (HyScene *self, double scale)
{
  lay (self, scale);
  double left = hy_scene_view_height (self) - fixed_height (self, self->n_lots);
  return self->width * scale <= MAX (1, self->options.width - 2 * self->options.padding) &&
         words_high (self) * scale <= MAX (1, left);
}

/* Whole pixels keep squares crisp; they are not worth much of the size. */
static double
crisp (double scale)
{
  double step = scale >= 6 ? 1 : scale >= 3 ? 0.5 : scale >= 1.5 ? 0.25 : 0;
  return step > 0 ? floor (scale / step) * step : scale;
}

static void
find_fit (HyScene *self)
{
  double low = MIN_FIT_SCALE, high = MAX_FIT_SCALE;
  if (fits (self, high))
    low = high;
  for (guint i = 0; i < 40 && high / low > 1.002; i++)
    {
      double middle = sqrt (low * high);
      if (fits (self, middle))
        low = middle;
      else
        high = middle;
    }
  self->fit_scale = crisp (low);
  lay (self, self->fit_scale);
}

HyScene *
hy_scene_new (const HyLane *lanes, gsize n_lanes, const HySceneOptions *options)
{
  HyScene *self = g_new0 (HyScene, 1);
  g_atomic_ref_count_init (&self->references);
  self->options = *options;
  self->n_lots = n_lanes;
  self->lots = g_new0 (HyLot, n_lanes);
  for (gsize i = 0; i < n_lanes; i++)
    lot_init (&self->lots[i], &lanes[i]);
  find_fit (self);
  return self;
}

HyScene *
hy_scene_ref (HyScene *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
hy_scene_unref (HyScene *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (gsize i = 0; i < self->n_lots; i++)
    lot_clear (&self->lots[i]);
  g_free (self->lots);
  g_free (self);
}

gsize
hy_scene_n_lanes (HyScene *self)
{
  return self->n_lots;
}

const HyLane *
hy_scene_lane (HyScene *self, gsize lane)
{
  return &self->lots[lane].lane;
}

void
hy_scene_lot_origin (HyScene *self, const HyView *view, gsize lot, double *x, double *y)
{
  *x = self->options.padding - view->x;
  *y = fixed_height (self, lot) + self->options.heading_height + self->lots[lot].y * view->scale - view->y;
}

double
hy_scene_view_height (HyScene *self)
{
  return MAX (0, self->options.height - self->options.footer_height);
}

void
hy_scene_extent (HyScene *self, const HyView *view, double *width, double *height)
{
  *width = self->width * view->scale + 2 * self->options.padding;
  *height = words_high (self) * view->scale + fixed_height (self, self->n_lots);
}

void
hy_scene_fit (HyScene *self, HyView *view)
{
  *view = (HyView){ .scale = self->fit_scale };
}

static double
clamp_position (double position, double extent, double viewport)
{
  return CLAMP (position, 0, MAX (0, extent - viewport));
}

void
hy_scene_clamp (HyScene *self, HyView *view)
{
  double width, height;
  view->scale = CLAMP (view->scale, self->fit_scale, MAX (HY_SCENE_MAX_SCALE, self->fit_scale));
  hy_scene_extent (self, view, &width, &height);
  view->x = clamp_position (view->x, width, self->options.width);
  view->y = clamp_position (view->y, height, hy_scene_view_height (self));
}

void
hy_scene_pan (HyScene *self, HyView *view, double dx, double dy)
{
  view->x -= dx;
  view->y -= dy;
  hy_scene_clamp (self, view);
}

/* The lane whose room, heading included, holds content height @y; the last one below all. */
static gsize
lot_at (HyScene *self, const HyView *view, double y)
{
  gsize lot = 0;
  while (lot + 1 < self->n_lots && fixed_height (self, lot + 1) + self->lots[lot + 1].y * view->scale <= y)
    lot++;
  return lot;
}

void
hy_scene_zoom (HyScene *self, HyView *view, double factor, double x, double y)
{
  if (self->n_lots == 0)
    return;
  gsize lot = lot_at (self, view, y + view->y);
  double origin_x, origin_y;
  hy_scene_lot_origin (self, view, lot, &origin_x, &origin_y);
  double u = (x - origin_x) / view->scale, v = (y - origin_y) / view->scale;

  view->scale = CLAMP (view->scale * factor, self->fit_scale, MAX (HY_SCENE_MAX_SCALE, self->fit_scale));
  hy_scene_lot_origin (self, view, lot, &origin_x, &origin_y);
  view->x += origin_x + u * view->scale - x;
  view->y += origin_y + v * view->scale - y;
  hy_scene_clamp (self, view);
}

void
hy_scene_heading (HyScene *self, const HyView *view, gsize lane, HyRect *rect)
{
  double x, y;
  hy_scene_lot_origin (self, view, lane, &x, &y);
  rect->x = self->options.padding;
  rect->width = MAX (0, self->options.width - 2 * self->options.padding);
  rect->y = y - self->options.heading_height;
  rect->height = self->options.heading_height;
}

HyDetail
hy_lot_detail (const HyLot *self, double scale)
{
  if (self->n_tiles == 0)
    return HY_DETAIL_SPANS;
  double width = (double) self->tiles[self->n_tiles - 1]->columns * scale;
  /* By the word as well as by the tile, so that lanes of wider and narrower tiles change together. */
  if (width >= 120 || scale >= 20)
    return HY_DETAIL_ROOMS;
  if (width >= 16 || scale >= 2.5)
    return HY_DETAIL_SPANS;
  return scale >= 0.4 ? HY_DETAIL_BLOCKS : HY_DETAIL_CELLS;
}

/* The power of two that makes @pixels at least 8. */
static guint64
tiles_for (double pixels)
{
  guint64 tiles = 1;
  while ((double) tiles * pixels < 8 && tiles < (G_GUINT64_CONSTANT (1) << 40))
    tiles *= 2;
  return tiles;
}

HyCell
hy_cell_for (double pitch, double scale)
{
  return (HyCell){ .across = tiles_for (pitch * scale), .down = tiles_for (HY_STREET_PITCH * scale) };
}
