/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "hy-chart-private.h"

/* Labels do not overlap, stay in the frame when they fit, keep their order, and do not move without need. */
static void
test_random (void)
{
  g_autoptr (GRand) random = draw_random ();
  for (guint i = 0; i < 2000; i++)
    {
      double middles[8], wanted[8], height = 10, top = 0, bottom = 200;
      gsize n = (gsize) g_rand_int_range (random, 0, 9);
      for (gsize j = 0; j < n; j++)
        middles[j] = wanted[j] = g_rand_double_range (random, top, i % 2 ? bottom : bottom / 4);
      hy_labels_spread (middles, n, height, top, bottom);
      for (gsize j = 0; j < n; j++)
        {
          g_assert_cmpfloat (middles[j], >=, top + height / 2 - 1e-9);
          g_assert_cmpfloat (middles[j], <=, bottom - height / 2 + 1e-9);
          gboolean free = wanted[j] >= top + height / 2 && wanted[j] <= bottom - height / 2;
          for (gsize k = 0; k < n; k++)
            {
              if (k == j)
                continue;
              g_assert_true (ABS (middles[j] - middles[k]) >= height - 1e-9);
              if (wanted[j] < wanted[k])
                g_assert_cmpfloat (middles[j], <, middles[k]);
              free = free && ABS (wanted[j] - wanted[k]) >= 8 * height;
            }
          if (free)
            g_assert_cmpfloat (middles[j], ==, wanted[j]);
        }
    }
}

static void
test_equal (void)
{
  double middles[] = { 50, 50, 50 };
  hy_labels_spread (middles, 3, 10, 0, 100);
  g_assert_cmpfloat_with_epsilon (middles[0], 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (middles[1], 50, 1e-9);
  g_assert_cmpfloat_with_epsilon (middles[2], 60, 1e-9);
}

/* More than fits: they still do not overlap. */
static void
test_crowded (void)
{
  double middles[] = { 5, 5, 5, 5 };
  hy_labels_spread (middles, 4, 10, 0, 20);
  for (gsize i = 1; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (middles[i] - middles[i - 1], 10, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/chart-labels/random", test_random);
  g_test_add_func ("/draw/chart-labels/equal", test_equal);
  g_test_add_func ("/draw/chart-labels/crowded", test_crowded);
  return g_test_run ();
}
