/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-footprint.h"

#include "recipes.h"

static const char *const recipes[] = {
  "",
  "a",
  "a b c d",
  "a b -a c",
  "a @",
  "a [k",
  "+x,y,z a",
  "a {x,y b",
  "a {",
  "a & r",
  "a b c d e f g h i j k l m n o p q r s t u v w x y z a1 a2 a3 a4 a5 a6",
};

static void
check_block (const HyBlock *block)
{
  guint64 end = 0;
  for (gsize i = 0; i < block->n_spans; i++)
    {
      g_assert_cmpuint (block->spans[i].offset, ==, end);
      g_assert_cmpuint (block->spans[i].size, >, 0);
      g_assert_nonnull (block->spans[i].label);
      end += block->spans[i].size;
    }
  g_assert_cmpuint (end, ==, block->requested);
  g_assert_cmpuint (block->allocated, >=, block->requested);
}

static void
check_footprint (HyFootprint *footprint)
{
  for (gsize i = 0; i < footprint->n_runs; i++)
    {
      guint64 sum = 0;
      for (gsize j = 0; j < footprint->runs[i].n_blocks; j++)
        {
          check_block (&footprint->runs[i].blocks[j]);
          sum += footprint->runs[i].blocks[j].requested;
        }
      g_assert_cmpuint (sum, ==, footprint->runs[i].requested);
      g_assert_cmpint (footprint->runs[i].blocks[0].role, ==, HY_BLOCK_INSTANCE);
    }
}

/* Spans cover each block without a gap, on every default build. */
static void
test_spans (void)
{
  for (guint minor = 6; minor <= 15; minor++)
    for (gsize i = 0; i < G_N_ELEMENTS (recipes); i++)
      {
        g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, recipes[i]);
        g_autoptr (HyLayout) layout = recipe_layout (def, minor);
        g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
        g_test_message ("3.%u: %s", minor, recipes[i]);
        g_assert_null (footprint->unknown);
        check_footprint (footprint);
      }
}

/* The part with items, and the __dict__ pointer behind it until 3.11. */
static void
test_items (void)
{
  for (guint minor = 6; minor <= 15; minor++)
    {
      g_autoptr (HyClassDef) def = recipe_subclass ("tuple", recipe_value (HY_VALUE_TUPLE, 3), "a");
      g_autoptr (HyLayout) layout = recipe_layout (def, minor);
      g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
      g_assert_null (footprint->unknown);
      check_footprint (footprint);
      const HyBlock *block = &hy_footprint_steady (footprint)->blocks[0];
      gsize items = 0, pointers = 0;
      for (gsize i = 0; i < block->n_spans; i++)
        {
          items += block->spans[i].kind == HY_SPAN_ITEMS ? block->spans[i].size : 0;
          pointers += block->spans[i].kind == HY_SPAN_DICT_POINTER;
        }
      g_assert_cmpuint (items, ==, 24);
      g_assert_cmpuint (pointers, ==, minor <= 11);
    }
}

static void
test_weakref (void)
{
  g_autoptr (HyClassDef) def = recipe_class (NULL, "__weakref__ r s", "& r & s");
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  const HyRankRun *steady = hy_footprint_steady (footprint);
  g_assert_cmpuint (steady->n_blocks, ==, 2);
  g_assert_cmpint (steady->blocks[1].role, ==, HY_BLOCK_WEAKREF);
  g_assert_cmpuint (steady->blocks[1].requested, ==, 80);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/blocks/spans", test_spans);
  g_test_add_func ("/model/blocks/items", test_items);
  g_test_add_func ("/model/blocks/weakref", test_weakref);
  return g_test_run ();
}
