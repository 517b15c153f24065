/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-pictures.h"
#include "hy-rounded.h"

/* Whatever the radius, the path fills its rectangle; the corners go, the middles stay. */
static void
test_extents (void)
{
  static const double radii[] = { 0, 0.3, 2, 3.9, 6, 100 };
  for (gsize i = 0; i < G_N_ELEMENTS (radii); i++)
    {
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 30);
      cairo_t *cr = cairo_create (image);
      double left, top, right, bottom;
      hy_rounded_path (cr, 5, 6, 30, 20, radii[i]);
      cairo_path_extents (cr, &left, &top, &right, &bottom);
      g_assert_cmpfloat_with_epsilon (left, 5, 0.01);
      g_assert_cmpfloat_with_epsilon (top, 6, 0.01);
      g_assert_cmpfloat_with_epsilon (right, 35, 0.01);
      g_assert_cmpfloat_with_epsilon (bottom, 26, 0.01);
      g_assert_true (cairo_in_fill (cr, 20, 6.1) && cairo_in_fill (cr, 5.1, 16));
      g_assert_cmpint (cairo_in_fill (cr, 5.05, 6.05), ==, radii[i] < 0.5);
      cairo_destroy (cr);
      cairo_surface_destroy (image);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/rounded/extents", test_extents);
  return g_test_run ();
}
