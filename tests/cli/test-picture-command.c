/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-picture-command.h"

#include <glib/gstdio.h>

#include "hy-export-file.h"

/* What the command asked the picture to be. */
static GBytes *
draw (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options, GError **error)
{
  g_autofree char *text =
      g_strdup_printf ("%ux%u @%g, format %d, %u classes, %" G_GUINT64_FORMAT
                       " instances, include %u, palette %d, pin %" G_GUINT64_FORMAT,
                       spec->width, spec->height, spec->scale, spec->format, (guint) report->n_classes, report->count,
                       report->include, options->palette, options->pin);

  return g_bytes_new (text, strlen (text));
}

static GBytes *
refuse (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options, GError **error)
{
  g_set_error_literal (error, HY_EXPORT_ERROR, HY_EXPORT_ERROR_SIZE, "too large");
  return NULL;
}

static HyExit
run (const HyOptions *options, HyReportPictureFunc how, GError **error)
{
  char *none[] = { NULL };
  HyInvocation invocation = { .options = *options, .arguments = none };
  HyReportPictureOptions picture = { 0 };

  return hy_picture_command_run (&invocation, how, &picture, error);
}

static void
test_options (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);
  const HyOptions plain = { .output = path };
  const HyOptions all = {
    .output = path, .size = (char *) "300x200", .scale = (char *) "2", .count = (char *) "1k", .dark = TRUE
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (run (&plain, draw, &error), ==, HY_EXIT_FINE);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &first, NULL, NULL));
  g_assert_cmpstr (first, ==, "1280x720 @1, format 1, 2 classes, 100000 instances, include 0, palette 0, pin 100000");
  g_assert_cmpint (run (&all, draw, &error), ==, HY_EXIT_FINE);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &second, NULL, NULL));
  g_assert_cmpstr (second, ==, "300x200 @2, format 1, 2 classes, 1000 instances, include 0, palette 1, pin 100000");
  g_remove (path);
  g_rmdir (folder);
}

static void
test_wrong (void)
{
  static const HyOptions wrong[] = {
    { .output = NULL },
    { .output = (char *) "a.gif" },
    { .output = (char *) "a.png", .size = (char *) "10" },
    { .output = (char *) "a.png", .size = (char *) "-1x5" },
    { .output = (char *) "a.png", .scale = (char *) "0" },
    { .output = (char *) "a.png", .scale = (char *) "two" },
    { .output = (char *) "a.png", .count = (char *) "many" },
    { .output = (char *) "a.png", .include = (char *) "all" },
    { .output = (char *) "a.png", .python = (char *) "2.7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      run (&wrong[i], draw, &error);
      g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
    }
  g_assert_false (g_file_test ("a.png", G_FILE_TEST_EXISTS));
}

/* A size that can't be drawn is blamed on the command line too. */
static void
test_refused (void)
{
  const HyOptions options = { .output = (char *) "a.png" };
  g_autoptr (GError) error = NULL;

  run (&options, refuse, &error);
  g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
  g_assert_cmpstr (error->message, ==, "too large");
}

static void
test_no_folder (void)
{
  const HyOptions options = { .output = (char *) "/dev/null/a.png" };
  g_autoptr (GError) error = NULL;

  run (&options, draw, &error);
  g_assert_error (error, HY_EXPORT_ERROR, HY_EXPORT_ERROR_PLACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-command/options", test_options);
  g_test_add_func ("/picture-command/wrong", test_wrong);
  g_test_add_func ("/picture-command/refused", test_refused);
  g_test_add_func ("/picture-command/no-folder", test_no_folder);
  return g_test_run ();
}
