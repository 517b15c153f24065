/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-alloc.h"

static const struct
{
  guint minor;
  HyBuild build;
  guint bits;
  guint64 request, rounded;
} rounds[] = {
  { 6, HY_BUILD_DEFAULT, 64, 1, 16 },           { 6, HY_BUILD_DEFAULT, 64, 17, 32 },
  { 12, HY_BUILD_DEFAULT, 64, 0, 16 },          { 12, HY_BUILD_DEFAULT, 64, 512, 512 },
  { 12, HY_BUILD_DEFAULT, 64, 513, 528 },       { 12, HY_BUILD_DEFAULT, 64, 520, 528 },
  { 12, HY_BUILD_DEFAULT, 64, 521, 544 },       { 11, HY_BUILD_DEFAULT, 32, 36, 40 },
  { 11, HY_BUILD_DEFAULT, 32, 28, 32 },         { 11, HY_BUILD_DEFAULT, 32, 513, 528 },
  { 13, HY_BUILD_FREE_THREADED, 64, 64, 64 },   { 13, HY_BUILD_FREE_THREADED, 64, 65, 80 },
  { 13, HY_BUILD_FREE_THREADED, 64, 104, 112 }, { 13, HY_BUILD_FREE_THREADED, 64, 129, 160 },
  { 13, HY_BUILD_FREE_THREADED, 64, 257, 320 }, { 13, HY_BUILD_FREE_THREADED, 64, 449, 512 },
  { 13, HY_BUILD_FREE_THREADED, 64, 513, 640 }, { 12, HY_BUILD_WASM, 32, 24, 0 },
};

static void
test_round (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rounds); i++)
    {
      const HyAllocator *allocator =
          hy_allocator_for (hy_abi_lookup (rounds[i].minor, rounds[i].build, rounds[i].bits));
      g_test_message ("3.%u: %" G_GUINT64_FORMAT, rounds[i].minor, rounds[i].request);
      g_assert_cmpuint (hy_allocator_round (allocator, rounds[i].request), ==, rounds[i].rounded);
    }
  g_assert_cmpuint (hy_allocator_round (hy_allocator_for (hy_abi_newest ()), G_MAXUINT64), ==, 0);
}

/* As sys._debugmallocstats counts them. */
static void
test_pools (void)
{
  static const struct
  {
    guint minor, bits;
    guint64 size;
    guint blocks;
  } pools[] = { { 12, 64, 16, 1021 }, { 12, 64, 48, 340 }, { 12, 64, 512, 31 },
                { 9, 64, 48, 84 },    { 9, 64, 512, 7 },   { 11, 32, 8, 508 } };
  for (gsize i = 0; i < G_N_ELEMENTS (pools); i++)
    {
      const HyAllocator *allocator = hy_allocator_for (hy_abi_lookup (pools[i].minor, HY_BUILD_DEFAULT, pools[i].bits));
      int index = hy_allocator_class (allocator, pools[i].size);
      g_assert_cmpuint (hy_allocator_blocks_per_pool (allocator, index), ==, pools[i].blocks);
    }
  g_assert_cmpint (hy_allocator_class (hy_allocator_for (hy_abi_newest ()), 513), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/alloc/round", test_round);
  g_test_add_func ("/model/alloc/pools", test_pools);
  return g_test_run ();
}
