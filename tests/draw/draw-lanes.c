/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"

static HyFootprint *
make_footprint (HyClassDef *def, guint minor, guint bits)
{
  g_autoptr (HyClassDef) owned = def;
  g_autoptr (HyLayout) layout = hy_layouter_layout (owned, hy_abi_lookup (minor, HY_BUILD_DEFAULT, bits));
  return hy_footprint_new (layout);
}

HyFootprint *
draw_order (guint minor, guint bits)
{
  return make_footprint (hy_class_def_new_order (), minor, bits);
}

HyFootprint *
draw_slotted_order (guint minor, guint bits)
{
  return make_footprint (hy_class_def_new_slotted_order (), minor, bits);
}

HyFootprint *
draw_class (guint minor, guint bits, gboolean slotted, guint n_names)
{
  HyClassDef *def = hy_class_def_new ("Random");
  HyRecipe *recipe = &def->recipe;
  def->static_attributes = g_new0 (char *, n_names + 1);
  recipe->n_ops = n_names;
  recipe->ops = g_new0 (HyOp, n_names);
  for (guint i = 0; i < n_names; i++)
    {
      char *name = g_strdup_printf ("name%u", i);
      def->static_attributes[i] = name;
      recipe->ops[i] = (HyOp){ .kind = HY_OP_SET, .name = g_strdup (name), .owner = g_strdup ("Random") };
      recipe->ops[i].value = hy_value_new (HY_VALUE_NONE);
    }
  if (slotted)
    {
      def->slots_state = HY_SLOTS_NAMES;
      def->n_slots = n_names;
      def->slots = g_new0 (HySlot, n_names);
      for (guint i = 0; i < n_names; i++)
        def->slots[i].name = g_strdup (def->static_attributes[i]);
    }
  return make_footprint (def, minor, bits);
}

HyScene *
draw_lesson (guint minor, guint64 count, HyArrange arrange, double width, double height)
{
  g_autoptr (HyFootprint) order = draw_order (minor, 64);
  g_autoptr (HyFootprint) slotted = draw_slotted_order (minor, 64);
  HyLane lanes[] = { { order, "Order", "dict-backed", 0, count }, { slotted, "SlottedOrder", "slotted", 1, count } };
  HySceneOptions options = {
    .arrange = arrange, .width = width, .height = height, .heading_height = 24, .padding = 12
  };
  return hy_scene_new (lanes, G_N_ELEMENTS (lanes), &options);
}

HyScene *
draw_random_scene (GRand *random, HyArrange arrange, guint64 max_count)
{
  static const guint minors[] = { 6, 8, 10, 11, 12, 13, 14 };
  HyLane lanes[4];
  gsize n_lanes = (gsize) g_rand_int_range (random, 1, G_N_ELEMENTS (lanes) + 1);
  guint minor = minors[g_rand_int_range (random, 0, G_N_ELEMENTS (minors))];
  for (gsize i = 0; i < n_lanes; i++)
    {
      HyFootprint *footprint =
          draw_class (minor, 64, g_rand_boolean (random), (guint) g_rand_int_range (random, 0, 12));
      guint64 count = (guint64) g_rand_double_range (random, 1, (double) max_count);
      lanes[i] = (HyLane){ footprint, "Random", "random", (guint) i, count };
    }
  HySceneOptions options = { .arrange = arrange,
                             .width = g_rand_double_range (random, 200, 2600),
                             .height = g_rand_double_range (random, 200, 1500),
                             .heading_height = 20,
                             .padding = 10 };
  HyScene *scene = hy_scene_new (lanes, n_lanes, &options);
  for (gsize i = 0; i < n_lanes; i++)
    hy_footprint_unref (lanes[i].footprint);
  return scene;
}

GRand *
draw_random (void)
{
  const char *given = g_getenv ("HEAPYARD_SEED");
  guint32 seed = given ? (guint32) g_ascii_strtoull (given, NULL, 10) : g_random_int ();
  g_test_message ("HEAPYARD_SEED=%u", seed);
  return g_rand_new_with_seed (seed);
}
