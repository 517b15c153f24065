/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-plots.h"

#include <math.h>

#define HY_PLOT_LEAST 12.0 /* pixels of width: below, a pool is not told apart */
#define HY_ARENA_LEAST 8.0 /* pixels: below, neither is an arena */

HyPlots *
hy_plots_new (const HyFootprint *footprint, guint64 count)
{
  HyPools *pools = hy_pools_new (footprint, count);
  if (pools == NULL)
    return NULL;
  HyPlots *self = g_new0 (HyPlots, 1);
  self->pools = pools;
  self->word = footprint->layout->abi->pointer;
  const HyAllocator *allocator = hy_pools_allocator (pools);
  guint columns = allocator->pool / (2 * self->word);
  /* About as wide as it is high, which is two words a street. */
  self->columns = 1;
  while (self->columns * self->columns < 2 * columns)
    self->columns *= 2;
  self->streets = columns / self->columns;
  self->per_arena = MAX (1, allocator->arena / allocator->pool);
  hy_plots_lay (self, self->columns, 0);
  return self;
}

void
hy_plots_free (HyPlots *self)
{
  hy_pools_free (self->pools);
  g_free (self);
}

static double
pitch_x (const HyPlots *self)
{
  return self->columns + HY_PLOT_GAP;
}

static double
pitch_y (const HyPlots *self)
{
  return 2 * self->streets + HY_PLOT_GAP;
}

static guint64
plots_down (const HyPlots *self)
{
  return (self->per_arena + self->plots_across - 1) / self->plots_across;
}

void
hy_plots_arena_pitch (const HyPlots *self, double *x, double *y)
{
  *x = (double) self->plots_across * pitch_x (self) - HY_PLOT_GAP + HY_ARENA_GAP;
  *y = (double) plots_down (self) * pitch_y (self) - HY_PLOT_GAP + HY_ARENA_GAP;
}

static guint64
fitting (double width, double pitch, double gap)
{
  return (guint64) MAX (1, floor ((width + gap) / pitch));
}

void
hy_plots_lay (HyPlots *self, double width, double y)
{
  guint64 pools = hy_pools_count (self->pools);
  guint64 arenas = (pools + self->per_arena - 1) / self->per_arena;
  double arena_x, arena_y;
  self->y = y;
  self->arenas_across = 1;
  if (arenas <= 1)
    {
      self->plots_across = MIN (fitting (width, pitch_x (self), HY_PLOT_GAP), self->per_arena);
      guint64 rows = (pools + self->plots_across - 1) / self->plots_across;
      self->height = MAX (0, (double) rows * pitch_y (self) - HY_PLOT_GAP);
      return;
    }
  self->plots_across = (guint64) ceil (sqrt ((double) self->per_arena));
  hy_plots_arena_pitch (self, &arena_x, &arena_y);
  self->arenas_across = fitting (width, arena_x, HY_ARENA_GAP);
  guint64 rows = (arenas + self->arenas_across - 1) / self->arenas_across;
  self->height = (double) rows * arena_y - HY_ARENA_GAP;
}

void
hy_plots_locate (const HyPlots *self, guint64 pool, double *x, double *y)
{
  guint64 arena = pool / self->per_arena, plot = pool % self->per_arena;
  double arena_x, arena_y;
  hy_plots_arena_pitch (self, &arena_x, &arena_y);
  *x = (double) (arena % self->arenas_across) * arena_x + (double) (plot % self->plots_across) * pitch_x (self);
  *y = self->y + (double) (arena / self->arenas_across) * arena_y +
       (double) (plot / self->plots_across) * pitch_y (self);
}

/* Index and rest of @position in steps of @pitch. */
static gboolean
step_of (double *position, double pitch, guint64 limit, guint64 *index)
{
  double step = floor (*position / pitch);
  if (step < 0 || step >= (double) limit)
    return FALSE;
  *index = (guint64) step;
  *position -= step * pitch;
  return TRUE;
}

