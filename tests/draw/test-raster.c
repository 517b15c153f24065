/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "draw-pictures.h"
#include "hy-raster.h"
#include "hy-street-paint.h"

#include <math.h>

#define SIZE 600

typedef struct
{
  HyFootprint *footprint;
  HyTile *tile;
  HyPalette palette;
  cairo_surface_t *image;
  HyRaster raster;
} Fixture;

static void
clear (Fixture *self)
{
  cairo_surface_flush (self->image);
  memset (cairo_image_surface_get_data (self->image), 0xff, (gsize) SIZE * (gsize) self->raster.stride * 4);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->footprint = draw_order (12, 64);
  const HyRankRun *run = hy_footprint_steady (self->footprint);
  self->tile = hy_tile_new (run->blocks, run->n_blocks, 8, 0);
  draw_ink_palette (&self->palette);
  self->image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  self->raster = (HyRaster){ .pixels = (guint32 *) cairo_image_surface_get_data (self->image),
                             .stride = cairo_image_surface_get_stride (self->image) / 4,
                             .width = SIZE,
                             .height = SIZE,
                             .device = 1,
                             .ground = self->palette.background };
  clear (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cairo_surface_destroy (self->image);
  hy_tile_free (self->tile);
  hy_footprint_unref (self->footprint);
}

/* As many streets of as many tiles as fit into about 500 pixels. */
static HySegment
make_segment (Fixture *self, double scale)
{
  guint64 across = (guint64) MAX (1, 500 / (7 * scale)), streets = (guint64) MAX (1, 500 / (3 * scale));
  return (
      HySegment){ .tile = self->tile, .first = 1, .count = across * streets, .per_street = across, .streets = streets };
}

/* The ink is the area of the bytes, wherever the segment lies between pixels, at every detail. */
static void
test_dense_area (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) random = draw_random ();
  for (guint i = 0; i < 60; i++)
    {
      double scale = pow (10, g_rand_double_range (random, -2.5, 0.47));
      HyDetail detail = scale < 1 ? HY_DETAIL_CELLS : i % 2 ? HY_DETAIL_SPANS : HY_DETAIL_BLOCKS;
      HySegment segment = make_segment (self, scale);
      clear (self);
      hy_raster_dense (&self->raster, &segment, detail, &self->palette, 20 + g_rand_double (random),
                       20 + g_rand_double (random), scale);
      cairo_surface_mark_dirty (self->image);
      double expected = (double) segment.count * 12 * scale * scale;
      g_test_message ("scale %g detail %u", scale, detail);
      g_assert_cmpfloat_with_epsilon (draw_ink (self->image) / expected, 1, 0.02);
    }
}

/* What is out of sight is not drawn, and nothing beyond the raster is written. */
static void
test_clipped (Fixture *self, gconstpointer data)
{
  static const double places[][2] = { { -1e9, 0 }, { 0, -1e9 }, { 1e9, 0 }, { 0, 1e9 }, { SIZE, SIZE } };
  HySegment segment = make_segment (self, 0.5);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    hy_raster_dense (&self->raster, &segment, HY_DETAIL_CELLS, &self->palette, places[i][0], places[i][1], 0.5);
  cairo_surface_mark_dirty (self->image);
  g_assert_cmpfloat (draw_ink (self->image), ==, 0);
  segment.streets = G_GUINT64_CONSTANT (1) << 38;
  segment.count = segment.streets * segment.per_street;
  hy_raster_dense (&self->raster, &segment, HY_DETAIL_CELLS, &self->palette, -30, -1e9, 0.5);
  cairo_surface_mark_dirty (self->image);
  g_assert_cmpfloat (draw_ink (self->image), >, SIZE * 100.0);
}

/* Streets are copies of each other, and the same as painted one by one. */
static void
test_streets (Fixture *self, gconstpointer data)
{
  HySegment segment = make_segment (self, 12);
  HyStreetLook look = { .palette = &self->palette, .detail = HY_DETAIL_SPANS };
  g_autoptr (GHashTable) names = hy_street_names_new ();

  look.names = names;
  look.patches = hy_patches_new (&segment, look.detail, look.palette);
  hy_raster_streets (&self->raster, &segment, 7, 9, 12, hy_street_paint, &look);
  cairo_surface_mark_dirty (self->image);
  cairo_surface_t *direct = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (direct);
  hy_color_set_source (&self->palette.background, cr);
  cairo_paint (cr);
  for (guint64 street = 0; street < segment.streets; street++)
    hy_street_paint (cr, &segment, 0, segment.per_street, 7, 9 + 36.0 * (double) street, 12, &look);
  cairo_destroy (cr);
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      g_assert_cmphex (draw_pixel (direct, x, y), ==, draw_pixel (self->image, x, y));
  cairo_surface_destroy (direct);
  g_array_unref (look.patches);
}

static void
test_visible (void)
{
  HyTile tile = { .columns = 6 };
  HySegment segment = { .tile = &tile, .first = 1, .count = 1000, .per_street = 10, .streets = 100 };
  guint64 columns[2], streets[2];
  hy_segment_visible (&segment, -15, -65, 1, 20, 30, columns, streets);
  g_assert_cmpuint (columns[0], ==, 2);
  g_assert_cmpuint (columns[1], ==, 5);
  g_assert_cmpuint (streets[0], ==, 21);
  g_assert_cmpuint (streets[1], ==, 32);
  hy_segment_visible (&segment, 50, 0, 1, 20, 30, columns, streets);
  g_assert_cmpuint (columns[0], ==, columns[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/draw/raster/dense-area", Fixture, NULL, set_up, test_dense_area, tear_down);
  g_test_add ("/draw/raster/clipped", Fixture, NULL, set_up, test_clipped, tear_down);
  g_test_add ("/draw/raster/streets", Fixture, NULL, set_up, test_streets, tear_down);
  g_test_add_func ("/draw/raster/visible", test_visible);
  return g_test_run ();
}
