/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

#include "hy-types.h"

static const HyAbi *
abi_of (guint minor)
{
  return hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64);
}

static void
test_once (void)
{
  g_autoptr (HyTypes) types = hy_types_new (abi_of (12));
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  g_assert_true (hy_types_class (types, def) == hy_types_class (types, def));
  g_assert_true (hy_types_library (types, "int") == hy_types_library (types, "builtins.int"));
  g_assert_null (hy_types_library (types, "numpy.ndarray"));
  g_assert_true (hy_types_get_abi (types) == abi_of (12));
}

/* object and type stand on each other, whichever is asked for first. */
static void
test_roots (void)
{
  static const char *const first[] = { "object", "type", "abc.ABCMeta" };
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autoptr (HyTypes) types = hy_types_new (abi_of (12));
      g_assert_nonnull (hy_types_library (types, first[i]));
      HyType *object = hy_types_library (types, "object"), *type = hy_types_library (types, "type");
      g_assert_true (object->metaclass == type);
      g_assert_true (type->metaclass == type);
      g_assert_true (hy_type_is_subtype (type, object));
      g_assert_cmpuint (type->n_mro, ==, 2);
    }
}

/* Each library type of each version is laid out, and a class of Python's by the rules of its version. */
static void
test_library (void)
{
  for (guint minor = 6; minor <= 15; minor++)
    {
      g_autoptr (HyTypes) types = hy_types_new (abi_of (minor));
      static const char *const names[] = { "collections.Counter", "fractions.Fraction", "uuid.UUID",
                                           "pathlib.PurePath",    "logging.Handler",    "enum.IntFlag",
                                           "typing.Generic" };
      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        {
          HyType *type = hy_types_library (types, names[i]);
          g_assert_nonnull (type);
          g_assert_cmpint (type->status, ==, HY_STATUS_EXACT);
          g_assert_true (type->mro[type->n_mro - 1] == hy_types_library (types, "object"));
        }
    }
  g_autoptr (HyTypes) types = hy_types_new (abi_of (12));
  g_assert_cmpint (hy_types_library (types, "fractions.Fraction")->basicsize, ==, 32);
  g_assert_cmpint (hy_types_library (types, "collections.Counter")->weakrefoffset, ==, -32);
}

static void
test_deep (void)
{
  HyClassDef *def = build_class ("C", NULL);
  for (guint i = 0; i < 600; i++)
    {
      HyClassDef *next = build_class ("C", NULL);
      build_base (next, def);
      hy_class_def_unref (def);
      def = next;
    }
  check_layout (def, 12, "unknown");
}

static void
test_values (void)
{
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  def->kind = HY_KIND_FACTORY;
  def->recipe.payload = hy_value_new (HY_VALUE_TUPLE);
  g_autoptr (HyTypes) types = hy_types_new (abi_of (12));
  g_assert_cmpstr (hy_types_class (types, def)->name, ==, "tuple");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/types/once", test_once);
  g_test_add_func ("/types/roots", test_roots);
  g_test_add_func ("/types/library", test_library);
  g_test_add_func ("/types/deep", test_deep);
  g_test_add_func ("/types/values", test_values);
  return g_test_run ();
}
