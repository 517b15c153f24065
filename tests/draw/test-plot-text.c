/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "draw-pictures.h"
#include "hy-plot-text.h"
#include "hy-scene-private.h"

#define WIDTH 900
#define HEIGHT 500

/* Text is made for the words in sight only, and is where they are. */
static void
test_words (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 2000, HY_ARRANGE_ADDRESS, WIDTH, HEIGHT);
  HyPlace place = { 1, 700 };
  HyView view;
  HyRect type;
  hy_scene_fit (scene, &view);
  hy_scene_zoom (scene, &view, 60 / view.scale, WIDTH / 2, HEIGHT / 2);
  hy_scene_reveal (scene, &view, &place);

  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (image);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  HyStreetLook look = { .palette = hy_palette_get (HY_PALETTE_CONTRAST_DARK),
                        .text_size = 14,
                        .names = hy_street_names_new () };
  hy_plots_paint_text (cr, scene, &view, 1, &look);
  cairo_destroy (cr);
  g_assert_cmpuint (g_hash_table_size (look.names), >, 6);
  g_assert_true (g_hash_table_contains (look.names, "type"));
  g_assert_true (g_hash_table_contains (look.names, "='ORD-699'"));
  g_assert_false (g_hash_table_contains (look.names, "='ORD-1'"));

  g_assert_true (hy_scene_word_rect (scene, &view, &place, 0, 24, &type));
  g_assert_cmpfloat (draw_ink_within (image, (int) type.x, (int) type.y, 60, 60), >, 5);
  g_hash_table_unref (look.names);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/plot-text/words", test_words);
  return g_test_run ();
}
