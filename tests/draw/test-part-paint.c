/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-part-paint.h"

/* The bar is as long as the instance's part of the whole, fine or coarse; what is not known has none. */
static void
test_length (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyLayout) layout = hy_layouter_layout (order, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64));
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  static const double widths[] = { 20, 200, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (record);
      double x, y, w, h;
      hy_paint_parts (cr, footprint, 192, 10, 5, widths[i], 9, hy_palette_get (HY_PALETTE_LIGHT));
      cairo_recording_surface_ink_extents (record, &x, &y, &w, &h);
      g_assert_cmpfloat_with_epsilon (x, 10, 1);
      g_assert_cmpfloat_with_epsilon (w, widths[i] / 2, 2.5);
      g_assert_cmpfloat_with_epsilon (y, 5, 1);
      g_assert_cmpfloat_with_epsilon (h, 9, 2);
      cairo_destroy (cr);
      cairo_surface_destroy (record);
    }
}

static void
test_unknown (void)
{
  g_autoptr (HyClassDef) def = hy_class_def_new ("C");
  def->unknown = g_strdup ("its base is not known");
  g_autoptr (HyLayout) layout = hy_layouter_layout (def, hy_abi_newest ());
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  cairo_surface_t *record = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (record);
  double x, y, w, h;
  hy_paint_parts (cr, footprint, 192, 10, 5, 100, 9, hy_palette_get (HY_PALETTE_LIGHT));
  cairo_recording_surface_ink_extents (record, &x, &y, &w, &h);
  g_assert_cmpfloat (w, ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (record);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/part-paint/length", test_length);
  g_test_add_func ("/part-paint/unknown", test_unknown);
  return g_test_run ();
}
