/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value-rules.h"

static const HyValueRules *
rules_of (guint minor)
{
  return hy_value_rules_for (hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64));
}

static void
test_every_build_has_rules (void)
{
  gsize n;
  const HyAbi *rows = hy_abi_rows (&n);
  for (gsize i = 0; i < n; i++)
    g_assert_nonnull (hy_value_rules_for (&rows[i]));
}

/* Places as (getsizeof − that of an empty list) / 8 measured. */
static void
test_lists (void)
{
  static const struct
  {
    guint minor;
    guint64 n, appended, constructed, extended, constants;
  } cases[] = {
    { 6, 1, 4, 4, 4, 1 },       { 6, 9, 16, 16, 16, 9 },    { 8, 5, 8, 5, 8, 5 },  { 8, 17, 25, 17, 25, 17 },
    { 9, 5, 8, 5, 8, 8 },       { 9, 33, 40, 33, 36, 36 },  { 10, 5, 8, 6, 6, 6 }, { 13, 33, 40, 34, 34, 34 },
    { 14, 33, 40, 34, 34, 40 }, { 12, 65, 76, 66, 66, 66 }, { 12, 2, 4, 2, 2, 2 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HyValueRules *rules = rules_of (cases[i].minor);
      g_test_message ("3.%u: %" G_GUINT64_FORMAT, cases[i].minor, cases[i].n);
      g_assert_cmpuint (hy_list_appended_places (rules, cases[i].n), ==, cases[i].appended);
      g_assert_cmpuint (hy_list_constructed_places (rules, cases[i].n), ==, cases[i].constructed);
      g_assert_cmpuint (hy_list_extended_places (rules, cases[i].n), ==, cases[i].extended);
      g_assert_cmpuint (hy_list_display_places (rules, cases[i].n, TRUE), ==, cases[i].constants);
    }
  g_assert_cmpuint (hy_list_appended_places (rules_of (12), 100000), ==, 100116);
  g_assert_cmpuint (hy_list_appended_places (rules_of (8), 0), ==, 0);
  g_assert_cmpuint (hy_list_display_places (rules_of (12), 31, FALSE), ==, 32);
  g_assert_cmpuint (hy_list_display_places (rules_of (9), 31, FALSE), ==, 31);
}

/* list (map (f, x)), measured; and list (a set) since 3.13. */
static void
test_lists_from_iterators (void)
{
  static const struct
  {
    guint minor;
    guint64 n, unsized, resized;
  } cases[] = {
    { 6, 0, 0, 0 },  { 6, 5, 8, 8 },  { 6, 6, 12, 9 },    { 8, 13, 20, 20 },  { 9, 1, 4, 4 },
    { 9, 3, 8, 8 },  { 9, 6, 8, 12 }, { 13, 7, 8, 8 },    { 13, 33, 40, 36 }, { 13, 9, 16, 12 },
    { 14, 0, 8, 0 }, { 14, 2, 8, 8 }, { 15, 65, 76, 68 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HyValueRules *rules = rules_of (cases[i].minor);
      g_test_message ("3.%u: %" G_GUINT64_FORMAT, cases[i].minor, cases[i].n);
      g_assert_cmpuint (hy_list_unsized_places (rules, cases[i].n, cases[i].minor >= 14), ==, cases[i].unsized);
      g_assert_cmpuint (hy_list_resized_places (rules, cases[i].n), ==, cases[i].resized);
    }
}

/* A list of so many items that the sum must not take long. */
static void
test_huge_list (void)
{
  guint64 n = G_GUINT64_CONSTANT (1000000000000);
  guint64 places = hy_list_appended_places (rules_of (15), n);
  g_assert_cmpuint (places, >=, n);
  g_assert_cmpuint (places, <, n + n / 7);
}

static void
test_sets (void)
{
  static const struct
  {
    guint minor;
    guint64 n, added, merged;
  } cases[] = { { 6, 4, 8, 8 },     { 6, 5, 32, 16 },  { 6, 20, 32, 64 },  { 6, 21, 128, 64 },  { 7, 18, 32, 64 },
                { 7, 19, 128, 64 }, { 12, 9, 32, 32 }, { 12, 16, 32, 64 }, { 12, 77, 512, 256 } };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (hy_set_added_slots (rules_of (cases[i].minor), cases[i].n), ==, cases[i].added);
      g_assert_cmpuint (hy_set_merged_slots (rules_of (cases[i].minor), cases[i].n), ==, cases[i].merged);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/value-rules/every-build", test_every_build_has_rules);
  g_test_add_func ("/model/value-rules/lists", test_lists);
  g_test_add_func ("/model/value-rules/lists-from-iterators", test_lists_from_iterators);
  g_test_add_func ("/model/value-rules/huge-list", test_huge_list);
  g_test_add_func ("/model/value-rules/sets", test_sets);
  return g_test_run ();
}
