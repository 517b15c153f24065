/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-session-private.h"

#include "session-files.h"

#include "hy-settings.h"

typedef struct
{
  HySession *session;
  char *said;
} Fixture;

static void
note (HySession *session, const char *text, Fixture *fixture)
{
  g_free (fixture->said);
  fixture->said = g_strdup (text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);

  fixture->session = hy_session_new (settings, hy_report_nice_max);
  g_signal_connect (fixture->session, "message", G_CALLBACK (note), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->session);
  g_free (fixture->said);
}

/* "Order SlottedOrder", a hidden one in brackets. */
static char *
names (HySession *session)
{
  const HyReport *report = hy_session_get_report (session);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < report->n_classes; i++)
    g_string_append_printf (text, report->classes[i].hidden ? "%s(%s)" : "%s%s", i > 0 ? " " : "",
                            report->classes[i].def->name);
  return g_string_free (text, FALSE);
}

static void
check (HySession *session, const char *wanted)
{
  g_autofree char *found = names (session);

  g_assert_cmpstr (found, ==, wanted);
}

/* What each edit makes of the classes, and what undoing and doing it again say. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *names, *label;
  } steps[] = {
    { "Order SlottedOrder Extra", "Add Extra" },
    { "Order SlottedOrder Extra Extra", "Add Extra as tuple" },
    { "(Order) SlottedOrder Extra Extra", "Hide Order" },
    { "SlottedOrder Extra (Order) Extra", "Move Order" },
    { "SlottedOrder Extra Order Extra", "Show Order" },
    { "Extra Order Extra", "Remove SlottedOrder" },
    { "Extra", "All at once" },
  };
  HySession *session = fixture->session;
  g_autoptr (HyClassDef) def = hy_class_def_new ("Extra");
  g_autoptr (HyClassDef) tuple = hy_class_def_new ("Extra");

  hy_session_add (session, def);
  check (session, steps[0].names);
  hy_session_add_made (session, tuple, "tuple", "Extra");
  check (session, steps[1].names);
  hy_session_set_hidden (session, 0, TRUE);
  check (session, steps[2].names);
  hy_session_move (session, 0, 2);
  check (session, steps[3].names);
  hy_session_set_hidden (session, 2, FALSE);
  check (session, steps[4].names);
  hy_session_remove (session, 0);
  check (session, steps[5].names);
  hy_session_replace_all (session, &def, 1, "All at once");
  check (session, steps[6].names);
  g_assert_null (fixture->said);
  g_assert_false (hy_session_is_lesson (session));
  for (gsize i = G_N_ELEMENTS (steps); i-- > 0;)
    {
      g_autofree char *wanted = g_strconcat ("Undone: ", steps[i].label, NULL);

      g_assert_true (hy_session_can_undo (session));
      hy_session_undo (session);
      g_assert_cmpstr (fixture->said, ==, wanted);
      check (session, i > 0 ? steps[i - 1].names : "Order SlottedOrder");
    }
  g_assert_false (hy_session_can_undo (session));
  g_assert_true (hy_session_is_lesson (session));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *wanted = g_strconcat ("Done again: ", steps[i].label, NULL);

      hy_session_redo (session);
      g_assert_cmpstr (fixture->said, ==, wanted);
      check (session, steps[i].names);
    }
  g_assert_false (hy_session_can_redo (session));
}

static void
refuse (void)
{
  g_assert_not_reached ();
}

/* What changes nothing is no step, and nothing is announced. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  HySession *session = fixture->session;

  g_signal_connect (session, "notify::history", G_CALLBACK (refuse), NULL);
  hy_session_set_hidden (session, 0, FALSE);
  hy_session_undo (session);
  hy_session_redo (session);
  g_assert_null (fixture->said);
  g_assert_false (hy_session_can_undo (session));
  check (session, "Order SlottedOrder");
}

/* Another edit after undoing takes what was undone away. */
static void
test_branch (Fixture *fixture, gconstpointer data)
{
  HySession *session = fixture->session;

  hy_session_remove (session, 0);
  hy_session_undo (session);
  g_assert_true (hy_session_can_redo (session));
  hy_session_remove (session, 1);
  g_assert_false (hy_session_can_redo (session));
  check (session, "Order");
}

static gboolean
is_idle (gpointer session)
{
  return !hy_session_is_busy (session);
}

static void
test_most (Fixture *fixture, gconstpointer data)
{
  HySession *session = fixture->session;
  HyClassDef *defs[HY_CLASS_SET_MAX];
  g_autoptr (HyClassDef) more = hy_class_def_new ("More");

  for (gsize i = 0; i < G_N_ELEMENTS (defs); i++)
    defs[i] = hy_class_def_new ("Extra");
  hy_session_replace_all (session, defs, G_N_ELEMENTS (defs), "Many");
  test_wait_until (is_idle, session);
  hy_session_add (session, more);
  g_assert_cmpstr (fixture->said, ==, "At most 32 classes can be compared");
  test_wait_until (is_idle, session);
  g_assert_cmpuint (hy_session_get_report (session)->n_classes, ==, HY_CLASS_SET_MAX);
  for (gsize i = 0; i < G_N_ELEMENTS (defs); i++)
    hy_class_def_unref (defs[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/session-edits/labels", Fixture, NULL, set_up, test_labels, tear_down);
  g_test_add ("/session-edits/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/session-edits/branch", Fixture, NULL, set_up, test_branch, tear_down);
  g_test_add ("/session-edits/most", Fixture, NULL, set_up, test_most, tear_down);
  return g_test_run ();
}
