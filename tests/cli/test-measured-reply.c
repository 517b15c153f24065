/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measured-reply.h"

#include <glib/gstdio.h>

#include "hy-command.h"

typedef struct
{
  char *folder, *path;
  HyReport *report;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  HyClassDef *const classes[] = { order, slotted };

  self->folder = g_dir_make_tmp ("heapyard-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "reply.json", NULL);
  self->report = hy_report_new (classes, 2, hy_abi_newest (), 100, 0, 1000);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  hy_report_unref (self->report);
  g_free (self->path);
  g_free (self->folder);
}

static void
test_points (Fixture *self, gconstpointer data)
{
  g_autoptr (HyMeasuredReply) reply = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (
      self->path,
      "{\"schema\": \"heapyard.measure/1\", \"classes\": ["
      "{\"name\": \"Order\", \"count\": 10, \"measured\": {\"current\": 1000}},"
      "{\"name\": \"Order\", \"count\": 20, \"measured\": {\"current\": 2000.5}},"
      "{\"name\": \"Order\", \"plan\": \"tuple\", \"count\": 25, \"measured\": {\"current\": 2000}},"
      "{\"name\": \"SlottedOrder\", \"count\": 9, \"measured\": {\"current\": 9, \"points\": "
      "[[3, 30], [6, 60], [7], 8, [\"9\", 9], [1, null], [9, 90]], \"points_spread\": [[29, 31], [61, 62]]}},"
      "{\"name\": \"Order\", \"count\": 30, \"measured\": {\"current\": null}},"
      "{\"name\": \"Order\", \"count\": \"30\", \"measured\": {\"current\": 7}},"
      "{\"name\": \"Order\", \"count\": -1, \"measured\": {\"current\": 7}},"
      "{\"name\": \"Order\", \"count\": 1, \"measured\": []}, 7, {\"name\": {}}, {\"name\": \"Other\"}]}",
      -1, NULL));
  reply = hy_measured_reply_read (self->path, self->report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->n_points, ==, 2);
  g_assert_cmpuint (reply->points[0].n_points, ==, 2);
  g_assert_cmpuint (reply->points[0].points[1].count, ==, 20);
  g_assert_cmpfloat (reply->points[1].points[0].min, ==, 29);
  g_assert_cmpfloat (reply->points[1].points[0].max, ==, 31);
  g_assert_cmpfloat (reply->points[1].points[1].min, ==, 60);
  g_assert_cmpfloat (reply->points[0].points[1].median, ==, 2000.5);
  g_assert_cmpuint (reply->points[1].n_points, ==, 3);
  g_assert_cmpuint (reply->points[1].points[2].count, ==, 9);
  g_assert_cmpfloat (reply->points[1].points[2].max, ==, 90);
}

static void
test_wrong (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "",
                                       "{",
                                       "[]",
                                       "7",
                                       "null",
                                       "{}",
                                       "{\"schema\": \"heapyard.measure/1\"}",
                                       "{\"schema\": \"heapyard.measure/1\", \"classes\": {}}",
                                       "{\"schema\": \"heapyard.layout/1\", \"classes\": []}",
                                       "{\"schema\": 7, \"classes\": []}",
                                       "\xff\xfe" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (self->path, texts[i], -1, NULL));
      g_assert_null (hy_measured_reply_read (self->path, self->report, &error));
      g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_CANNOT);
    }
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hy_measured_reply_read (self->path, self->report, &error));
  g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_CANNOT);
}

#define ADD(NAME, FUNC) g_test_add ("/measured-reply/" NAME, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("points", test_points);
  ADD ("wrong", test_wrong);
  ADD ("missing", test_missing);
  return g_test_run ();
}
