/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter-added.h"

#include <errno.h>
#include <glib/gstdio.h>

#define SIZE_LIMIT 65536

static char *
file_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "heapyard", "interpreters", NULL);
}

char **
hy_interpreter_added_list (void)
{
  g_autofree char *path = file_path ();
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size <= SIZE_LIMIT)
    g_file_get_contents (path, &text, NULL, NULL);
  lines = g_strsplit (text ? text : "", "\n", -1);
  for (char **line = lines; *line; line++)
    if (g_path_is_absolute (*line) && !g_ptr_array_find_with_equal_func (found, *line, g_str_equal, NULL))
      g_ptr_array_add (found, g_strdup (*line));
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_steal (found, NULL);
}

static gboolean
write_list (const char *const *paths, GError **error)
{
  g_autofree char *path = file_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *joined = g_strjoinv ("\n", (char **) paths);
  g_autofree char *text = g_strconcat (joined, *paths ? "\n" : "", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_file_set_contents (path, text, -1, error);
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder, g_strerror (errno));
  return FALSE;
}

/* The list without @path, and with it at the end if @kept. */
static gboolean
change (const char *path, gboolean kept, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_auto (GStrv) added = hy_interpreter_added_list ();
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  for (char **one = added; *one; one++)
    if (!g_str_equal (*one, absolute))
      g_ptr_array_add (changed, *one);
  if (kept)
    g_ptr_array_add (changed, absolute);
  g_ptr_array_add (changed, NULL);
  return write_list ((const char *const *) changed->pdata, error);
}

gboolean
hy_interpreter_added_add (const char *path, GError **error)
{
  return change (path, TRUE, error);
}

gboolean
hy_interpreter_added_remove (const char *path, GError **error)
{
  return change (path, FALSE, error);
}
