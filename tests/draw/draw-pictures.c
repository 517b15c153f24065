/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-pictures.h"

/* Versions of cairo weigh the pixels of an edge a little differently. */
#define TOLERANCE 40
#define MAX_DIFFERENT 0.004

void
draw_ink_palette (HyPalette *palette)
{
  const HyColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  *palette = *hy_palette_get (HY_PALETTE_LIGHT);
  palette->background = white;
  palette->spare_back = palette->spare_lines = black;
  for (guint i = 0; i < HY_N_SPAN_KINDS; i++)
    palette->spans[i] = black;
  palette->spans[HY_SPAN_KEYS] = white;
}

guint32
draw_pixel (cairo_surface_t *image, int x, int y)
{
  cairo_surface_flush (image);
  const guint8 *data = cairo_image_surface_get_data (image);
  return ((const guint32 *) (data + (gsize) y * (gsize) cairo_image_surface_get_stride (image)))[x] & 0xffffff;
}

double
draw_ink_within (cairo_surface_t *image, int x, int y, int width, int height)
{
  double ink = 0;
  for (int row = y; row < y + height; row++)
    for (int column = x; column < x + width; column++)
      ink += 1 - (double) (draw_pixel (image, column, row) >> 8 & 255) / 255;
  return ink;
}

double
draw_ink (cairo_surface_t *image)
{
  return draw_ink_within (image, 0, 0, cairo_image_surface_get_width (image), cairo_image_surface_get_height (image));
}

static gboolean
alike (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (a >> shift & 255) - (int) (b >> shift & 255)) > TOLERANCE)
      return FALSE;
  return TRUE;
}

/* Marks what differs in red; the number of such pixels. */
static guint
compare (cairo_surface_t *image, cairo_surface_t *reference, cairo_surface_t *difference)
{
  guint n = 0;
  cairo_t *cr = cairo_create (difference);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint_with_alpha (cr, 0.2);
  cairo_set_source_rgb (cr, 1, 0, 0);
  for (int y = 0; y < cairo_image_surface_get_height (image); y++)
    for (int x = 0; x < cairo_image_surface_get_width (image); x++)
      if (!alike (draw_pixel (image, x, y), draw_pixel (reference, x, y)))
        {
          cairo_rectangle (cr, x, y, 1, 1);
          n++;
        }
  cairo_fill (cr);
  cairo_destroy (cr);
  return n;
}

static void
leave (cairo_surface_t *image, const char *name, const char *suffix)
{
  g_autofree char *base = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "draw", base, NULL);
  cairo_surface_write_to_png (image, path);
  g_test_message ("see %s", path);
}

void
draw_assert_reference (cairo_surface_t *image, const char *name)
{
  g_autofree char *base = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "draw", "reference", base, NULL);
  int width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);
  cairo_surface_t *reference = cairo_image_surface_create_from_png (path);
  cairo_surface_t *difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  if (cairo_surface_status (reference) != CAIRO_STATUS_SUCCESS || cairo_image_surface_get_width (reference) != width ||
      cairo_image_surface_get_height (reference) != height)
    {
      leave (image, name, ".out.png");
      g_error ("no reference of %d × %d: %s", width, height, path);
    }
  guint different = compare (image, reference, difference);
  if (different > (guint) (MAX_DIFFERENT * width * height))
    {
      leave (image, name, ".out.png");
      leave (difference, name, ".diff.png");
      g_error ("%s: %u pixels differ", name, different);
    }
  cairo_surface_destroy (reference);
  cairo_surface_destroy (difference);
}
