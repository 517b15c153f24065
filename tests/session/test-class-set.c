/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-set.h"

typedef struct
{
  HyClassDef *defs[3];
  HyClassSet *set;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->defs[0] = hy_class_def_new ("A");
  fixture->defs[1] = hy_class_def_new ("B");
  fixture->defs[2] = hy_class_def_new ("C");
  fixture->set = hy_class_set_new (fixture->defs, 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hy_class_set_unref (fixture->set);
  for (gsize i = 0; i < 3; i++)
    hy_class_def_unref (fixture->defs[i]);
}

/* "A0 B1h": names, colours, h for hidden ones. */
static char *
describe (HyClassSet *set)
{
  GString *text = g_string_new (NULL);
  gsize n;
  const HyReportEntry *entries = hy_class_set_entries (set, &n);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s%u%s", i > 0 ? " " : "", entries[i].def->name, entries[i].colour,
                            entries[i].hidden ? "h" : "");
  return g_string_free (text, FALSE);
}

static void
assert_set (HyClassSet *set, const char *expected)
{
  g_autofree char *text = describe (set);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HyClassSet) removed = hy_class_set_remove (fixture->set, 1);
  g_autoptr (HyClassSet) added = hy_class_set_add (removed, fixture->defs[1], NULL, NULL);
  g_autoptr (HyClassSet) to_front = hy_class_set_move (added, 2, 0);
  g_autoptr (HyClassSet) to_back = hy_class_set_move (to_front, 0, 2);
  g_autoptr (HyClassSet) hidden = hy_class_set_hide (to_back, 1, TRUE);
  g_autoptr (HyClassSet) replaced = hy_class_set_replace (hidden, 1, fixture->defs[0]);

  assert_set (removed, "A0 C2");
  assert_set (added, "A0 C2 B1");
  assert_set (to_front, "B1 A0 C2");
  assert_set (to_back, "A0 C2 B1");
  assert_set (hidden, "A0 C2h B1");
  assert_set (replaced, "A0 A2h B1");
  assert_set (fixture->set, "A0 B1 C2");
}

static void
test_index (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HyClassDef) other = hy_class_def_new ("A");

  g_assert_cmpint (hy_class_set_index (fixture->set, fixture->defs[2]), ==, 2);
  g_assert_cmpint (hy_class_set_index (fixture->set, other), ==, -1);
}

static void
test_bound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HyClassSet) set = hy_class_set_ref (fixture->set);
  gsize n;

  for (guint i = 0; i < 2 * HY_CLASS_SET_MAX; i++)
    {
      g_autoptr (HyClassSet) previous = g_steal_pointer (&set);

      set = hy_class_set_add (previous, fixture->defs[i % 3], NULL, NULL);
    }
  hy_class_set_entries (set, &n);
  g_assert_cmpuint (n, ==, HY_CLASS_SET_MAX);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/class-set/edits", Fixture, NULL, set_up, test_edits, tear_down);
  g_test_add ("/class-set/index", Fixture, NULL, set_up, test_index, tear_down);
  g_test_add ("/class-set/bound", Fixture, NULL, set_up, test_bound, tear_down);
  return g_test_run ();
}
