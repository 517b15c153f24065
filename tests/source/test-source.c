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
  return g_test_run ();
}
