/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-source-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hy-source.h"

static void
test_load (void)
{
  static const char text[] = "class A: pass\n\0\xff";
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.py", NULL);
  g_autofree char *link = g_build_filename (folder, "link.py", NULL);
  const char *const paths[] = { path, link };

  g_assert_true (g_file_set_contents (path, text, sizeof text, NULL));
  g_assert_cmpint (symlink ("a.py", link), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (HyReading) reading = hy_reading_new (paths[i]);
      g_autoptr (GBytes) bytes = hy_source_file_load (reading);
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      g_assert_no_error (reading->error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, sizeof text);
      g_assert_cmpuint (reading->mtime, ==, hy_reading_file_time (file));
    }
  g_remove (link);
  g_remove (path);
  g_rmdir (folder);
}

/* As long as a file may be, and one byte more. */
static void
test_size (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.py", NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  for (gsize more = 0; more < 2; more++)
    {
      g_autoptr (HyReading) reading = hy_reading_new (path);
      g_autoptr (GBytes) bytes = NULL;

      g_assert_cmpint (truncate (path, HY_SOURCE_MAX_BYTES + more), ==, 0);
      bytes = hy_source_file_load (reading);
      if (more == 0)
        g_assert_cmpuint (g_bytes_get_size (bytes), ==, HY_SOURCE_MAX_BYTES);
      else
        g_assert_error (reading->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_TOO_LARGE);
      g_assert_cmpint (bytes == NULL, ==, more);
    }
  g_remove (path);
  g_rmdir (folder);
}

/* What is no file that can be read from its beginning: said at once, without waiting for anybody. */
static void
test_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop", NULL);
  g_autofree char *below = g_build_filename (fifo, "a.py", NULL);
  const struct
  {
    const char *path;
    HySourceErrorCode code;
  } cases[] = {
    { folder, HY_SOURCE_ERROR_DIRECTORY },
    { fifo, HY_SOURCE_ERROR_NOT_A_FILE },
    { "/dev/zero", HY_SOURCE_ERROR_NOT_A_FILE },
    { below, HY_SOURCE_ERROR_NOT_FOUND },
    { "/nonexistent.py", HY_SOURCE_ERROR_NOT_FOUND },
    { loop, HY_SOURCE_ERROR_UNREADABLE },
    { "", HY_SOURCE_ERROR_NOT_FOUND },
  };

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyReading) reading = hy_reading_new (cases[i].path);

      g_test_message ("%s", cases[i].path);
      g_assert_null (hy_source_file_load (reading));
      g_assert_error (reading->error, HY_SOURCE_ERROR, (int) cases[i].code);
      g_assert_cmpuint (reading->mtime, ==, 0);
    }
  g_remove (fifo);
  g_remove (loop);
  g_rmdir (folder);
}

static void
test_text (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *text;
  } cases[] = {
    { "a = 'ä'\n", 9, "a = 'ä'\n" },
    { "\xef\xbb\xbf"
      "a",
      4, "a" },
    { "\xef\xbb\xbf", 3, "" },
    { "", 0, "" },
    { "a\0b", 3, NULL },
    { "\xe4", 1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyReading) reading = hy_reading_new (NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].length);

      hy_source_file_set_text (reading, bytes);
      g_assert_cmpstr (reading->text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-file/load", test_load);
  g_test_add_func ("/source-file/size", test_size);
  g_test_add_func ("/source-file/refused", test_refused);
  g_test_add_func ("/source-file/text", test_text);
  return g_test_run ();
}
