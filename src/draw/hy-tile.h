/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"

G_BEGIN_DECLS

/* A terrace in words: blocks side by side, each two words high; words run down, then to the right.
 *
 *     offset  0   16   32 | 0   16   32      a block of 48 bytes, its values array of 40 attached:
 *             8   24   40 | 8   24           an odd word leaves a hole, so that areas stay true
 */

/* The part of a word that belongs to one span. Long spans are one piece for all of their full columns. */
typedef struct
{
  double x, y, width, height; /* words, from the tile's upper left corner */
  HySpanKind kind;
  gsize block, span;
  gboolean first; /* the span begins here */
} HyTilePiece;

typedef enum
{
  HY_SHARE_HEAD,  /* of the building: headers, pointers, padding */
  HY_SHARE_ROOMS, /* of the building: what the class keeps in it */
  HY_SHARE_USED,  /* of the warehouse */
  HY_SHARE_EMPTY, /* of the warehouse */
} HyShare;
#define HY_N_SHARES 4

typedef struct
{
  guint64 columns;
  guint word;      /* bytes */
  guint64 *starts; /* column where each block starts, G_MAXUINT64 for one left out; @n_blocks */
  const HyBlock *blocks;
  gsize n_blocks;
  GArray *pieces;                    /* of HyTilePiece */
  double kinds[HY_SPAN_PADDING + 1]; /* words of each kind */
  double shares[HY_N_SHARES];        /* words of each share */
} HyTile;

HyShare hy_share_of (HySpanKind kind);

/* A tile of the blocks whose request is larger than @larger_than bytes; @blocks must outlive it. */
HyTile *hy_tile_new (const HyBlock *blocks, gsize n_blocks, guint word, guint64 larger_than);
void hy_tile_free (HyTile *self);

/* Words of all spans together. */
double hy_tile_words (const HyTile *self);

/* Columns of a block. */
guint64 hy_tile_block_columns (const HyTile *self, gsize block);

/* The word at a column and row of the tile. FALSE in a hole. */
gboolean hy_tile_pick (const HyTile *self, guint64 column, guint row, gsize *block, guint64 *offset);

/* Span of @block that holds @offset; G_MAXSIZE when there is none. */
gsize hy_block_span_at (const HyBlock *block, guint64 offset);

G_END_DECLS
