/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-png.h"

#include "read-png.h"

/* Any pixels of any size come back as they were. */
static void
test_round_trip (void)
{
  for (guint round = 0; round < 50; round++)
    {
      int width = g_test_rand_int_range (1, 70), height = g_test_rand_int_range (1, 70);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      guint32 *pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);
      int stride = cairo_image_surface_get_stride (surface) / 4;
      g_autoptr (GBytes) bytes = NULL;
      cairo_surface_t *back;

      for (int i = 0; i < stride * height; i++)
        pixels[i] = g_test_rand_int ();
      cairo_surface_mark_dirty (surface);
      bytes = hy_png_encode (surface, NULL);
      back = read_png (bytes);
      g_assert_cmpint (cairo_image_surface_get_width (back), ==, width);
      g_assert_cmpint (cairo_image_surface_get_height (back), ==, height);
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            const guint32 *found = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (back);
            int found_stride = cairo_image_surface_get_stride (back) / 4;

            g_assert_cmphex (found[y * found_stride + x] & 0xffffff, ==, pixels[y * stride + x] & 0xffffff);
          }
      cairo_surface_destroy (back);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/png/round-trip", test_round_trip);
  return g_test_run ();
}
