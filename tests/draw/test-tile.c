/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "hy-tile.h"

static double
area (const HyTile *tile)
{
  double sum = 0;
  for (guint i = 0; i < tile->pieces->len; i++)
    {
      const HyTilePiece *piece = &g_array_index (tile->pieces, HyTilePiece, i);
      g_assert_cmpfloat (piece->x, >=, 0);
      g_assert_cmpfloat (piece->x + piece->width, <=, (double) tile->columns + 1e-9);
      g_assert_cmpfloat (piece->y + piece->height, <=, 2);
      sum += piece->width * piece->height;
    }
  return sum;
}

/* Areas are bytes, pieces do not overlap, every word is found again. */
static void
assert_tile (const HyTile *tile, const HyRankRun *run)
{
  g_assert_cmpfloat_with_epsilon (area (tile) * tile->word, (double) run->requested, 1e-6);
  g_assert_cmpfloat_with_epsilon (hy_tile_words (tile) * tile->word, (double) run->requested, 1e-6);
  for (guint i = 0; i < tile->pieces->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const HyTilePiece *a = &g_array_index (tile->pieces, HyTilePiece, i),
                          *b = &g_array_index (tile->pieces, HyTilePiece, j);
        g_assert_true (a->x + a->width <= b->x + 1e-9 || b->x + b->width <= a->x + 1e-9 || a->y + a->height <= b->y ||
                       b->y + b->height <= a->y);
      }
  for (guint64 column = 0; column < tile->columns; column++)
    for (guint row = 0; row < 2; row++)
      {
        gsize block;
        guint64 offset;
        if (!hy_tile_pick (tile, column, row, &block, &offset))
          continue;
        g_assert_cmpuint (tile->starts[block] + offset / tile->word / 2, ==, column);
        g_assert_cmpuint (offset / tile->word % 2, ==, row);
        g_assert_cmpuint (offset, <, run->blocks[block].requested);
      }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = draw_random ();
  for (guint i = 0; i < 60; i++)
    {
      guint minor = (guint) g_rand_int_range (random, 6, 16);
      guint bits = minor == 11 && g_rand_boolean (random) ? 32 : 64;
      g_autoptr (HyFootprint) footprint =
          draw_class (minor, bits, g_rand_boolean (random), (guint) g_rand_int_range (random, 0, 20));
      for (gsize j = 0; j < footprint->n_runs; j++)
        {
          const HyRankRun *run = &footprint->runs[j];
          HyTile *tile = hy_tile_new (run->blocks, run->n_blocks, bits / 8, 0);
          assert_tile (tile, run);
          hy_tile_free (tile);
        }
    }
}

/* The lesson's: three columns of building, three of warehouse. */
static void
test_order (void)
{
  g_autoptr (HyFootprint) footprint = draw_order (12, 64);
  const HyRankRun *run = hy_footprint_steady (footprint);
  HyTile *tile = hy_tile_new (run->blocks, run->n_blocks, 8, 0);
  g_assert_cmpuint (tile->columns, ==, 6);
  g_assert_cmpuint (tile->starts[1], ==, 3);
  g_assert_cmpfloat (tile->shares[HY_SHARE_HEAD], ==, 6);
  g_assert_cmpfloat (tile->shares[HY_SHARE_ROOMS], ==, 0);
  g_assert_cmpfloat (tile->shares[HY_SHARE_USED] + tile->shares[HY_SHARE_EMPTY], ==, 6);
  hy_tile_free (tile);
}

/* Blocks that are left out take no room; a long span is few pieces. */
static void
test_large (void)
{
  HySpan small_span = { 0, 48, HY_SPAN_HEADER, NULL }, large_span = { 0, 8 * 100001, HY_SPAN_ITEMS, NULL };
  HyBlock blocks[] = { { .requested = 48, .spans = &small_span, .n_spans = 1 },
                       { .requested = 8 * 100001, .spans = &large_span, .n_spans = 1 } };
  HyTile *tile = hy_tile_new (blocks, 2, 8, 512);
  gsize block;
  guint64 offset;
  g_assert_cmpuint (tile->starts[0], ==, G_MAXUINT64);
  g_assert_cmpuint (tile->columns, ==, 50001);
  g_assert_cmpuint (tile->pieces->len, <, 10);
  g_assert_cmpfloat_with_epsilon (area (tile), 100001, 1e-6);
  g_assert_true (hy_tile_pick (tile, 50000, 0, &block, &offset));
  g_assert_cmpuint (block, ==, 1);
  g_assert_cmpuint (offset, ==, 8 * 100000);
  g_assert_false (hy_tile_pick (tile, 50000, 1, &block, &offset));
  hy_tile_free (tile);
}

static void
test_span_at (void)
{
  HySpan spans[] = { { 0, 8, HY_SPAN_HEADER, NULL }, { 8, 4, HY_SPAN_SLOT, NULL } };
  HyBlock block = { .requested = 16, .spans = spans, .n_spans = 2 };
  g_assert_cmpuint (hy_block_span_at (&block, 7), ==, 0);
  g_assert_cmpuint (hy_block_span_at (&block, 11), ==, 1);
  g_assert_cmpuint (hy_block_span_at (&block, 12), ==, G_MAXSIZE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/tile/random", test_random);
  g_test_add_func ("/draw/tile/order", test_order);
  g_test_add_func ("/draw/tile/large", test_large);
  g_test_add_func ("/draw/tile/span-at", test_span_at);
  return g_test_run ();
}
