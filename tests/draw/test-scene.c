/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"

#include <math.h>

static const HyArrange arranges[] = { HY_ARRANGE_INSTANCE, HY_ARRANGE_ADDRESS };

/* Fit shows everything, from one instance to 10^12. */
static void
test_fit (void)
{
  g_autoptr (GRand) random = draw_random ();
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (HyScene) scene = draw_random_scene (random, arranges[i % 2], i % 3 ? 500 : HY_FOOTPRINT_MAX_COUNT);
      HyView view;
      double width, height, clamped;
      hy_scene_fit (scene, &view);
      hy_scene_extent (scene, &view, &width, &height);
      g_assert_cmpfloat (view.x, ==, 0);
      g_assert_cmpfloat (view.y, ==, 0);
      clamped = view.scale;
      hy_scene_clamp (scene, &view);
      g_assert_cmpfloat (view.scale, ==, clamped);
      for (gsize lane = 0; lane < hy_scene_n_lanes (scene); lane++)
        {
          HyPlace last = { lane, hy_scene_lane (scene, lane)->count };
          gsize n;
          g_autofree HyPlacedBlock *blocks = hy_scene_place (scene, &view, &last, &n);
          for (gsize j = 0; j < n; j++)
            {
              g_assert_cmpfloat (blocks[j].rect.x, >=, 0);
              g_assert_cmpfloat (blocks[j].rect.x + blocks[j].rect.width, <=, width);
              g_assert_cmpfloat (blocks[j].rect.y + blocks[j].rect.height, <=, height + 1e-6);
            }
        }
    }
}

/* It is not needlessly small: a tenth larger would not fit, or it is as large as one instance gets. */
static void
test_fit_is_large (void)
{
  for (guint64 count = 1; count <= 1000000000; count *= 10)
    {
      g_autoptr (HyScene) scene = draw_lesson (12, count, HY_ARRANGE_INSTANCE, 1600, 900);
      HyView view;
      double width, height;
      hy_scene_fit (scene, &view);
      hy_scene_extent (scene, &view, &width, &height);
      double used = width * height / (1600.0 * 900.0);
      if (view.scale < 30)
        g_assert_cmpfloat (used, >, 0.6);
    }
}

/* Where headings would take most of the room, a scene that scrolls goes on below it, its lanes still worth a look. */
static void
test_scrolls (void)
{
  g_autoptr (HyFootprint) footprint = draw_order (12, 64);
  HyLane lanes[7];
  HySceneOptions options = { .width = 350, .height = 170, .heading_height = 26, .padding = 12 };
  HyView squeezed, view;
  double width, height;
  for (gsize i = 0; i < G_N_ELEMENTS (lanes); i++)
    lanes[i] = (HyLane){ .footprint = footprint, .label = "Order", .count = 100 };
  g_autoptr (HyScene) whole = hy_scene_new (lanes, G_N_ELEMENTS (lanes), &options);
  options.scrolls = TRUE;
  g_autoptr (HyScene) scene = hy_scene_new (lanes, G_N_ELEMENTS (lanes), &options);
  hy_scene_fit (whole, &squeezed);
  hy_scene_fit (scene, &view);
  g_assert_cmpfloat (squeezed.scale, <, 0.1);
  g_assert_cmpfloat (view.scale, >=, 1);
  hy_scene_extent (scene, &view, &width, &height);
  g_assert_cmpfloat (width, <=, options.width);
  g_assert_cmpfloat (height, >, options.height);
  hy_scene_pan (scene, &view, 0, -1e6);
  g_assert_cmpfloat (view.y, ==, height - options.height);
}

/* The point under the pointer stays there. */
static void
test_zoom (void)
{
  g_autoptr (GRand) random = draw_random ();
  g_autoptr (HyScene) scene = draw_lesson (12, 100000, HY_ARRANGE_INSTANCE, 1600, 900);
  for (guint i = 0; i < 200; i++)
    {
      HyView view;
      HyHit before = { .many = 0 }, after = { .many = 0 };
      hy_scene_fit (scene, &view);
      double x = g_rand_double_range (random, 100, 1500), y = g_rand_double_range (random, 100, 800);
      hy_scene_zoom (scene, &view, 30, x, y);
      if (!hy_scene_pick (scene, &view, x, y, &before))
        continue;
      hy_scene_zoom (scene, &view, 1.7, x, y);
      g_assert_true (hy_scene_pick (scene, &view, x, y, &after));
      g_assert_cmpuint (after.place.rank, ==, before.place.rank);
      g_assert_cmpuint (after.offset, ==, before.offset);
    }
}

