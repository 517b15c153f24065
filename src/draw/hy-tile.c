/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-tile.h"

/* Above this, single words of a span are not worth a piece each. */
#define MAX_SINGLE_WORDS 256

HyShare
hy_share_of (HySpanKind kind)
{
  switch (kind)
    {
    case HY_SPAN_VALUES_PREFIX:
    case HY_SPAN_VALUE:
    case HY_SPAN_DICT_OBJECT:
    case HY_SPAN_KEYS:
    case HY_SPAN_ENTRY:
      return HY_SHARE_USED;
    case HY_SPAN_SPARE:
      return HY_SHARE_EMPTY;
    case HY_SPAN_SLOT:
    case HY_SPAN_ITEMS:
    case HY_SPAN_BASE:
      return HY_SHARE_ROOMS;
    default:
      return HY_SHARE_HEAD;
    }
}

static guint64
words_of (const HyTile *self, gsize block)
{
  return (self->blocks[block].requested + self->word - 1) / self->word;
}

guint64
hy_tile_block_columns (const HyTile *self, gsize block)
{
  return (words_of (self, block) + 1) / 2;
}

/* Bytes from..to, all within one word. */
static void
add_part (HyTile *self, HyTilePiece piece, guint64 from, guint64 to)
{
  guint64 word = from / self->word;
  piece.x = (double) self->starts[piece.block] + (double) (word / 2) + (double) (from % self->word) / self->word;
  piece.y = (double) (word % 2);
  piece.width = (double) (to - from) / self->word;
  piece.height = 1;
  g_array_append_val (self->pieces, piece);
}

static void
add_span (HyTile *self, gsize block, gsize index)
{
  const HySpan *span = &self->blocks[block].spans[index];
  HyTilePiece piece = { .kind = span->kind, .block = block, .span = index, .first = TRUE };
  guint64 at = span->offset, end = span->offset + span->size;
  guint64 column = 2 * self->word;

  self->kinds[span->kind] += (double) span->size / self->word;
  self->shares[hy_share_of (span->kind)] += (double) span->size / self->word;
  while (at < end)
    {
      if (at % column == 0 && (end - at) / self->word > MAX_SINGLE_WORDS)
        {
          guint64 columns = (end - at) / column;
          piece.x = (double) self->starts[block] + (double) (at / column);
          piece.y = 0;
          piece.width = (double) columns;
          piece.height = 2;
          g_array_append_val (self->pieces, piece);
          at += columns * column;
        }
      else
        {
          guint64 next = MIN (end, (at / self->word + 1) * self->word);
          add_part (self, piece, at, next);
          at = next;
        }
      piece.first = FALSE;
    }
}

double
hy_tile_words (const HyTile *self)
{
  double words = 0;
  for (guint share = 0; share < HY_N_SHARES; share++)
    words += self->shares[share];
  return words;
}

HyTile *
hy_tile_new (const HyBlock *blocks, gsize n_blocks, guint word, guint64 larger_than)
{
  HyTile *self = g_new0 (HyTile, 1);
  self->word = word;
  self->blocks = blocks;
  self->n_blocks = n_blocks;
  self->starts = g_new (guint64, n_blocks);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (HyTilePiece));
  for (gsize i = 0; i < n_blocks; i++)
    {
      if (blocks[i].requested <= larger_than)
        {
          self->starts[i] = G_MAXUINT64;
          continue;
        }
      self->starts[i] = self->columns;
      for (gsize j = 0; j < blocks[i].n_spans; j++)
        add_span (self, i, j);
      self->columns += hy_tile_block_columns (self, i);
    }
  return self;
}

void
hy_tile_free (HyTile *self)
{
  g_array_unref (self->pieces);
  g_free (self->starts);
  g_free (self);
}

gboolean
hy_tile_pick (const HyTile *self, guint64 column, guint row, gsize *block, guint64 *offset)
{
  for (gsize i = 0; i < self->n_blocks; i++)
    if (self->starts[i] <= column && column - self->starts[i] < hy_tile_block_columns (self, i))
      {
        guint64 word = (column - self->starts[i]) * 2 + row;
        *block = i;
        *offset = word * self->word;
        return word < words_of (self, i);
      }
  return FALSE;
}

gsize
hy_block_span_at (const HyBlock *block, guint64 offset)
{
  for (gsize i = 0; i < block->n_spans; i++)
    if (offset >= block->spans[i].offset && offset - block->spans[i].offset < block->spans[i].size)
      return i;
  return G_MAXSIZE;
}
