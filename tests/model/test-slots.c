/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

#include "hy-slots.h"

static void
test_mangle (void)
{
  const struct
  {
    const char *class_name, *name, *mangled;
  } cases[] = {
    { "C", "__x", "_C__x" }, { "_C", "__x", "_C__x" }, { "__", "__x", "__x" },    { "C", "__x__", "__x__" },
    { "C", "_x", "_x" },     { "C", "x", "x" },        { "A_", "__x", "_A___x" }, { "C", "__a.b", "__a.b" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *mangled = hy_slots_mangle (cases[i].class_name, cases[i].name);
      g_assert_cmpstr (mangled, ==, cases[i].mangled);
    }
}

static void
test_identifiers (void)
{
  static const char *const good[] = { "a", "_", "__x1", "class", "\303\251t\303\251", "\344\270\255" };
  static const char *const bad[] = { "", "1a", "a-b", "not ok", "a.b", "\302\240" };
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (hy_slots_is_identifier (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (hy_slots_is_identifier (bad[i]));
}

static void
check_members (const char *class_name, const char *slots, const char *expected)
{
  g_autoptr (HyClassDef) def = build_class (class_name, slots);
  g_autoptr (HyLayout) layout = build_layout (def, 12);
  g_autoptr (GString) got = g_string_new (NULL);
  for (gsize i = 0; i < layout->n_members; i++)
    g_string_append_printf (got, "%s%s:%" G_GUINT64_FORMAT, i > 0 ? " " : "", layout->members[i].name,
                            layout->members[i].offset);
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_order (void)
{
  check_members ("C", "z m a Q _k", "Q:16 _k:24 a:32 m:40 z:48");
  check_members ("C", "b __a _D _B", "_B:16 _C__a:24 _D:32 b:40");
  check_members ("C", "x x y", "x:16 y:32");
  check_members ("C", "a __dict__", "a:16");
}

static void
test_additions (void)
{
  check_layout (build_class ("C", NULL), 10, "exact 32 16 24");
  check_layout (build_class ("C", ""), 10, "exact 16 0 0");
  check_layout (build_class ("C", "__dict__"), 10, "exact 24 16 0");
  check_layout (build_class ("C", "a __weakref__"), 10, "exact 32 0 24");
  check_layout (build_class ("C", NULL), 11, "exact 24 -48 16");
  check_layout (build_class ("C", NULL), 12, "exact 16 -1 -32");
  check_layout (build_class ("C", "a __dict__ __weakref__"), 12, "exact 24 -1 -32");
}

static void
test_refusals (void)
{
  check_layout (build_class ("C", "__dict__ __dict__"), 9,
                "error TypeError: __dict__ slot disallowed: we already got one");
  check_layout (build_class ("C", "__weakref__ __weakref__"), 11,
                "error TypeError: __weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
  check_layout (build_class ("C", "__weakref__ __weakref__"), 12,
                "error TypeError: __weakref__ slot disallowed: we already got one");
  check_layout (build_class ("C", "a-b"), 8, "error TypeError: __slots__ must be identifiers");
  check_layout (build_class ("C", "__module__"), 8,
                "error ValueError: '__module__' in __slots__ conflicts with class variable");
  check_layout (build_class ("C", "__qualname__"), 6,
                "error ValueError: '__qualname__' in __slots__ conflicts with class variable");
  check_layout (build_class ("C", "__qualname__"), 7, "exact 24 0 0");
  check_layout (build_class ("C", "__classcell__"), 6, "unknown");
  check_layout (build_class ("C", "__classcell__"), 7, "exact 24 0 0");
  HyClassDef *called = build_class ("C", "__module__ a");
  called->kind = HY_KIND_TYPE_CALL;
  check_layout (called, 12, "unknown");
}

static void
test_items (void)
{
  HyClassDef *def = build_class ("C", "x");
  g_clear_pointer (&def->slots[0].name, g_free);
  def->slots[0].type_name = g_strdup ("int");
  check_layout (def, 12, "error TypeError: __slots__ items must be strings, not 'int'");

  def = hy_class_def_new ("C");
  def->slots_state = HY_SLOTS_NOT_ITERABLE;
  def->slots_type = g_strdup ("NoneType");
  check_layout (def, 12, "error TypeError: 'NoneType' object is not iterable");

  def = hy_class_def_new ("C");
  def->slots_state = HY_SLOTS_UNKNOWN;
  check_layout (def, 12, "unknown");
}

static void
test_conflict (void)
{
  HyClassDef *def = build_class ("C", "__p");
  build_value (def, "__p", NULL, HY_VALUE_INT);
  check_layout (def, 12, "error ValueError: '_C__p' in __slots__ conflicts with class variable");
  def = build_class ("C", "x");
  build_member (def, HY_MEMBER_ANNOTATION, "x", "int");
  check_layout (def, 12, "exact 24 0 0");
}

static void
check_on_base (const char *base, const char *slots, guint minor, const char *expected)
{
  HyClassDef *def = build_class ("C", slots);
  build_library_base (def, base, FALSE);
  check_layout (def, minor, expected);
}

static void
test_var_size (void)
{
  check_on_base ("int", "x", 14, "error TypeError: nonempty __slots__ not supported for subtype of 'int'");
  check_on_base ("int", "x", 15, "error TypeError: arbitrary __slots__ not supported for subtype of 'int'");
  check_on_base ("int", "__weakref__", 15, "exact 24 0 -32");
  check_on_base ("tuple", "x", 15, "exact 40 0 0");
  check_on_base ("int", NULL, 11, "exact 32 -8 0");
  check_on_base ("int", NULL, 12, "exact 24 -1 0");
  check_on_base ("bytes", NULL, 8, "exact 41 -8 0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slots/mangle", test_mangle);
  g_test_add_func ("/slots/identifiers", test_identifiers);
  g_test_add_func ("/slots/order", test_order);
  g_test_add_func ("/slots/additions", test_additions);
  g_test_add_func ("/slots/refusals", test_refusals);
  g_test_add_func ("/slots/items", test_items);
  g_test_add_func ("/slots/conflict", test_conflict);
  g_test_add_func ("/slots/var-size", test_var_size);
  return g_test_run ();
}
