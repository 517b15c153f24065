/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value.h"

static void
test_life (void)
{
  HyValue *list = hy_value_new (HY_VALUE_LIST);
  HyValue *item = hy_value_new_unknown ("not read");
  list->items = g_new0 (HyValue *, 2);
  list->items[0] = item;
  list->items[1] = hy_value_ref (item);
  list->n_items = 2;
  hy_value_ref (item);
  hy_value_unref (list);
  g_assert_cmpint (item->kind, ==, HY_VALUE_UNKNOWN);
  g_assert_cmpstr (item->reason, ==, "not read");
  hy_value_unref (item);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/value/life", test_life);
  return g_test_run ();
}
