/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter.h"

#include <glib/gstdio.h>
#include <string.h>

static void
on_done (GObject *source, GAsyncResult *async, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (async);
}

static HyInterpreter *
identify (const char *path)
{
  g_autoptr (GAsyncResult) async = NULL;
  g_autoptr (GError) error = NULL;
  HyInterpreter *interpreter;

  hy_interpreter_identify_async (path, NULL, on_done, &async);
  while (!async)
    g_main_context_iteration (NULL, TRUE);
  interpreter = hy_interpreter_identify_finish (async, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (interpreter->path, ==, path);
  return interpreter;
}

#define ANSWER(implementation, version, rest)                                                                          \
  "#!/bin/sh\necho '{\"executable\": \"/x\", \"implementation\": \"" implementation "\", \"version_info\": " version   \
  ", \"build\": \"default\", \"bits\": 64, \"allocator\": \"pymalloc\", \"prefix\": \"/p\", \"base_prefix\": "         \
  "\"/p\"" rest "}'\n"

/* Programs that stand for interpreters, and what is to be said of them. */
static const struct
{
  const char *name, *script;
  HyInterpreterStatus status;
  const char *version, *reason;
} cases[] = {
  { "good", ANSWER ("cpython", "[3, 12, 1, \"final\", 0]", ""), HY_INTERPRETER_USABLE, "3.12.1", NULL },
  { "candidate", ANSWER ("cpython", "[3, 15, 0, \"candidate\", 2]", ""), HY_INTERPRETER_USABLE, "3.15.0rc2", NULL },
  { "pypy", ANSWER ("pypy", "[3, 10, 14, \"final\", 0]", ""), HY_INTERPRETER_NOT_CPYTHON, "3.10.14",
    "is pypy, not CPython" },
  { "old", ANSWER ("cpython", "[3, 5, 2, \"final\", 0]", ""), HY_INTERPRETER_TOO_OLD, "3.5.2",
    "3.5.2 is too old: 3.6 or newer is needed" },
  { "two", "#!/bin/sh\necho Unknown option: -I >&2\nexit 2\n", HY_INTERPRETER_TOO_OLD, NULL,
    "too old: 3.6 or newer is needed" },
  { "new", ANSWER ("cpython", "[3, 16, 0, \"alpha\", 1]", ""), HY_INTERPRETER_TOO_NEW, "3.16.0a1",
    "3.16.0a1 is newer than what is modelled, up to 3.15" },
  { "fails", "#!/bin/sh\necho no library >&2\nexit 1\n", HY_INTERPRETER_BROKEN, NULL, "exit status 1: no library" },
  { "silent", "#!/bin/sh\n", HY_INTERPRETER_BROKEN, NULL, "does not answer as a Python does" },
  { "garbage", "#!/bin/sh\necho '[1, 2]'\n", HY_INTERPRETER_BROKEN, NULL, "does not answer as a Python does" },
  { "half", "#!/bin/sh\necho '{\"version_info\": [3]}'\n", HY_INTERPRETER_BROKEN, NULL,
    "does not answer as a Python does" },
  { "bits", ANSWER ("cpython", "[3, 12, 1, \"final\", 0]", ", \"bits\": 7"), HY_INTERPRETER_BROKEN, NULL,
    "does not answer as a Python does" },
};

static void
test_kinds (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heapyard-test-XXXXXX", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autoptr (HyInterpreter) interpreter = NULL;

      g_assert_true (g_file_set_contents_full (path, cases[i].script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
      interpreter = identify (path);
      g_assert_cmpstr (interpreter->reason, ==, cases[i].reason);
      g_assert_cmpint (interpreter->status, ==, cases[i].status);
      g_assert_cmpstr (interpreter->version, ==, cases[i].version);
      g_remove (path);
    }
  g_rmdir (folder);
}

static void
test_missing (void)
{
  g_autoptr (HyInterpreter) interpreter = identify ("/nonexistent/python3");

  g_assert_cmpint (interpreter->status, ==, HY_INTERPRETER_MISSING);
  g_assert_cmpstr (interpreter->reason, ==, "no such file");
}

static void
test_not_a_program (void)
{
  g_autoptr (HyInterpreter) interpreter = identify ("/etc/passwd");

  g_assert_cmpint (interpreter->status, ==, HY_INTERPRETER_BROKEN);
}

static HyInterpreter *
parse (const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  g_assert_nonnull (node);
  return hy_interpreter_from_json (node);
}

#define USABLE(version, build, path)                                                                                   \
  "{\"path\": \"" path "\", \"status\": \"ok\", \"version\": \"" version "\", \"build\": \"" build                     \
  "\", \"allocator\": \"pymalloc\", \"prefix\": \"/p\", \"bits\": 64}"

static void
test_json (void)
{
  g_autoptr (HyInterpreter) first = parse (USABLE ("3.14.0rc2", "free-threaded", "/b"));
  g_autoptr (JsonNode) node = hy_interpreter_to_json (first);
  g_autoptr (HyInterpreter) again = hy_interpreter_from_json (node);
  g_autofree char *text = hy_interpreter_describe (again);

  g_assert_cmpuint (again->minor, ==, 14);
  g_assert_cmpuint (again->bits, ==, 64);
  g_assert_cmpstr (text, ==, "CPython 3.14.0rc2, free-threaded, 64-bit (/b)");
  g_assert_null (parse ("[]"));
  g_assert_null (parse ("{\"path\": \"/b\"}"));
  g_assert_null (parse ("{\"path\": \"/b\", \"status\": \"ok\"}"));
  g_assert_null (parse ("{\"path\": \"/b\", \"status\": \"broken\"}"));
  g_assert_null (parse (USABLE ("three", "default", "/b")));
  g_assert_null (parse (USABLE ("3.12.1", "unheard of", "/b")));
}

static void
test_order (void)
{
  static const char *const texts[] = {
    USABLE ("3.13.2", "default", "/a"),
    USABLE ("3.13.2", "default", "/b"),
    USABLE ("3.13.2", "debug", "/a"),
    USABLE ("3.13.0", "default", "/a"),
    USABLE ("3.9.18", "default", "/a"),
    "{\"path\": \"/c\", \"status\": \"too new\", \"reason\": \"x\", \"version\": \"3.16.0\"}",
  };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_interpreter_unref);

  for (gsize i = G_N_ELEMENTS (texts); i-- > 0;)
    g_ptr_array_add (list, parse (texts[i]));
  g_ptr_array_sort (list, hy_interpreter_compare);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HyInterpreter) expected = parse (texts[i]);
      HyInterpreter *found = list->pdata[i];

      g_assert_cmpstr (found->path, ==, expected->path);
      g_assert_cmpstr (found->version, ==, expected->version);
      g_assert_cmpstr (found->build, ==, expected->build);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interpreter/kinds", test_kinds);
  g_test_add_func ("/interpreter/missing", test_missing);
  g_test_add_func ("/interpreter/not-a-program", test_not_a_program);
  g_test_add_func ("/interpreter/json", test_json);
  g_test_add_func ("/interpreter/order", test_order);
  return g_test_run ();
}
