/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-scene.h"
#include "hy-streets.h"

G_BEGIN_DECLS

#define HY_SCENE_MAX_SCALE 240.0

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
  GArray *segments; /* of HySegment */
  double y;         /* of all lanes one below the other, without headings */
  double height;
} HyLot;

struct _HyScene
{
  gatomicrefcount references;
  HySceneOptions options;
  HyLot *lots; /* @n_lots */
  gsize n_lots;
  double width;     /* words: of the widest street */
  double fit_scale; /* pixels per word with everything in sight */
};

/* The viewport without its footer. */
double hy_scene_view_height (HyScene *self);

/* Pixels from the viewport's corner to the corner of a lane's terraces. */
void hy_scene_lot_origin (HyScene *self, const HyView *view, gsize lot, double *x, double *y);

/* How tiles are drawn at a scale. */
typedef enum
{
  HY_DETAIL_ROOMS,  /* from 120 pixels of width on: with text */
  HY_DETAIL_SPANS,  /* from 16 on: coloured words */
  HY_DETAIL_BLOCKS, /* from about 2 on: body and warehouse */
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

/* The lot's reason to be empty; NULL when it has figures. */
const char *hy_lot_reason (const HyLot *self);

G_END_DECLS
