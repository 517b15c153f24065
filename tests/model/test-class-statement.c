/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

#include "hy-class-statement.h"

static gboolean
holds (HyClassDef *def, guint minor, const char *name)
{
  g_autoptr (GHashTable) names = hy_class_statement_namespace (hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64), def);
  return g_hash_table_contains (names, name);
}

static void
test_namespace (void)
{
  g_autoptr (HyClassDef) def = build_class ("C", "x");
  build_value (def, "__p", "int", HY_VALUE_INT);
  g_assert_true (holds (def, 12, "_C__p"));
  g_assert_true (holds (def, 12, "__module__"));
  g_assert_true (holds (def, 13, "__annotations__"));
  g_assert_false (holds (def, 14, "__annotations__"));
  g_assert_true (holds (def, 14, "__annotate_func__"));
  g_assert_false (holds (def, 12, "__firstlineno__"));
  g_assert_true (holds (def, 13, "__firstlineno__"));
  def->kind = HY_KIND_TYPE_CALL;
  g_assert_true (holds (def, 12, "__p"));
  g_assert_false (holds (def, 12, "__module__"));
}

static void
test_metaclass_hooks (void)
{
  g_autoptr (HyClassDef) meta = build_class ("M", NULL);
  build_library_base (meta, "type", FALSE);
  HyClassDef *def = build_class ("C", NULL);
  def->metaclass = g_new0 (HyBase, 1);
  *def->metaclass = (HyBase){ .kind = HY_BASE_DEF, .def = hy_class_def_ref (meta), .name = g_strdup ("M") };
  check_layout_keep (def, 12, "exact 16 -1 -32");
  build_member (meta, HY_MEMBER_METHOD, "__call__", NULL);
  check_layout_keep (def, 12, "exact 16 -1 -32");
  build_member (meta, HY_MEMBER_METHOD, "__new__", NULL);
  check_layout (def, 12, "unknown");
}

static void
test_metaclass_no_class (void)
{
  HyClassDef *def = build_class ("C", NULL);
  def->metaclass = g_new0 (HyBase, 1);
  *def->metaclass = (HyBase){ .kind = HY_BASE_NOT_A_CLASS, .name = g_strdup ("int") };
  check_layout (def, 12, "error TypeError: 'int' object is not callable");
}

static void
test_keywords (void)
{
  g_autoptr (HyClassDef) base = build_class ("B", NULL);
  HyClassDef *def = build_class ("C", NULL);
  build_base (def, base);
  def->keywords = g_strsplit ("tag", " ", -1);
  check_layout_keep (def, 8, "error TypeError: __init_subclass__() takes no keyword arguments");
  check_layout_keep (def, 9, "error TypeError: C.__init_subclass__() takes no keyword arguments");
  build_member (base, HY_MEMBER_METHOD, "__init_subclass__", NULL);
  check_layout (def, 9, "exact 32 16 24");
}

static void
test_keywords_generic (void)
{
  HyClassDef *def = build_class ("C", NULL);
  build_library_base (def, "typing.Generic", TRUE);
  def->keywords = g_strsplit ("tag", " ", -1);
  check_layout_keep (def, 6, "error TypeError: __new__() got an unexpected keyword argument 'tag'");
  check_layout (def, 7, "error TypeError: __init_subclass__() takes no keyword arguments");
}

/* What the metaclass's own __new__ passes on is its affair. */
static void
test_keywords_kept (void)
{
  g_autoptr (HyClassDef) meta = build_class ("M", NULL);
  build_library_base (meta, "type", FALSE);
  build_member (meta, HY_MEMBER_METHOD, "__new__", NULL);
  HyClassDef *def = build_class ("C", NULL);
  def->metaclass = g_new0 (HyBase, 1);
  *def->metaclass = (HyBase){ .kind = HY_BASE_DEF, .def = hy_class_def_ref (meta), .name = g_strdup ("M") };
  def->keywords = g_strsplit ("tag", " ", -1);
  check_layout_keep (def, 12, "unknown");
  def->metaclass_followed = TRUE;
  check_layout (def, 12, "error TypeError: C.__init_subclass__() takes no keyword arguments");
}

static void
test_unknown (void)
{
  HyClassDef *def = build_class ("C", NULL);
  def->unknown_decorators = g_strsplit ("register, line 3", ";", -1);
  check_layout (def, 12, "unknown");
  def = build_class ("C", NULL);
  def->since_minor = 12;
  def->since_reason = g_strdup ("type parameters (line 3)");
  {
    g_autoptr (HyLayout) layout = build_layout (def, 11);

    g_assert_cmpstr (layout->reason, ==, "type parameters (line 3) came with CPython 3.12");
  }
  check_layout (def, 12, "exact 16 -1 -32");
  def = build_class ("C", NULL);
  def->unknown = g_strdup ("its body runs a loop");
  check_layout (def, 12, "unknown");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/class-statement/namespace", test_namespace);
  g_test_add_func ("/class-statement/metaclass-hooks", test_metaclass_hooks);
  g_test_add_func ("/class-statement/metaclass-no-class", test_metaclass_no_class);
  g_test_add_func ("/class-statement/keywords", test_keywords);
  g_test_add_func ("/class-statement/keywords-generic", test_keywords_generic);
  g_test_add_func ("/class-statement/keywords-kept", test_keywords_kept);
  g_test_add_func ("/class-statement/unknown", test_unknown);
  return g_test_run ();
}
