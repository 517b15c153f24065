/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-plot-paint.h"

#include <math.h>

#define GAP_SCALE 4.0   /* pixels a word from which words are apart */
#define HATCH_SCALE 6.0 /* … and empty ones hatched … */
#define CORNER_SCALE 10 /* … and without corners */

/* How a word is drawn: all of a frame the same. */
typedef struct
{
  int gap, corner; /* pixels */
  int pitch, line; /* of the hatching */
} Grain;

typedef struct
{
  HyRaster *raster;
  const HyLot *lot;
  const HyPlots *plots;
  const HyPalette *palette;
  double x, y, scale;
  guint32 kinds[HY_N_SPAN_KINDS + 1]; /* pixels; the last one: rounding of the allocator, pool header */
  guint32 lines;
  HyColor shares[HY_N_SHARES];
  HyColor plot; /* ground of a pool */
  Grain grain;
} Painter;

static guint32
pixel (const HyColor *color)
{
  return 0xff000000u | (guint32) lround (color->red * 255) << 16 | (guint32) lround (color->green * 255) << 8 |
         (guint32) lround (color->blue * 255);
}

/* A colour as what it adds to the ground, by channel. */
typedef struct
{
  guint32 whole;
  int red, green, blue;
} Ink;

static Ink
ink_of (const HyRaster *raster, const HyColor *color)
{
  guint32 whole = pixel (color), ground = pixel (&raster->ground);
  return (Ink){ whole, (int) (whole >> 16 & 255) - (int) (ground >> 16 & 255),
                (int) (whole >> 8 & 255) - (int) (ground >> 8 & 255), (int) (whole & 255) - (int) (ground & 255) };
}

/* What lies side by side adds up to the pixel between. */
static void
add_ink (guint32 *at, const Ink *ink, double part)
{
  int weight = (int) (part * 256 + 0.5);
  int red = (int) (*at >> 16 & 255) + (ink->red * weight + 128) / 256;
  int green = (int) (*at >> 8 & 255) + (ink->green * weight + 128) / 256;
  int blue = (int) (*at & 255) + (ink->blue * weight + 128) / 256;
  *at = 0xff000000u | (guint32) CLAMP (red, 0, 255) << 16 | (guint32) CLAMP (green, 0, 255) << 8 |
        (guint32) CLAMP (blue, 0, 255);
}

/* Fills ground that nothing else covers; edges are as strong as what they cover. */
static void
fill (HyRaster *raster, double x0, double y0, double x1, double y1, const HyColor *color)
{
  x0 = CLAMP (x0, 0, raster->width);
  y0 = CLAMP (y0, 0, raster->height);
  x1 = MIN (x1, raster->width);
  y1 = MIN (y1, raster->height);
  if (x1 <= x0)
    return;
  Ink ink = ink_of (raster, color);
  int inner_from = (int) ceil (x0), inner_to = (int) floor (x1);
  for (int y = (int) y0; y < y1; y++)
    {
      guint32 *row = raster->pixels + (gsize) y * raster->stride;
      double part = MIN (y1, y + 1) - MAX (y0, y);
      if (inner_from > inner_to)
        {
          add_ink (&row[inner_to], &ink, part * (x1 - x0));
          continue;
        }
      if (inner_from > x0)
        add_ink (&row[inner_from - 1], &ink, part * (inner_from - x0));
      if (x1 > inner_to)
        add_ink (&row[inner_to], &ink, part * (x1 - inner_to));
      for (int x = inner_from; x < inner_to; x++)
        if (part > 0.998)
          row[x] = ink.whole;
        else
          add_ink (&row[x], &ink, part);
    }
}

static Grain
grain_of (double scale)
{
  Grain grain = { .pitch = (int) CLAMP (scale / 2, 4, 9) };
  grain.gap = scale >= GAP_SCALE ? (int) MAX (1, scale * 0.12) : 0;
  grain.corner = scale >= CORNER_SCALE ? (int) CLAMP (scale * 0.1, 1, 4) : 0;
  grain.line = MAX (1, grain.pitch * 3 / 10);
  return grain;
}

