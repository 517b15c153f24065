/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-open-file.h"

#include "session-files.h"

static gboolean
is_read (gpointer file)
{
  return !hy_open_file_is_reading (file);
}

static gboolean
is_changed (gpointer file)
{
  return hy_open_file_get_state (file) == HY_FILE_CHANGED;
}

static gboolean
is_deleted (gpointer file)
{
  return hy_open_file_get_state (file) == HY_FILE_DELETED;
}

static void
test_life (void)
{
  g_autoptr (GFile) path = NULL;
  g_autoptr (HyOpenFile) file = NULL;

  if (!test_has_python ())
    return;
  path = test_file_new ("points.py", POINTS);
  file = hy_open_file_new (path);
  g_assert_null (hy_open_file_get_reading (file));
  hy_open_file_read (file);
  test_wait_until (is_read, file);
  g_assert_cmpuint (hy_open_file_get_reading (file)->n_classes, ==, 2);
  g_assert_cmpint (hy_open_file_get_state (file), ==, HY_FILE_CURRENT);

  test_file_rewrite (path, "class Other:\n    pass\n");
  test_wait_until (is_changed, file);
  hy_open_file_read (file);
  test_wait_until (is_read, file);
  g_assert_cmpuint (hy_open_file_get_reading (file)->n_classes, ==, 1);
  g_assert_cmpint (hy_open_file_get_state (file), ==, HY_FILE_CURRENT);

  g_assert_true (g_file_delete (path, NULL, NULL));
  test_wait_until (is_deleted, file);
  g_assert_cmpuint (hy_open_file_get_reading (file)->n_classes, ==, 1);
}

static void
count_reads (HyOpenFile *file, guint *reads)
{
  (*reads)++;
}

/* A reading that was given up says nothing; the one in its place does, once. */
static void
test_cancel (void)
{
  g_autoptr (GFile) path = NULL;
  g_autoptr (HyOpenFile) file = NULL;
  guint reads = 0;

  if (!test_has_python ())
    return;
  path = test_file_new ("points.py", POINTS);
  file = hy_open_file_new (path);
  g_signal_connect (file, "read", G_CALLBACK (count_reads), &reads);
  hy_open_file_read (file);
  hy_open_file_cancel (file);
  g_assert_false (hy_open_file_is_reading (file));
  hy_open_file_read (file);
  hy_open_file_read (file);
  test_wait_until (is_read, file);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (reads, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open-file/life", test_life);
  g_test_add_func ("/open-file/cancel", test_cancel);
  return g_test_run ();
}
