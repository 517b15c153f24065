/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-upgrade.h"

#include "hy-number.h"

static HyUpgrade *
lesson_new (const char *second)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  const HyUpgradeClass classes[] = { { order, "Order", 0 }, { slotted, second, 1 } };

  return hy_upgrade_new (classes, 2, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64));
}

static void
check_text (HyUpgrade *upgrade, guint from, guint to, const char *expected)
{
  hy_upgrade_compare (upgrade, from, to);
  g_autofree char *text = hy_plain_spaces (hy_upgrade_text (upgrade));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  g_autoptr (HyUpgrade) upgrade = lesson_new ("Slotted");
  check_text (upgrade, 10, 13,
              "From 3.10 to 3.13, each Order gets 48 B cheaper.\n"
              "From 3.10 to 3.13, each Slotted costs the same.\n"
              "On 3.13, each Slotted takes 40 B less than Order (38 %).");
  check_text (upgrade, 12, 13,
              "From 3.12 to 3.13, each Order gets 8 B dearer.\n"
              "From 3.12 to 3.13, each Slotted costs the same.\n"
              "On 3.13, each Slotted takes 40 B less than Order (38 %).");
  check_text (upgrade, 12, 12, "On 3.12, each Slotted takes 32 B less than Order (33 %).");
  hy_upgrade_compare (upgrade, 2, 99);
  g_assert_cmpuint (upgrade->from, ==, 0);
  g_assert_cmpuint (upgrade->to, ==, upgrade->versions->n_abis - 1);
}

static void
test_unknown (void)
{
  g_autoptr (HyClassDef) def = hy_class_def_new ("C");
  const HyUpgradeClass classes[] = { { def, "C", 0 } };
  def->unknown = g_strdup ("its base is not known");
  g_autoptr (HyUpgrade) upgrade = hy_upgrade_new (classes, 1, hy_abi_newest ());
  check_text (upgrade, 0, 0, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/upgrade/text", test_text);
  g_test_add_func ("/upgrade/unknown", test_unknown);
  return g_test_run ();
}
