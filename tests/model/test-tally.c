/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-tally.h"

static void
test_sums (void)
{
  HyTally tally;
  hy_tally_init (&tally, hy_allocator_for (hy_abi_lookup (12, HY_BUILD_DEFAULT, 64)));
  g_assert_cmpuint (hy_tally_pools (&tally), ==, 0);
  hy_tally_add (&tally, 48, 341);
  hy_tally_add (&tally, 40, 1);
  hy_tally_add (&tally, 600, 2);
  g_assert_cmpuint (tally.requested, ==, 48 * 341 + 40 + 1200);
  g_assert_cmpuint (tally.allocated, ==, 48 * 342 + 2 * 608);
  g_assert_cmpuint (tally.blocks, ==, 344);
  g_assert_cmpuint (hy_tally_pools (&tally), ==, 2 * 16384 + 2 * 608);
  g_assert_false (tally.overflow);
}

static void
test_overflow (void)
{
  HyTally tally;
  hy_tally_init (&tally, hy_allocator_for (hy_abi_newest ()));
  hy_tally_add (&tally, 64, G_MAXINT64 / 64);
  g_assert_false (tally.overflow);
  hy_tally_add (&tally, 64, 1);
  g_assert_true (tally.overflow);
}

static void
test_unknown_allocator (void)
{
  HyTally tally;
  hy_tally_init (&tally, hy_allocator_for (hy_abi_lookup (12, HY_BUILD_WASM, 32)));
  hy_tally_add (&tally, 52, 10);
  g_assert_cmpuint (tally.requested, ==, 520);
  g_assert_cmpuint (tally.allocated, ==, 0);
  g_assert_cmpuint (hy_tally_pools (&tally), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/tally/sums", test_sums);
  g_test_add_func ("/model/tally/overflow", test_overflow);
  g_test_add_func ("/model/tally/unknown-allocator", test_unknown_allocator);
  return g_test_run ();
}
