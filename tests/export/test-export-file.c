/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-export-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder, *path;
  GBytes *bytes;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("heapyard-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "out.png", NULL);
  self->bytes = g_bytes_new ("new", 3);
}

/* Whatever happened, nothing lies about beside the files that the test named. */
static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_false (g_str_has_prefix (name, ".heapyard-"));
      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_bytes_unref (self->bytes);
  g_free (self->path);
  g_free (self->folder);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_new (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hy_export_write (self->path, self->bytes, &error));
  g_assert_no_error (error);
  assert_content (self->path, "new");
}

static void
test_replaced (Fixture *self, gconstpointer data)
{
  GStatBuf status;

  g_assert_true (g_file_set_contents (self->path, "old and longer", -1, NULL));
  g_assert_cmpint (g_chmod (self->path, 0640), ==, 0);
  g_assert_true (hy_export_write (self->path, self->bytes, NULL));
  assert_content (self->path, "new");
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

static void
test_link (Fixture *self, gconstpointer data)
{
  g_autofree char *real = g_build_filename (self->folder, "real.png", NULL);

  g_assert_true (g_file_set_contents (real, "old", -1, NULL));
  g_assert_cmpint (symlink ("real.png", self->path), ==, 0);
  g_assert_true (hy_export_write (self->path, self->bytes, NULL));
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
  assert_content (real, "new");
}

static void
assert_refused (const char *path, GBytes *bytes, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_name (path);

  g_assert_false (hy_export_write (path, bytes, &error));
  g_assert_error (error, HY_EXPORT_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_places (Fixture *self, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "no", "out.png", NULL);
  g_autofree char *below_file = g_build_filename (self->path, "out.png", NULL);

  assert_refused (nowhere, self->bytes, HY_EXPORT_ERROR_PLACE);
  assert_refused (self->folder, self->bytes, HY_EXPORT_ERROR_PLACE);
  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  assert_refused (below_file, self->bytes, HY_EXPORT_ERROR_PLACE);
}

static void
test_permission (Fixture *self, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (self->folder, 0500), ==, 0);
  assert_refused (self->path, self->bytes, HY_EXPORT_ERROR_PERMISSION);
  g_assert_cmpint (g_chmod (self->folder, 0700), ==, 0);
  assert_content (self->path, "old");
}

static void
test_full_device (Fixture *self, gconstpointer data)
{
  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("there is no /dev/full here");
      return;
    }
  assert_refused ("/dev/full", self->bytes, HY_EXPORT_ERROR_FULL);
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
}

/* A limit on the size of files stands in for a disk with room for the beginning alone. */
static void
test_full_half_way (Fixture *self, gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (100000);
  g_autoptr (GBytes) large = g_bytes_new (zeros, 100000);
  struct rlimit before, small;

  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit){ 4096, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_refused (self->path, large, HY_EXPORT_ERROR_FULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  assert_content (self->path, "old");
}

#define ADD(NAME, FUNC) g_test_add ("/export-file/" NAME, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("replaced", test_replaced);
  ADD ("link", test_link);
  ADD ("places", test_places);
  ADD ("permission", test_permission);
  ADD ("full-device", test_full_device);
  ADD ("full-half-way", test_full_half_way);
  return g_test_run ();
}
