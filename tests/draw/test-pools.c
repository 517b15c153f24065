/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "hy-pools.h"

/* pymalloc as it goes, block by block, to compare with. */
typedef struct
{
  guint64 pool; /* in which the class allocates now */
  guint used, capacity;
} Bin;

static void
assert_block (const HyPools *pools, guint64 rank, gsize block, guint64 pool, guint64 offset)
{
  guint64 found_pool, found_offset, found_rank;
  gsize found_block;
  HyPool it;
  g_assert_true (hy_pools_find (pools, rank, block, &found_pool, &found_offset));
  g_assert_cmpuint (found_pool, ==, pool);
  g_assert_cmpuint (found_offset, ==, offset);
  g_assert_cmpuint (hy_pools_range (pools, pool, 1, &it), ==, 1);
  guint slot = (guint) (offset - hy_pools_allocator (pools)->pool_header) / it.block_size;
  g_assert_true (hy_pools_at (pools, &it, slot, &found_rank, &found_block));
  g_assert_cmpuint (found_rank, ==, rank);
  g_assert_cmpuint (found_block, ==, block);
}

static void
assert_like_simulation (HyFootprint *footprint, guint64 count)
{
  g_autoptr (HyPools) pools = hy_pools_new (footprint, count);
  const HyAllocator *allocator = hy_pools_allocator (pools);
  Bin bins[HY_ALLOC_MAX_CLASSES] = { { 0 } };
  guint64 n_pools = 0;
  for (guint64 rank = 1; rank <= count; rank++)
    {
      const HyRankRun *run = hy_footprint_run_at (footprint, rank);
      for (gsize i = 0; i < run->n_blocks; i++)
        {
          int class = hy_allocator_class (allocator, run->blocks[i].requested);
          guint64 pool, offset;
          if (class < 0)
            {
              g_assert_false (hy_pools_find (pools, rank, i, &pool, &offset));
              continue;
            }
          Bin *bin = &bins[class];
          if (bin->used == bin->capacity)
            *bin = (Bin){ n_pools++, 0, hy_allocator_blocks_per_pool (allocator, class) };
          guint size = (guint) (class + 1) * allocator->alignment;
          assert_block (pools, rank, i, bin->pool, allocator->pool_header + (guint64) bin->used++ * size);
        }
    }
  g_assert_cmpuint (hy_pools_count (pools), ==, n_pools);
}

static void
test_simulation (void)
{
  g_autoptr (GRand) random = draw_random ();
  for (guint i = 0; i < 12; i++)
    {
      guint minor = (guint) g_rand_int_range (random, 6, 16);
      guint bits = minor == 11 && g_rand_boolean (random) ? 32 : 64;
      g_autoptr (HyFootprint) footprint =
          draw_class (minor, bits, g_rand_boolean (random), (guint) g_rand_int_range (random, 0, 14));
      assert_like_simulation (footprint, (guint64) g_rand_int_range (random, 1, 900));
    }
  g_autoptr (HyFootprint) order = draw_order (12, 64);
  assert_like_simulation (order, 1000);
}

/* A range is what its pools are one by one; beyond the last there is none. */
static void
test_range (void)
{
  g_autoptr (HyFootprint) order = draw_order (11, 64);
  g_autoptr (HyPools) pools = hy_pools_new (order, 100000);
  HyPool all[300], one;
  guint64 n = hy_pools_count (pools);
  g_assert_cmpuint (hy_pools_range (pools, 17, G_N_ELEMENTS (all), all), ==, G_N_ELEMENTS (all));
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_assert_cmpuint (hy_pools_range (pools, 17 + i, 1, &one), ==, 1);
      g_assert_cmpuint (one.class_index, ==, all[i].class_index);
      g_assert_cmpuint (one.ordinal, ==, all[i].ordinal);
      g_assert_cmpuint (one.used, ==, all[i].used);
    }
  g_assert_cmpuint (hy_pools_range (pools, n - 1, 5, all), ==, 1);
  g_assert_cmpuint (hy_pools_range (pools, n, 5, all), ==, 0);
}

/* Shares of a pool are at most what it holds, and all blocks of all pools are what the instances asked for. */
static void
test_shares (void)
{
  g_autoptr (HyFootprint) slotted = draw_slotted_order (12, 64);
  g_autoptr (HyPools) pools = hy_pools_new (slotted, 1000);
  double sum = 0;
  for (guint64 i = 0; i < hy_pools_count (pools); i++)
    {
      HyPool pool;
      double shares[HY_N_SHARES];
      hy_pools_range (pools, i, 1, &pool);
      hy_pools_shares (pools, &pool, shares);
      sum += shares[HY_SHARE_HEAD] + shares[HY_SHARE_ROOMS];
      g_assert_cmpfloat (shares[HY_SHARE_USED], ==, 0);
    }
  g_assert_cmpfloat_with_epsilon (sum, 64 * 1000, 1e-6);
}

/* 10^12 instances cost no more than ten. */
static void
test_huge (void)
{
  g_autoptr (HyFootprint) order = draw_order (12, 64);
  g_autoptr (HyPools) pools = hy_pools_new (order, HY_FOOTPRINT_MAX_COUNT);
  guint64 pool, offset;
  for (guint64 rank = 1; rank <= HY_FOOTPRINT_MAX_COUNT; rank = rank * 7 + 1)
    for (gsize block = 0; block < 2; block++)
      {
        g_assert_true (hy_pools_find (pools, rank, block, &pool, &offset));
        g_assert_cmpuint (pool, <, hy_pools_count (pools));
        assert_block (pools, rank, block, pool, offset);
      }
}

static void
test_not_modelled (void)
{
  g_autoptr (HyClassDef) def = hy_class_def_new_order ();
  g_autoptr (HyLayout) layout = hy_layouter_layout (def, hy_abi_lookup (13, HY_BUILD_FREE_THREADED, 64));
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  g_assert_null (hy_pools_new (footprint, 10));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/pools/simulation", test_simulation);
  g_test_add_func ("/draw/pools/range", test_range);
  g_test_add_func ("/draw/pools/shares", test_shares);
  g_test_add_func ("/draw/pools/huge", test_huge);
  g_test_add_func ("/draw/pools/not-modelled", test_not_modelled);
  return g_test_run ();
}
