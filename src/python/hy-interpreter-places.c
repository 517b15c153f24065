/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter-places.h"

#include "hy-interpreter-added.h"

#include <stdlib.h>
#include <string.h>

#define PARENTS_LIMIT 8
#define ENTRIES_LIMIT 4096

typedef struct
{
  GPtrArray *paths;
  GHashTable *seen; /* identity of each path: what it links to, and its environment's folder */
} Places;

/* TRUE for python3, python3.12, python3.13t, pypy3.10 …; FALSE for python3-config, python and the like. */
static gboolean
is_name (const char *name)
{
  const char *rest = g_str_has_prefix (name, "python3") ? name + 7 : g_str_has_prefix (name, "pypy3") ? name + 5 : NULL;

  if (!rest)
    return FALSE;
  if (*rest == '.' && g_ascii_isdigit (rest[1]))
    for (rest++; g_ascii_isdigit (*rest); rest++)
      ;
  while (g_ascii_isalpha (*rest))
    rest++;
  return *rest == 0 || g_str_equal (rest, "-dbg");
}

/* Two names of one file are one interpreter, unless a pyvenv.cfg makes them two. */
static char *
identity (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *prefix = g_path_get_dirname (folder);
  g_autofree char *config = g_build_filename (prefix, "pyvenv.cfg", NULL);
  char *real = realpath (path, NULL);
  char *text = g_strdup_printf ("%s\n%s", real ? real : path, g_file_test (config, G_FILE_TEST_EXISTS) ? prefix : "");

  free (real);
  return text;
}

static void
add (Places *places, const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *key = identity (absolute);

  if (g_hash_table_add (places->seen, g_steal_pointer (&key)))
    g_ptr_array_add (places->paths, g_steal_pointer (&absolute));
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The shims of pyenv start whatever version is chosen where we stand; its real ones are found apart. */
static gboolean
is_shims (const char *folder)
{
  return g_str_has_suffix (folder, "/shims");
}

static GPtrArray *
entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir && names->len < ENTRIES_LIMIT && (name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, by_text);
  return names;
}

static void
add_folder (Places *places, const char *folder)
{
  g_autoptr (GDir) dir = is_shims (folder) ? NULL : g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (is_name (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, by_text);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) && !g_file_test (path, G_FILE_TEST_IS_DIR))
        add (places, path);
    }
}

/* @folder holds one installation a sub-folder, each with a bin. */
static void
add_versions (Places *places, const char *folder)
{
  g_autoptr (GPtrArray) names = entries (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *bin = g_build_filename (folder, names->pdata[i], "bin", NULL);

      add_folder (places, bin);
    }
}

static void
add_below_home (Places *places, const char *variable, const char *below, const char *versions)
{
  const char *root = variable ? g_getenv (variable) : NULL;
  g_autofree char *folder = root && *root ? g_build_filename (root, versions, NULL)
                                          : g_build_filename (g_get_home_dir (), below, versions, NULL);

  add_versions (places, folder);
}

static void
add_conda (Places *places)
{
  static const char *const names[] = { "miniconda3", "anaconda3", "miniforge3", "mambaforge", ".conda" };
  const char *active = g_getenv ("CONDA_PREFIX");

  if (active && *active)
    {
      g_autofree char *bin = g_build_filename (active, "bin", NULL);

      add_folder (places, bin);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *bin = g_build_filename (g_get_home_dir (), names[i], "bin", NULL);
      g_autofree char *environments = g_build_filename (g_get_home_dir (), names[i], "envs", NULL);

      add_folder (places, bin);
      add_versions (places, environments);
    }
}

/* A folder is a virtual environment when it holds a pyvenv.cfg, whatever it is called. */
static void
add_environments_in (Places *places, const char *folder)
{
  g_autoptr (GPtrArray) names = entries (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *config = g_build_filename (folder, names->pdata[i], "pyvenv.cfg", NULL);
      g_autofree char *bin = g_build_filename (folder, names->pdata[i], "bin", NULL);

      if (g_file_test (config, G_FILE_TEST_EXISTS))
        add_folder (places, bin);
    }
}

static void
add_project (Places *places, const char *project_folder)
{
  g_autofree char *folder = g_canonicalize_filename (project_folder, NULL);

  for (guint i = 0; i < PARENTS_LIMIT && !g_str_equal (folder, "/") && !g_str_equal (folder, g_get_home_dir ()); i++)
    {
      char *parent = g_path_get_dirname (folder);

      add_environments_in (places, folder);
      g_free (folder);
      folder = parent;
    }
}

static void
add_list (Places *places, const char *variable, void (*add_one) (Places *, const char *))
{
  const char *text = g_getenv (variable);
  g_auto (GStrv) items = g_strsplit (text ? text : "", ":", -1);

  for (char **item = items; *item; item++)
    if (**item)
      add_one (places, *item);
}

GPtrArray *
hy_interpreter_places_list (const char *project_folder, const char *const *added)
{
  static const char *const folders[] = { "/usr/local/bin", "/usr/bin" };
  Places places = { g_ptr_array_new_with_free_func (g_free),
                    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  const char *environment = g_getenv ("VIRTUAL_ENV");
  g_auto (GStrv) remembered = hy_interpreter_added_list ();

  for (; added && *added; added++)
    add (&places, *added);
  for (char **path = remembered; *path; path++)
    add (&places, *path);
  add_list (&places, "HEAPYARD_PYTHONS", add);
  if (project_folder)
    add_project (&places, project_folder);
  if (environment && *environment)
    {
      g_autofree char *bin = g_build_filename (environment, "bin", NULL);

      add_folder (&places, bin);
    }
  add_list (&places, "PATH", add_folder);
  add_below_home (&places, "PYENV_ROOT", ".pyenv", "versions");
  add_below_home (&places, "UV_PYTHON_INSTALL_DIR", ".local/share/uv/python", "");
  add_conda (&places);
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    add_folder (&places, folders[i]);
  add_versions (&places, "/opt");
  g_hash_table_unref (places.seen);
  return places.paths;
}
