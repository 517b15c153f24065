/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measuring.h"

#include <glib/gstdio.h>

#include "hy-settings.h"
#include "session-files.h"
#include "wait-measuring.h"

#define DOCUMENT                                                                                                       \
  "{\"schema\": \"heapyard.measure/1\", \"interpreter\": {\"path\": \"/p\", \"status\": \"ok\", \"version\": "         \
  "\"3.12.1\", \"build\": \"default\", \"bits\": 64, \"allocator\": \"pymalloc\", \"prefix\": \"/p\"}, "               \
  "\"classes\": [{\"name\": \"A\", \"count\": 9, \"measured\": {\"requested\": 48}}]}"

/* A session with the lesson, measured with few instances; NULL, the test skipped, without an interpreter. */
static HyMeasuring *
measuring_new (void)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);
  g_autoptr (HySession) session = hy_session_new (settings, hy_report_nice_max);
  HyMeasuring *self = hy_measuring_new (session, settings);

  hy_measuring_get_options (self)->count = 50;
  hy_measuring_find (self);
  test_wait_found (self);
  if (hy_measuring_get_interpreter (self) != NULL)
    return self;
  g_test_skip ("no usable interpreter on this machine");
  g_object_unref (self);
  return NULL;
}

static void
note (HyMeasuring *self, guint *times)
{
  const char *text;

  g_assert_cmpfloat (hy_measuring_get_progress (self, &text), <=, 1);
  g_assert_nonnull (text);
  (*times)++;
}

/* What was asked for when it began is what is measured, and what the command says, whatever is chosen meanwhile. */
static void
test_measure (void)
{
  g_autoptr (HyMeasuring) self = measuring_new ();
  guint steps = 0;
  HyEvidence *evidence;
  g_autofree char *command = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr (GFile) file = NULL;

  if (self == NULL)
    return;
  hy_measuring_set_subject (self, 1);
  hy_measuring_get_options (self)->memory_limit = 1 << 30;
  hy_measuring_get_options (self)->temporary_folder = TRUE;
  g_signal_connect (self, "progress", G_CALLBACK (note), &steps);
  hy_measuring_start (self);
  g_assert_true (hy_measuring_is_running (self));
  while (steps < 3)
    g_main_context_iteration (NULL, TRUE);
  hy_measuring_set_subject (self, 0);
  hy_measuring_get_options (self)->temporary_folder = FALSE;
  test_wait_measured (self);
  evidence = hy_measuring_get_evidence (self);
  g_assert_cmpstr (hy_measuring_get_error (self), ==, NULL);
  g_assert_nonnull (evidence);
  g_assert_cmpuint (evidence->classes->len, ==, 1);
  g_assert_cmpstr (((HyEvidenceClass *) evidence->classes->pdata[0])->name, ==, "SlottedOrder");
  g_assert_cmpint (((HyEvidenceClass *) evidence->classes->pdata[0])->verdict->state, ==, HY_VERDICT_EQUAL);
  g_assert_nonnull (hy_measuring_get_report (self));
  g_assert_cmpuint (hy_measuring_get_report (self)->count, ==, 50);
  command = g_strjoinv (" ", evidence->command);
  wanted = g_strdup_printf ("heapyard-cli measure :SlottedOrder --count 50 --interpreter %s --factory "
                            "SlottedOrder(f'ORD-{i}', 'Alice Chen', 99.99, 'paid') --memory-limit 1073741824 "
                            "--temporary-folder",
                            hy_measuring_get_interpreter (self)->path);
  g_assert_cmpstr (command, ==, wanted);
  g_assert_cmpuint (steps, >, 5);
  /* What was saved elsewhere is not drawn over the model's lines of this one. */
  file = test_file_new ("evidence.json", DOCUMENT);
  g_assert_true (hy_measuring_open (self, g_file_peek_path (file), NULL));
  g_assert_null (hy_measuring_get_report (self));
}

/* Nothing comes of it, at whichever step it is given up, and it can be started again. */
static void
test_cancel (void)
{
  g_autoptr (HyMeasuring) self = measuring_new ();
  const char *text;
  guint steps = 0;

  if (self == NULL)
    return;
  g_signal_connect (self, "progress", G_CALLBACK (note), &steps);
  for (guint until = 1; until <= 3; until += 2)
    {
      steps = 0;
      hy_measuring_start (self);
      hy_measuring_start (self);
      g_assert_cmpuint (steps, ==, 1);
      while (steps < until)
        g_main_context_iteration (NULL, TRUE);
      hy_measuring_cancel (self);
      test_wait_measured (self);
      g_assert_null (hy_measuring_get_evidence (self));
      g_assert_cmpstr (hy_measuring_get_error (self), ==, NULL);
      hy_measuring_get_progress (self, &text);
      g_assert_nonnull (strstr (text, "Cancelled"));
    }
  hy_measuring_cancel (self);
  g_assert_false (hy_measuring_is_running (self));
}

/* Evidence that was saved takes the place of what there is; what can't be read leaves it. */
static void
test_open (void)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);
  g_autoptr (HySession) session = hy_session_new (settings, hy_report_nice_max);
  g_autoptr (HyMeasuring) self = hy_measuring_new (session, NULL);
  g_autoptr (GFile) file = test_file_new ("evidence.json", DOCUMENT);
  g_autoptr (GError) absent = NULL;
  g_autoptr (GError) other = NULL;

  g_assert_false (hy_measuring_open (self, "/nonexistent/evidence.json", &absent));
  g_assert_error (absent, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (hy_measuring_get_evidence (self));
  g_assert_true (hy_measuring_open (self, g_file_peek_path (file), NULL));
  g_assert_cmpstr (((HyEvidenceClass *) hy_measuring_get_evidence (self)->classes->pdata[0])->name, ==, "A");
  g_assert_null (hy_measuring_get_report (self));
  test_file_rewrite (file, "{}");
  g_assert_false (hy_measuring_open (self, g_file_peek_path (file), &other));
  g_assert_error (other, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (hy_measuring_get_evidence (self));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/measuring-run/measure", test_measure);
  g_test_add_func ("/measuring-run/cancel", test_cancel);
  g_test_add_func ("/measuring-run/open", test_open);
  return g_test_run ();
}
