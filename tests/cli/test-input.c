/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-input.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hy-command.h"

static void
test_limit (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a", NULL);

  g_assert_true (g_file_set_contents (path, "12345", -1, NULL));
  for (gsize limit = 0; limit < 8; limit++)
    {
      g_autoptr (GBytes) bytes = hy_input_read (path, limit, NULL);

      g_assert_cmpuint (g_bytes_get_size (bytes), ==, MIN (limit + 1, 5));
      g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "12345", g_bytes_get_size (bytes)), ==, 0);
    }
  g_assert_cmpint (g_unlink (path) | g_rmdir (folder), ==, 0);
}

/* A device without an end is read up to the limit. */
static void
test_endless (void)
{
  g_autoptr (GBytes) bytes = hy_input_read ("/dev/zero", 1000000, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1000001);
}

static void
test_wrong (void)
{
  static const char *const paths[] = { "/no/such/file", "/", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hy_input_read (paths[i], 10, &error));
      g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_CANNOT);
      g_assert_nonnull (strstr (error->message, paths[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/input/limit", test_limit);
  g_test_add_func ("/input/endless", test_endless);
  g_test_add_func ("/input/wrong", test_wrong);
  return g_test_run ();
}
