/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-text.h"

static void
test_measure (void)
{
  HyFont font = { .size = 13 }, large = { .size = 26 };
  double width, height, large_width, wrapped_width, wrapped_height;
  hy_text_measure (&font, "objects and attribute stores", 0, &width, &height);
  hy_text_measure (&large, "objects and attribute stores", 0, &large_width, NULL);
  hy_text_measure (&font, "objects and attribute stores", width / 2, &wrapped_width, &wrapped_height);
  g_assert_cmpfloat (width, >, 13 * 5);
  g_assert_cmpfloat_with_epsilon (large_width / width, 2, 0.1);
  g_assert_cmpfloat (wrapped_width, <, width);
  g_assert_cmpfloat (wrapped_height, >, height * 1.5);
}

/* Figures are equally wide, so that numbers stand below each other. */
static void
test_figures (void)
{
  HyFont font = { .size = 13 };
  double ones, eights;
  hy_text_measure (&font, "1111", 0, &ones, NULL);
  hy_text_measure (&font, "8888", 0, &eights, NULL);
  g_assert_cmpfloat_with_epsilon (ones, eights, 0.5);
}

static void
test_room (void)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_t *cr = cairo_create (image);
  HyFont font = { .size = 13, .bold = TRUE };
  double width, height, wrapped;
  g_autoptr (PangoLayout) line = hy_text_new (cr, &font, "a line much too long", 60);
  g_autoptr (PangoLayout) lines = hy_text_new_wrapped (cr, &font, "a line much too long", 60);
  hy_text_size (line, &width, &height);
  hy_text_size (lines, NULL, &wrapped);
  g_assert_cmpfloat (width, <=, 60);
  g_assert_cmpfloat (wrapped, >, height * 1.5);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/text/measure", test_measure);
  g_test_add_func ("/draw/text/figures", test_figures);
  g_test_add_func ("/draw/text/room", test_room);
  return g_test_run ();
}
