/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recipes.h"

static void
check (HyRuntime *runtime, gsize instance, const char *statement, gint64 delta, gint64 getsizeof_dict)
{
  g_auto (HyOutcome) outcome = { 0 };
  hy_runtime_try (runtime, instance, statement, &outcome);
  g_assert_true (outcome.ok);
  g_assert_cmpint (outcome.requested_delta, ==, delta);
  g_assert_cmpint (hy_runtime_getsizeof_dict (runtime, instance), ==, getsizeof_dict);
}

/* The dict is deleted and made anew, as measured: the dict objects, which come from a free list, are counted here. */
static void
test_deleted (void)
{
  static const struct
  {
    guint minor;
    gint64 deleted, set, getsizeof_dict;
  } cases[] = { { 9, -104, 104, 104 }, { 12, -264, 328, 296 }, { 13, 0, 336, 296 } };
  g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a b");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyRuntime) runtime = recipe_runtime (def, cases[i].minor, 1);
      check (runtime, 0, "del o.__dict__", cases[i].deleted, -1);
      check (runtime, 0, "o.a = 2", cases[i].set, cases[i].getsizeof_dict);
    }
}

/* A key that is no str ends sharing for the third instance of a class, as measured. */
static void
test_item (void)
{
  static const struct
  {
    guint minor;
    gint64 delta, getsizeof_dict;
  } cases[] = { { 9, 128, 232 }, { 12, 104, 352 }, { 13, 352, 352 }, { 14, 224, 224 } };
  g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "a b");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyRuntime) runtime = recipe_runtime (def, cases[i].minor, 3);
      check (runtime, 2, "o.__dict__[5] = 1", cases[i].delta, cases[i].getsizeof_dict);
      check (runtime, 2, "o.__dict__['c'] = 1", 0, cases[i].getsizeof_dict);
    }
}

static void
test_refused (void)
{
  g_autoptr (HyClassDef) slotted = recipe_class (NULL, "a", "a");
  g_autoptr (HyClassDef) error = recipe_class ("BaseException", NULL, "a");
  g_autoptr (HyRuntime) runtime = recipe_runtime (slotted, 13, 1), exception = recipe_runtime (error, 13, 1);
  static const char *const statements[] = { "del o.__dict__", "o.__dict__ = {}", "o.__dict__['x'] = 1" };
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_auto (HyOutcome) outcome = { 0 };
      hy_runtime_try (runtime, 0, statements[i], &outcome);
      g_assert_cmpstr (outcome.exception_type, ==, "AttributeError");
      g_assert_true (g_str_has_prefix (outcome.exception_message, "'C' object has no attribute '__dict__'"));
    }
  g_auto (HyOutcome) outcome = { 0 };
  hy_runtime_try (exception, 0, "del o.__dict__", &outcome);
  g_assert_nonnull (outcome.unknown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/runtime-dict/deleted", test_deleted);
  g_test_add_func ("/model/runtime-dict/item", test_item);
  g_test_add_func ("/model/runtime-dict/refused", test_refused);
  return g_test_run ();
}
