/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-rule.h"

#include "hy-abi.h"

/* A rule says where it was read, at a tag of the version with which it began or ended, and not all versions follow it.
 */
static void
test_rows (void)
{
  for (gsize i = 0; i < HY_RULE_LAST; i++)
    {
      const HyRuleRow *row = &hy_rule_table[i];
      g_auto (GStrv) parts = g_strsplit (row->source, " ", -1);
      g_assert_cmpuint (g_strv_length (parts), ==, 3);
      g_autofree char *begin = g_strdup_printf ("v3.%u.", row->since), *end = g_strdup_printf ("v3.%u.", row->until);
      g_assert_true (g_str_has_prefix (parts[0], begin) || g_str_has_prefix (parts[0], end));
      g_assert_true (g_str_has_suffix (parts[1], ".py") || g_str_has_suffix (parts[1], ".c"));
      g_assert_cmpuint (row->since, <=, row->until);
      g_assert_true (row->since > 6 || row->until < HY_NEWEST_MINOR);
    }
}

static void
test_holds (void)
{
  g_assert_false (hy_rule_holds (HY_RULE_ENUM_LAST_BASE_FIRST, 6));
  g_assert_true (hy_rule_holds (HY_RULE_ENUM_LAST_BASE_FIRST, 7));
  g_assert_false (hy_rule_holds (HY_RULE_ENUM_LAST_BASE_FIRST, 8));
  g_assert_true (hy_rule_holds (HY_RULE_DATACLASS_ALL_FROZEN, HY_NEWEST_MINOR));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/rows", test_rows);
  g_test_add_func ("/rule/holds", test_holds);
  return g_test_run ();
}
