/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

#include "hy-lookup.h"

/* "stage:where" of the step where the search ends; "AttributeError"; "unknown". */
static char *
look_up (HyClassDef *def, const char *name)
{
  static const char *const stages[] = { "data", "instance", "non-data", "class", "getattr" };
  g_autoptr (HyLayout) layout = build_layout (def, 12);
  gsize n;
  HyLookupStep *steps = hy_lookup_chain (layout, name, &n);
  char *answer = g_strdup (steps == NULL ? "unknown" : "AttributeError");
  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (i + 1 == n || !steps[i].found);
      if (steps[i].found)
        {
          g_free (answer);
          answer = g_strdup_printf ("%s:%s", stages[steps[i].stage], steps[i].where);
        }
    }
  hy_lookup_steps_free (steps, n);
  return answer;
}

static void
check (HyClassDef *def, const char *name, const char *expected)
{
  g_autofree char *got = look_up (def, name);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_lesson (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  check (order, "total", "instance:instance __dict__");
  check (slotted, "total", "data:SlottedOrder");
  check (order, "extra", "AttributeError");
  check (order, "__init__", "non-data:Order");
  check (order, "__class__", "data:object");
  check (order, "__dict__", "data:Order");
  check (slotted, "__dict__", "AttributeError");
}

static void
set_in_recipe (HyClassDef *def, const char *name)
{
  def->recipe.ops = g_renew (HyOp, def->recipe.ops, def->recipe.n_ops + 1);
  def->recipe.ops[def->recipe.n_ops++] =
      (HyOp){ .kind = HY_OP_SET, .name = g_strdup (name), .owner = g_strdup (def->name) };
}

static void
test_precedence (void)
{
  g_autoptr (HyClassDef) base = build_class ("B", NULL);
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  build_member (base, HY_MEMBER_PROPERTY, "area", NULL);
  build_member (base, HY_MEMBER_CACHED_PROPERTY, "sum", NULL);
  build_member (base, HY_MEMBER_METHOD, "run", NULL);
  build_value (base, "kind", NULL, HY_VALUE_STR);
  build_member (base, HY_MEMBER_ANNOTATION, "only", "int");
  build_base (def, base);
  check (def, "area", "data:B");
  check (def, "sum", "non-data:B");
  check (def, "kind", "class:B");
  check (def, "only", "AttributeError");
  set_in_recipe (def, "sum");
  set_in_recipe (def, "run");
  set_in_recipe (def, "kind");
  set_in_recipe (def, "__p");
  check (def, "sum", "instance:instance __dict__");
  check (def, "run", "instance:instance __dict__");
  check (def, "kind", "instance:instance __dict__");
  check (def, "_C__p", "instance:instance __dict__");
}

static void
test_descriptor (void)
{
  g_autoptr (HyClassDef) getter = build_class ("G", NULL);
  g_autoptr (HyClassDef) setter = build_class ("S", NULL);
  build_member (getter, HY_MEMBER_METHOD, "__get__", NULL);
  build_member (setter, HY_MEMBER_METHOD, "__set__", NULL);
  build_base (setter, getter);
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  build_member (def, HY_MEMBER_DESCRIPTOR, "g", NULL)->descriptor = hy_class_def_ref (getter);
  build_member (def, HY_MEMBER_DESCRIPTOR, "s", NULL)->descriptor = hy_class_def_ref (setter);
  check (def, "g", "non-data:C");
  check (def, "s", "data:C");
}

static void
test_getattr (void)
{
  g_autoptr (HyClassDef) def = build_class ("C", "a");
  build_member (def, HY_MEMBER_METHOD, "__getattr__", NULL);
  check (def, "a", "data:C");
  check (def, "nothing", "getattr:C");
  build_member (def, HY_MEMBER_METHOD, "__getattribute__", NULL);
  check (def, "a", "unknown");
}

static void
test_library (void)
{
  g_autoptr (HyClassDef) def = build_class ("C", NULL);
  build_library_base (def, "ValueError", FALSE);
  check (def, "args", "data:BaseException");
  check (def, "with_traceback", "non-data:BaseException");
  check (def, "nothing", "AttributeError");
  g_autoptr (HyClassDef) thread = build_class ("C", NULL);
  build_library_base (thread, "threading.Thread", FALSE);
  build_value (thread, "mine", NULL, HY_VALUE_INT);
  check (thread, "mine", "class:C");
  check (thread, "name", "unknown");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookup/lesson", test_lesson);
  g_test_add_func ("/lookup/precedence", test_precedence);
  g_test_add_func ("/lookup/descriptor", test_descriptor);
  g_test_add_func ("/lookup/getattr", test_getattr);
  g_test_add_func ("/lookup/library", test_library);
  return g_test_run ();
}
