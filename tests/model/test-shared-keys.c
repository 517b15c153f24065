/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-shared-keys.h"

static void
test_insert (void)
{
  HySharedKeysPool pool;
  hy_shared_keys_pool_init (&pool, hy_dict_rules_for (hy_abi_lookup (12, HY_BUILD_DEFAULT, 64)));
  HySharedKeys *keys = hy_shared_keys_new (&pool, 6, 3, TRUE);

  g_assert_cmpuint (hy_shared_keys_places (&pool, keys), ==, 3);
  g_assert_true (hy_shared_keys_insert (keys, 40));
  g_assert_true (hy_shared_keys_insert (keys, 2));
  g_assert_true (hy_shared_keys_insert (keys, 40));
  g_assert_cmpint (hy_shared_keys_find (keys, 40), ==, 0);
  g_assert_cmpint (hy_shared_keys_find (keys, 2), ==, 1);
  g_assert_cmpint (hy_shared_keys_find (keys, 3), ==, -1);
  g_assert_cmpint (hy_shared_keys_find (keys, 1000), ==, -1);
  g_assert_cmpint (hy_shared_keys_name_at (keys, 1), ==, 2);
  g_assert_cmpint (hy_shared_keys_name_at (keys, 2), ==, -1);
  g_assert_true (hy_shared_keys_insert (keys, 7));
  g_assert_false (hy_shared_keys_insert (keys, 8));
  g_assert_cmpuint (hy_shared_keys_places (&pool, keys), ==, 3);
  hy_shared_keys_pool_clear (&pool);
}

/* Keys that came with the class were there before any instance. */
static void
test_grown (void)
{
  HySharedKeysPool pool;
  hy_shared_keys_pool_init (&pool, hy_dict_rules_for (hy_abi_lookup (8, HY_BUILD_DEFAULT, 64)));
  HySharedKeys *born = hy_shared_keys_new (&pool, 3, 5, TRUE);
  g_assert_cmpuint (pool.grown, ==, 0);
  HySharedKeys *grown = hy_shared_keys_new (&pool, 4, 10, FALSE);
  g_assert_cmpuint (pool.grown, ==, 296);
  g_assert_cmpuint (hy_shared_keys_places (&pool, grown), ==, 10);
  hy_shared_keys_drop (&pool, born);
  g_assert_cmpuint (pool.grown, ==, 296);
  hy_shared_keys_drop (&pool, grown);
  g_assert_cmpuint (pool.grown, ==, 0);
  hy_shared_keys_pool_clear (&pool);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/shared-keys/insert", test_insert);
  g_test_add_func ("/model/shared-keys/grown", test_grown);
  return g_test_run ();
}
