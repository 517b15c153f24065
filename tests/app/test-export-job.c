/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-export-job.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hy-export-file.h"

static HyExportJob *
job_new (void)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  HyClassDef *const defs[] = { order, slotted };
  g_autoptr (HyReport) report = hy_report_new (defs, 2, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64), 10, 0, 100);

  return hy_export_job_new (report);
}

/* What the window's menu names, and what none of its entries does. */
static void
test_targets (void)
{
  static const struct
  {
    const char *target, *file; /* NULL: there is no such thing */
  } cases[] = {
    { "chart-png", "heapyard-chart.png" },
    { "chart-svg", "heapyard-chart.svg" },
    { "yard-pdf", "heapyard-yard.pdf" },
    { "growth-csv", "heapyard-growth.csv" },
    { "layout-json", "heapyard-layout.json" },
    { "versions-png", "heapyard-versions.png" },
    { "versions-csv", "heapyard-versions.csv" },
    { "chart-csv", NULL },
    { "growth-png", NULL },
    { "layout-pdf", NULL },
    { "chart-gif", NULL },
    { "char-png", NULL },
    { "charts-png", NULL },
    { "chart", NULL },
    { "-png", NULL },
    { "", NULL },
    { "chart-", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyExportJob) job = job_new ();
      g_autofree char *file = hy_export_job_parse (job, cases[i].target) ? hy_export_job_file_name (job) : NULL;

      g_assert_cmpstr (file, ==, cases[i].file);
    }
}

/* The name that the user gives decides; what has no such form gives way to what has. */
static void
test_names (void)
{
  static const struct
  {
    const char *target, *name, *file;
  } cases[] = {
    { "chart-png", "a.svg", "heapyard-chart.svg" },
    { "chart-png", "a.b.PDF", "heapyard-chart.pdf" },
    { "chart-png", "a.csv", "heapyard-growth.csv" },
    { "yard-png", "a.json", "heapyard-growth.json" },
    { "layout-csv", "a.png", "heapyard-chart.png" },
    { "layout-csv", "a.json", "heapyard-layout.json" },
    { "versions-png", "a.csv", "heapyard-versions.csv" },
    { "chart-png", "a.gif", NULL },
    { "chart-png", "png", NULL },
    { "chart-png", "a.", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyExportJob) job = job_new ();
      g_autofree char *file = NULL;

      g_assert_true (hy_export_job_parse (job, cases[i].target));
      if (hy_export_job_set_form_by_name (job, cases[i].name))
        file = hy_export_job_file_name (job);
      g_assert_cmpstr (file, ==, cases[i].file);
    }
}

static void
keep (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GBytes *
run (const char *target, const char *path, GError **error)
{
  HyExportJob *job = job_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_true (hy_export_job_parse (job, target));
  job->path = g_strdup (path);
  job->spec.width = 300;
  job->spec.height = 200;
  hy_export_job_run_async (job, NULL, keep, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return hy_export_job_run_finish (result, error);
}

static void
test_bytes (void)
{
  static const struct
  {
    const char *target, *begins;
    guint lines; /* 0: a picture */
  } cases[] = {
    { "chart-png", "\x89PNG", 0 },
    { "yard-svg", "<?xml", 0 },
    { "versions-pdf", "%PDF", 0 },
    { "layout-csv", "file,name,line,python,", 1 + 2 },
    { "layout-json", "{\"schema\":\"heapyard.layout/1\"", 1 + 2 },
    { "versions-csv", "file,name,line,python,", 1 + 2 * 10 },
    { "growth-json", "{\"schema\":\"heapyard.grow/1\"", 1 + 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = run (cases[i].target, NULL, &error);
      g_autofree char *text = NULL;
      guint lines = 0;

      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_true (g_str_has_prefix (text, cases[i].begins));
      for (const char *c = text; *c != '\0'; c++)
        lines += *c == '\n';
      if (cases[i].lines > 0)
        g_assert_cmpuint (lines, ==, cases[i].lines);
    }
}

/* What is written is what is answered; where it can't be written, nothing is. */
static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "a.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = run ("layout-csv", path, &error);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpmem (text, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_null (run ("layout-csv", nowhere, &error));
  g_assert_error (error, HY_EXPORT_ERROR, HY_EXPORT_ERROR_PLACE);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export-job/targets", test_targets);
  g_test_add_func ("/export-job/names", test_names);
  g_test_add_func ("/export-job/bytes", test_bytes);
  g_test_add_func ("/export-job/file", test_file);
  return g_test_run ();
}
