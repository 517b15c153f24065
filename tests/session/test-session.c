/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-session.h"

#include "session-files.h"

#include "hy-settings.h"

typedef struct
{
  GSettings *settings;
  HySession *session;
  guint reports;
} Fixture;

static guint64
axis_end (guint64 count, guint64 pin)
{
  return hy_report_nice_max (count, pin);
}

static void
count_report (Fixture *fixture)
{
  fixture->reports++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = hy_settings_new (NULL);
  g_settings_reset (fixture->settings, HY_SETTINGS_PYTHON);
  g_settings_reset (fixture->settings, HY_SETTINGS_INCLUDE);
  fixture->session = hy_session_new (fixture->settings, axis_end);
  g_signal_connect_swapped (fixture->session, "notify::report", G_CALLBACK (count_report), fixture);
}

/* Reports that were superseded still hold the session while they are made. */
static gboolean
is_alone (gpointer session)
{
  return G_OBJECT (session)->ref_count == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_wait_until (is_alone, fixture->session);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->settings);
}

static void
test_opening (Fixture *fixture, gconstpointer data)
{
  HyReport *report = hy_session_get_report (fixture->session);
  g_autofree char *title = hy_session_dup_title (fixture->session);

  g_assert_true (hy_session_is_lesson (fixture->session));
  g_assert_cmpuint (report->n_classes, ==, 2);
  g_assert_cmpuint (report->count, ==, 100);
  g_assert_cmpuint (report->chart_max, >=, HY_SESSION_LESSON_COUNT);
  g_assert_true (report->abi == hy_abi_newest ());
  g_assert_cmpstr (title, ==, "The lesson");
  g_assert_false (hy_session_is_busy (fixture->session));
  g_assert_false (hy_session_can_undo (fixture->session));
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  hy_session_set_count (fixture->session, 100);
  g_assert_cmpuint (fixture->reports, ==, 0);
  hy_session_set_count (fixture->session, 5000);
  g_assert_cmpuint (fixture->reports, ==, 1);
  g_assert_cmpuint (hy_session_get_report (fixture->session)->count, ==, 5000);
  hy_session_set_count (fixture->session, G_MAXUINT64);
  g_assert_cmpuint (hy_session_get_count (fixture->session), ==, HY_FOOTPRINT_MAX_COUNT);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  HySession *session = fixture->session;
  gsize index;
  guint64 rank;

  g_assert_true (hy_session_get_selection (session, &index, &rank));
  g_assert_cmpuint (index, ==, 0);
  hy_session_unselect (session);
  g_assert_false (hy_session_get_selection (session, &index, &rank));
  hy_session_select (session, 1, 57);
  hy_session_move (session, 1, 0);
  g_assert_true (hy_session_get_selection (session, &index, &rank));
  g_assert_cmpuint (index, ==, 0);
  g_assert_cmpuint (rank, ==, 57);
  hy_session_set_count (session, 50);
  g_assert_true (hy_session_get_selection (session, &index, &rank));
  g_assert_cmpuint (rank, ==, 50);
  hy_session_set_count (session, 0);
  g_assert_false (hy_session_get_selection (session, &index, &rank));
  hy_session_set_count (session, 60);
  g_assert_true (hy_session_get_selection (session, &index, &rank));
  g_assert_cmpuint (rank, ==, 57);
  hy_session_set_hidden (session, 0, TRUE);
  g_assert_false (hy_session_get_selection (session, &index, &rank));
  hy_session_undo (session);
  g_assert_true (hy_session_get_selection (session, &index, &rank));
  hy_session_select (session, 0, 3);
  hy_session_remove (session, 0);
  g_assert_false (hy_session_get_selection (session, &index, &rank));
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  HySession *session = fixture->session;
  const HyAbi *chosen = hy_abi_lookup (8, HY_BUILD_DEFAULT, 64);
  g_autofree char *python = NULL;

  hy_session_suggest_abi (session, hy_abi_lookup (11, HY_BUILD_DEFAULT, 64));
  g_assert_cmpuint (hy_session_get_report (session)->abi->minor, ==, 11);
  hy_session_set_abi (session, chosen);
  g_assert_true (hy_session_get_report (session)->abi == chosen);
  hy_session_suggest_abi (session, hy_abi_lookup (11, HY_BUILD_DEFAULT, 64));
  g_assert_true (hy_session_get_report (session)->abi == chosen);
  python = g_settings_get_string (fixture->settings, HY_SETTINGS_PYTHON);
  g_assert_cmpstr (python, ==, "3.8");

  g_settings_set_flags (fixture->settings, HY_SETTINGS_INCLUDE, HY_INCLUDE_LIST);
  g_assert_cmpuint (hy_session_get_report (session)->include, ==, HY_INCLUDE_LIST);
}

static gboolean
is_idle (gpointer session)
{
  return !hy_session_is_busy (session);
}

/* Many classes are added up in a thread, the last request winning. */
static void
test_heavy (Fixture *fixture, gconstpointer data)
{
  HySession *session = fixture->session;

  for (int i = 0; i < HY_CLASS_SET_MAX + 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Extra%d", i);
      g_autoptr (HyClassDef) def = hy_class_def_new (name);

      hy_session_add (session, def);
    }
  hy_session_set_count (session, 12345);
  g_assert_true (hy_session_is_busy (session));
  test_wait_until (is_idle, session);
  g_assert_cmpuint (hy_session_get_report (session)->n_classes, ==, HY_CLASS_SET_MAX);
  g_assert_cmpuint (hy_session_get_report (session)->count, ==, 12345);

  /* Twice on what is still shown: the second finds it gone, and takes no other. */
  hy_session_remove (session, HY_CLASS_SET_MAX - 1);
  hy_session_remove (session, HY_CLASS_SET_MAX - 1);
  hy_session_set_hidden (session, HY_CLASS_SET_MAX - 1, TRUE);
  hy_session_move (session, HY_CLASS_SET_MAX - 1, 0);
  test_wait_until (is_idle, session);
  g_assert_cmpuint (hy_session_get_report (session)->n_classes, ==, HY_CLASS_SET_MAX - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session/opening", Fixture, NULL, set_up, test_opening, tear_down);
  g_test_add ("/session/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/session/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/session/choices", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/session/heavy", Fixture, NULL, set_up, test_heavy, tear_down);
  return g_test_run ();
}
