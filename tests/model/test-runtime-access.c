/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-runtime.h"

#include "recipes.h"

typedef enum
{
  GET,
  SET,
  DELETE,
} Access;

typedef struct
{
  guint minor;
  const char *slots, *steps;
  Access access;
  const char *name;
  const char *message; /* NULL: it works */
} Case;

/* As each interpreter answered. */
static const Case cases[] = {
  { 6, NULL, "a", GET, "zz", "'C' object has no attribute 'zz'" },
  { 6, NULL, "a", DELETE, "zz", "zz" },
  { 10, NULL, "a", DELETE, "zz", "zz" },
  { 11, NULL, "a", DELETE, "zz", "'C' object has no attribute 'zz'" },
  { 12, NULL, "a", SET, "zz", NULL },
  { 12, "a", "a", SET, "zz", "'C' object has no attribute 'zz'" },
  { 13, "a", "a", SET, "zz", "'C' object has no attribute 'zz' and no __dict__ for setting new attributes" },
  { 13, "a", "a", DELETE, "zz", "'C' object has no attribute 'zz' and no __dict__ for setting new attributes" },
  { 13, "a", "a", GET, "zz", "'C' object has no attribute 'zz'" },
  { 9, "a", "", GET, "a", "a" },
  { 10, "a", "", GET, "a", "'C' object has no attribute 'a'" },
  { 15, "a", "", DELETE, "a", "a" },
  { 12, "a", "a", DELETE, "a", NULL },
  { 12, "a", "a", GET, "a", NULL },
  { 12, "a", "a", SET, "v", "'C' object attribute 'v' is read-only" },
  { 12, NULL, "a", SET, "v", NULL },
  { 12, NULL, "a", GET, "v", NULL },
  { 10, NULL, "a", DELETE, "v", "v" },
  { 9, NULL, "a", SET, "p", "can't set attribute" },
  { 10, NULL, "a", SET, "p", "can't set attribute 'p'" },
  { 11, NULL, "a", SET, "p", "property 'p' of 'C' object has no setter" },
  { 12, "a", "a", DELETE, "p", "property 'p' of 'C' object has no deleter" },
  { 14, NULL, "a", SET, "__weakref__", "attribute '__weakref__' of 'C' objects is not writable" },
  { 15, NULL, "a", DELETE, "__weakref__", "attribute '__weakref__' of 'object' objects is not writable" },
  { 12, NULL, "a", GET, "__weakref__", NULL },
  { 12, "a", "a", GET, "__dict__", "'C' object has no attribute '__dict__'" },
};

static HyClassDef *
make_class (const Case *c)
{
  HyClassDef *def = recipe_class (NULL, c->slots, c->steps);
  def->members = g_new0 (HyMember, 2);
  def->n_members = 2;
  def->members[0] =
      (HyMember){ .kind = HY_MEMBER_VARIABLE, .name = g_strdup ("v"), .value = recipe_value (HY_VALUE_NONE, 0) };
  def->members[1] = (HyMember){ .kind = HY_MEMBER_PROPERTY, .name = g_strdup ("p") };
  return def;
}

static void
do_access (HyRuntime *runtime, Access access, const char *name, HyOutcome *outcome)
{
  g_autoptr (HyValue) none = hy_value_new (HY_VALUE_NONE);
  if (access == GET)
    hy_runtime_get (runtime, 0, name, outcome);
  else if (access == SET)
    hy_runtime_set (runtime, 0, name, none, outcome);
  else
    hy_runtime_delete (runtime, 0, name, outcome);
}

static void
test_answers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyClassDef) def = make_class (&cases[i]);
      g_autoptr (HyLayout) layout = recipe_layout (def, cases[i].minor);
      g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
      g_auto (HyOutcome) made = { 0 }, outcome = { 0 };
      hy_runtime_make (runtime, &made);
      do_access (runtime, cases[i].access, cases[i].name, &outcome);
      g_test_message ("3.%u %s", cases[i].minor, cases[i].name);
      g_assert_null (outcome.unknown);
      g_assert_cmpint (outcome.ok, ==, cases[i].message == NULL);
      g_assert_cmpstr (outcome.exception_message, ==, cases[i].message);
      if (cases[i].message != NULL)
        g_assert_cmpstr (outcome.exception_type, ==, "AttributeError");
      else
        g_assert_nonnull (outcome.explanation);
    }
}

/* Code of the class decides: that is not run. */
static void
test_unknown (void)
{
  static const char *const hooks[] = { "__getattr__", "__setattr__", "__delattr__" };
  for (guint i = 0; i < G_N_ELEMENTS (hooks); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a");
      def->members = g_new0 (HyMember, 1);
      def->n_members = 1;
      def->members[0] = (HyMember){ .kind = HY_MEMBER_METHOD, .name = g_strdup (hooks[i]) };
      g_autoptr (HyLayout) layout = recipe_layout (def, 12);
      g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
      g_auto (HyOutcome) made = { 0 }, outcome = { 0 };
      hy_runtime_make (runtime, &made);
      do_access (runtime, (Access) i, "zz", &outcome);
      g_assert_nonnull (outcome.unknown);
    }
}

