/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measuring.h"

#include "hy-settings.h"
#include "session-files.h"

static HySession *
session_new (void)
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
is_examined (gpointer measuring)
{
  return hy_measuring_get_examination (measuring) != NULL;
}

/* They are the session's classes; another one brings its own expression, which the first one's edit does not outlive.
 */
static void
test_subjects (void)
{
  g_autoptr (HySession) session = session_new ();
  g_autoptr (HyMeasuring) self = hy_measuring_new (session, NULL);
  g_autoptr (HyClassDef) def = hy_class_def_new ("Extra");

  g_assert_cmpuint (hy_measuring_get_subjects (self)->len, ==, 2);
  g_assert_cmpstr (hy_measuring_get_subject (self)->name, ==, "Order");
  g_assert_cmpstr (hy_measuring_get_file (self), ==, "Order");
  g_assert_cmpstr (hy_measuring_get_factory (self), ==, "Order(f'ORD-{i}', 'Alice Chen', 99.99, 'paid')");
  hy_measuring_set_factory (self, "Order(1, 2, 3, 4)");
  g_assert_cmpstr (hy_measuring_get_factory (self), ==, "Order(1, 2, 3, 4)");
  hy_measuring_set_subject (self, 1);
  g_assert_cmpstr (hy_measuring_get_subject (self)->name, ==, "SlottedOrder");
  g_assert_true (g_str_has_prefix (hy_measuring_get_factory (self), "SlottedOrder(f'ORD-{i}'"));
  hy_measuring_set_subject (self, 2);
  g_assert_cmpstr (hy_measuring_get_subject (self)->name, ==, "SlottedOrder");
  hy_session_add (session, def);
  g_assert_cmpuint (hy_measuring_get_subjects (self)->len, ==, 3);
  hy_measuring_set_subject (self, 2);
  g_assert_true (hy_measuring_get_subject (self) == def);
  g_assert_cmpstr (hy_measuring_get_factory (self), ==, "");
}

static void
test_none (void)
{
  g_autoptr (HySession) session = session_new ();
  g_autoptr (HyMeasuring) self = hy_measuring_new (session, NULL);

  hy_session_replace_all (session, NULL, 0, "");
  g_assert_null (hy_measuring_get_subject (self));
  g_assert_null (hy_measuring_get_file (self));
  g_assert_cmpstr (hy_measuring_get_factory (self), ==, "");
  hy_measuring_start (self);
  g_assert_false (hy_measuring_is_running (self));
}

static void
count (HyMeasuring *self, guint *times)
{
  (*times)++;
}

/* A count or version more does not change what is to be measured: what was typed stays. */
static void
test_same_subjects (void)
{
  g_autoptr (HySession) session = session_new ();
  g_autoptr (HyMeasuring) self = hy_measuring_new (session, NULL);
  guint times = 0;

  hy_measuring_set_factory (self, "Order(1, 2, 3, 4)");
  g_signal_connect (self, "setup", G_CALLBACK (count), &times);
  hy_session_set_count (session, 77);
  hy_session_set_abi (session, hy_abi_lookup (8, HY_BUILD_DEFAULT, 64));
  g_assert_cmpuint (times, ==, 0);
  g_assert_cmpstr (hy_measuring_get_factory (self), ==, "Order(1, 2, 3, 4)");
  /* An examination that is given up still holds it for a while. */
  g_signal_handlers_disconnect_by_data (self, &times);
}

/* A file's class is examined, which suggests how one is made, unless that was typed before. */
static void
test_file (void)
{
  g_autoptr (HySession) session = session_new ();
  g_autoptr (HyMeasuring) self = hy_measuring_new (session, NULL);
  g_autoptr (GFile) file = NULL;

  if (!test_has_python ())
    return;
  file = test_file_new ("points.py", POINTS);
  hy_session_open (session, &file, 1);
  test_wait_until (is_idle, session);
  g_assert_cmpstr (hy_measuring_get_subject (self)->name, ==, "Point");
  g_assert_cmpstr (hy_measuring_get_file (self), ==, g_file_peek_path (file));
  test_wait_until (is_examined, self);
  g_assert_cmpstr (hy_measuring_get_factory (self), ==, "Point(i, i)");
  g_assert_false (hy_measuring_get_examination (self)->slotted);
  hy_measuring_set_subject (self, 1);
  g_assert_null (hy_measuring_get_examination (self));
  hy_measuring_set_factory (self, "Slotted( )");
  test_wait_until (is_examined, self);
  g_assert_true (hy_measuring_get_examination (self)->slotted);
  g_assert_cmpstr (hy_measuring_get_factory (self), ==, "Slotted( )");
  hy_measuring_set_subject (self, 0);
  test_wait_until (is_examined, self);
  g_assert_cmpstr (hy_measuring_get_factory (self), ==, "Point(i, i)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/measuring/subjects", test_subjects);
  g_test_add_func ("/measuring/none", test_none);
  g_test_add_func ("/measuring/same-subjects", test_same_subjects);
  g_test_add_func ("/measuring/file", test_file);
  return g_test_run ();
}
