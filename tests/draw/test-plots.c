/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "hy-plots.h"

static const struct
{
  guint minor, bits, columns, streets;
} cases[] = { { 12, 64, 64, 16 }, { 9, 64, 32, 8 }, { 11, 32, 32, 16 } };

/* A plot is as large as its pool. */
static void
test_size (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyFootprint) order = draw_order (cases[i].minor, cases[i].bits);
      HyPlots *plots = hy_plots_new (order, 1000);
      g_assert_cmpuint (plots->columns, ==, cases[i].columns);
      g_assert_cmpuint (plots->streets, ==, cases[i].streets);
      g_assert_cmpuint (plots->columns * plots->streets * 2 * plots->word, ==, hy_pools_allocator (plots->pools)->pool);
      hy_plots_free (plots);
    }
}

/* Words are found where they are put, whatever the width, and within the height. */
static void
test_inverse (void)
{
  g_autoptr (GRand) random = draw_random ();
  g_autoptr (HyFootprint) order = draw_order (12, 64);
  for (guint i = 0; i < 2000; i++)
    {
      guint64 count = (guint64) g_rand_double_range (random, 1, i % 2 ? 1e5 : 1e12);
      HyPlots *plots = hy_plots_new (order, count);
      hy_plots_lay (plots, g_rand_double_range (random, 64, 20000), 5);
      guint64 pool = (guint64) g_rand_double_range (random, 0, (double) hy_pools_count (plots->pools)), found;
      guint64 offset = (guint64) g_rand_int_range (random, 0, 2048) * 8, found_offset;
      double x, y;
      hy_plots_word (plots, pool, offset, &x, &y);
      g_assert_cmpfloat (y, <, 5 + plots->height);
      g_assert_true (hy_plots_at (plots, x + 0.5, y + 0.5, &found, &found_offset));
      g_assert_cmpuint (found, ==, pool);
      g_assert_cmpuint (found_offset, ==, offset);
      hy_plots_free (plots);
    }
}

/* What is drawn for a word has that word in it, and nothing beyond the lane. */
static void
test_cell_around (void)
{
  g_autoptr (HyFootprint) order = draw_order (12, 64);
  static const double scales[] = { 2, 1, 0.5, 0.1, 0.02, 0.001 };
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      HyPlots *plots = hy_plots_new (order, 10000000);
      HyRect rect = { 0 };
      double x, y;
      hy_plots_lay (plots, 20000, 5);
      hy_plots_word (plots, hy_pools_count (plots->pools) - 1, 512, &x, &y);
      rect = (HyRect){ .x = x, .y = y };
      g_assert_true (hy_plots_cell_around (plots, scales[i], &rect));
      g_assert_cmpfloat (rect.x, <=, x);
      g_assert_cmpfloat (rect.y, <=, y);
      g_assert_cmpfloat (rect.x + rect.width, >, x);
      g_assert_cmpfloat (rect.y + rect.height, >, y);
      g_assert_cmpfloat (rect.x + rect.width, <=, 20000);
      g_assert_cmpfloat (rect.y + rect.height, <=, 5 + plots->height);
      g_assert_true ((hy_plots_cell (plots, scales[i]).arenas == 0) == (rect.width == plots->columns));
      rect = (HyRect){ .x = -5 };
      g_assert_false (hy_plots_cell_around (plots, scales[i], &rect));
      hy_plots_free (plots);
    }
}

/* Gaps and what is beyond the last pool hold nothing. */
static void
test_ground (void)
{
  g_autoptr (HyFootprint) slotted = draw_slotted_order (12, 64);
  HyPlots *plots = hy_plots_new (slotted, 10);
  guint64 pool, offset;
  hy_plots_lay (plots, 1000, 0);
  g_assert_false (hy_plots_at (plots, -1, 0, &pool, &offset));
  g_assert_false (hy_plots_at (plots, plots->columns + 0.5, 0, &pool, &offset));
  g_assert_false (hy_plots_at (plots, plots->columns + HY_PLOT_GAP, 0, &pool, &offset));
  g_assert_true (hy_plots_at (plots, 0, 0, &pool, &offset));
  hy_plots_free (plots);
}

/* A block that does not end in its street goes on in the next one; its area stays its own. */
static void
test_wrap (void)
{
  g_autoptr (HyFootprint) slotted = draw_slotted_order (12, 64);
  HyPlots *plots = hy_plots_new (slotted, 1000);
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (HyPlacedBlock));
  hy_plots_append_block (plots, rects, 0, 0, 62 * 16, 64);
  g_assert_cmpuint (rects->len, ==, 2);
  const HyRect *first = &g_array_index (rects, HyPlacedBlock, 0).rect,
               *second = &g_array_index (rects, HyPlacedBlock, 1).rect;
  g_assert_cmpfloat (first->width * first->height + second->width * second->height, ==, 8);
  g_assert_cmpfloat (second->y, ==, first->y + 2);
  g_assert_cmpfloat (second->x, ==, 0);
  hy_plots_free (plots);
}

/* Far away, one rectangle stands for more and more. */
static void
test_cells (void)
{
  g_autoptr (HyFootprint) order = draw_order (12, 64);
  HyPlots *plots = hy_plots_new (order, 1000000000);
  guint64 arenas = 0;
  hy_plots_lay (plots, 1e6, 0);
  g_assert_cmpuint (hy_plots_cell (plots, 1).arenas, ==, 0);
  for (double scale = 0.05; scale > 1e-6; scale /= 3)
    {
      HyPlotCell cell = hy_plots_cell (plots, scale);
      g_assert_cmpuint (cell.arenas, >=, MAX (arenas, 1));
      arenas = cell.arenas;
    }
  g_assert_cmpuint (arenas, >, 16);
  hy_plots_free (plots);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/plots/size", test_size);
  g_test_add_func ("/draw/plots/inverse", test_inverse);
  g_test_add_func ("/draw/plots/ground", test_ground);
  g_test_add_func ("/draw/plots/wrap", test_wrap);
  g_test_add_func ("/draw/plots/cells", test_cells);
  g_test_add_func ("/draw/plots/cell-around", test_cell_around);
  return g_test_run ();
}
