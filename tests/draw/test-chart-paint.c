/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-charts.h"
#include "draw-pictures.h"
#include "hy-chart-paint.h"

#include <math.h>

#define WIDTH 800
#define HEIGHT 400

/* Where labels are depends on the fonts of a system: what is drawn is looked up where the chart says that it is. */
static cairo_surface_t *
paint (HyChart *chart, HyPaletteKind kind, gboolean hover)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (image);
  hy_paint_chart (cr, chart, hy_palette_get (kind));
  if (hover)
    hy_paint_chart_hover (cr, chart, hy_palette_get (kind), 20000);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return image;
}

static gboolean
looks_like (cairo_surface_t *image, double x, double y, const HyColor *color)
{
  guint32 pixel = draw_pixel (image, (int) x, (int) y);
  return fabs ((pixel >> 16 & 255) - color->red * 255) < 40 && fabs ((pixel >> 8 & 255) - color->green * 255) < 40 &&
         fabs ((pixel & 255) - color->blue * 255) < 40;
}

/* @color within two pixels above or below. */
static gboolean
is_near (cairo_surface_t *image, double x, double y, const HyColor *color)
{
  for (int dy = -2; dy <= 2; dy++)
    if (looks_like (image, x, y + dy, color))
      return TRUE;
  return FALSE;
}

static void
test_lines (void)
{
  for (guint log = 0; log < 4; log++)
    for (guint kind = 0; kind < HY_N_PALETTES; kind++)
      {
        DrawChart what = { WIDTH, HEIGHT, 180, 100000, 2, (log & 1) != 0, (log & 2) != 0, FALSE, FALSE };
        g_autoptr (HyChart) chart = draw_chart (&what);
        cairo_surface_t *image = paint (chart, kind, FALSE);
        for (guint line = 0; line < 2; line++)
          for (guint64 count = 40000; count <= 90000; count += 10000)
            g_assert_true (is_near (image, hy_chart_x (chart, (double) count),
                                    hy_chart_y (chart, hy_chart_value (chart, line, count)),
                                    hy_palette_accent (hy_palette_get (kind), line)));
        cairo_surface_destroy (image);
      }
}

/* The saving is shaded between dearest and cheapest, and only there. */
static void
test_rent (void)
{
  DrawChart what = { WIDTH, HEIGHT, 180, 100000, 2, FALSE, FALSE, FALSE, FALSE };
  g_autoptr (HyChart) chart = draw_chart (&what);
  const HyPalette *palette = hy_palette_get (HY_PALETTE_LIGHT);
  cairo_surface_t *image = paint (chart, HY_PALETTE_LIGHT, FALSE);
  double x = hy_chart_x (chart, 85000), dear = hy_chart_value (chart, 0, 85000),
         cheap = hy_chart_value (chart, 1, 85000);
  HyColor shade = hy_color_blend (&palette->background, &palette->rent, palette->rent.alpha);
  guint32 middle = draw_pixel (image, (int) x, (int) hy_chart_y (chart, (dear + cheap) / 2));
  g_assert_cmpint (ABS ((int) (middle & 255) - (int) (shade.blue * 255)), <=, 3);
  g_assert_cmphex (draw_pixel (image, (int) x, (int) hy_chart_y (chart, cheap / 2) + 3), ==, 0xffffff);
  cairo_surface_destroy (image);
}

/* Pin, cursor, hover and a measured point leave their marks. */
static void
test_marks (void)
{
  DrawChart what = { WIDTH, HEIGHT, 60000, 100000, 2, FALSE, FALSE, FALSE, TRUE };
  g_autoptr (HyChart) chart = draw_chart (&what);
  const HyPalette *palette = hy_palette_get (HY_PALETTE_LIGHT);
  cairo_surface_t *plain = paint (chart, HY_PALETTE_LIGHT, FALSE);
  cairo_surface_t *hovered = paint (chart, HY_PALETTE_LIGHT, TRUE);
  double low = hy_chart_y (chart, 0) - 12, hover = floor (hy_chart_x (chart, 20000));
  g_assert_true (looks_like (plain, floor (hy_chart_x (chart, 60000)), low, &palette->selection));
  g_assert_false (looks_like (plain, hover, low, &palette->hover));
  g_assert_true (looks_like (hovered, hover, low, &palette->hover));
  g_assert_true (is_near (plain, hy_chart_x (chart, 50000), hy_chart_y (chart, 4.9e6), hy_palette_accent (palette, 0)));
  g_assert_true (is_near (plain, hy_chart_x (chart, 50000) + 3, hy_chart_y (chart, 5.2e6), &palette->text));
  cairo_surface_destroy (plain);
  cairo_surface_destroy (hovered);
}

/* No lines, one, eight; nothing known; hardly any room. */
static void
test_odd (void)
{
  static const DrawChart charts[] = {
    { WIDTH, HEIGHT, 0, 0, 0, FALSE, FALSE, FALSE, FALSE },
    { WIDTH, HEIGHT, 0, 0, 2, TRUE, TRUE, FALSE, FALSE },
    { WIDTH, HEIGHT, 1, 0, 1, FALSE, FALSE, FALSE, FALSE },
    { WIDTH, HEIGHT, 5, 0, 8, FALSE, FALSE, TRUE, FALSE },
    { 10, 10, 5, 0, 8, FALSE, FALSE, FALSE, FALSE },
    { 0, 0, 5, 100000, 2, TRUE, FALSE, FALSE, TRUE },
    { WIDTH, HEIGHT, HY_FOOTPRINT_MAX_COUNT, 0, 2, FALSE, FALSE, FALSE, FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr (HyChart) chart = draw_chart (&charts[i]);
      cairo_surface_destroy (paint (chart, HY_PALETTE_DARK, TRUE));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/chart-paint/lines", test_lines);
  g_test_add_func ("/draw/chart-paint/rent", test_rent);
  g_test_add_func ("/draw/chart-paint/marks", test_marks);
  g_test_add_func ("/draw/chart-paint/odd", test_odd);
  return g_test_run ();
}
