/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-project.h"

#include <glib/gstdio.h>

#include "hy-settings.h"

static void
test_folder (void)
{
  g_autofree char *root = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *mark = g_build_filename (root, "pyproject.toml", NULL);
  g_autofree char *package = g_build_filename (root, "src", "shop", NULL);
  g_autofree char *source = g_build_filename (root, "src", NULL);
  g_autofree char *file = g_build_filename (package, "orders.py", NULL);
  g_autofree char *alone = NULL;
  g_autofree char *marked = NULL;

  g_assert_cmpint (g_mkdir_with_parents (package, 0700), ==, 0);
  alone = hy_project_folder (file);
  g_assert_cmpstr (alone, ==, package);
  g_assert_true (g_file_set_contents (mark, "", -1, NULL));
  marked = hy_project_folder (file);
  g_assert_cmpstr (marked, ==, root);
  g_remove (mark);
  g_rmdir (package);
  g_rmdir (source);
  g_rmdir (root);
}

/* Off for one project, it stays on for the others, also for a folder in it. */
static void
test_sandbox (void)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);

  g_assert_true (hy_project_get_sandbox (settings, "/a"));
  hy_project_set_sandbox (settings, "/a", FALSE);
  hy_project_set_sandbox (settings, "/a", FALSE);
  hy_project_set_sandbox (settings, "/b", FALSE);
  g_assert_false (hy_project_get_sandbox (settings, "/a"));
  g_assert_false (hy_project_get_sandbox (settings, "/b"));
  g_assert_true (hy_project_get_sandbox (settings, "/a/c"));
  hy_project_set_sandbox (settings, "/a", TRUE);
  g_assert_true (hy_project_get_sandbox (settings, "/a"));
  g_assert_false (hy_project_get_sandbox (settings, "/b"));
  hy_project_set_sandbox (settings, "/b", TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/folder", test_folder);
  g_test_add_func ("/project/sandbox", test_sandbox);
  return g_test_run ();
}
