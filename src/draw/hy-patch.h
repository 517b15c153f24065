/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-palette.h"
#include "hy-scene-private.h"

G_BEGIN_DECLS

/* A coloured rectangle of a tile's picture, in words; of a cell's picture, in parts of the cell. */
typedef struct
{
  double x, y, width, height;
  HyColor color;
  gboolean spare;           /* hatched where there is room for it; then @color is what it looks like from afar */
  const HyTilePiece *piece; /* NULL: of many words */
} HyPatch;

/* The picture of a tile of @segment at @detail: of HyPatch, patches of one colour one after the other.
 * (transfer full) */
GArray *hy_patches_new (const HySegment *segment, HyDetail detail, const HyPalette *palette);

/* Mean colours of the shares of a settled instance; of none: the background. */
void hy_share_colors (const HyFootprint *footprint, const HyPalette *palette, HyColor colors[HY_N_SHARES]);

/* Part of a pitch, in each direction, that a cell fills: its area is then that of the tiles it stands for. */
double hy_cell_fill (const HyTile *tile);

G_END_DECLS
