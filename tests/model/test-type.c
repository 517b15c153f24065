/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-type.h"

static void
test_outcomes (void)
{
  HyType *type = hy_type_new ("C"), *other = hy_type_new ("D"), *third = hy_type_new ("E");
  g_assert_cmpint (type->status, ==, HY_STATUS_EXACT);
  g_assert_false (hy_type_refuse (type, "TypeError", "no %s", "way"));
  g_assert_cmpstr (type->error_message, ==, "no way");
  type->failed_line = 7;
  g_assert_false (hy_type_fail_like (other, type));
  g_assert_cmpint (other->status, ==, HY_STATUS_ERROR);
  g_assert_cmpstr (other->error_type, ==, "TypeError");
  g_assert_cmpuint (other->failed_line, ==, 7);
  g_assert_false (hy_type_unknown (third, "who knows"));
  g_assert_cmpint (third->status, ==, HY_STATUS_UNKNOWN);
  g_assert_cmpstr (third->reason, ==, "who knows");
  hy_type_free (type);
  hy_type_free (other);
  hy_type_free (third);
}

static void
test_subtype (void)
{
  HyType *base = hy_type_new ("B"), *type = hy_type_new ("C");
  base->library = hy_library_find ("int", 12);
  type->n_mro = 2;
  type->mro = g_new (HyType *, 2);
  type->mro[0] = type;
  type->mro[1] = base;
  g_assert_true (hy_type_is_subtype (type, base));
  g_assert_false (hy_type_is_subtype (base, type));
  g_assert_true (hy_type_inherits_library (type, "int"));
  g_assert_false (hy_type_inherits_library (type, "bool"));
  hy_type_free (type);
  hy_type_free (base);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/type/outcomes", test_outcomes);
  g_test_add_func ("/type/subtype", test_subtype);
  return g_test_run ();
}
