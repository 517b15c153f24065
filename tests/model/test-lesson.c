/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

/* sizeof the object with its headers, without attribute store, as measured on each version. */
static const struct
{
  guint minor;
  guint64 order, slotted;
} measured[] = {
  { 6, 64, 80 },  { 7, 64, 80 },  { 8, 48, 64 },  { 9, 48, 64 },  { 10, 48, 64 },
  { 11, 56, 64 }, { 12, 48, 64 }, { 13, 48, 64 }, { 14, 48, 64 }, { 15, 48, 64 },
};

static guint64
size_of (HyClassDef *def, guint minor)
{
  g_autoptr (HyLayout) layout = build_layout (def, minor);
  g_assert_cmpint (layout->status, ==, HY_STATUS_EXACT);
  return layout->object_offset + layout->basicsize;
}

static void
test_sizes (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  for (gsize i = 0; i < G_N_ELEMENTS (measured); i++)
    {
      g_assert_cmpuint (size_of (order, measured[i].minor), ==, measured[i].order);
      g_assert_cmpuint (size_of (slotted, measured[i].minor), ==, measured[i].slotted);
    }
}

static void
test_workload (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  static const char *const names[] = { "id", "customer", "total", "status" };
  g_assert_cmpstr (order->recipe.factory, ==, "Order(f'ORD-{i}', 'Alice Chen', 99.99, 'paid')");
  g_assert_cmpuint (order->recipe.n_ops, ==, 4);
  for (gsize i = 0; i < 4; i++)
    {
      g_assert_cmpint (order->recipe.ops[i].kind, ==, HY_OP_SET);
      g_assert_cmpstr (order->recipe.ops[i].name, ==, names[i]);
      g_assert_true (order->recipe.ops[i].value == order->recipe.arguments[i]);
    }
  g_assert_true (order->recipe.arguments[0]->fresh);
  g_assert_cmpuint (order->recipe.arguments[0]->length, ==, 4);
  g_assert_cmpuint (order->recipe.arguments[0]->index_digits, ==, 1);
  g_assert_false (order->recipe.arguments[1]->fresh);
  g_assert_cmpint (order->recipe.arguments[2]->kind, ==, HY_VALUE_FLOAT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/sizes", test_sizes);
  g_test_add_func ("/lesson/workload", test_workload);
  return g_test_run ();
}
