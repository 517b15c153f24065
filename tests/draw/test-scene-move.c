/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"

static HyRect
rect_of (HyScene *scene, const HyPlace *place)
{
  HyView view;
  gsize n;
  hy_scene_fit (scene, &view);
  g_autofree HyPlacedBlock *blocks = hy_scene_place (scene, &view, place, &n);
  return blocks[0].rect;
}

static void
test_steps (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 180, HY_ARRANGE_INSTANCE, 800, 500);
  HyPlace place = { 99, 0 };
  g_assert_true (hy_scene_move (scene, &place, HY_MOVE_NEXT));
  g_assert_cmpuint (place.lane, ==, 0);
  g_assert_cmpuint (place.rank, ==, 1);
  g_assert_false (hy_scene_move (scene, &place, HY_MOVE_PREVIOUS));
  g_assert_false (hy_scene_move (scene, &place, HY_MOVE_PREVIOUS_LANE));
  g_assert_true (hy_scene_move (scene, &place, HY_MOVE_NEXT));
  g_assert_cmpuint (place.rank, ==, 2);
  g_assert_true (hy_scene_move (scene, &place, HY_MOVE_LAST));
  g_assert_cmpuint (place.rank, ==, 180);
  g_assert_false (hy_scene_move (scene, &place, HY_MOVE_NEXT));
  g_assert_true (hy_scene_move (scene, &place, HY_MOVE_NEXT_LANE));
  g_assert_cmpuint (place.lane, ==, 1);
  g_assert_true (hy_scene_move (scene, &place, HY_MOVE_LAST));
  g_assert_true (hy_scene_move (scene, &place, HY_MOVE_FIRST));
  g_assert_cmpuint (place.rank, ==, 1);
}

/* Down and down goes through all streets of all lanes, each step below the last; then up all the way back. */
static void
test_streets (gconstpointer data)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 500, GPOINTER_TO_INT (data), 800, 500);
  HyPlace place = { 0, 1 };
  guint steps = 0;
  HyRect last = rect_of (scene, &place);
  while (hy_scene_move (scene, &place, HY_MOVE_DOWN))
    {
      HyRect rect = rect_of (scene, &place);
      g_assert_cmpfloat (rect.y + rect.height, >, last.y);
      last = rect;
      g_assert_cmpuint (++steps, <, 1000);
    }
  g_assert_cmpuint (place.lane, ==, 1);
  g_assert_cmpuint (steps, >, 10);
  while (hy_scene_move (scene, &place, HY_MOVE_UP))
    g_assert_cmpuint (++steps, <, 2000);
  g_assert_cmpuint (place.lane, ==, 0);
}

static void
test_nowhere (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 0, HY_ARRANGE_INSTANCE, 800, 500);
  HyPlace place = { 0, 1 };
  for (guint move = HY_MOVE_NEXT; move <= HY_MOVE_LAST; move++)
    g_assert_false (hy_scene_move (scene, &place, move));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/scene-move/steps", test_steps);
  g_test_add_data_func ("/draw/scene-move/streets/instance", GINT_TO_POINTER (HY_ARRANGE_INSTANCE), test_streets);
  g_test_add_data_func ("/draw/scene-move/streets/address", GINT_TO_POINTER (HY_ARRANGE_ADDRESS), test_streets);
  g_test_add_func ("/draw/scene-move/nowhere", test_nowhere);
  return g_test_run ();
}