/* After code that is not run nothing is said of the instance; the next one is as it was. */
static void
test_doubted (void)
{
  const Case c = { 12, NULL, "a", GET, "p", NULL };
  g_autoptr (HyClassDef) def = make_class (&c);
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
  g_auto (HyOutcome) first = { 0 }, second = { 0 }, read = { 0 }, after = { 0 }, other = { 0 };
  hy_runtime_make (runtime, &first);
  hy_runtime_make (runtime, &second);
  do_access (runtime, GET, "__class__", &read);
  g_assert_nonnull (read.unknown);
  hy_outcome_clear (&read);
  do_access (runtime, GET, "a", &after);
  g_assert_true (after.ok);
  hy_outcome_clear (&after);
  do_access (runtime, GET, "p", &read);
  g_assert_nonnull (read.unknown);
  do_access (runtime, GET, "a", &after);
  g_assert_nonnull (after.unknown);
  hy_runtime_get (runtime, 1, "a", &other);
  g_assert_true (other.ok);
}

static void
test_own_getattribute (void)
{
  g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a");
  def->members = g_new0 (HyMember, 1);
  def->n_members = 1;
  def->members[0] = (HyMember){ .kind = HY_MEMBER_METHOD, .name = g_strdup ("__getattribute__") };
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
  g_auto (HyOutcome) made = { 0 }, outcome = { 0 };
  hy_runtime_make (runtime, &made);
  do_access (runtime, GET, "a", &outcome);
  g_assert_nonnull (outcome.unknown);
}

static void
test_fields (void)
{
  g_autoptr (HyClassDef) def = recipe_class ("typing.NamedTuple", NULL, "");
  def->kind = HY_KIND_NAMEDTUPLE;
  def->fields = g_strsplit ("a", " ", -1);
  def->recipe.payload = recipe_value (HY_VALUE_TUPLE, 1);
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
  g_auto (HyOutcome) made = { 0 }, set = { 0 }, deleted = { 0 };
  hy_runtime_make (runtime, &made);
  do_access (runtime, SET, "a", &set);
  do_access (runtime, DELETE, "a", &deleted);
  g_assert_cmpstr (set.exception_message, ==, "can't set attribute");
  g_assert_cmpstr (deleted.exception_message, ==, "can't delete attribute");
}

static void
test_frozen (void)
{
  g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a");
  def->kind = HY_KIND_DATACLASS;
  def->dataclass.frozen = 1;
  def->fields = g_strsplit ("a", " ", -1);
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
  g_auto (HyOutcome) made = { 0 }, set = { 0 }, deleted = { 0 };
  hy_runtime_make (runtime, &made);
  do_access (runtime, SET, "a", &set);
  do_access (runtime, DELETE, "b", &deleted);
  g_assert_cmpstr (set.exception_type, ==, "FrozenInstanceError");
  g_assert_cmpstr (set.exception_message, ==, "cannot assign to field 'a'");
  g_assert_cmpstr (deleted.exception_message, ==, "cannot delete field 'b'");
}

/* Once its dict is deleted, looking for a name makes an instance with inline values an empty one. */
static void
test_look_without_dict (void)
{
  for (guint minor = 12; minor <= 13; minor++)
    {
      g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a");
      g_autoptr (HyLayout) layout = recipe_layout (def, minor);
      g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
      g_auto (HyOutcome) made = { 0 }, deleted = { 0 }, first = { 0 }, second = { 0 };
      hy_runtime_make (runtime, &made);
      do_access (runtime, DELETE, "__dict__", &deleted);
      do_access (runtime, GET, "a", &first);
      do_access (runtime, GET, "a", &second);
      g_assert_cmpstr (first.exception_type, ==, "AttributeError");
      g_assert_cmpint (first.requested_delta, ==, minor == 13 ? 64 : 0);
      g_assert_cmpint (second.requested_delta, ==, 0);
    }
}

/* Made anew with slots, the class is not the one that __setattr__ knows, until 3.14. */
static void
test_frozen_slots (void)
{
  static const struct
  {
    guint minor;
    const char *name, *type, *message;
  } rows[] = {
    { 12, "a", "FrozenInstanceError", "cannot assign to field 'a'" },
    { 12, "b", "TypeError", "super(type, obj): obj must be an instance or subtype of type" },
    { 13, "b", "TypeError", "super(type, obj): obj (instance of C) is not an instance or subtype of type (C)." },
    { 14, "b", "FrozenInstanceError", "cannot assign to field 'b'" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a");
      def->kind = HY_KIND_DATACLASS;
      def->dataclass.frozen = def->dataclass.slots = 1;
      def->fields = g_strsplit ("a", " ", -1);
      def->members = g_new0 (HyMember, 1);
      def->n_members = 1;
      def->members[0] =
          (HyMember){ .kind = HY_MEMBER_ANNOTATION, .name = g_strdup ("a"), .annotation = g_strdup ("int") };
      g_autoptr (HyLayout) layout = recipe_layout (def, rows[i].minor);
      g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
      g_auto (HyOutcome) made = { 0 }, set = { 0 };
      hy_runtime_make (runtime, &made);
      do_access (runtime, SET, rows[i].name, &set);
      g_assert_cmpstr (set.exception_type, ==, rows[i].type);
      g_assert_cmpstr (set.exception_message, ==, rows[i].message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/runtime-access/answers", test_answers);
  g_test_add_func ("/model/runtime-access/doubted", test_doubted);
  g_test_add_func ("/model/runtime-access/own-getattribute", test_own_getattribute);
  g_test_add_func ("/model/runtime-access/fields", test_fields);
  g_test_add_func ("/model/runtime-access/unknown", test_unknown);
  g_test_add_func ("/model/runtime-access/frozen", test_frozen);
  g_test_add_func ("/model/runtime-access/look-without-dict", test_look_without_dict);
  g_test_add_func ("/model/runtime-access/frozen-slots", test_frozen_slots);
  return g_test_run ();
}
