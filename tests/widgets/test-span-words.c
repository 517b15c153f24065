/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-span-words.h"

#include "widget-window.h"

static void
test_repr (void)
{
  static const struct
  {
    const char *name;
    guint64 rank;
    const char *repr;
  } cases[] = {
    { "id", 1, "'ORD-0'" },  { "id", 100000, "'ORD-99999'" }, { "customer", 3, "'Alice Chen'" },
    { "total", 3, "99.99" }, { "nothing", 3, NULL },
  };
  g_autoptr (HyClassDef) def = hy_class_def_new_order ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *repr = hy_attribute_repr (def, cases[i].name, cases[i].rank);

      g_assert_cmpstr (repr, ==, cases[i].repr);
    }
}

static void
test_dict (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  const HyAbi *abi = hy_abi_lookup (12, HY_BUILD_DEFAULT, 64);
  g_autoptr (HyLayout) with_dict = hy_layouter_layout (order, abi);
  g_autoptr (HyLayout) without = hy_layouter_layout (slotted, abi);
  g_autofree char *dict = hy_dict_repr (with_dict, 2);

  g_assert_cmpstr (dict, ==, "{'id': 'ORD-1', 'customer': 'Alice Chen', 'total': 99.99, 'status': 'paid'}");
  g_assert_null (hy_dict_repr (without, 2));
}

static void
test_words (void)
{
  for (HySpanKind kind = 0; kind <= HY_SPAN_PADDING; kind++)
    g_assert_cmpstr (hy_span_why (kind), !=, "");
  for (HyBlockRole role = 0; role <= HY_BLOCK_WEAKREF; role++)
    {
      HyBlock block = { .role = role, .what = "block" };

      g_assert_cmpstr (hy_block_title (&block), !=, "block");
    }
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/span-words/repr", test_repr);
  g_test_add_func ("/span-words/dict", test_dict);
  g_test_add_func ("/span-words/words", test_words);
  return g_test_run ();
}
