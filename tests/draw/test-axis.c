/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "hy-axis.h"

#include <math.h>

static void
assert_axis (const HyAxis *axis, double value, guint max_ticks)
{
  g_assert_cmpuint (axis->n_ticks, >=, 2);
  g_assert_cmpuint (axis->n_ticks, <=, max_ticks);
  g_assert_cmpfloat (axis->max, >=, value * (1 - 1e-9));
  g_assert_cmpfloat (axis->ticks[axis->n_ticks - 1], ==, axis->max);
  for (gsize i = 1; i < axis->n_ticks; i++)
    g_assert_cmpfloat (axis->ticks[i], >, axis->ticks[i - 1]);
  for (gsize i = 0; i <= 10; i++)
    {
      double position = (double) i / 10;
      g_assert_cmpfloat_with_epsilon (hy_axis_position (axis, hy_axis_value (axis, position)), position, 1e-9);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = draw_random ();
  for (guint i = 0; i < 5000; i++)
    {
      double value = pow (10, g_rand_double_range (random, -1, 15));
      guint max_ticks = (guint) g_rand_int_range (random, 2, HY_AXIS_MAX_TICKS + 1);
      HyAxisUnit unit = g_rand_boolean (random) ? HY_AXIS_COUNT : HY_AXIS_BYTES;
      HyAxis axis;
      hy_axis_init (&axis, unit, value, max_ticks);
      assert_axis (&axis, value, max_ticks);
      g_assert_cmpfloat (axis.ticks[0], ==, 0);
      /* Each tick is what its label says. */
      for (gsize j = 0; unit == HY_AXIS_BYTES && j < axis.n_ticks; j++)
        {
          double mantissa = axis.ticks[j];
          for (double largest = axis.max; largest >= 1023.5; largest /= 1024)
            mantissa /= 1024;
          g_assert_cmpfloat_with_epsilon (mantissa * 100, round (mantissa * 100), 1e-6);
        }
      /* Not wasteful: the next shorter axis would be too short. */
      g_assert_cmpfloat (axis.max - axis.step, <, MAX (value, 1));

      double least = value / pow (10, g_rand_double_range (random, 0, 6));
      hy_axis_init_log (&axis, unit, least, value, max_ticks);
      assert_axis (&axis, value, max_ticks);
      g_assert_cmpfloat (axis.min, <=, MAX (least, 1) * (1 + 1e-9));
      g_assert_true (axis.log);
    }
}

static void
test_senseless (void)
{
  static const double values[] = { 0, -5, NAN, INFINITY, -INFINITY };
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      HyAxis axis;
      hy_axis_init (&axis, HY_AXIS_BYTES, values[i], 0);
      assert_axis (&axis, 0, 2);
      hy_axis_init_log (&axis, HY_AXIS_COUNT, values[i], values[i], 0);
      assert_axis (&axis, 0, 2);
    }
}

/* The ticks as they stand on the chart. */
static char *
labels (const HyAxis *axis)
{
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *label = hy_axis_label (axis, i);
      g_string_append_printf (text, "%s%s", i ? " | " : "", label);
    }
  g_string_replace (text, "\xc2\xa0", " ", 0);
  return g_string_free (text, FALSE);
}

static void
test_labels (void)
{
  HyAxis axis;
  hy_axis_init (&axis, HY_AXIS_BYTES, 11e6, 5);
  g_autofree char *bytes = labels (&axis);
  g_assert_cmpstr (bytes, ==, "0 | 3 MiB | 6 MiB | 9 MiB | 12 MiB");
  hy_axis_init (&axis, HY_AXIS_BYTES, 1.2 * 1024 * 1024 * 1024, 6);
  g_autofree char *large = labels (&axis);
  g_assert_cmpstr (large, ==, "0 | 0.25 GiB | 0.5 GiB | 0.75 GiB | 1 GiB | 1.25 GiB");
  hy_axis_init (&axis, HY_AXIS_BYTES, 1000 * 1024, 6);
  g_autofree char *below = labels (&axis);
  g_assert_cmpstr (below, ==, "0 | 200 KiB | 400 KiB | 600 KiB | 800 KiB | 1,000 KiB");
  hy_axis_init (&axis, HY_AXIS_COUNT, 120000, 7);
  g_autofree char *counts = labels (&axis);
  g_assert_cmpstr (counts, ==, "0 | 20 k | 40 k | 60 k | 80 k | 100 k | 120 k");
  hy_axis_init_log (&axis, HY_AXIS_COUNT, 1, 1e6, 4);
  g_autofree char *powers = labels (&axis);
  g_assert_cmpstr (powers, ==, "1 | 100 | 10 k | 1 M");
}

static void
test_cut (void)
{
  HyAxis axis;
  hy_axis_init (&axis, HY_AXIS_COUNT, 120000, 3);
  g_assert_cmpfloat (axis.max, >, 120000);
  hy_axis_cut (&axis, 120000);
  g_assert_cmpfloat (axis.max, ==, 120000);
  g_assert_cmpfloat (axis.ticks[axis.n_ticks - 1], <=, 120000);
  g_assert_cmpfloat (hy_axis_position (&axis, 60000), ==, 0.5);
}

static void
test_log_floor (void)
{
  HyAxis axis;
  hy_axis_init_log (&axis, HY_AXIS_BYTES, 64, 1 << 20, 8);
  g_assert_cmpfloat (hy_axis_position (&axis, 0), ==, 0);
  g_assert_cmpfloat (hy_axis_position (&axis, 64), ==, 0);
  g_assert_cmpfloat (hy_axis_position (&axis, axis.max), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/axis/random", test_random);
  g_test_add_func ("/draw/axis/senseless", test_senseless);
  g_test_add_func ("/draw/axis/labels", test_labels);
  g_test_add_func ("/draw/axis/cut", test_cut);
  g_test_add_func ("/draw/axis/log-floor", test_log_floor);
  return g_test_run ();
}
