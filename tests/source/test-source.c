/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hy-interpreter-list.h"
#include "hy-source.h"

static HyInterpreter *
find_parser (void)
{
  g_autoptr (GPtrArray) list = hy_interpreter_list_find (NULL, NULL, NULL);
  HyInterpreter *newest = hy_interpreter_list_newest_parser (list);

  return newest != NULL ? hy_interpreter_ref (newest) : NULL;
}

static HyReading *
read_text (const char *text, const char *class_name, const char *factory)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  HySourceRequest request = { NULL, bytes, class_name, factory };
  g_autoptr (HyInterpreter) parser = find_parser ();

  return hy_source_read (&request, parser, NULL);
}

static const char ORDER[] = "class Order:\n"
                            "    def __init__(self, id, total):\n"
                            "        self.id = id\n"
                            "        self.total = total\n"
                            "C = Order\n";

static void
test_flat (void)
{
  g_autoptr (HyReading) reading = read_text (ORDER, "C", "C(f'ORD-{i}', 99.99)");
  const HyClassDef *def;

  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->n_classes, ==, 1);
  def = reading->classes[0];
  g_assert_cmpstr (def->name, ==, "Order");
  g_assert_cmpuint (def->line, ==, 1);
  g_assert_cmpuint (def->recipe.n_ops, ==, 2);
  g_assert_cmpstr (def->recipe.ops[0].name, ==, "id");
  g_assert_cmpint (def->recipe.ops[0].value->kind, ==, HY_VALUE_STR);
  g_assert_cmpuint (def->recipe.ops[0].value->index_digits, ==, 1);
  g_assert_cmpuint (def->recipe.ops[0].value->length, ==, 4);
  g_assert_null (def->recipe.unknown);
}

/* One case of what can't be read. */
static const struct
{
  const char *name, *text, *class_name, *factory;
  HySourceErrorCode code;
  guint line, column;
} bad_texts[] = {
  { "syntax", "class A:\n  x = = 1\n", NULL, NULL, HY_SOURCE_ERROR_SYNTAX, 2, 7 },
  { "empty", "\n\n", NULL, NULL, HY_SOURCE_ERROR_EMPTY, 0, 0 },
  { "no-classes", "x = 1\n", NULL, NULL, HY_SOURCE_ERROR_NO_CLASSES, 0, 0 },
  { "encoding", "# -*- coding: klingon -*-\nclass A: pass\n", NULL, NULL, HY_SOURCE_ERROR_ENCODING, 1, 0 },
  { "no-class", "class A: pass\n", "B", NULL, HY_SOURCE_ERROR_CLASS, 0, 0 },
  { "factory-syntax", "class A: pass\n", "A", "A(", HY_SOURCE_ERROR_FACTORY, 0, 2 },
  { "factory-name", "class A: pass\n", "A", "B()", HY_SOURCE_ERROR_FACTORY, 0, 1 },
};

static void
test_bad_text (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (HyReading) reading = read_text (bad_texts[i].text, bad_texts[i].class_name, bad_texts[i].factory);
  g_autofree char *described = hy_reading_describe_error (reading);

  g_assert_error (reading->error, HY_SOURCE_ERROR, (int) bad_texts[i].code);
  g_assert_cmpuint (reading->line, ==, bad_texts[i].line);
  g_assert_cmpuint (reading->column, ==, bad_texts[i].column);
  g_assert_nonnull (described);
  g_assert_cmpuint (reading->n_classes, ==, 0);
}

static void
assert_path_fails (const char *path, HySourceErrorCode code)
{
  HySourceRequest request = { path, NULL, NULL, NULL };
  g_autoptr (HyInterpreter) parser = find_parser ();
  g_autoptr (HyReading) reading = hy_source_read (&request, parser, NULL);

  g_assert_error (reading->error, HY_SOURCE_ERROR, (int) code);
}

static void
test_bad_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-source-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge.py", NULL);
  g_autofree char *absent = g_build_filename (folder, "absent.py", NULL);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_true (g_file_set_contents (huge, "", 0, NULL));
  g_assert_cmpint (truncate (huge, HY_SOURCE_MAX_BYTES + 1), ==, 0);
  assert_path_fails (folder, HY_SOURCE_ERROR_DIRECTORY);
  assert_path_fails (fifo, HY_SOURCE_ERROR_NOT_A_FILE);
  assert_path_fails ("/dev/null", HY_SOURCE_ERROR_NOT_A_FILE);
  assert_path_fails (huge, HY_SOURCE_ERROR_TOO_LARGE);
  assert_path_fails (absent, HY_SOURCE_ERROR_NOT_FOUND);
  g_unlink (fifo);
  g_unlink (huge);
  g_rmdir (folder);
}

