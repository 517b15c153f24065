/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-bases.h"

static HyClassDef *
new_class (const char *name, const char *slot, HyClassDef *base)
{
  HyClassDef *def = hy_class_def_new (name);

  if (slot != NULL)
    {
      def->slots_state = HY_SLOTS_NAMES;
      def->slots = g_new0 (HySlot, 1);
      def->slots[0].name = g_strdup (slot);
      def->n_slots = 1;
    }
  if (base != NULL)
    {
      def->bases = g_new0 (HyBase, 1);
      def->bases[0] = (HyBase){ .kind = HY_BASE_DEF, .def = hy_class_def_ref (base), .name = g_strdup (base->name) };
      def->n_bases = 1;
    }
  return def;
}

static void
assert_contribution (GPtrArray *contributions, guint index, const char *name, const char *adds, gint64 basicsize)
{
  const HyContribution *contribution = contributions->pdata[index];

  g_assert_cmpstr (contribution->name, ==, name);
  g_assert_cmpstr (contribution->adds, ==, adds);
  g_assert_cmpint (contribution->basicsize, ==, basicsize);
}

static void
test_chain (void)
{
  g_autoptr (HyClassDef) a = new_class ("A", "x", NULL);
  g_autoptr (HyClassDef) b = new_class ("B", "y", a);
  g_autoptr (HyClassDef) c = new_class ("C", NULL, b);
  g_autoptr (HyLayout) layout = hy_layouter_layout (c, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64));
  g_autoptr (GPtrArray) contributions = hy_bases_contributions (layout);

  g_assert_cmpuint (contributions->len, ==, 3);
  assert_contribution (contributions, 0, "C", "__dict__, __weakref__", 32);
  assert_contribution (contributions, 1, "B", "y", 32);
  assert_contribution (contributions, 2, "A", "x", 24);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bases/chain", test_chain);
  return g_test_run ();
}
