/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "draw-pictures.h"
#include "hy-plot-paint.h"

#include <math.h>

/* The ink of the used words: the ground of pools and what is free leaves none. */
static double
ink_at (const HyLot *lot, double width_words, double scale)
{
  HyPalette palette;
  draw_ink_palette (&palette);
  palette.outline = palette.background;
  int width = (int) ceil (width_words * scale) + 20, height = (int) ceil (lot->height * scale) + 20;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  HyRaster raster = { .pixels = (guint32 *) cairo_image_surface_get_data (image),
                      .stride = cairo_image_surface_get_stride (image) / 4,
                      .width = width,
                      .height = height,
                      .device = 1,
                      .ground = palette.background };
  memset (raster.pixels, 0xff, (gsize) height * (gsize) raster.stride * 4);
  hy_plots_raster (&raster, lot, &palette, 10.3, 10.7, scale);
  cairo_surface_mark_dirty (image);
  double ink = draw_ink (image);
  cairo_surface_destroy (image);
  return ink;
}

/* Areas are bytes, at every scale: words, pools, arenas, many arenas. */
static void
test_area (void)
{
  static const struct
  {
    guint64 count;
    double width, scale, tolerance;
  } cases[] = { { 1000, 300, 3, 0.005 },
                { 10000, 600, 1.5, 0.005 },
                { 100000, 4000, 0.2, 0.01 },
                { 1000000, 20000, 0.04, 0.015 },
                { 100000000, 250000, 0.004, 0.015 } };
  g_autoptr (HyFootprint) slotted = draw_slotted_order (12, 64);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HyLane lane = { .footprint = slotted, .label = "SlottedOrder", .count = cases[i].count };
      HyLot lot = { .height = 0 };
      hy_lot_init (&lot, &lane, HY_ARRANGE_ADDRESS);
      hy_lot_lay (&lot, cases[i].width);
      double expected = (double) cases[i].count * 8 * cases[i].scale * cases[i].scale;
      double ink = ink_at (&lot, cases[i].width, cases[i].scale);
      g_test_message ("%g of %g", ink, expected);
      g_assert_cmpfloat_with_epsilon (ink / expected, 1, cases[i].tolerance);
      hy_lot_clear (&lot);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/plot-paint/area", test_area);
  return g_test_run ();
}
