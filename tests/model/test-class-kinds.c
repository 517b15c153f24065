/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

static HyClassDef *
build_on (const char *name, const char *base)
{
  HyClassDef *def = build_class (name, NULL);
  build_library_base (def, base, FALSE);
  return def;
}

static void
test_enum (void)
{
  g_autoptr (HyClassDef) b = build_on ("B", "enum.Enum");
  build_value (b, "RED", NULL, HY_VALUE_INT);
  check_layout_keep (b, 12, "exact 16 -1 -32");
  HyClassDef *c = build_class ("C", NULL);
  build_base (c, b);
  check_layout_keep (c, 7, "error TypeError: Cannot extend enumerations");
  check_layout_keep (c, 9, "error TypeError: C: cannot extend enumeration 'B'");
  check_layout (c, 12, "error TypeError: <enum 'C'> cannot extend <enum 'B'>");
}

static void
test_enum_order (void)
{
  HyClassDef *c = build_on ("C", "enum.Enum");
  build_library_base (c, "int", FALSE);
  check_layout (c, 12,
                "error TypeError: new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] "
                "enum_type)`");
}

static void
test_enum_members (void)
{
  HyClassDef *c = build_on ("C", "enum.IntEnum");
  build_value (c, "A", NULL, HY_VALUE_INT);
  check_layout_keep (c, 12, "exact 24 -1 0");
  build_value (c, "B", NULL, HY_VALUE_STR);
  check_layout (c, 12, "unknown");
}

static void
test_enum_private (void)
{
  g_autoptr (HyClassDef) b = build_on ("B", "enum.Enum");
  build_value (b, "__x", NULL, HY_VALUE_INT);
  HyClassDef *c = build_class ("C", NULL);
  build_base (c, b);
  check_layout_keep (c, 10, "error TypeError: C: cannot extend enumeration 'B'");
  check_layout (c, 11, "exact 24 -48 16");
  g_autoptr (HyClassDef) hidden = build_on ("_B", "enum.Enum");
  build_value (hidden, "__x", NULL, HY_VALUE_INT);
  c = build_class ("C", NULL);
  build_base (c, hidden);
  check_layout (c, 11, "error TypeError: <enum 'C'> cannot extend <enum '_B'>");
}

static void
test_enum_keywords (void)
{
  g_autoptr (HyClassDef) b = build_on ("B", "enum.Enum");
  build_value (b, "RED", NULL, HY_VALUE_INT);
  HyClassDef *c = build_class ("C", NULL);
  build_base (c, b);
  c->keywords = g_strsplit ("tag", " ", -1);
  check_layout_keep (c, 8, "error TypeError: __prepare__() got an unexpected keyword argument 'tag'");
  check_layout (c, 9, "error TypeError: C: cannot extend enumeration 'B'");
}

static void
test_enum_reserved (void)
{
  HyClassDef *c = build_on ("C", "enum.Enum");
  build_value (c, "_ignore_", NULL, HY_VALUE_LIST);
  check_layout_keep (c, 6, "error ValueError: _names_ are reserved for future Enum use");
  check_layout (c, 7, "exact 32 16 24");
  c = build_on ("C", "enum.Enum");
  build_member (c, HY_MEMBER_METHOD, "_repr_html_", NULL);
  check_layout_keep (c, 12,
                     "error ValueError: _sunder_ names, such as '_repr_html_', are reserved for future Enum use");
  check_layout (c, 13, "exact 16 -1 -32");
}

static void
test_protocol (void)
{
  HyClassDef *c = build_on ("C", "typing.Protocol");
  build_library_base (c, "collections.abc.Sized", FALSE);
  check_layout (c, 12, "exact 16 -1 -32");
  c = build_on ("C", "typing.Protocol");
  build_library_base (c, "range", FALSE);
  check_layout_keep (c, 11, "error TypeError: type 'range' is not an acceptable base type");
  check_layout (c, 12, "unknown");
}

static void
test_failed_bases (void)
{
  g_autoptr (HyClassDef) b = build_on ("B", "range");
  HyClassDef *c = build_on ("C", "typing.TypedDict");
  build_base (c, b);
  check_layout (c, 8, "error TypeError: type 'range' is not an acceptable base type");
}

static HyClassDef *
build_namedtuple (const char *fields)
{
  HyClassDef *def = build_on ("C", "typing.NamedTuple");
  def->kind = HY_KIND_NAMEDTUPLE;
  def->fields = g_strsplit (fields, " ", -1);
  for (char **field = def->fields; *field != NULL; field++)
    build_member (def, HY_MEMBER_ANNOTATION, *field, "int");
  return def;
}

