/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter-places.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
put (const char *root, const char *relative, const char *text)
{
  g_autofree char *path = g_build_filename (root, relative, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
}

static gboolean
has (GPtrArray *list, const char *root, const char *relative)
{
  g_autofree char *path = g_build_filename (root, relative, NULL);

  return g_ptr_array_find_with_equal_func (list, path, g_str_equal, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/* Every kind of place, each once. */
static void
test_places (void)
{
  g_autofree char *root = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (root, "path", NULL);
  g_autofree char *pyenv = g_build_filename (root, "pyenv", NULL);
  g_autofree char *uv = g_build_filename (root, "uv", NULL);
  g_autofree char *conda = g_build_filename (root, "conda", NULL);
  g_autofree char *named = g_build_filename (root, "named", "my-python", NULL);
  g_autofree char *project = g_build_filename (root, "project", "src", NULL);
  g_autofree char *missing = g_build_filename (root, "missing", NULL);
  g_autofree char *target = g_build_filename (root, "path", "python3.12", NULL);
  g_autofree char *twin = g_build_filename (root, "path", "python3", NULL);
  const char *added[] = { missing, NULL };
  g_autoptr (GPtrArray) list = NULL;

  put (root, "path/python3.12", "");
  put (root, "path/python3-config", "");
  put (root, "path/python3.12-gdb.py", "");
  put (root, "path/pypy3.10", "");
  put (root, "pyenv/versions/3.9.1/bin/python3", "");
  put (root, "uv/cpython-3.13/bin/python3.13t", "");
  put (root, "conda/bin/python3", "");
  put (root, "named/my-python", "");
  put (root, "project/.venv/pyvenv.cfg", "");
  put (root, "project/.venv/bin/python3", "");
  put (root, "project/src/a.py", "");
  g_assert_cmpint (symlink (target, twin), ==, 0);
  g_setenv ("PATH", path, TRUE);
  g_setenv ("PYENV_ROOT", pyenv, TRUE);
  g_setenv ("UV_PYTHON_INSTALL_DIR", uv, TRUE);
  g_setenv ("CONDA_PREFIX", conda, TRUE);
  g_setenv ("HEAPYARD_PYTHONS", named, TRUE);
  list = hy_interpreter_places_list (project, added);
  g_assert_true (has (list, root, "missing"));
  g_assert_true (has (list, root, "named/my-python"));
  g_assert_true (has (list, root, "project/.venv/bin/python3"));
  g_assert_true (has (list, root, "path/pypy3.10"));
  g_assert_true (has (list, root, "pyenv/versions/3.9.1/bin/python3"));
  g_assert_true (has (list, root, "uv/cpython-3.13/bin/python3.13t"));
  g_assert_true (has (list, root, "conda/bin/python3"));
  g_assert_true (has (list, root, "path/python3") != has (list, root, "path/python3.12"));
  g_assert_false (has (list, root, "path/python3-config"));
  g_assert_false (has (list, root, "path/python3.12-gdb.py"));
  remove_tree (root);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/interpreter-places/places", test_places);
  return g_test_run ();
}