static void
test_limits (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 1000, HY_ARRANGE_INSTANCE, 800, 500);
  HyView fit, view;
  hy_scene_fit (scene, &fit);
  view = fit;
  hy_scene_zoom (scene, &view, 1e-9, 10, 10);
  g_assert_cmpfloat (view.scale, ==, fit.scale);
  hy_scene_zoom (scene, &view, 1e9, 10, 10);
  g_assert_cmpfloat (view.scale, <=, 240);
  hy_scene_pan (scene, &view, -1e12, -1e12);
  double width, height;
  hy_scene_extent (scene, &view, &width, &height);
  g_assert_cmpfloat (view.x, <=, width);
  g_assert_cmpfloat (view.y, <=, height);
  hy_scene_pan (scene, &view, 1e12, 1e12);
  g_assert_cmpfloat (view.x, ==, 0);
  g_assert_cmpfloat (view.y, ==, 0);
}

/* Nothing to draw is no error. */
static void
test_empty (void)
{
  HySceneOptions options = { .width = 300, .height = 200, .heading_height = 20 };
  g_autoptr (HyScene) none = hy_scene_new (NULL, 0, &options);
  g_autoptr (HyScene) zero = draw_lesson (12, 0, HY_ARRANGE_INSTANCE, 300, 200);
  g_autoptr (HyScene) tiny = draw_lesson (12, 1000, HY_ARRANGE_ADDRESS, 0, 0);
  g_autoptr (HyScene) no_pools = draw_lesson (12, 0, HY_ARRANGE_ADDRESS, 300, 200);
  HyScene *scenes[] = { none, zero, tiny, no_pools };
  for (gsize i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      HyView view;
      HyHit hit;
      hy_scene_fit (scenes[i], &view);
      g_assert_true (isfinite (view.scale) && view.scale > 0);
      hy_scene_zoom (scenes[i], &view, 2, 0, 0);
      hy_scene_pick (scenes[i], &view, 10, 10, &hit);
    }
}

/* Headings stand above their lanes, one below the other. */
static void
test_headings (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 180, HY_ARRANGE_INSTANCE, 800, 500);
  HyView view;
  HyRect first, second;
  HyPlace place = { 0, 1 };
  gsize n;
  hy_scene_fit (scene, &view);
  hy_scene_heading (scene, &view, 0, &first);
  hy_scene_heading (scene, &view, 1, &second);
  g_autofree HyPlacedBlock *blocks = hy_scene_place (scene, &view, &place, &n);
  g_assert_cmpfloat (first.height, ==, 24);
  g_assert_cmpfloat (blocks[0].rect.y, >=, first.y + first.height);
  g_assert_cmpfloat (second.y, >, blocks[0].rect.y);
}

/* A heading stays in sight as long as its lane is, and never lies over the next one's. */
static void
test_headings_stay (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 180, HY_ARRANGE_INSTANCE, 800, 500);
  HyView view;
  double width, height;
  guint over = 0;
  hy_scene_fit (scene, &view);
  hy_scene_zoom (scene, &view, 6, 400, 250);
  hy_scene_extent (scene, &view, &width, &height);
  for (view.y = 0; view.y < height - 500; view.y += 10)
    {
      HyRect first, second;
      gboolean on_ground = hy_scene_heading (scene, &view, 0, &first);
      hy_scene_heading (scene, &view, 1, &second);
      over += on_ground && first.y == 0;
      g_assert_true (on_ground == (view.y > 12));
      g_assert_true (first.y >= 0 || second.y < 24 + 12);
      g_assert_cmpfloat (first.y + first.height, <=, second.y + 1e-6);
    }
  g_assert_cmpuint (over, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/scene/fit", test_fit);
  g_test_add_func ("/draw/scene/fit-is-large", test_fit_is_large);
  g_test_add_func ("/draw/scene/scrolls", test_scrolls);
  g_test_add_func ("/draw/scene/zoom", test_zoom);
  g_test_add_func ("/draw/scene/limits", test_limits);
  g_test_add_func ("/draw/scene/empty", test_empty);
  g_test_add_func ("/draw/scene/headings", test_headings);
  g_test_add_func ("/draw/scene/headings-stay", test_headings_stay);
  return g_test_run ();
}
