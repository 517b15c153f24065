/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-project.h"

#include <string.h>

#include "hy-settings.h"

static gboolean
holds_project (const char *folder)
{
  static const char *const marks[] = { "pyproject.toml", "setup.py", "setup.cfg", ".git", ".hg" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *mark = g_build_filename (folder, marks[i], NULL);

      if (g_file_test (mark, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

char *
hy_project_folder (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *own = g_path_get_dirname (absolute);
  g_autofree char *folder = g_strdup (own);

  while (!g_str_equal (folder, "/") && !g_str_equal (folder, g_get_home_dir ()))
    {
      char *above;

      if (holds_project (folder))
        return g_steal_pointer (&folder);
      above = g_path_get_dirname (folder);
      g_free (folder);
      folder = above;
    }
  return g_steal_pointer (&own);
}

gboolean
hy_project_get_sandbox (GSettings *settings, const char *folder)
{
  g_auto (GStrv) off = g_settings_get_strv (settings, HY_SETTINGS_UNSANDBOXED);

  return !g_strv_contains ((const char *const *) off, folder);
}

void
hy_project_set_sandbox (GSettings *settings, const char *folder, gboolean sandbox)
{
  g_auto (GStrv) off = g_settings_get_strv (settings, HY_SETTINGS_UNSANDBOXED);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  for (char **one = off; *one != NULL; one++)
    if (strcmp (*one, folder) != 0)
      g_ptr_array_add (changed, *one);
  if (!sandbox)
    g_ptr_array_add (changed, (char *) folder);
  g_ptr_array_add (changed, NULL);
  g_settings_set_strv (settings, HY_SETTINGS_UNSANDBOXED, (const char *const *) changed->pdata);
}