/* A file in another encoding: its text comes back as UTF-8. */
static void
test_encoded (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-source-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "latin.py", NULL);
  HySourceRequest request = { path, NULL, NULL, NULL };
  g_autoptr (HyInterpreter) parser = find_parser ();
  g_autoptr (HyReading) reading = NULL;

  g_assert_true (
      g_file_set_contents (path, "# -*- coding: latin-1 -*-\nclass A:\n    __slots__ = ('\xe9',)\n", -1, NULL));
  reading = hy_source_read (&request, parser, NULL);
  g_assert_no_error (reading->error);
  g_assert_cmpstr (reading->classes[0]->slots[0].name, ==, "é");
  g_assert_nonnull (strstr (reading->text, "'é'"));
  g_assert_cmpstr (reading->classes[0]->file, ==, path);
  g_assert_false (hy_reading_is_stale (reading));
  g_unlink (path);
  g_assert_true (hy_reading_is_stale (reading));
  g_rmdir (folder);
}

/* Several requests for one file and for texts: answered in their order, each on its own. */
static void
test_many (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-source-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "orders.py", NULL);
  g_autoptr (GBytes) text = g_bytes_new_static ("class T: pass\n", 14);
  const HySourceRequest requests[] = {
    { path, NULL, "Order", "Order(1, 2)" },   { "-", text, NULL, NULL },  { path, NULL, "Nothing", NULL },
    { "/no/such/file.py", NULL, NULL, NULL }, { path, NULL, NULL, NULL },
  };
  g_autoptr (HyInterpreter) parser = find_parser ();
  HyReading **readings;

  g_assert_true (g_file_set_contents (path, ORDER, -1, NULL));
  readings = hy_source_read_many (requests, G_N_ELEMENTS (requests), parser, NULL);
  g_assert_no_error (readings[0]->error);
  g_assert_cmpstr (readings[0]->classes[0]->recipe.factory, ==, "Order(1, 2)");
  g_assert_cmpstr (readings[1]->classes[0]->name, ==, "T");
  g_assert_cmpstr (readings[1]->classes[0]->file, ==, "-");
  g_assert_error (readings[2]->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_CLASS);
  g_assert_true (hy_source_error_is_usage (readings[2]->error));
  g_assert_error (readings[3]->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_NOT_FOUND);
  g_assert_false (hy_source_error_is_usage (readings[3]->error));
  g_assert_cmpstr (readings[4]->classes[0]->recipe.factory, ==, "Order(None, None)");
  hy_readings_free (readings, G_N_ELEMENTS (requests));
  g_unlink (path);
  g_rmdir (folder);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static HyReading *
read_async (GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) text = g_bytes_new_static (ORDER, strlen (ORDER));
  HySourceRequest request = { NULL, text, NULL, NULL };
  g_autoptr (HyInterpreter) parser = find_parser ();
  g_autoptr (GAsyncResult) result = NULL;

  hy_source_read_async (&request, parser, cancellable, on_read, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return hy_source_read_finish (result, error);
}

static void
test_async (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HyReading) reading = read_async (NULL, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_no_error (error);
  g_assert_cmpuint (reading->n_classes, ==, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (read_async (cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A file that may not be read; root may read all, so that there it can't be tried. */
static void
test_permission (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-source-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "secret.py", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("root may read every file");
      g_rmdir (folder);
      return;
    }
  g_assert_true (g_file_set_contents (path, ORDER, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  assert_path_fails (path, HY_SOURCE_ERROR_UNREADABLE);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (HyInterpreter) parser = NULL;

  g_test_init (&argc, &argv, NULL);
  parser = find_parser ();
  if (parser == NULL)
    {
      g_print ("1..0 # SKIP no Python interpreter found\n");
      return 0;
    }
  g_test_add_func ("/source/flat", test_flat);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_texts); i++)
    {
      g_autofree char *path = g_strconcat ("/source/bad/", bad_texts[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_bad_text);
    }
  g_test_add_func ("/source/bad-files", test_bad_files);
  g_test_add_func ("/source/permission", test_permission);
  g_test_add_func ("/source/encoded", test_encoded);
  g_test_add_func ("/source/many", test_many);
  g_test_add_func ("/source/async", test_async);
  return g_test_run ();
}
