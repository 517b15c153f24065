/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-plots.h"
#include "hy-streets.h"

G_BEGIN_DECLS

/* The shared keys of a class: full columns of two words, and what is left. */
typedef struct
{
  HySpan spans[2];
  HyBlock blocks[2];
  HyTile *tiles[2];
  guint64 columns; /* full ones */
} HyPlan;

/* One lane as it is laid out. Positions in words. */
typedef struct
{
  HyLane lane;    /* label and note are owned */
  HyTile **tiles; /* one for each run of the footprint; @n_tiles */
  gsize n_tiles;
  HyPlan plan;
  HyPlots *plots;   /* by address, where pools are modelled: then @tiles hold what malloc serves; else NULL */
  GArray *segments; /* of HySegment */
  double y;         /* of all lanes one below the other, without headings */
  double height;
} HyLot;

/* How tiles are drawn at a scale. */
typedef enum
{
  HY_DETAIL_ROOMS,  /* from 120 pixels of width on: with text */
  HY_DETAIL_SPANS,  /* from 16 on: coloured words */
  HY_DETAIL_BLOCKS, /* from 2 pixels both ways on: body and warehouse */
  HY_DETAIL_CELLS,  /* less: one stands for many */
} HyDetail;

/* The detail of a lane, by the width of its settled tile. */
HyDetail hy_lot_detail (const HyLot *self, double scale);

/* Tiles across and down that a cell stands for, powers of two, by a segment's pitch. */
typedef struct
{
  guint64 across, down;
} HyCell;

HyCell hy_cell_for (double pitch, double scale);

/* From this many pixels a word on, the words of a pool are drawn. */
#define HY_PLOT_WORDS_SCALE 2.5

/* The lot's reason to be empty; NULL when it has figures. */
const char *hy_lot_reason (const HyLot *self);

void hy_lot_init (HyLot *self, const HyLane *lane, HyArrange arrange);
void hy_lot_clear (HyLot *self);

/* Lays the lane out @width words wide: sets @segments and @height. */
void hy_lot_lay (HyLot *self, double width);

/* The narrowest that it can be: one terrace, one plot. */
double hy_lot_least_width (const HyLot *self);

/* Whether instance @rank, for 0 the floor plan, is drawn. */
gboolean hy_lot_has (const HyLot *self, guint64 rank);

/* What is at @u, @v words from the lane's corner; sets all but the hit's lane. */
gboolean hy_lot_pick (const HyLot *self, double u, double v, double scale, HyHit *hit);

/* Where the blocks of instance @rank are: HyPlacedBlock, in words; empty when there is no such instance.
 * (transfer full) */
GArray *hy_lot_blocks (const HyLot *self, guint64 rank);

/* Where the word at @offset of a block is. */
gboolean hy_lot_word (const HyLot *self, guint64 rank, gsize block, guint64 offset, double *x, double *y);

G_END_DECLS