gboolean
hy_plots_at (const HyPlots *self, double x, double y, guint64 *pool, guint64 *offset)
{
  guint64 column, row, plot_column, plot_row;
  double arena_x, arena_y;
  hy_plots_arena_pitch (self, &arena_x, &arena_y);
  y -= self->y;
  if (!step_of (&x, arena_x, self->arenas_across, &column) || !step_of (&y, arena_y, G_MAXUINT64, &row) ||
      !step_of (&x, pitch_x (self), self->plots_across, &plot_column) ||
      !step_of (&y, pitch_y (self), plots_down (self), &plot_row))
    return FALSE;
  guint64 plot = plot_row * self->plots_across + plot_column;
  *pool = (row * self->arenas_across + column) * self->per_arena + plot;
  if (plot >= self->per_arena || *pool >= hy_pools_count (self->pools) || x >= self->columns || y >= 2 * self->streets)
    return FALSE;
  guint64 word = ((guint64) (y / 2) * self->columns + (guint64) x) * 2 + (guint64) y % 2;
  *offset = word * self->word;
  return TRUE;
}

void
hy_plots_word (const HyPlots *self, guint64 pool, guint64 offset, double *x, double *y)
{
  guint64 word = offset / self->word, column = word / 2;
  hy_plots_locate (self, pool, x, y);
  *x += (double) (column % self->columns);
  *y += (double) (column / self->columns * 2 + word % 2);
}

void
hy_plots_append_block (const HyPlots *self, GArray *rects, gsize block, guint64 pool, guint64 offset, guint64 size)
{
  guint64 column = offset / self->word / 2, left = (size / self->word + 1) / 2;
  while (left > 0)
    {
      guint64 taken = MIN (left, self->columns - column % self->columns);
      HyPlacedBlock placed = { .block = block, .rect = { .width = (double) taken, .height = 2 } };
      hy_plots_word (self, pool, column * 2 * self->word, &placed.rect.x, &placed.rect.y);
      g_array_append_val (rects, placed);
      column += taken;
      left -= taken;
    }
}

HyPlotCell
hy_plots_cell (const HyPlots *self, double scale)
{
  double arena_x, arena_y;
  if (self->columns * scale >= HY_PLOT_LEAST)
    return (HyPlotCell){ .pools = 1 };
  hy_plots_arena_pitch (self, &arena_x, &arena_y);
  guint64 arenas = 1;
  while ((double) arenas * MIN (arena_x, arena_y) * scale < HY_ARENA_LEAST && arenas < (G_GUINT64_CONSTANT (1) << 32))
    arenas *= 2;
  return (HyPlotCell){ .arenas = arenas, .pools = arenas * self->per_arena };
}

gboolean
hy_plots_cell_around (const HyPlots *self, double scale, HyRect *rect)
{
  HyPlotCell cell = hy_plots_cell (self, scale);
  guint64 pool, offset;
  double arena_x, arena_y;
  if (!hy_plots_at (self, rect->x + 0.5, rect->y + 0.5, &pool, &offset))
    return FALSE;
  if (cell.arenas == 0)
    {
      hy_plots_locate (self, pool, &rect->x, &rect->y);
      rect->width = self->columns;
      rect->height = 2 * self->streets;
      return TRUE;
    }
  guint64 arena = pool / self->per_arena;
  guint64 column = arena % self->arenas_across / cell.arenas * cell.arenas;
  guint64 row = arena / self->arenas_across / cell.arenas * cell.arenas;
  hy_plots_arena_pitch (self, &arena_x, &arena_y);
  *rect = (HyRect){ (double) column * arena_x, self->y + (double) row * arena_y,
                    (double) MIN (cell.arenas, self->arenas_across - column) * arena_x - HY_ARENA_GAP,
                    (double) MIN (cell.arenas, hy_plots_rows (self) - row) * arena_y - HY_ARENA_GAP };
  return TRUE;
}

static void
clamp_range (double from, double to, guint64 limit, guint64 range[2])
{
  range[0] = (guint64) CLAMP (floor (from), 0, (double) limit);
  range[1] = (guint64) CLAMP (ceil (to), 0, (double) limit);
}

guint64
hy_plots_rows (const HyPlots *self)
{
  guint64 arenas = (hy_pools_count (self->pools) + self->per_arena - 1) / self->per_arena;
  return (arenas + self->arenas_across - 1) / self->arenas_across;
}

void
hy_plots_visible (const HyPlots *self, double x, double y, double scale, double width, double height,
                  guint64 columns[2], guint64 rows[2])
{
  double arena_x, arena_y, top = y + self->y * scale;
  hy_plots_arena_pitch (self, &arena_x, &arena_y);
  arena_x *= scale;
  arena_y *= scale;
  clamp_range (-x / arena_x, (width - x) / arena_x, self->arenas_across, columns);
  clamp_range (-top / arena_y, (height - top) / arena_y, hy_plots_rows (self), rows);
}
