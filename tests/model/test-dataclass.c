/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

static HyClassDef *
build_dataclass (const char *name, const char *fields)
{
  HyClassDef *def = build_class (name, NULL);
  def->kind = HY_KIND_DATACLASS;
  g_auto (GStrv) names = g_strsplit (fields, " ", -1);
  for (char **field = names; *field != NULL; field++)
    if (g_str_has_suffix (*field, "=1"))
      {
        (*field)[strlen (*field) - 2] = '\0';
        build_value (def, *field, "int", HY_VALUE_INT);
      }
    else
      build_member (def, HY_MEMBER_ANNOTATION, *field, "int");
  return def;
}

static void
test_slots (void)
{
  HyClassDef *def = build_dataclass ("C", "id total=1");
  check_layout_keep (def, 12, "exact 16 -1 -32");
  def->dataclass.slots = 1;
  check_layout_keep (def, 12, "exact 32 0 0");
  def->dataclass.weakref_slot = 1;
  check_layout (def, 12, "exact 32 0 -32");
}

/* Names that a base has as slots already are left out, from 3.11 on. */
static void
test_inherited_slots (void)
{
  g_autoptr (HyClassDef) b = build_dataclass ("B", "x");
  HyClassDef *c = build_dataclass ("C", "y");
  b->dataclass.slots = c->dataclass.slots = 1;
  build_base (c, b);
  check_layout_keep (c, 10, "exact 40 0 0");
  check_layout (c, 11, "exact 32 0 0");
}

static void
test_implicit_weakref (void)
{
  g_autoptr (HyClassDef) b = build_class ("B", NULL);
  HyClassDef *c = build_dataclass ("C", "x");
  c->dataclass.slots = c->dataclass.weakref_slot = 1;
  build_base (c, b);
  check_layout_keep (c, 12, "error TypeError: __weakref__ slot disallowed: we already got one");
  check_layout (c, 13, "exact 24 -1 -32");
}

static void
test_refusals (void)
{
  HyClassDef *def = build_dataclass ("C", "x");
  def->slots_state = HY_SLOTS_NAMES;
  def->dataclass.slots = 1;
  check_layout (def, 12, "error TypeError: C already specifies __slots__");
  def = build_dataclass ("C", "x");
  def->dataclass.weakref_slot = 1;
  check_layout (def, 12, "error TypeError: weakref_slot is True but slots is False");
  def = build_dataclass ("C", "x");
  build_value (def, "y", "list", HY_VALUE_LIST);
  check_layout (def, 12,
                "error ValueError: mutable default <class 'list'> for field y is not allowed: use default_factory");
  def = build_dataclass ("C", "x");
  def->dataclass.order = 1;
  def->dataclass.eq = 0;
  check_layout (def, 12, "error ValueError: eq must be true if order is true");
  def = build_dataclass ("C", "x");
  build_value (def, "y", "ClassVar", HY_VALUE_UNKNOWN)->field = g_new0 (HyFieldCall, 1);
  check_layout (def, 12, "error TypeError: field y is a ClassVar but specifies kw_only");
  def = build_dataclass ("C", "x");
  def->dataclass.frozen = 1;
  build_member (def, HY_MEMBER_METHOD, "__setattr__", NULL);
  check_layout (def, 12, "error TypeError: Cannot overwrite attribute __setattr__ in class C");
}

static void
test_order (void)
{
  check_layout (build_dataclass ("C", "x=1 y"), 12,
                "error TypeError: non-default argument 'y' follows default argument");
  check_layout (build_dataclass ("C", "x=1 y"), 13,
                "error TypeError: non-default argument 'y' follows default argument 'x'");
  HyClassDef *def = build_dataclass ("C", "x=1 y");
  def->dataclass.kw_only = 1;
  check_layout (def, 12, "exact 16 -1 -32");
  def = build_dataclass ("C", "x=1 y");
  def->dataclass.init = 0;
  check_layout (def, 12, "exact 16 -1 -32");
}

/* An annotated name takes its default from an attribute of a base, but not from a slot. */
static void
test_inherited_default (void)
{
  g_autoptr (HyClassDef) b = build_class ("B", NULL);
  build_value (b, "x", NULL, HY_VALUE_INT);
  HyClassDef *c = build_dataclass ("C", "x y");
  build_base (c, b);
  check_layout (c, 12, "error TypeError: non-default argument 'y' follows default argument");
  g_autoptr (HyClassDef) slotted = build_class ("B", "x");
  c = build_dataclass ("C", "x y");
  build_base (c, slotted);
  check_layout (c, 12, "exact 24 -1 -32");
  c = build_dataclass ("C", "args y");
  build_library_base (c, "Exception", FALSE);
  check_layout (c, 12, "error TypeError: non-default argument 'y' follows default argument");
  c = build_dataclass ("C", "name y");
  build_library_base (c, "threading.Thread", FALSE);
  check_layout (c, 12, "unknown");
}

static void
test_frozen (void)
{
  g_autoptr (HyClassDef) frozen = build_dataclass ("A", "x");
  g_autoptr (HyClassDef) plain = build_dataclass ("B", "x");
  frozen->dataclass.frozen = 1;
  HyClassDef *c = build_dataclass ("C", "y");
  build_base (c, frozen);
  check_layout_keep (c, 12, "error TypeError: cannot inherit non-frozen dataclass from a frozen one");
  c->dataclass.frozen = 1;
  check_layout_keep (c, 12, "exact 16 -1 -32");
  build_base (c, plain);
  check_layout_keep (c, 12, "exact 16 -1 -32");
  check_layout (c, 13, "error TypeError: cannot inherit frozen dataclass from a non-frozen one");
}

static void
test_attrs (void)
{
  HyClassDef *def = build_class ("C", NULL);
  def->kind = HY_KIND_ATTRS;
  def->fields = g_strsplit ("x y", " ", -1);
  def->dataclass.slots = 1;
  check_layout_keep (def, 12, "exact 32 0 -32");
  check_layout_keep (def, 11, "exact 40 0 32");
  def->dataclass.weakref_slot = 0;
  check_layout (def, 11, "exact 32 0 0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataclass/slots", test_slots);
  g_test_add_func ("/dataclass/inherited-slots", test_inherited_slots);
  g_test_add_func ("/dataclass/implicit-weakref", test_implicit_weakref);
  g_test_add_func ("/dataclass/refusals", test_refusals);
  g_test_add_func ("/dataclass/order", test_order);
  g_test_add_func ("/dataclass/inherited-default", test_inherited_default);
  g_test_add_func ("/dataclass/frozen", test_frozen);
  g_test_add_func ("/dataclass/attrs", test_attrs);
  return g_test_run ();
}
