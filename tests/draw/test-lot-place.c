/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "hy-lot.h"

/* The shared keys are drawn once, as a floor plan above the instances, in as many streets as it takes. */
static void
test_plan (void)
{
  static const struct
  {
    double width, plan_width, plan_height;
  } cases[] = { { 20, 20, 5 }, { 38, 38, 5 }, { 39, 39, 2 }, { 100, 39, 2 } };
  g_autoptr (HyFootprint) order = draw_order (12, 64);
  guint64 keys = order->shared_keys;
  order->shared_keys = 616;
  HyLane lane = { .footprint = order, .label = "Order", .count = 100 };
  HyLot lot = { .height = 0 };
  hy_lot_init (&lot, &lane, HY_ARRANGE_INSTANCE);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x, y;
      hy_lot_lay (&lot, cases[i].width);
      for (guint64 offset = 0; offset < 616; offset += 8)
        {
          HyHit hit = { .many = 0 };
          g_assert_true (hy_lot_word (&lot, 0, 0, offset, &x, &y));
          g_assert_true (hy_lot_pick (&lot, x + 0.5, y + 0.5, 10, &hit));
          g_assert_cmpuint (hit.place.rank, ==, 0);
          g_assert_true (hit.inside);
          g_assert_cmpuint (hit.offset, ==, offset);
        }
      g_autoptr (GArray) blocks = hy_lot_blocks (&lot, 0);
      g_assert_cmpuint (blocks->len, ==, 1);
      g_assert_cmpfloat (g_array_index (blocks, HyPlacedBlock, 0).rect.width, ==, cases[i].plan_width);
      g_assert_cmpfloat (g_array_index (blocks, HyPlacedBlock, 0).rect.height, ==, cases[i].plan_height);
      g_assert_false (hy_lot_word (&lot, 0, 0, 616, &x, &y));
      g_assert_false (hy_lot_word (&lot, 0, 1, 0, &x, &y));
    }
  order->shared_keys = keys;
  hy_lot_clear (&lot);
}

/* A cell stands for the instances in it, at the lane's end for fewer: all cells together for all instances. */
static void
test_many (void)
{
  g_autoptr (HyFootprint) slotted = draw_slotted_order (12, 64);
  HyLane lane = { .footprint = slotted, .label = "SlottedOrder", .count = 5000 };
  HyLot lot = { .height = 0 };
  const double scale = 0.4;
  hy_lot_init (&lot, &lane, HY_ARRANGE_INSTANCE);
  hy_lot_lay (&lot, 500);
  double sum = 0;
  for (guint64 rank = 1; rank <= 5000; rank++)
    {
      double x, y;
      HyHit hit = { .many = 0 };
      g_assert_true (hy_lot_word (&lot, rank, 0, 0, &x, &y));
      g_assert_true (hy_lot_pick (&lot, x + 0.5, y + 0.5, scale, &hit));
      g_assert_cmpuint (hit.place.rank, ==, rank);
      g_assert_cmpuint (hit.many, >=, 1);
      sum += 1.0 / (double) hit.many;
    }
  HyCell cell = hy_cell_for (5, scale);
  double least = 5000.0 / (double) (cell.across * cell.down);
  g_assert_cmpfloat (sum, >=, least);
  g_assert_cmpfloat (sum, <, 1.6 * least);
  hy_lot_clear (&lot);
}

/* By address a picture of pools stands for the instances of a pool. */
static void
test_many_by_address (void)
{
  g_autoptr (HyFootprint) slotted = draw_slotted_order (12, 64);
  HyLane lane = { .footprint = slotted, .label = "SlottedOrder", .count = 100000 };
  HyLot lot = { .height = 0 };
  HyHit hit = { .many = 0 };
  double x, y;
  hy_lot_init (&lot, &lane, HY_ARRANGE_ADDRESS);
  hy_lot_lay (&lot, 2000);
  g_assert_true (hy_lot_word (&lot, 1000, 0, 0, &x, &y));
  g_assert_true (hy_lot_pick (&lot, x + 0.5, y + 0.5, 5, &hit));
  g_assert_cmpuint (hit.many, ==, 1);
  g_assert_true (hy_lot_pick (&lot, x + 0.5, y + 0.5, 0.5, &hit));
  g_assert_cmpuint (hit.many, ==, (16384 - 48) / 64);
  g_assert_true (hy_lot_pick (&lot, x + 0.5, y + 0.5, 0.05, &hit));
  g_assert_cmpuint (hit.many, ==, (16384 - 48) / 64 * 64);
  hy_lot_clear (&lot);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/lot-place/plan", test_plan);
  g_test_add_func ("/draw/lot-place/many", test_many);
  g_test_add_func ("/draw/lot-place/many-by-address", test_many_by_address);
  return g_test_run ();
}
