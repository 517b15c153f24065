/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "draw-pictures.h"
#include "hy-scene-private.h"
#include "hy-street-paint.h"

#define SCALE 60

typedef struct
{
  HyScene *scene;
  const HyTile *tile;
  HyStreetLook look;
  cairo_surface_t *image;
  cairo_t *cr;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->scene = draw_lesson (12, 100, HY_ARRANGE_INSTANCE, 800, 500);
  self->tile = self->scene->lots[0].tiles[self->scene->lots[0].n_tiles - 1];
  self->look =
      (HyStreetLook){ .palette = hy_palette_get (HY_PALETTE_LIGHT), .detail = HY_DETAIL_ROOMS, .text_size = 14 };
  self->look.names = hy_street_names_new ();
  self->image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8 * SCALE, 2 * SCALE);
  self->cr = cairo_create (self->image);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_hash_table_unref (self->look.names);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->image);
  hy_scene_free (self->scene);
}

static double
paint_name (Fixture *self, const char *label, HySpanKind kind, double scale)
{
  HySpan span = { 0, 8, kind, (char *) label };
  double before = draw_ink (self->image);
  hy_street_paint_name (self->cr, &self->look, &span, 0, 0, scale);
  g_hash_table_remove_all (self->look.names);
  return draw_ink (self->image) - before;
}

/* Names that do not fit are left out of small rooms and shortened in large ones; an empty place is named only there. */
static void
test_names (Fixture *self, gconstpointer data)
{
  g_assert_cmpfloat (paint_name (self, "id", HY_SPAN_VALUE, 22), >, 1);
  g_assert_cmpfloat (paint_name (self, "much too long a name", HY_SPAN_VALUE, 22), ==, 0);
  g_assert_cmpfloat (paint_name (self, "much too long a name", HY_SPAN_SLOT, SCALE), >, 5);
  g_assert_cmpfloat (paint_name (self, "ab", HY_SPAN_SPARE, 22), ==, 0);
  g_assert_cmpfloat (paint_name (self, NULL, HY_SPAN_VALUE, SCALE), ==, 0);
}

/* Larger text needs larger rooms, and is larger in them. */
static void
test_text_size (Fixture *self, gconstpointer data)
{
  double large = 1.9 * SCALE, ink = paint_name (self, "id", HY_SPAN_VALUE, large);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
  self->look.text_size = 28;
  g_assert_cmpfloat (paint_name (self, "id", HY_SPAN_VALUE, large), >, 1.3 * ink);
  g_assert_cmpfloat (paint_name (self, "type", HY_SPAN_VALUE, 22), ==, 0);
}

/* What each instance holds is its own. */
static void
test_values (Fixture *self, gconstpointer data)
{
  HyPlace places[] = { { 0, 57 }, { 0, 58 } };
  double ink[2];
  for (gsize i = 0; i < 2; i++)
    {
      cairo_set_source_rgb (self->cr, 1, 1, 1);
      cairo_paint (self->cr);
      hy_street_paint_values (self->cr, &self->look, self->scene, &places[i], self->tile, 0, 0, SCALE);
      ink[i] = draw_ink (self->image);
      /* The building of a class with a dict holds no values, its warehouse four. */
      g_assert_cmpfloat (draw_ink_within (self->image, 0, 0, 3 * SCALE, 2 * SCALE), ==, 0);
      g_assert_cmpfloat (draw_ink_within (self->image, 4 * SCALE, 0, SCALE, SCALE), >, 5);
    }
  g_assert_cmpfloat (ink[0], !=, ink[1]);
}

/* A street is as inked as its bytes but for what words are apart, which is the same part of all. */
static void
test_area (Fixture *self, gconstpointer data)
{
  HyPalette palette;
  HySegment segment = { .tile = self->tile, .first = 30, .count = 1, .per_street = 1, .streets = 1 };
  draw_ink_palette (&palette);
  for (double scale = 3; scale < 60; scale *= 1.7)
    {
      HyStreetLook look = {
        .palette = &palette, .detail = HY_DETAIL_SPANS, .text_size = 14, .names = self->look.names
      };
      look.patches = hy_patches_new (&segment, look.detail, &palette);
      cairo_set_source_rgb (self->cr, 1, 1, 1);
      cairo_paint (self->cr);
      hy_street_paint (self->cr, &segment, 0, 1, 0, 0, scale, &look);
      double part = draw_ink (self->image) / (12 * scale * scale);
      g_test_message ("scale %g: %g", scale, part);
      g_assert_cmpfloat (part, >, 0.66);
      g_assert_cmpfloat (part, <, 0.97);
      g_array_unref (look.patches);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/draw/street-paint/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/draw/street-paint/text-size", Fixture, NULL, set_up, test_text_size, tear_down);
  g_test_add ("/draw/street-paint/values", Fixture, NULL, set_up, test_values, tear_down);
  g_test_add ("/draw/street-paint/area", Fixture, NULL, set_up, test_area, tear_down);
  return g_test_run ();
}
