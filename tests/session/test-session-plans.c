/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-session.h"

#include "session-files.h"

#include "hy-settings.h"

static gboolean
is_idle (gpointer session)
{
  return !hy_session_is_busy (session);
}

static void
note (HySession *session, const char *text, char **said)
{
  g_free (*said);
  *said = g_strdup (text);
}

/* Each plan of the lesson's class is added, or it is said why not. */
static void
test_lesson (void)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);
  g_autoptr (HySession) session = hy_session_new (settings, hy_report_nice_max);
  g_autofree char *said = NULL;
  HyReport *report;
  gsize n = 2;

  if (!test_has_python ())
    return;
  g_signal_connect (session, "message", G_CALLBACK (note), &said);
  for (const char *const *name = hy_session_plan_names (); *name != NULL; name++, n++)
    {
      g_test_message ("%s", *name);
      hy_session_add_plan (session, 0, *name);
      g_assert_true (hy_session_is_busy (session));
      test_wait_until (is_idle, session);
      g_assert_cmpstr (said, ==, NULL);
      report = hy_session_get_report (session);
      g_assert_cmpuint (report->n_classes, ==, n + 1);
      g_assert_cmpstr (report->classes[n].plan, ==, *name);
      g_assert_true (g_str_has_prefix (report->classes[n].label, "Order · "));
      g_assert_true (report->classes[n].has_total);
    }
  hy_session_undo (session);
  g_assert_cmpuint (hy_session_get_report (session)->n_classes, ==, n - 1);
}

static void
test_refused (void)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);
  g_autoptr (HySession) session = hy_session_new (settings, hy_report_nice_max);
  g_autoptr (HyClassDef) def = hy_class_def_new ("Unknown");
  g_autofree char *said = NULL;

  g_signal_connect (session, "message", G_CALLBACK (note), &said);
  hy_session_add (session, def);
  hy_session_add_plan (session, 2, "NamedTuple");
  g_assert_true (g_str_has_prefix (said, "Unknown as NamedTuple: "));
  g_assert_cmpuint (hy_session_get_report (session)->n_classes, ==, 3);
}

/* A plan follows the class that it was made of when that is read again, in one step. */
static void
test_reload (void)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);
  g_autoptr (HySession) session = hy_session_new (settings, hy_report_nice_max);
  g_autoptr (GFile) file = NULL;
  HyReport *report;

  if (!test_has_python ())
    return;
  file = test_file_new ("points.py", POINTS);
  hy_session_open (session, &file, 1);
  test_wait_until (is_idle, session);
  hy_session_add_plan (session, 0, "__slots__");
  test_wait_until (is_idle, session);
  g_assert_cmpuint (hy_session_get_report (session)->classes[2].layout->n_members, ==, 2);

  test_file_rewrite (file, "class Point:\n    def __init__(self, x):\n        self.x = self.y = self.z = x\n");
  hy_session_reload (session);
  test_wait_until (is_idle, session);
  report = hy_session_get_report (session);
  g_assert_cmpuint (report->n_classes, ==, 2);
  g_assert_cmpstr (report->classes[1].label, ==, "Point · __slots__");
  g_assert_cmpuint (report->classes[1].layout->n_members, ==, 3);
  hy_session_undo (session);
  g_assert_cmpuint (hy_session_get_report (session)->classes[2].layout->n_members, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-plans/lesson", test_lesson);
  g_test_add_func ("/session-plans/refused", test_refused);
  g_test_add_func ("/session-plans/reload", test_reload);
  return g_test_run ();
}
