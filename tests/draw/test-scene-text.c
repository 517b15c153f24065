/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "hy-number.h"

static void
test_describe (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 100000, HY_ARRANGE_INSTANCE, 800, 500);
  g_autofree char *text = hy_scene_describe (scene);
  g_assert_cmpstr (text, ==, "Order: 100,000 instances, 9.16 MiB; SlottedOrder: 100,000 instances, 6.1 MiB");
}

static void
test_heading (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 1, HY_ARRANGE_INSTANCE, 800, 500);
  static const char *const texts[] = { "1 instance · 64 B · slotted", "1 instance · 64 B", "64 B" };
  for (int length = HY_HEADING_FULL; length <= HY_HEADING_BYTES; length++)
    {
      g_autofree char *text = hy_plain_spaces (hy_scene_heading_text (scene, 1, (HyHeadingLength) length));
      g_assert_cmpstr (text, ==, texts[length]);
    }
}

static void
test_heading_unknown (void)
{
  HyLane lane = { .footprint = NULL, .label = "Odd", .count = 3 };
  HySceneOptions options = { .width = 300, .height = 200 };
  g_autoptr (HyScene) scene = hy_scene_new (&lane, 1, &options);
  g_autofree char *text = hy_scene_heading_text (scene, 0, HY_HEADING_BYTES);
  g_autofree char *description = hy_scene_describe (scene);
  g_assert_cmpstr (text, ==, "unknown");
  g_assert_cmpstr (description, ==, "Odd: unknown");
}

static void
test_legend (void)
{
  static const struct
  {
    HyArrange arrange;
    guint64 count;
    const char *begin;
  } cases[] = {
    { HY_ARRANGE_INSTANCE, 180, "■ = 8 bytes in every lane · Order: the first 24 own larger warehouses" },
    { HY_ARRANGE_INSTANCE, 10000000, "1 cell = 8,192 instances, the same bytes the same area in every lane" },
    { HY_ARRANGE_ADDRESS, 100, "pools of 16 KiB in arenas of 1 MiB" },
    { HY_ARRANGE_ADDRESS, 10000000000, "1 cell = 1,024 arenas of 1 MiB" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyScene) scene = draw_lesson (12, cases[i].count, cases[i].arrange, 800, 500);
      HyView view;
      hy_scene_fit (scene, &view);
      g_autofree char *text = hy_plain_spaces (hy_scene_legend (scene, &view));
      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, cases[i].begin));
    }
}

/* A scene of @n lanes, 300 pixels by 200. */
static HyScene *
scene_of (gsize n, gboolean counts_more)
{
  g_autoptr (HyFootprint) footprint = draw_order (12, 64);
  g_autofree HyLane *lanes = g_new0 (HyLane, n);
  const HySceneOptions options = {
    .width = 300, .height = 200, .heading_height = 26, .padding = 12, .scrolls = TRUE, .counts_more = counts_more
  };
  for (gsize i = 0; i < n; i++)
    lanes[i] = (HyLane){ .footprint = footprint, .label = "Order", .count = 100 };
  return hy_scene_new (lanes, n, &options);
}

/* More lanes than there is room for are told, and none when all are in sight. */
static void
test_in_sight (void)
{
  g_autoptr (HyScene) few = scene_of (2, FALSE);
  g_autoptr (HyScene) many = scene_of (7, FALSE);
  HyView view;
  hy_scene_fit (few, &view);
  g_autofree char *all = hy_scene_legend (few, &view);
  hy_scene_fit (many, &view);
  g_autofree char *part = hy_scene_legend (many, &view);
  hy_scene_pan (many, &view, 0, -1e6);
  g_autofree char *end = hy_scene_legend (many, &view);
  g_assert_null (strstr (all, "in sight"));
  g_assert_nonnull (strstr (part, "of 7 classes in sight"));
  g_assert_nonnull (strstr (end, "of 7 classes in sight"));
}

/* What is counted elsewhere but not drawn is not in a lane's figure: it says so. */
static void
test_counts_more (void)
{
  g_autoptr (HyScene) plain = scene_of (1, FALSE);
  g_autoptr (HyScene) more = scene_of (1, TRUE);
  g_autofree char *figure = hy_plain_spaces (hy_scene_heading_text (plain, 0, HY_HEADING_BYTES));
  g_autofree char *of = hy_plain_spaces (hy_scene_heading_text (more, 0, HY_HEADING_BYTES));
  g_autofree char *expected = g_strdup_printf ("%s in objects and stores", figure);
  g_assert_cmpstr (of, ==, expected);
}

static void
test_value (void)
{
  g_autoptr (HyScene) scene = draw_lesson (12, 180, HY_ARRANGE_INSTANCE, 800, 500);
  HyPlace place = { 0, 57 };
  g_autofree char *id = hy_scene_value_text (scene, &place, "id");
  g_autofree char *total = hy_scene_value_text (scene, &place, "total");
  g_assert_cmpstr (id, ==, "'ORD-56'");
  g_assert_cmpstr (total, ==, "99.99");
  g_assert_null (hy_scene_value_text (scene, &place, "nothing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/scene-text/describe", test_describe);
  g_test_add_func ("/draw/scene-text/heading", test_heading);
  g_test_add_func ("/draw/scene-text/heading-unknown", test_heading_unknown);
  g_test_add_func ("/draw/scene-text/legend", test_legend);
  g_test_add_func ("/draw/scene-text/in-sight", test_in_sight);
  g_test_add_func ("/draw/scene-text/counts-more", test_counts_more);
  g_test_add_func ("/draw/scene-text/value", test_value);
  return g_test_run ();
}
