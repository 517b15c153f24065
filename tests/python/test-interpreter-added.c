/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter-added.h"

#include <glib/gstdio.h>

#include "hy-interpreter-list.h"

static void
test_add_and_remove (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) none = hy_interpreter_added_list ();
  g_auto (GStrv) two = NULL;
  g_auto (GStrv) one = NULL;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_true (hy_interpreter_added_add ("/a/python3", &error));
  g_assert_true (hy_interpreter_added_add ("/b/../c/python3", &error));
  g_assert_true (hy_interpreter_added_add ("/a/python3", &error));
  g_assert_no_error (error);
  two = hy_interpreter_added_list ();
  g_assert_cmpuint (g_strv_length (two), ==, 2);
  g_assert_cmpstr (two[0], ==, "/c/python3");
  g_assert_cmpstr (two[1], ==, "/a/python3");
  g_assert_true (hy_interpreter_added_remove ("/c/python3", &error));
  g_assert_true (hy_interpreter_added_remove ("/none", &error));
  one = hy_interpreter_added_list ();
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpstr (one[0], ==, "/a/python3");
}

/* Everybody who looks for interpreters finds it, with the reason why it is of no use. */
static void
test_found (void)
{
  g_autoptr (GPtrArray) list = NULL;
  gboolean seen = FALSE;

  g_assert_true (hy_interpreter_added_add ("/nonexistent/python3", NULL));
  list = hy_interpreter_list_find (NULL, NULL, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      HyInterpreter *interpreter = list->pdata[i];

      if (!g_str_equal (interpreter->path, "/nonexistent/python3"))
        continue;
      seen = TRUE;
      g_assert_cmpint (interpreter->status, ==, HY_INTERPRETER_MISSING);
      g_assert_nonnull (interpreter->reason);
    }
  g_assert_true (seen);
}

/* What somebody wrote into the file by hand does no harm. */
static void
test_damaged (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "heapyard", "interpreters", NULL);
  g_auto (GStrv) found = NULL;

  g_assert_true (hy_interpreter_added_add ("/y", NULL));
  g_assert_true (g_file_set_contents (path, "\n\nrelative\n/x\n/x\n# no\n", -1, NULL));
  found = hy_interpreter_added_list ();
  g_assert_cmpuint (g_strv_length (found), ==, 1);
  g_assert_cmpstr (found[0], ==, "/x");
}

static void
test_unwritable (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "heapyard", NULL);
  g_autofree char *path = g_build_filename (folder, "interpreters", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (hy_interpreter_added_add ("/y", NULL));
  g_remove (path);
  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  g_assert_false (hy_interpreter_added_add ("/a/python3", &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_FILE_ERROR);
  g_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/interpreter-added/add-and-remove", test_add_and_remove);
  g_test_add_func ("/interpreter-added/found", test_found);
  g_test_add_func ("/interpreter-added/damaged", test_damaged);
  g_test_add_func ("/interpreter-added/unwritable", test_unwritable);
  return g_test_run ();
}
