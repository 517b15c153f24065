/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-pools.h"
#include "hy-scene.h"

G_BEGIN_DECLS

/* Pools on the ground: a pool is a plot whose words run as a terrace's do, two down, then right, street below street
 * without a road, so that addresses rise from left to right and down and the plot is as large as the pool. An arena is
 * a square of plots. Positions in words from the lane's corner. */

#define HY_PLOT_GAP 2
#define HY_ARENA_GAP 6

typedef struct
{
  HyPools *pools; /* owned */
  guint word;
  guint columns, streets; /* of a plot */
  guint64 per_arena;      /* plots */
  guint64 plots_across;   /* in an arena */
  guint64 arenas_across;
  double y; /* of the first plot */
  double height;
} HyPlots;

/* NULL where no pools are modelled. */
HyPlots *hy_plots_new (const HyFootprint *footprint, guint64 count);
void hy_plots_free (HyPlots *self);

/* What is one rectangle where words are too small: a pool, an arena, a square of arenas. */
typedef struct
{
  guint64 arenas; /* across and down, a power of two; 0: pools are told apart */
  guint64 pools;  /* in address order that one stands for; of several arenas, those of one of its rows */
} HyPlotCell;

HyPlotCell hy_plots_cell (const HyPlots *self, double scale);

/* Widens @rect, a word of a plot, to the rectangle that is drawn for it at @scale. FALSE outside of plots. */
gboolean hy_plots_cell_around (const HyPlots *self, double scale, HyRect *rect);

/* Arranges them @width words wide, from @y on. */
void hy_plots_lay (HyPlots *self, double width, double y);

/* Size of an arena with its gap. */
void hy_plots_arena_pitch (const HyPlots *self, double *x, double *y);

/* Upper left corner of a plot. */
void hy_plots_locate (const HyPlots *self, guint64 pool, double *x, double *y);

/* Rows of arenas. */
guint64 hy_plots_rows (const HyPlots *self);

/* Columns and rows of arenas that touch a viewport, the lane's corner being at @x, @y in it and a word @scale:
 * half-open ranges. */
void hy_plots_visible (const HyPlots *self, double x, double y, double scale, double width, double height,
                       guint64 columns[2], guint64 rows[2]);

/* The pool at @x, @y, and the offset of the word there. FALSE between plots. */
gboolean hy_plots_at (const HyPlots *self, double x, double y, guint64 *pool, guint64 *offset);

/* The word at @offset of a pool. */
void hy_plots_word (const HyPlots *self, guint64 pool, guint64 offset, double *x, double *y);

/* Appends the rectangles (HyPlacedBlock, in words) of a block of @size bytes: one, or two where it goes on in the next
 * street. */
void hy_plots_append_block (const HyPlots *self, GArray *rects, gsize block, guint64 pool, guint64 offset,
                            guint64 size);

G_END_DECLS
