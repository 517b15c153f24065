/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "hy-lot.h"

static void
lot_new (HyLot *lot, HyFootprint *footprint, guint64 count, HyArrange arrange)
{
  HyLane lane = { .footprint = footprint, .label = "Order", .count = count };
  *lot = (HyLot){ .height = 0 };
  hy_lot_init (lot, &lane, arrange);
  hy_lot_lay (lot, 200);
}

static void
test_detail (void)
{
  static const struct
  {
    double scale;
    HyDetail detail;
  } cases[] = { { 100, HY_DETAIL_ROOMS },      { 20, HY_DETAIL_ROOMS },  { 19, HY_DETAIL_SPANS },
                { 16.0 / 6, HY_DETAIL_SPANS }, { 2, HY_DETAIL_BLOCKS },  { 1, HY_DETAIL_BLOCKS },
                { 0.9, HY_DETAIL_CELLS },      { 1e-6, HY_DETAIL_CELLS } };
  g_autoptr (HyFootprint) order = draw_order (12, 64);
  HyLot lot;
  lot_new (&lot, order, 100, HY_ARRANGE_INSTANCE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (hy_lot_detail (&lot, cases[i].scale), ==, cases[i].detail);
  hy_lot_clear (&lot);
}

/* Cells are powers of two, at least 8 pixels, and nearly squares. */
static void
test_cells (void)
{
  for (double scale = 1; scale > 1e-7; scale *= 0.83)
    {
      HyCell cell = hy_cell_for (7, scale);
      double width = (double) cell.across * 7 * scale, height = (double) cell.down * HY_STREET_PITCH * scale;
      g_assert_cmpuint (cell.across & (cell.across - 1), ==, 0);
      g_assert_cmpuint (cell.down & (cell.down - 1), ==, 0);
      g_assert_cmpfloat (height, >=, 8);
      g_assert_cmpfloat (height, <, 16);
      g_assert_cmpfloat (width / height, >=, G_SQRT2 / 2 - 1e-9);
      g_assert_cmpfloat (width / height, <=, MAX (G_SQRT2, 7 * scale / height) + 1e-9);
    }
}

static void
test_has (void)
{
  g_autoptr (HyFootprint) order = draw_order (12, 64);
  HyLot lot;
  lot_new (&lot, order, 10, HY_ARRANGE_INSTANCE);
  g_assert_true (hy_lot_has (&lot, 1));
  g_assert_true (hy_lot_has (&lot, 10));
  g_assert_false (hy_lot_has (&lot, 11));
  g_assert_cmpint (hy_lot_has (&lot, 0), ==, order->shared_keys > 0);
  hy_lot_clear (&lot);

  lot_new (&lot, order, 0, HY_ARRANGE_INSTANCE);
  g_assert_false (hy_lot_has (&lot, 1));
  g_assert_cmpfloat (lot.height, ==, 0);
  hy_lot_clear (&lot);
}

/* A class without figures takes no room and says why. */
static void
test_unknown (void)
{
  HyLot lot;
  lot_new (&lot, NULL, 10, HY_ARRANGE_INSTANCE);
  g_assert_nonnull (hy_lot_reason (&lot));
  g_assert_false (hy_lot_has (&lot, 1));
  g_assert_cmpfloat (lot.height, ==, 0);
  hy_lot_clear (&lot);
}

/* By address, malloc serves what is too large for a pool: that stands in streets below the plots. */
static void
test_large_blocks (void)
{
  g_autoptr (HyFootprint) wide = draw_class (12, 64, TRUE, 100);
  HyLot lot;
  lot_new (&lot, wide, 5, HY_ARRANGE_ADDRESS);
  g_autoptr (GArray) blocks = hy_lot_blocks (&lot, 3);
  g_assert_cmpuint (blocks->len, ==, 1);
  g_assert_cmpuint (hy_pools_count (lot.plots->pools), ==, 0);
  g_assert_cmpfloat (g_array_index (blocks, HyPlacedBlock, 0).rect.width, ==, (16 + 16 + 800) / 16);
  hy_lot_clear (&lot);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/lot/detail", test_detail);
  g_test_add_func ("/draw/lot/cells", test_cells);
  g_test_add_func ("/draw/lot/has", test_has);
  g_test_add_func ("/draw/lot/unknown", test_unknown);
  g_test_add_func ("/draw/lot/large-blocks", test_large_blocks);
  return g_test_run ();
}
