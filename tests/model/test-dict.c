/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-dict.h"

static const HyDictRules *
rules_of (guint minor)
{
  return hy_dict_rules_for (hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64));
}

static void
test_every_build_has_rules (void)
{
  gsize n;
  const HyAbi *rows = hy_abi_rows (&n);
  for (gsize i = 0; i < n; i++)
    g_assert_nonnull (hy_dict_rules_for (&rows[i]));
}

static void
test_keys (void)
{
  g_assert_cmpuint (hy_keys_usable (3), ==, 5);
  g_assert_cmpuint (hy_keys_usable (6), ==, 42);
  g_assert_cmpuint (hy_keys_size (rules_of (8), 3, HY_KEYS_UNICODE), ==, 168);
  g_assert_cmpuint (hy_keys_size (rules_of (8), 4, HY_KEYS_GENERAL), ==, 296);
  g_assert_cmpuint (hy_keys_size (rules_of (12), 3, HY_KEYS_UNICODE), ==, 120);
  g_assert_cmpuint (hy_keys_size (rules_of (12), 3, HY_KEYS_GENERAL), ==, 160);
  g_assert_cmpuint (hy_keys_size (rules_of (12), 7, HY_KEYS_UNICODE), ==, 1520);
  /* indices of two bytes from 256 slots on */
  g_assert_cmpuint (hy_keys_size (rules_of (12), 8, HY_KEYS_UNICODE), ==, 32 + 512 + 170 * 16);
  g_assert_cmpuint (hy_keys_log2_for_slots (0), ==, 3);
  g_assert_cmpuint (hy_keys_log2_for_slots (9), ==, 4);
}

static void
test_growth (void)
{
  static const struct
  {
    guint minor, log2, used, grown;
  } cases[] = { { 6, 3, 5, 4 },  { 6, 3, 2, 3 },  { 8, 3, 5, 4 },  { 8, 4, 10, 5 }, { 8, 3, 2, 3 },  { 10, 3, 2, 4 },
                { 12, 3, 2, 4 }, { 12, 3, 3, 4 }, { 12, 3, 0, 3 }, { 14, 3, 2, 3 }, { 14, 3, 3, 4 }, { 12, 6, 42, 7 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (hy_keys_grown_log2 (rules_of (cases[i].minor), cases[i].log2, cases[i].used), ==, cases[i].grown);
  g_assert_cmpuint (hy_keys_merged_log2 (rules_of (12), 2), ==, 4);
  g_assert_cmpuint (hy_keys_merged_log2 (rules_of (12), 5), ==, 3);
  g_assert_cmpuint (hy_keys_merged_log2 (rules_of (14), 2), ==, 3);
}

static void
test_values (void)
{
  static const struct
  {
    guint minor;
    guint64 places, start, size;
  } cases[] = { { 8, 5, 0, 40 },  { 11, 5, 8, 48 },   { 12, 29, 32, 264 }, { 12, 30, 32, 272 },
                { 13, 5, 8, 56 }, { 13, 30, 8, 280 }, { 14, 1, 8, 24 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (hy_values_start (rules_of (cases[i].minor), 8, cases[i].places), ==, cases[i].start);
      g_assert_cmpuint (hy_values_size (rules_of (cases[i].minor), 8, cases[i].places), ==, cases[i].size);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/dict/every-build", test_every_build_has_rules);
  g_test_add_func ("/model/dict/keys", test_keys);
  g_test_add_func ("/model/dict/growth", test_growth);
  g_test_add_func ("/model/dict/values", test_values);
  return g_test_run ();
}
