/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-files.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hy-interpreter-list.h"

static void
remove_with_folder (gpointer data)
{
  g_autofree char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
}

GFile *
test_file_new (const char *name, const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_test_queue_destroy (remove_with_folder, path);
  return g_file_new_for_path (path);
}

void
test_file_rewrite (GFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error));
  g_assert_no_error (error);
}

gboolean
test_has_python (void)
{
  g_autoptr (GPtrArray) list = hy_interpreter_list_find (NULL, NULL, NULL);

  if (list != NULL && hy_interpreter_list_newest_parser (list) != NULL)
    return TRUE;
  g_test_skip ("no Python on this machine");
  return FALSE;
}