static void
test_namedtuple (void)
{
  check_layout (build_namedtuple ("a b"), 12, "exact 24 0 0");
  check_layout (build_namedtuple ("a b"), 14, "exact 32 0 0");
  check_layout (build_namedtuple ("a _b"), 12, "error ValueError: Field names cannot start with an underscore: '_b'");
  check_layout (build_namedtuple ("class"), 12,
                "error ValueError: Type names and field names cannot be a keyword: 'class'");
  HyClassDef *def = build_namedtuple ("a");
  build_member (def, HY_MEMBER_METHOD, "_replace", NULL);
  check_layout (def, 12, "error AttributeError: Cannot overwrite NamedTuple attribute _replace");
}

static void
test_namedtuple_keywords (void)
{
  HyClassDef *def = build_namedtuple ("a");
  def->keywords = g_strsplit ("tag", " ", -1);
  check_layout_keep (def, 9, "error TypeError: __new__() got an unexpected keyword argument 'tag'");
  check_layout (def, 10, "error TypeError: NamedTupleMeta.__new__() got an unexpected keyword argument 'tag'");
}

static void
test_namedtuple_order (void)
{
  HyClassDef *def = build_namedtuple ("a");
  build_value (def, "x", "int", HY_VALUE_INT);
  build_value (def, "z", "int", HY_VALUE_INT);
  check_layout_keep (def, 12, "exact 24 0 0");
  build_member (def, HY_MEMBER_ANNOTATION, "y", "int");
  check_layout_keep (def, 8, "error TypeError: Non-default namedtuple field y cannot follow default field(s) x, z");
  check_layout (def, 12, "error TypeError: Non-default namedtuple field y cannot follow default fields x, z");
}

static void
test_namedtuple_bases (void)
{
  HyClassDef *def = build_namedtuple ("a");
  build_library_base (def, "abc.ABC", FALSE);
  check_layout_keep (def, 8, "exact 24 0 0");
  check_layout_keep (def, 10, "error TypeError: Multiple inheritance with NamedTuple is not supported");
  check_layout (def, 12, "error TypeError: can only inherit from a NamedTuple type and Generic");
}

static void
test_typed_dict (void)
{
  g_autoptr (HyClassDef) def = build_on ("C", "typing.TypedDict");
  g_autoptr (HyLayout) layout = build_layout (def, 12);
  g_autofree char *mro = g_strjoinv (" ", layout->mro);
  g_assert_cmpstr (mro, ==, "C dict object");
  g_assert_cmpstr (layout->metaclass, ==, "_TypedDictMeta");
  g_assert_false (layout->has_dict);
  g_assert_cmpint (layout->dictoffset, ==, -1);
  HyClassDef *mixed = build_on ("D", "typing.TypedDict");
  build_library_base (mixed, "abc.ABC", FALSE);
  check_layout (mixed, 9, "error TypeError: cannot inherit from both a TypedDict type and a non-TypedDict base class");
}

static void
test_generic (void)
{
  check_layout (build_on ("C", "typing.Generic"), 12, "error TypeError: Cannot inherit from plain Generic");
  g_autoptr (HyClassDef) plain = build_class ("A", NULL);
  HyClassDef *c = build_on ("C", "typing.Protocol");
  check_layout_keep (c, 12, "exact 16 -1 -32");
  build_base (c, plain);
  check_layout (c, 12, "unknown");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/class-kinds/enum", test_enum);
  g_test_add_func ("/class-kinds/enum-order", test_enum_order);
  g_test_add_func ("/class-kinds/enum-members", test_enum_members);
  g_test_add_func ("/class-kinds/enum-private", test_enum_private);
  g_test_add_func ("/class-kinds/enum-keywords", test_enum_keywords);
  g_test_add_func ("/class-kinds/enum-reserved", test_enum_reserved);
  g_test_add_func ("/class-kinds/protocol", test_protocol);
  g_test_add_func ("/class-kinds/failed-bases", test_failed_bases);
  g_test_add_func ("/class-kinds/namedtuple", test_namedtuple);
  g_test_add_func ("/class-kinds/namedtuple-keywords", test_namedtuple_keywords);
  g_test_add_func ("/class-kinds/namedtuple-order", test_namedtuple_order);
  g_test_add_func ("/class-kinds/namedtuple-bases", test_namedtuple_bases);
  g_test_add_func ("/class-kinds/typed-dict", test_typed_dict);
  g_test_add_func ("/class-kinds/generic", test_generic);
  return g_test_run ();
}
