/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reading-private.h"

#include <glib/gstdio.h>
#include <utime.h>

static void
test_describe (void)
{
  static const struct
  {
    const char *path;
    guint line, column;
    const char *excerpt, *described;
  } cases[] = {
    { "a.py", 0, 0, NULL, "a.py: why" },
    { "a.py", 12, 0, NULL, "a.py:12: why" },
    { NULL, 12, 0, NULL, "why" },
    { "-", 1, 1, "x = = 1", "-:1: why\n    x = = 1\n    ^" },
    { "a.py", 1, 5, "x = = 1", "a.py:1: why\n    x = = 1\n        ^" },
    /* The caret is placed by characters; tabs stay tabs; it never goes beyond the line's end. */
    { "a.py", 1, 3, "ä\tü", "a.py:1: why\n    ä\tü\n     \t^" },
    { "a.py", 1, 999, "ab", "a.py:1: why\n    ab\n      ^" },
    { "a.py", 1, 0, "ab", "a.py:1: why" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyReading) reading = hy_reading_new (cases[i].path);
      g_autofree char *nothing = hy_reading_describe_error (reading);
      g_autofree char *described = NULL;

      g_assert_null (nothing);
      hy_reading_fail (reading, HY_SOURCE_ERROR_SYNTAX, "not this");
      hy_reading_fail (reading, HY_SOURCE_ERROR_SYNTAX, "%s", "why");
      reading->line = cases[i].line;
      reading->column = cases[i].column;
      reading->excerpt = g_strdup (cases[i].excerpt);
      described = hy_reading_describe_error (reading);
      g_assert_cmpstr (described, ==, cases[i].described);
    }
}

static void
test_usage (void)
{
  for (int code = HY_SOURCE_ERROR_SYNTAX; code <= HY_SOURCE_ERROR_CANCELLED; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (HY_SOURCE_ERROR, code, "");

      g_assert_cmpint (hy_source_error_is_usage (error), ==,
                       code == HY_SOURCE_ERROR_CLASS || code == HY_SOURCE_ERROR_FACTORY);
    }
}

static void
test_stale (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.py", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (HyReading) reading = hy_reading_new (path);
  const struct utimbuf earlier = { 1000000000, 1000000000 };

  g_assert_cmpuint (hy_reading_file_time (file), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (utime (path, &earlier), ==, 0);
  g_assert_cmpuint (hy_reading_file_time (file), ==, G_GUINT64_CONSTANT (1000000000) * G_USEC_PER_SEC);
  /* A text has no time, and is never stale. */
  g_assert_false (hy_reading_is_stale (reading));
  reading->mtime = hy_reading_file_time (file);
  g_assert_false (hy_reading_is_stale (reading));
  reading->mtime++;
  g_assert_true (hy_reading_is_stale (reading));
  reading->mtime--;
  g_remove (path);
  g_assert_true (hy_reading_is_stale (reading));
  g_rmdir (folder);
}

/* Shared by two, it lasts as long as the longer one needs it. */
static void
test_lifetime (void)
{
  HyReading *reading = hy_reading_new ("a.py");
  HyReading *again = hy_reading_ref (reading);
  HyClassDef *def = hy_class_def_new ("A");

  reading->classes = g_new0 (HyClassDef *, 1);
  reading->classes[reading->n_classes++] = hy_class_def_ref (def);
  hy_reading_unref (reading);
  g_assert_cmpstr (again->classes[0]->name, ==, "A");
  hy_reading_clear_classes (again);
  g_assert_cmpuint (again->n_classes, ==, 0);
  hy_reading_clear_classes (again);
  hy_reading_unref (again);
  hy_class_def_unref (def);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/describe", test_describe);
  g_test_add_func ("/reading/usage", test_usage);
  g_test_add_func ("/reading/stale", test_stale);
  g_test_add_func ("/reading/lifetime", test_lifetime);
  return g_test_run ();
}
