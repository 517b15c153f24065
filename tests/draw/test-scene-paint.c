/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "draw-pictures.h"
#include "hy-scene-paint.h"

#include <cairo-svg.h>

#define WIDTH 480
#define HEIGHT 300

static cairo_surface_t *
paint (HyScene *scene, const HyView *view, const HyPalette *palette, double device)
{
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * device), (int) (HEIGHT * device));
  cairo_surface_set_device_scale (image, device, device);
  cairo_t *cr = cairo_create (image);
  HyScenePaint options = { .textless = TRUE };
  hy_paint_scene (cr, scene, view, palette, &options);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (image, 1, 1);
  return image;
}

static const struct
{
  const char *name;
  guint minor;
  guint64 count;
  HyArrange arrange;
  HyPaletteKind palette;
} pictures[] = {
  { "yard-100", 12, 100, HY_ARRANGE_INSTANCE, HY_PALETTE_LIGHT },
  { "yard-100-dark", 12, 100, HY_ARRANGE_INSTANCE, HY_PALETTE_DARK },
  { "yard-100-contrast", 12, 100, HY_ARRANGE_INSTANCE, HY_PALETTE_CONTRAST_DARK },
  { "yard-3.8", 8, 40, HY_ARRANGE_INSTANCE, HY_PALETTE_LIGHT },
  { "yard-3.13", 13, 60, HY_ARRANGE_INSTANCE, HY_PALETTE_LIGHT },
  { "yard-3000", 12, 3000, HY_ARRANGE_INSTANCE, HY_PALETTE_LIGHT },
  { "yard-1000000", 12, 1000000, HY_ARRANGE_INSTANCE, HY_PALETTE_LIGHT },
  { "heap-100", 12, 100, HY_ARRANGE_ADDRESS, HY_PALETTE_LIGHT },
  { "heap-20000", 12, 20000, HY_ARRANGE_ADDRESS, HY_PALETTE_DARK },
  { "heap-10000000", 12, 10000000, HY_ARRANGE_ADDRESS, HY_PALETTE_LIGHT },
};

static void
test_reference (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (HyScene) scene = draw_lesson (pictures[i].minor, pictures[i].count, pictures[i].arrange, WIDTH, HEIGHT);
  HyView view;
  hy_scene_fit (scene, &view);
  cairo_surface_t *image = paint (scene, &view, hy_palette_get (pictures[i].palette), 1);
  draw_assert_reference (image, pictures[i].name);
  cairo_surface_destroy (image);
}

/* The two classes are inked in the true ratio of their bytes, at any count and resolution. */
static void
test_ratio (void)
{
  static const guint64 counts[] = { 500, 3000, 30000, 300000, 3000000, 300000000 };
  HyPalette palette;
  draw_ink_palette (&palette);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    for (double device = 1; device <= 2; device++)
      {
        g_autoptr (HyScene) scene = draw_lesson (12, counts[i], HY_ARRANGE_INSTANCE, WIDTH, HEIGHT);
        HyFootprintTotal order, slotted;
        HyView view;
        HyRect heading;
        hy_scene_fit (scene, &view);
        hy_scene_heading (scene, &view, 1, &heading);
        cairo_surface_t *image = paint (scene, &view, &palette, device);
        int middle = (int) (heading.y * device), bottom = (int) (HEIGHT * device);
        double above = draw_ink_within (image, 0, 0, (int) (WIDTH * device), middle);
        double below = draw_ink_within (image, 0, middle, (int) (WIDTH * device), bottom - middle);
        hy_footprint_total (hy_scene_lane (scene, 0)->footprint, counts[i], 0, &order, NULL);
        hy_footprint_total (hy_scene_lane (scene, 1)->footprint, counts[i], 0, &slotted, NULL);
        double ratio = (double) order.requested / (double) slotted.requested;
        g_test_message ("%" G_GUINT64_FORMAT ": %g against %g", counts[i], above / below, ratio);
        g_assert_cmpfloat_with_epsilon (above / below / ratio, 1, 0.03);
        cairo_surface_destroy (image);
      }
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* Vectors stay small files: beyond a bound, an image stands in. */
static void
test_svg (void)
{
  static const guint64 counts[] = { 50, 1000, 20000, 1000000000 };
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (HyScene) scene = draw_lesson (12, counts[i], HY_ARRANGE_INSTANCE, WIDTH, HEIGHT);
      gsize length = 0;
      HyView view;
      hy_scene_fit (scene, &view);
      cairo_surface_t *svg = cairo_svg_surface_create_for_stream (count_bytes, &length, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (svg);
      HyScenePaint options = { .headings = TRUE };
      hy_paint_scene (cr, scene, &view, hy_palette_get (HY_PALETTE_LIGHT), &options);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_surface_finish (svg);
      g_assert_cmpint (cairo_surface_status (svg), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (svg);
      g_test_message ("%" G_GUINT64_FORMAT " instances: %" G_GSIZE_FORMAT " bytes", counts[i], length);
      g_assert_cmpuint (length, >, 5000);
      g_assert_cmpuint (length, <, 4000000);
    }
}

/* The picture is the same whether it owns its image or is put somewhere into it. */
static void
test_offset (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 3000, HY_ARRANGE_INSTANCE, WIDTH, HEIGHT);
  const HyPalette *palette = hy_palette_get (HY_PALETTE_LIGHT);
  HyScenePaint options = { .textless = TRUE };
  HyView view;
  hy_scene_fit (scene, &view);
  cairo_surface_t *own = paint (scene, &view, palette, 1);
  cairo_surface_t *other = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH + 40, HEIGHT + 40);
  cairo_t *cr = cairo_create (other);
  cairo_translate (cr, 30, 20);
  hy_paint_scene (cr, scene, &view, palette, &options);
  cairo_destroy (cr);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      g_assert_cmphex (draw_pixel (own, x, y), ==, draw_pixel (other, x + 30, y + 20));
  g_assert_cmphex (draw_pixel (other, 10, 10), ==, 0);
  g_assert_cmphex (draw_pixel (other, WIDTH + 35, 100), ==, 0);
  cairo_surface_destroy (own);
  cairo_surface_destroy (other);
}

/* A ring is around the instance, and only there. */
static void
test_overlay (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 100, HY_ARRANGE_INSTANCE, WIDTH, HEIGHT);
  const HyPalette *palette = hy_palette_get (HY_PALETTE_LIGHT);
  HyPlace place = { 1, 30 };
  HyView view;
  gsize n;
  hy_scene_fit (scene, &view);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (image);
  hy_paint_scene_overlay (cr, scene, &view, palette, &place, NULL);
  g_autofree HyPlacedBlock *blocks = hy_scene_place (scene, &view, &place, &n);
  int x = (int) (blocks[0].rect.x + blocks[0].rect.width / 2), y = (int) blocks[0].rect.y;
  g_assert_cmphex (draw_pixel (image, x, y - 3), !=, 0);
  g_assert_cmphex (draw_pixel (image, x, y + (int) view.scale), ==, 0);
  g_assert_cmphex (draw_pixel (image, 5, 5), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strconcat ("/draw/scene-paint/reference/", pictures[i].name, NULL);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_reference);
    }
  g_test_add_func ("/draw/scene-paint/ratio", test_ratio);
  g_test_add_func ("/draw/scene-paint/svg", test_svg);
  g_test_add_func ("/draw/scene-paint/offset", test_offset);
  g_test_add_func ("/draw/scene-paint/overlay", test_overlay);
  return g_test_run ();
}
