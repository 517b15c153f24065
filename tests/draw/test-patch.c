/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "hy-patch.h"

static double
area (const GArray *patches)
{
  double sum = 0;
  for (guint i = 0; i < patches->len; i++)
    {
      const HyPatch *patch = &g_array_index (patches, HyPatch, i);
      sum += patch->width * patch->height;
    }
  return sum;
}

/* At each detail the patches are as large as the instance's bytes; a cell is a whole. */
static void
test_area (void)
{
  g_autoptr (GRand) random = draw_random ();
  const HyPalette *palette = hy_palette_get (HY_PALETTE_LIGHT);
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (HyFootprint) footprint =
          draw_class ((guint) g_rand_int_range (random, 6, 16), 64, g_rand_boolean (random),
                      (guint) g_rand_int_range (random, 0, 20));
      const HyRankRun *run = &footprint->runs[0];
      HyTile *tile = hy_tile_new (run->blocks, run->n_blocks, 8, 0);
      HySegment segment = { .tile = tile, .first = 1, .count = 1, .per_street = 1, .streets = 1 };
      g_autoptr (GArray) spans = hy_patches_new (&segment, HY_DETAIL_SPANS, palette);
      g_autoptr (GArray) blocks = hy_patches_new (&segment, HY_DETAIL_BLOCKS, palette);
      g_autoptr (GArray) cell = hy_patches_new (&segment, HY_DETAIL_CELLS, palette);
      double words = (double) run->requested / 8;
      g_assert_cmpfloat_with_epsilon (area (spans), words, 1e-6);
      g_assert_cmpfloat_with_epsilon (area (blocks), words, 1e-6);
      g_assert_cmpfloat_with_epsilon (area (cell), 1, 1e-6);
      /* Filled so far in both directions, a cell is as large as its tiles. */
      double region = (double) (tile->columns + HY_STREET_GAP) * HY_STREET_PITCH;
      g_assert_cmpfloat_with_epsilon (hy_cell_fill (tile) * hy_cell_fill (tile) * region, words, 1e-6);
      hy_tile_free (tile);
    }
}

/* Patches of one colour stand together: each is one path. */
static void
test_grouped (void)
{
  g_autoptr (HyFootprint) order = draw_order (12, 64);
  const HyRankRun *run = hy_footprint_steady (order);
  HyTile *tile = hy_tile_new (run->blocks, run->n_blocks, 8, 0);
  HySegment segment = { .tile = tile, .first = 1, .count = 1, .per_street = 1, .streets = 1 };
  g_autoptr (GArray) patches = hy_patches_new (&segment, HY_DETAIL_SPANS, hy_palette_get (HY_PALETTE_DARK));
  guint changes = 0, spare = 0;
  for (guint i = 0; i < patches->len; i++)
    {
      const HyPatch *patch = &g_array_index (patches, HyPatch, i);
      changes += i > 0 && patch->color.red != g_array_index (patches, HyPatch, i - 1).color.red;
      spare += patch->spare;
    }
  g_assert_cmpuint (patches->len, >=, 12);
  g_assert_cmpuint (changes, <=, 6);
  g_assert_cmpuint (spare, ==, 1);
  hy_tile_free (tile);
}

static void
test_share_colors (void)
{
  const HyPalette *palette = hy_palette_get (HY_PALETTE_LIGHT);
  g_autoptr (HyFootprint) slotted = draw_slotted_order (12, 64);
  HyColor colors[HY_N_SHARES];
  hy_share_colors (slotted, palette, colors);
  const HyColor *rooms = &palette->spans[HY_SPAN_SLOT];
  g_assert_cmpfloat_with_epsilon (colors[HY_SHARE_ROOMS].green, rooms->green, 1e-9);
  g_assert_cmpfloat (colors[HY_SHARE_USED].red, ==, palette->background.red);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/patch/area", test_area);
  g_test_add_func ("/draw/patch/grouped", test_grouped);
  g_test_add_func ("/draw/patch/share-colors", test_share_colors);
  return g_test_run ();
}
