/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

static void
test_extended (void)
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
test_order (void)
{
  HyClassDef *c = build_on ("C", "enum.Enum");
  build_library_base (c, "int", FALSE);
  check_layout (c, 12,
                "error TypeError: new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] "
                "enum_type)`");
}

static void
test_members (void)
{
  HyClassDef *c = build_on ("C", "enum.IntEnum");
  build_value (c, "A", NULL, HY_VALUE_INT);
  check_layout_keep (c, 12, "exact 24 -1 0");
  build_value (c, "B", NULL, HY_VALUE_STR);
  check_layout (c, 12, "unknown");
}

static void
test_private (void)
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
test_keywords (void)
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
test_reserved (void)
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/enumeration/extended", test_extended);
  g_test_add_func ("/enumeration/order", test_order);
  g_test_add_func ("/enumeration/members", test_members);
  g_test_add_func ("/enumeration/private", test_private);
  g_test_add_func ("/enumeration/keywords", test_keywords);
  g_test_add_func ("/enumeration/reserved", test_reserved);
  return g_test_run ();
}
