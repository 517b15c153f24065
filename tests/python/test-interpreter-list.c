/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter-list.h"

#include <glib/gstdio.h>

#define FAKE(version, prefix)                                                                                          \
  "#!/bin/sh\necho run >> \"$0.log\"\necho '{\"executable\": \"/x\", \"implementation\": \"cpython\", "                \
  "\"version_info\": " version                                                                                         \
  ", \"build\": \"default\", \"bits\": 64, \"allocator\": \"pymalloc\", \"prefix\": \"" prefix                         \
  "\", \"base_prefix\": \"/p\"}'\n"

/* Removes the files of a folder, and the folder. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

static char *
write_fake (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  return path;
}

static GPtrArray *
find (const char *const *added, gboolean forget)
{
  const HyInterpreterSearch search = { .added = added, .forget = forget };
  g_autoptr (GError) error = NULL;
  GPtrArray *list = hy_interpreter_list_find (&search, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static HyInterpreter *
by_path (GPtrArray *list, const char *path)
{
  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((HyInterpreter *) list->pdata[i])->path, path))
      return list->pdata[i];
  return NULL;
}

static gsize
times_run (const char *path)
{
  g_autofree char *log = g_strconcat (path, ".log", NULL);
  g_autofree char *text = NULL;
  gsize length = 0;

  g_file_get_contents (log, &text, &length, NULL);
  return length / 4;
}

static void
test_added_and_cached (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *newer = write_fake (folder, "newer", FAKE ("[3, 15, 9999, \"final\", 0]", "/one"));
  g_autofree char *older = write_fake (folder, "older", FAKE ("[3, 6, 0, \"final\", 0]", "/two"));
  g_autofree char *gone = g_build_filename (folder, "gone", NULL);
  const char *added[] = { older, newer, gone, NULL };

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) list = find (added, FALSE);

      g_assert_true (hy_interpreter_list_newest (list) == by_path (list, newer));
      g_assert_true (hy_interpreter_list_newest_parser (list)->minor >= 15);
      g_assert_cmpstr (by_path (list, older)->version, ==, "3.6.0");
      g_assert_cmpint (by_path (list, gone)->status, ==, HY_INTERPRETER_MISSING);
      g_assert_cmpuint (times_run (older), ==, 1);
    }
  {
    g_autoptr (GPtrArray) list = find (added, TRUE);

    g_assert_nonnull (by_path (list, older));
    g_assert_cmpuint (times_run (older), ==, 2);
  }
  g_assert_true (g_file_set_contents_full (older, FAKE ("[3, 7, 10, \"final\", 0]", "/two"), -1,
                                           G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  {
    g_autoptr (GPtrArray) list = find (added, FALSE);

    g_assert_cmpstr (by_path (list, older)->version, ==, "3.7.10");
  }
  remove_folder (folder);
}

static void
test_environment (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *path = write_fake (folder, "some-python", FAKE ("[3, 9, 1, \"final\", 0]", "/three"));
  g_autofree char *kept = g_strdup (g_getenv ("HEAPYARD_PYTHONS"));
  g_autoptr (GPtrArray) list = NULL;

  g_setenv ("HEAPYARD_PYTHONS", path, TRUE);
  list = find (NULL, FALSE);
  g_assert_nonnull (by_path (list, path));
  if (kept)
    g_setenv ("HEAPYARD_PYTHONS", kept, TRUE);
  else
    g_unsetenv ("HEAPYARD_PYTHONS");
  remove_folder (folder);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  g_autofree char *path = write_fake (folder, "python", FAKE ("[3, 9, 1, \"final\", 0]", "/four"));
  const char *added[] = { path, NULL };
  const HyInterpreterSearch search = { .added = added, .forget = TRUE };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hy_interpreter_list_find (&search, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  remove_folder (folder);
}

static void
on_done (GObject *source, GAsyncResult *async, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (async);
}

/* Every usable interpreter of this machine says what it is; newest first. */
static void
test_real (void)
{
  g_autoptr (GAsyncResult) async = NULL;
  g_autoptr (GPtrArray) list = NULL;
  HyInterpreter *previous = NULL;

  hy_interpreter_list_find_async (NULL, NULL, on_done, &async);
  while (!async)
    g_main_context_iteration (NULL, TRUE);
  list = hy_interpreter_list_find_finish (async, NULL);
  g_assert_nonnull (list);
  for (guint i = 0; i < list->len; i++)
    {
      HyInterpreter *interpreter = list->pdata[i];
      g_autofree char *text = hy_interpreter_describe (interpreter);

      g_test_message ("%s", text);
      if (interpreter->status != HY_INTERPRETER_USABLE)
        continue;
      g_assert_cmpuint (interpreter->major, ==, 3);
      g_assert_true (!previous || previous->minor >= interpreter->minor);
      previous = interpreter;
    }
  if (!previous)
    g_test_skip ("no usable interpreter on this machine");
}

static HyInterpreter *
described (const char *version, const char *prefix, const char *base)
{
  g_autofree char *text = g_strdup_printf (
      "{\"path\": \"%s/bin/python3\", \"status\": \"ok\", \"version\": \"%s\", \"build\": \"default\", \"allocator\": "
      "\"pymalloc\", \"prefix\": \"%s\", \"base_prefix\": \"%s\", \"bits\": 64}",
      prefix, version, prefix, base);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  HyInterpreter *interpreter = hy_interpreter_from_json (node);

  g_assert_nonnull (interpreter);
  return interpreter;
}

static void
test_suit (void)
{
  static const struct
  {
    const char *folder, *prefix;
  } cases[] = {
    { "/elsewhere", "/opt/new" },
    { "/home/me/shop", "/home/me/shop/.venv" },
    { "/home/me/shop/src/a", "/home/me/shop/.venv" },
    { "/home/me/shopping", "/opt/new" },
    { "/usr/lib/python3/dist-packages/a", "/usr" },
    { "/usr/lib/python3.11", "/usr" },
    { "/usr/lib/python3.12", "/opt/new" },
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_interpreter_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_ptr_array_add (list, described ("3.13.1", "/opt/new", "/opt/new"));
  g_ptr_array_add (list, described ("3.11.2", "/usr", "/usr"));
  g_ptr_array_add (list, described ("3.11.2", "/home/me/shop/.venv", "/usr"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (hy_interpreter_list_suit (list, cases[i].folder)->prefix, ==, cases[i].prefix);
  g_assert_null (hy_interpreter_list_suit (none, "/"));
}

int
main (int argc, char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interpreter-list/added-and-cached", test_added_and_cached);
  g_test_add_func ("/interpreter-list/environment", test_environment);
  g_test_add_func ("/interpreter-list/cancel", test_cancel);
  g_test_add_func ("/interpreter-list/suit", test_suit);
  g_test_add_func ("/interpreter-list/real", test_real);
  status = g_test_run ();
  remove_folder (cache);
  return status;
}
