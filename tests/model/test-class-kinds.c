/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

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

/* super () in a method. */
static void
test_namedtuple_cell (void)
{
  HyClassDef *def = build_namedtuple ("a");
  def->class_cell = TRUE;
  check_layout_keep (def, 7, "exact 24 0 0");
  check_layout_keep (def, 13, "unknown");
  build_library_base (def, "int", FALSE);
  check_layout (def, 14,
                "error TypeError: uses of super() and __class__ are unsupported in methods of NamedTuple subclasses");
}

static void
test_namedtuple_bases (void)
{
  HyClassDef *def = build_namedtuple ("a");
  build_library_base (def, "int", FALSE);
  check_layout_keep (def, 6, "exact 24 0 0");
  check_layout_keep (def, 10, "error TypeError: Multiple inheritance with NamedTuple is not supported");
  check_layout (def, 12, "error TypeError: can only inherit from a NamedTuple type and Generic");
}

static void
test_namedtuple_metaclass (void)
{
  const char *conflict = "error TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                         "subclass of the metaclasses of all its bases";
  HyClassDef *def = build_namedtuple ("a");
  build_library_base (def, "abc.ABC", FALSE);
  check_layout_keep (def, 8, conflict);
  check_layout_keep (def, 10, "error TypeError: Multiple inheritance with NamedTuple is not supported");
  check_layout (def, 12, conflict);
}

static void
test_namedtuple_generic (void)
{
  g_autoptr (HyClassDef) def = build_on ("C", "typing.Generic");
  def->bases[0].subscripted = TRUE;
  build_library_base (def, "typing.NamedTuple", FALSE);
  def->kind = HY_KIND_NAMEDTUPLE;
  build_member (def, HY_MEMBER_ANNOTATION, "a", "int");
  g_autoptr (HyLayout) layout = build_layout (def, 12);
  g_autofree char *mro = g_strjoinv (" ", layout->mro);
  g_assert_cmpstr (mro, ==, "C Generic tuple object");
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
  g_test_add_func ("/class-kinds/protocol", test_protocol);
  g_test_add_func ("/class-kinds/failed-bases", test_failed_bases);
  g_test_add_func ("/class-kinds/namedtuple", test_namedtuple);
  g_test_add_func ("/class-kinds/namedtuple-keywords", test_namedtuple_keywords);
  g_test_add_func ("/class-kinds/namedtuple-order", test_namedtuple_order);
  g_test_add_func ("/class-kinds/namedtuple-cell", test_namedtuple_cell);
  g_test_add_func ("/class-kinds/namedtuple-bases", test_namedtuple_bases);
  g_test_add_func ("/class-kinds/namedtuple-metaclass", test_namedtuple_metaclass);
  g_test_add_func ("/class-kinds/namedtuple-generic", test_namedtuple_generic);
  g_test_add_func ("/class-kinds/typed-dict", test_typed_dict);
  g_test_add_func ("/class-kinds/generic", test_generic);
  return g_test_run ();
}
