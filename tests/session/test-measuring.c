/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measuring.h"

#include <glib/gstdio.h>

#include "hy-settings.h"
#include "session-files.h"
#include "wait-measuring.h"

#define COUNT 500

static HySession *
new_session (void)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);

  return hy_session_new (settings, hy_report_nice_max);
}

static HyMeasuring *
new_measuring (HySession *session)
{
  HyMeasuring *self = hy_measuring_new (session, hy_session_get_settings (session));

  hy_measuring_get_options (self)->count = COUNT;
  hy_measuring_find (self);
  g_assert_true (hy_measuring_is_finding (self));
  test_wait_found (self);
  return self;
}

static void
note (HyMeasuring *self, guint *times)
{
  const char *text;

  g_assert_cmpfloat (hy_measuring_get_progress (self, &text), <=, 1);
  g_assert_nonnull (text);
  (*times)++;
}

static void
test_measure (void)
{
  g_autoptr (HySession) session = new_session ();
  g_autoptr (HyMeasuring) self = new_measuring (session);
  guint steps = 0;
  HyEvidence *evidence;

  if (hy_measuring_get_interpreter (self) == NULL)
    {
      g_test_skip ("no usable interpreter on this machine");
      return;
    }
  g_assert_cmpuint (hy_measuring_get_subjects (self)->len, ==, 2);
  g_assert_cmpstr (hy_measuring_get_subject (self)->name, ==, "Order");
  hy_measuring_set_subject (self, 1);
  g_assert_cmpstr (hy_measuring_get_subject (self)->name, ==, "SlottedOrder");
  g_signal_connect (self, "progress", G_CALLBACK (note), &steps);
  hy_measuring_start (self);
  g_assert_true (hy_measuring_is_running (self));
  test_wait_measured (self);
  evidence = hy_measuring_get_evidence (self);
  g_assert_cmpstr (hy_measuring_get_error (self), ==, NULL);
  g_assert_nonnull (evidence);
  g_assert_cmpuint (evidence->classes->len, ==, 1);
  g_assert_cmpstr (((HyEvidenceClass *) evidence->classes->pdata[0])->name, ==, "SlottedOrder");
  g_assert_cmpint (((HyEvidenceClass *) evidence->classes->pdata[0])->verdict->state, ==, HY_VERDICT_EQUAL);
  g_assert_cmpstr (evidence->command[2], ==, ":SlottedOrder");
  g_assert_nonnull (hy_measuring_get_report (self));
  g_assert_cmpuint (steps, >, 5);
}

/* Nothing comes of it, and what was there before stays. */
static void
test_cancel (void)
{
  g_autoptr (HySession) session = new_session ();
  g_autoptr (HyMeasuring) self = new_measuring (session);
  const char *text;

  if (hy_measuring_get_interpreter (self) == NULL)
    {
      g_test_skip ("no usable interpreter on this machine");
      return;
    }
  hy_measuring_start (self);
  hy_measuring_cancel (self);
  test_wait_measured (self);
  g_assert_null (hy_measuring_get_evidence (self));
  g_assert_cmpstr (hy_measuring_get_error (self), ==, NULL);
  hy_measuring_get_progress (self, &text);
  g_assert_nonnull (strstr (text, "Cancelled"));
}

/* What the user adds is found, with its reason, and no more when it is removed. */
static void
test_added (void)
{
  g_autoptr (HySession) session = new_session ();
  g_autoptr (HyMeasuring) self = new_measuring (session);
  guint n = hy_measuring_get_found (self)->len;
  guint usable = hy_measuring_get_interpreters (self)->len;

  g_assert_true (hy_measuring_add_interpreter (self, "/nonexistent/python3", NULL));
  test_wait_found (self);
  g_assert_cmpuint (hy_measuring_get_found (self)->len, ==, n + 1);
  g_assert_cmpuint (hy_measuring_get_interpreters (self)->len, ==, usable);
  g_assert_true (hy_measuring_has_added (self, "/nonexistent/python3"));
  g_assert_true (hy_measuring_remove_interpreter (self, "/nonexistent/python3", NULL));
  test_wait_found (self);
  g_assert_cmpuint (hy_measuring_get_found (self)->len, ==, n);
  g_assert_false (hy_measuring_has_added (self, "/nonexistent/python3"));
}

/* The choice belongs to the project, and the next one to look finds it. */
static void
test_sandbox (void)
{
  g_autoptr (HySession) session = new_session ();
  g_autoptr (HyMeasuring) self = new_measuring (session);
  g_autoptr (HyMeasuring) other = NULL;

  g_assert_nonnull (hy_measuring_get_sandbox_here (self));
  g_assert_true (hy_measuring_get_options (self)->sandbox);
  hy_measuring_set_sandbox (self, FALSE);
  g_assert_false (hy_measuring_get_options (self)->sandbox);
  other = hy_measuring_new (session, hy_session_get_settings (session));
  g_assert_false (hy_measuring_get_options (other)->sandbox);
  hy_measuring_set_sandbox (other, TRUE);
}

static void
test_open (void)
{
  g_autoptr (HySession) session = new_session ();
  g_autoptr (HyMeasuring) self = hy_measuring_new (session, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (hy_measuring_open (self, "/nonexistent/evidence.json", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (hy_measuring_get_evidence (self));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/measuring/measure", test_measure);
  g_test_add_func ("/measuring/cancel", test_cancel);
  g_test_add_func ("/measuring/added", test_added);
  g_test_add_func ("/measuring/sandbox", test_sandbox);
  g_test_add_func ("/measuring/open", test_open);
  return g_test_run ();
}
