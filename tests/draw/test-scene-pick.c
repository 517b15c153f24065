/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"

static HyView
random_view (HyScene *scene, GRand *random)
{
  HyView view;
  hy_scene_fit (scene, &view);
  hy_scene_zoom (scene, &view, g_rand_double_range (random, 1, 50), g_rand_double_range (random, 0, 500),
                 g_rand_double_range (random, 0, 500));
  return view;
}

static HyPlace
random_place (HyScene *scene, GRand *random)
{
  HyPlace place = { .lane = (gsize) g_rand_int_range (random, 0, (gint32) hy_scene_n_lanes (scene)) };
  place.rank = (guint64) g_rand_double_range (random, 1, (double) hy_scene_lane (scene, place.lane)->count + 1);
  return place;
}

/* Every word of a random instance is picked where it is placed. */
static void
assert_inverse (HyScene *scene, const HyView *view, const HyPlace *place)
{
  const HyRankRun *run = hy_footprint_run_at (hy_scene_lane (scene, place->lane)->footprint, place->rank);
  for (gsize block = 0; block < run->n_blocks; block++)
    for (guint64 offset = 0; offset < run->blocks[block].requested; offset += 8)
      {
        HyRect rect;
        HyHit hit;
        g_assert_true (hy_scene_word_rect (scene, view, place, block, offset, &rect));
        g_assert_cmpfloat (rect.width, ==, view->scale);
        g_assert_cmpfloat (rect.height, ==, view->scale);
        g_assert_true (hy_scene_pick (scene, view, rect.x + rect.width / 2, rect.y + rect.height / 2, &hit));
        g_assert_cmpuint (hit.place.lane, ==, place->lane);
        g_assert_cmpuint (hit.place.rank, ==, place->rank);
        g_assert_true (hit.inside);
        g_assert_cmpuint (hit.block, ==, block);
        g_assert_cmpuint (hit.offset, ==, offset);
        g_assert_cmpuint (hit.span, <, run->blocks[block].n_spans);
      }
}

/* Areas on the picture are bytes, for all classes alike, whatever the arrangement. */
static void
assert_areas (HyScene *scene, const HyView *view, const HyPlace *place)
{
  const HyRankRun *run = hy_footprint_run_at (hy_scene_lane (scene, place->lane)->footprint, place->rank);
  gsize n;
  double words = 0;
  guint64 rounded = 0;
  g_autofree HyPlacedBlock *blocks = hy_scene_place (scene, view, place, &n);
  for (gsize i = 0; i < n; i++)
    words += blocks[i].rect.width * blocks[i].rect.height / view->scale / view->scale;
  /* A rectangle of two rows holds an odd word's hole. */
  for (gsize i = 0; i < run->n_blocks; i++)
    rounded += run->blocks[i].requested <= 8 ? 1 : (run->blocks[i].requested + 15) / 16 * 2;
  g_assert_cmpfloat_with_epsilon (words, (double) rounded, 1e-3);
}

static void
test_inverse (gconstpointer data)
{
  HyArrange arrange = GPOINTER_TO_INT (data);
  g_autoptr (GRand) random = draw_random ();
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (HyScene) scene = draw_random_scene (random, arrange, i % 2 ? 2000 : 1000000000);
      for (guint j = 0; j < 5; j++)
        {
          HyView view = random_view (scene, random);
          HyPlace place = random_place (scene, random);
          if (arrange == HY_ARRANGE_INSTANCE)
            assert_areas (scene, &view, &place);
          assert_inverse (scene, &view, &place);
        }
    }
}

static gboolean
overlap (const HyRect *a, const HyRect *b)
{
  const double slack = 1e-6;
  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width && a->y + slack < b->y + b->height &&
         b->y + slack < a->y + a->height;
}

/* Nothing overlaps: all blocks of all instances. */
static void
test_apart (gconstpointer data)
{
  g_autoptr (GRand) random = draw_random ();
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (HyScene) scene = draw_random_scene (random, GPOINTER_TO_INT (data), 60);
      g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (HyPlacedBlock));
      HyView view;
      hy_scene_fit (scene, &view);
      for (gsize lane = 0; lane < hy_scene_n_lanes (scene); lane++)
        for (guint64 rank = 1; rank <= hy_scene_lane (scene, lane)->count; rank++)
          {
            HyPlace place = { lane, rank };
            gsize n;
            g_autofree HyPlacedBlock *blocks = hy_scene_place (scene, &view, &place, &n);
            g_array_append_vals (rects, blocks, (guint) n);
          }
      for (guint j = 0; j < rects->len; j++)
        for (guint k = 0; k < j; k++)
          g_assert_false (
              overlap (&g_array_index (rects, HyPlacedBlock, j).rect, &g_array_index (rects, HyPlacedBlock, k).rect));
    }
}

static void
test_nothing (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 10, HY_ARRANGE_INSTANCE, 800, 500);
  HyPlace beyond = { 0, 11 }, no_lane = { 7, 1 };
  HyView view;
  HyRect rect;
  HyHit hit;
  gsize n;
  hy_scene_fit (scene, &view);
  g_assert_null (hy_scene_place (scene, &view, &beyond, &n));
  g_assert_null (hy_scene_place (scene, &view, &no_lane, &n));
  g_assert_false (hy_scene_word_rect (scene, &view, &beyond, 0, 0, &rect));
  g_assert_false (hy_scene_pick (scene, &view, 1, 1, &hit));
  g_assert_false (hy_scene_pick (scene, &view, 795, 495, &hit));
}

/* Revealed is in sight. */
static void
test_reveal (gconstpointer data)
{
  g_autoptr (GRand) random = draw_random ();
  g_autoptr (HyScene) scene = draw_lesson (12, 1000000, GPOINTER_TO_INT (data), 1000, 600);
  HyView view;
  hy_scene_fit (scene, &view);
  hy_scene_zoom (scene, &view, 40, 0, 0);
  for (guint i = 0; i < 100; i++)
    {
      HyPlace place = random_place (scene, random);
      gsize n;
      hy_scene_reveal (scene, &view, &place);
      g_autofree HyPlacedBlock *blocks = hy_scene_place (scene, &view, &place, &n);
      g_assert_cmpfloat (blocks[0].rect.x, >=, 0);
      g_assert_cmpfloat (blocks[0].rect.x + blocks[0].rect.width, <=, 1000);
      g_assert_cmpfloat (blocks[0].rect.y, >=, 0);
      g_assert_cmpfloat (blocks[0].rect.y + blocks[0].rect.height, <=, 600);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gpointer instance = GINT_TO_POINTER (HY_ARRANGE_INSTANCE), address = GINT_TO_POINTER (HY_ARRANGE_ADDRESS);
  g_test_add_data_func ("/draw/scene-pick/inverse/instance", instance, test_inverse);
  g_test_add_data_func ("/draw/scene-pick/inverse/address", address, test_inverse);
  g_test_add_data_func ("/draw/scene-pick/apart/instance", instance, test_apart);
  g_test_add_data_func ("/draw/scene-pick/apart/address", address, test_apart);
  g_test_add_data_func ("/draw/scene-pick/reveal/instance", instance, test_reveal);
  g_test_add_data_func ("/draw/scene-pick/reveal/address", address, test_reveal);
  g_test_add_func ("/draw/scene-pick/nothing", test_nothing);
  return g_test_run ();
}