/* One word, on whole pixels. @last: of its block; a wider gap follows. */
static void
fill_word (const Painter *self, double column, double row, guint kind, gboolean last)
{
  const Grain *grain = &self->grain;
  int before = grain->gap / 2, after = grain->gap - before;
  int left = (int) lround (self->x + column * self->scale) + before;
  int right = (int) lround (self->x + (column + 1) * self->scale) - after - (last ? grain->gap : 0);
  int top = (int) lround (self->y + row * self->scale) + before;
  int bottom = (int) lround (self->y + (row + 1) * self->scale) - after;
  gboolean hatched = kind == HY_SPAN_SPARE && self->scale >= HATCH_SCALE;
  for (int y = MAX (top, 0); y < MIN (bottom, self->raster->height); y++)
    {
      guint32 *at = self->raster->pixels + (gsize) y * self->raster->stride;
      int cut = MAX (0, grain->corner - MIN (y - top, bottom - 1 - y));
      int from = MAX (left + cut, 0), to = MIN (right - cut, self->raster->width);
      for (int x = from; x < to; x++)
        at[x] = hatched && (x - left + y - top) % grain->pitch < grain->line ? self->lines : self->kinds[kind];
    }
}

static gboolean
in_sight (const Painter *self, double x, double y, double width, double height)
{
  return self->x + (x + width) * self->scale > 0 && self->y + (y + height) * self->scale > 0 &&
         self->x + x * self->scale < self->raster->width && self->y + y * self->scale < self->raster->height;
}

static void
fill_words (const Painter *self, double x, double y, double width, double height, const HyColor *color)
{
  fill (self->raster, self->x + x * self->scale, self->y + y * self->scale, self->x + (x + width) * self->scale,
        self->y + (y + height) * self->scale, color);
}

/* Words of one block from @offset of its pool on: what was requested by kind, the rest as rounding. */
static void
paint_slot (const Painter *self, guint64 pool_index, guint64 offset, const HyPool *pool, guint slot)
{
  guint64 rank;
  gsize index;
  double x, y;
  hy_plots_word (self->plots, pool_index, offset, &x, &y);
  double streets = (double) (pool->block_size / self->plots->word / 2 / self->plots->columns + 2) * 2;
  if (!in_sight (self, x - self->plots->columns, y, 2 * self->plots->columns, streets) ||
      !hy_pools_at (self->plots->pools, pool, slot, &rank, &index))
    return;
  const HyBlock *block = &hy_footprint_run_at (self->lot->lane.footprint, rank)->blocks[index];
  gsize span = 0;
  for (guint64 at = 0; at < pool->block_size; at += self->plots->word)
    {
      while (span < block->n_spans && block->spans[span].offset + block->spans[span].size <= at)
        span++;
      hy_plots_word (self->plots, pool_index, offset + at, &x, &y);
      fill_word (self, x, y, span < block->n_spans ? block->spans[span].kind : HY_N_SPAN_KINDS,
                 at + 2 * self->plots->word >= pool->block_size);
    }
}

static void
paint_pool_words (const Painter *self, guint64 pool_index, const HyPool *pool)
{
  guint header = hy_pools_allocator (self->plots->pools)->pool_header;
  double x, y;
  for (guint at = 0; at < header; at += self->plots->word)
    {
      hy_plots_word (self->plots, pool_index, at, &x, &y);
      fill_word (self, x, y, HY_N_SPAN_KINDS, FALSE);
    }
  for (guint slot = 0; slot < pool->used; slot++)
    paint_slot (self, pool_index, header + (guint64) slot * pool->block_size, pool, slot);
}

/* Bands side by side, as wide as their part of the rectangle's bytes. */
static void
paint_bands (const Painter *self, double x, double y, double width, double height, const double shares[HY_N_SHARES],
             double bytes)
{
  double left = x;
  for (guint i = 0; i < HY_N_SHARES; i++)
    {
      double part = width * shares[i] / bytes;
      if (part > 0)
        fill_words (self, left, y, part, height, &self->shares[i]);
      left += part;
    }
  if (left < x + width)
    fill_words (self, left, y, x + width - left, height, &self->plot);
}

static void
paint_arena (const Painter *self, guint64 arena)
{
  const HyPlots *plots = self->plots;
  g_autofree HyPool *pools = g_new (HyPool, plots->per_arena);
  gsize n = hy_pools_range (plots->pools, arena * plots->per_arena, plots->per_arena, pools);
  for (gsize i = 0; i < n; i++)
    {
      guint64 index = arena * plots->per_arena + i;
      double x, y, width = plots->columns, height = 2 * plots->streets, shares[HY_N_SHARES];
      hy_plots_locate (plots, index, &x, &y);
      if (!in_sight (self, x, y, width, height))
        continue;
      if (self->scale / self->raster->device >= HY_PLOT_WORDS_SCALE)
        {
          fill_words (self, x - 0.5, y - 0.5, width + 1, height + 1, &self->plot);
          paint_pool_words (self, index, &pools[i]);
          continue;
        }
      hy_pools_shares (plots->pools, &pools[i], shares);
      paint_bands (self, x, y, width, height, shares, (double) hy_pools_allocator (plots->pools)->pool);
    }
}

