/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-history.h"

static void
count_down (gpointer state)
{
  (*(int *) state)--;
}

static void
test_line (void)
{
  g_autoptr (HyHistory) history = hy_history_new (10, g_free);

  g_assert_null (hy_history_current (history));
  g_assert_null (hy_history_undo (history));
  hy_history_push (history, g_strdup ("first"), NULL);
  g_assert_false (hy_history_can_undo (history));
  hy_history_push (history, g_strdup ("second"), "two");
  hy_history_push (history, g_strdup ("third"), "three");

  g_assert_cmpstr (hy_history_undo (history), ==, "three");
  g_assert_cmpstr (hy_history_current (history), ==, "second");
  g_assert_cmpstr (hy_history_undo (history), ==, "two");
  g_assert_cmpstr (hy_history_current (history), ==, "first");
  g_assert_null (hy_history_undo (history));
  g_assert_cmpstr (hy_history_redo (history), ==, "two");
  g_assert_cmpstr (hy_history_redo (history), ==, "three");
  g_assert_null (hy_history_redo (history));
  g_assert_cmpstr (hy_history_current (history), ==, "third");
}

static void
test_branch (void)
{
  g_autoptr (HyHistory) history = hy_history_new (10, g_free);

  hy_history_push (history, g_strdup ("first"), NULL);
  hy_history_push (history, g_strdup ("second"), "two");
  hy_history_undo (history);
  hy_history_push (history, g_strdup ("other"), "other");
  g_assert_false (hy_history_can_redo (history));
  g_assert_cmpstr (hy_history_current (history), ==, "other");
  g_assert_cmpstr (hy_history_undo (history), ==, "other");
  g_assert_cmpstr (hy_history_current (history), ==, "first");
}

/* No more states are kept than were asked for, and each is released once. */
static void
test_depth (void)
{
  int alive = 0;
  HyHistory *history = hy_history_new (3, count_down);

  for (int i = 0; i < 8; i++)
    {
      alive++;
      hy_history_push (history, &alive, "step");
      g_assert_cmpint (alive, ==, MIN (i + 1, 3));
    }
  hy_history_undo (history);
  hy_history_free (history);
  g_assert_cmpint (alive, ==, 0);
}

static void
test_amend (void)
{
  g_autoptr (HyHistory) history = hy_history_new (10, g_free);

  hy_history_push (history, g_strdup ("a"), NULL);
  hy_history_push (history, g_strdup ("b"), "B");
  hy_history_amend (history, g_strdup ("c"));
  g_assert_cmpstr (hy_history_current (history), ==, "c");
  g_assert_cmpstr (hy_history_undo (history), ==, "B");
  g_assert_cmpstr (hy_history_current (history), ==, "a");
  hy_history_redo (history);
  g_assert_cmpstr (hy_history_current (history), ==, "c");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/line", test_line);
  g_test_add_func ("/history/branch", test_branch);
  g_test_add_func ("/history/depth", test_depth);
  g_test_add_func ("/history/amend", test_amend);
  return g_test_run ();
}
