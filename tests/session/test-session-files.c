/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-session.h"

#include "session-files.h"

#include "hy-settings.h"

static HySession *
new_session (void)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);

  return hy_session_new (settings, hy_report_nice_max);
}

static gboolean
is_idle (gpointer session)
{
  return !hy_session_is_busy (session);
}

static gboolean
is_stale (gpointer session)
{
  return hy_open_file_get_state (hy_session_get_files (session)->pdata[0]) == HY_FILE_CHANGED;
}

static void
open_files (HySession *session, GFile **files, gsize n)
{
  hy_session_open (session, files, n);
  g_assert_true (hy_session_is_busy (session));
  test_wait_until (is_idle, session);
}

static void
test_open (void)
{
  g_autoptr (HySession) session = new_session ();
  g_autoptr (GFile) file = NULL;
  g_autofree char *title = NULL;
  g_auto (GStrv) recent = NULL;
  g_autofree char *uri = NULL;
  HyReport *report;

  if (!test_has_python ())
    return;
  file = test_file_new ("points.py", POINTS);
  open_files (session, &file, 1);
  report = hy_session_get_report (session);
  title = hy_session_dup_title (session);
  uri = g_file_get_uri (file);
  recent = g_settings_get_strv (hy_session_get_settings (session), HY_SETTINGS_RECENT_FILES);
  g_assert_cmpuint (report->n_classes, ==, 2);
  g_assert_cmpstr (report->classes[0].def->name, ==, "Point");
  g_assert_cmpuint (hy_session_get_offered (session)->len, ==, 2);
  g_assert_cmpuint (hy_session_get_problems (session)->len, ==, 0);
  g_assert_false (hy_session_is_lesson (session));
  g_assert_cmpstr (title, ==, "points.py");
  g_assert_cmpstr (recent[0], ==, uri);

  hy_session_undo (session);
  g_assert_true (hy_session_is_lesson (session));
}

/* What can't be read leaves everything as it was, and is said; what can is opened beside it. */
static void
test_bad (void)
{
  g_autoptr (HySession) session = new_session ();
  g_autoptr (GFile) good = NULL;
  g_autoptr (GFile) bad = NULL;
  GPtrArray *problems = hy_session_get_problems (session);

  if (!test_has_python ())
    return;
  good = test_file_new ("points.py", POINTS);
  bad = test_file_new ("broken.py", "class (:\n");
  open_files (session, &bad, 1);
  g_assert_true (hy_session_is_lesson (session));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (((HyReading *) problems->pdata[0])->line, ==, 1);
  hy_session_dismiss_problems (session);
  g_assert_cmpuint (problems->len, ==, 0);

  open_files (session, (GFile *[]){ bad, good }, 2);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (hy_session_get_report (session)->n_classes, ==, 2);
}

/* After an edit the classes keep their colours, places and selection; one that has gone goes. */
static void
test_reload (void)
{
  g_autoptr (HySession) session = new_session ();
  g_autoptr (GFile) file = NULL;
  HyReport *report;
  gsize index;
  guint64 rank;

  if (!test_has_python ())
    return;
  file = test_file_new ("points.py", POINTS);
  open_files (session, &file, 1);
  hy_session_move (session, 1, 0);
  hy_session_select (session, 0, 40);
  test_file_rewrite (file, "class Slotted:\n    __slots__ = ('x', 'y', 'z')\n");
  test_wait_until (is_stale, session);
  hy_session_reload (session);
  test_wait_until (is_idle, session);
  report = hy_session_get_report (session);
  g_assert_cmpuint (report->n_classes, ==, 1);
  g_assert_cmpuint (report->classes[0].colour, ==, 1);
  g_assert_cmpuint (report->classes[0].layout->n_members, ==, 3);
  g_assert_true (hy_session_get_selection (session, &index, &rank));
  g_assert_cmpuint (index, ==, 0);
  g_assert_cmpuint (rank, ==, 40);
  hy_session_undo (session);
  g_assert_true (hy_session_get_selection (session, &index, &rank));
  hy_session_redo (session);

  test_file_rewrite (file, "class Renamed:\n    pass\n");
  hy_session_reload (session);
  test_wait_until (is_idle, session);
  report = hy_session_get_report (session);
  g_assert_cmpuint (report->n_classes, ==, 1);
  g_assert_cmpstr (report->classes[0].def->name, ==, "Renamed");
  g_assert_false (hy_session_get_selection (session, &index, &rank));

  test_file_rewrite (file, "class (:\n");
  hy_session_reload (session);
  test_wait_until (is_idle, session);
  g_assert_cmpuint (hy_session_get_report (session)->n_classes, ==, 1);
  g_assert_cmpuint (hy_session_get_problems (session)->len, ==, 1);
}

static void
test_cancel (void)
{
  g_autoptr (HySession) session = new_session ();
  g_autoptr (GFile) file = test_file_new ("points.py", POINTS);

  hy_session_open (session, &file, 1);
  hy_session_cancel (session);
  g_assert_false (hy_session_is_busy (session));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (hy_session_is_lesson (session));
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static void
test_text (void)
{
  g_autoptr (HySession) session = new_session ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (HyReading) reading = NULL;

  if (!test_has_python ())
    return;
  g_assert_null (hy_session_get_text (session));
  hy_session_read_text_async (session, POINTS, NULL, keep_result, &result);
  test_wait_until (has_result, &result);
  reading = hy_session_read_text_finish (session, result, NULL);
  hy_session_open_text (session, reading);
  g_assert_cmpuint (hy_session_get_report (session)->n_classes, ==, 2);
  g_assert_cmpstr (hy_session_get_text (session), ==, POINTS);
  hy_session_open_lesson (session);
  g_assert_null (hy_session_get_text (session));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-files/open", test_open);
  g_test_add_func ("/session-files/bad", test_bad);
  g_test_add_func ("/session-files/reload", test_reload);
  g_test_add_func ("/session-files/cancel", test_cancel);
  g_test_add_func ("/session-files/text", test_text);
  return g_test_run ();
}
