/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

#include "hy-attribute.h"
#include "hy-types.h"

static gboolean
find (HyClassDef *def, const char *name, HyAttribute *found)
{
  HyTypes *types = hy_types_new (hy_abi_lookup (12, HY_BUILD_DEFAULT, 64));
  gboolean there = hy_attribute_find (hy_types_class (types, def), name, 12, found);
  found->owner = NULL; /* goes with @types */
  hy_types_free (types);
  return there;
}

static void
test_slot (void)
{
  g_auto (HyAttribute) found = { 0 };
  g_autoptr (HyClassDef) def = build_class ("C", "a");
  g_assert_true (find (def, "a", &found));
  g_assert_true (found.member);
  g_assert_cmpint (found.stage, ==, HY_LOOKUP_DATA_DESCRIPTOR);
  g_assert_cmpstr (found.what, ==, "member descriptor (slot at offset 16)");
}

/* dataclass takes a field without a default out of the class, and with slots=True those with one too. */
static void
test_fields (void)
{
  g_auto (HyAttribute) found = { 0 };
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  def->kind = HY_KIND_DATACLASS;
  build_value (def, "x", "int", HY_VALUE_INT);
  build_value (def, "shared", "ClassVar[int]", HY_VALUE_INT);
  HyMember *member = build_member (def, HY_MEMBER_VARIABLE, "made", "list");
  member->field = g_new0 (HyFieldCall, 1);
  member->field->has_factory = TRUE;
  g_assert_true (find (def, "x", &found));
  g_assert_cmpint (found.stage, ==, HY_LOOKUP_CLASS_ATTRIBUTE);
  hy_attribute_clear (&found);
  g_assert_false (find (def, "made", &found));
  def->dataclass.slots = 1;
  g_assert_true (find (def, "x", &found));
  g_assert_true (found.member);
  hy_attribute_clear (&found);
  g_assert_true (find (def, "shared", &found));
  g_assert_false (found.member);
}

static void
test_property (void)
{
  g_auto (HyAttribute) found = { 0 };
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  build_member (def, HY_MEMBER_PROPERTY, "p", NULL);
  g_assert_true (find (def, "p", &found));
  g_assert_cmpstr (found.what, ==, "property without a setter");
}

static void
test_unknown (void)
{
  g_auto (HyAttribute) found = { 0 };
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  build_library_base (def, "queue.Queue", FALSE);
  g_assert_false (find (def, "maxsize", &found));
  g_assert_true (found.unknown);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attribute/slot", test_slot);
  g_test_add_func ("/attribute/fields", test_fields);
  g_test_add_func ("/attribute/property", test_property);
  g_test_add_func ("/attribute/unknown", test_unknown);
  return g_test_run ();
}
