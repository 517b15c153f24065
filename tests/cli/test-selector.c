/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-selector.h"

#include <glib/gstdio.h>

#include "hy-command.h"

static void
assert_selector (const char *argument, const char *file, const char *class_name)
{
  HySelector selector;

  hy_selector_init (&selector, argument);
  g_assert_cmpstr (selector.file, ==, file);
  g_assert_cmpstr (selector.class_name, ==, class_name);
  g_assert_null (selector.factory);
  hy_selector_clear (&selector);
}

static void
test_arguments (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-XXXXXX", NULL);
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (folder), ==, 0);
  g_assert_true (g_file_set_contents ("a:b.py", "", 0, NULL));
  g_assert_true (g_file_set_contents ("a.py:Order", "", 0, NULL));

  assert_selector ("orders.py", "orders.py", NULL);
  assert_selector ("orders.py:Order", "orders.py", "Order");
  assert_selector ("orders.py:Outer.Inner", "orders.py", "Outer.Inner");
  assert_selector ("-", "-", NULL);
  assert_selector ("-:Order", "-", "Order");
  assert_selector (":Order", NULL, "Order");
  assert_selector ("a:b.py", "a:b.py", NULL);
  assert_selector ("./a:b.py", "./a:b.py", NULL);
  assert_selector ("./a:b.py:Order", "./a:b.py", "Order");
  assert_selector ("a.py:Order", "a.py:Order", NULL);
  assert_selector ("a:b/c.py", "a:b/c.py", NULL);
  assert_selector ("a:b/c.py:Order", "a:b/c.py", "Order");
  assert_selector ("orders.py:", "orders.py:", NULL);

  g_assert_cmpint (g_unlink ("a:b.py") | g_unlink ("a.py:Order"), ==, 0);
  g_assert_cmpint (g_chdir (before) | g_rmdir (folder), ==, 0);
}

static void
test_batch (void)
{
  static const char text[] = "{\"file\": \"a.py\", \"class\": \"A\", \"factory\": \"A(i, [1, {}])\"}\n"
                             "\n"
                             "  {\"file\": \"b.py\", \"class\": null, \"id\": 7}  \r\n"
                             "{}";
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) selectors = hy_batch_parse ("batch", text, strlen (text), &error);
  const HySelector *first;

  g_assert_no_error (error);
  g_assert_cmpuint (selectors->len, ==, 3);
  first = &g_array_index (selectors, HySelector, 0);
  g_assert_cmpstr (first[0].file, ==, "a.py");
  g_assert_cmpstr (first[0].class_name, ==, "A");
  g_assert_cmpstr (first[0].factory, ==, "A(i, [1, {}])");
  g_assert_cmpstr (first[1].file, ==, "b.py");
  g_assert_null (first[1].class_name);
  g_assert_null (first[2].file);
}

static void
test_batch_wrong (void)
{
  static const char *const lines[] = {
    "x", "[]",         "\"a.py\"", "{\"file\": 7}", "{\"file\": [\"a.py\"]}", "{\"class\": {}}",
    "{", "{\"file\"}", "\xff",     "null",          "{\"file\": \"a\"} {}"
  };
  g_autoptr (GString) deep = g_string_new ("{\"file\": ");

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = g_strdup_printf ("{}\n%s\n{}\n", lines[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (hy_batch_parse ("batch", text, strlen (text), &error));
      g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
      g_assert_true (g_str_has_prefix (error->message, "--batch: batch, line 2: "));
    }
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (hy_batch_parse ("batch", deep->str, deep->len, NULL));
}

static void
test_batch_too_long (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= HY_BATCH_MAX_LINES; i++)
    g_string_append (text, "{}\n");
  g_assert_null (hy_batch_parse ("batch", text->str, text->len, &error));
  g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selector/arguments", test_arguments);
  g_test_add_func ("/selector/batch", test_batch);
  g_test_add_func ("/selector/batch-wrong", test_batch_wrong);
  g_test_add_func ("/selector/batch-too-long", test_batch_too_long);
  return g_test_run ();
}