/* Bytes of each share in a settled instance that pools hold. */
static void
settled_shares (const Painter *self, double shares[HY_N_SHARES])
{
  const HyFootprint *footprint = self->lot->lane.footprint;
  const HyRankRun *run = &footprint->runs[footprint->n_runs - 1];
  guint threshold = hy_pools_allocator (self->plots->pools)->threshold;
  for (guint i = 0; i < HY_N_SHARES; i++)
    shares[i] = 0;
  for (gsize i = 0; i < run->n_blocks; i++)
    for (gsize j = 0; run->blocks[i].requested <= threshold && j < run->blocks[i].n_spans; j++)
      shares[hy_share_of (run->blocks[i].spans[j].kind)] += (double) run->blocks[i].spans[j].size;
}

/* Squares of @size × @size arenas. */
static void
paint_arena_cells (const Painter *self, guint64 size, const guint64 columns[2], const guint64 rows[2])
{
  const HyPlots *plots = self->plots;
  guint64 pools = hy_pools_count (plots->pools), arenas = (pools + plots->per_arena - 1) / plots->per_arena;
  guint64 all_rows = hy_plots_rows (plots);
  double arena_x, arena_y, settled[HY_N_SHARES], shares[HY_N_SHARES];
  hy_plots_arena_pitch (plots, &arena_x, &arena_y);
  settled_shares (self, settled);
  double each = (double) hy_pools_instances (plots->pools) / (double) MAX (pools, 1) * (double) plots->per_arena;
  double bytes = (double) (plots->per_arena * hy_pools_allocator (plots->pools)->pool);
  double fill_x = ((double) plots->plots_across * plots->columns) / arena_x;
  double fill_y = bytes / plots->word / (arena_x * fill_x) / arena_y;
  for (guint64 row = rows[0] / size * size; row < rows[1]; row += size)
    for (guint64 column = columns[0] / size * size; column < columns[1]; column += size)
      {
        guint64 across = MIN (size, plots->arenas_across - column), down = MIN (size, all_rows - row),
                n = across * down;
        guint64 last = MIN ((row + down) * plots->arenas_across, arenas) - (row + down - 1) * plots->arenas_across;
        if (last < column + across)
          n -= MIN (across, column + across - last);
        for (guint i = 0; i < HY_N_SHARES; i++)
          shares[i] = settled[i] * each * (double) n;
        paint_bands (self, (double) column * arena_x, plots->y + (double) row * arena_y,
                     (double) across * arena_x * fill_x, (double) down * arena_y * fill_y, shares,
                     bytes * (double) (across * down));
      }
}

static void
paint_plots (const Painter *self)
{
  guint64 columns[2], rows[2];
  hy_plots_visible (self->plots, self->x, self->y, self->scale, self->raster->width, self->raster->height, columns,
                    rows);
  HyPlotCell cell = hy_plots_cell (self->plots, self->scale / self->raster->device);
  if (cell.arenas > 0)
    {
      paint_arena_cells (self, cell.arenas, columns, rows);
      return;
    }
  for (guint64 row = rows[0]; row < rows[1]; row++)
    for (guint64 column = columns[0]; column < columns[1]; column++)
      paint_arena (self, row * self->plots->arenas_across + column);
}

void
hy_plots_raster (HyRaster *self, const HyLot *lot, const HyPalette *palette, double x, double y, double scale)
{
  Painter painter = {
    .raster = self, .lot = lot, .plots = lot->plots, .palette = palette, .x = x, .y = y, .scale = scale
  };
  painter.plot = hy_color_blend (&palette->background, &palette->outline, 0.14);
  painter.lines = pixel (&palette->spare_lines);
  painter.grain = grain_of (scale);
  for (guint i = 0; i < HY_N_SPAN_KINDS; i++)
    painter.kinds[i] = pixel (&palette->spans[i]);
  if (scale >= HATCH_SCALE)
    painter.kinds[HY_SPAN_SPARE] = pixel (&palette->spare_back);
  HyColor rounding = hy_color_blend (&palette->background, &palette->outline, 0.35);
  painter.kinds[HY_N_SPAN_KINDS] = pixel (&rounding);
  hy_share_colors (lot->lane.footprint, palette, painter.shares);
  paint_plots (&painter);
}
