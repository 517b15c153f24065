/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-choice.h"

#include <string.h>

#include "program.h"
#include "sample-evidence.h"

/* One that is never run: CPython 3.12.1 at /usr/bin/python3. */
static HyInterpreter *
interpreter_new (void)
{
  g_autoptr (HyEvidence) evidence = sample_evidence_new ();

  return hy_interpreter_ref (evidence->interpreter);
}

static void
test_bytes (void)
{
  static const struct
  {
    const char *text;
    guint64 bytes; /* G_MAXUINT64: refused */
  } cases[] = {
    { "0", 0 },
    { "4096", 4096 },
    { "512M", 512 << 20 },
    { "2GiB", G_GUINT64_CONSTANT (2) << 30 },
    { "1kb", 1024 },
    { "1.5k", 1536 },
    { "64B", 64 },
    { "1t", G_GUINT64_CONSTANT (1) << 40 },
    { "1e3", 1000 },
    { "", G_MAXUINT64 },
    { "-1", G_MAXUINT64 },
    { "+1", G_MAXUINT64 },
    { " 1", G_MAXUINT64 },
    { "1 k", G_MAXUINT64 },
    { "k", G_MAXUINT64 },
    { "1kk", G_MAXUINT64 },
    { "1ki", G_MAXUINT64 },
    { "1x", G_MAXUINT64 },
    { "nan", G_MAXUINT64 },
    { "inf", G_MAXUINT64 },
    { "1e18", G_MAXUINT64 },
    { "1e999", G_MAXUINT64 },
    { "9999999999T", G_MAXUINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 bytes = G_MAXUINT64;
      g_autoptr (GError) error = NULL;
      gboolean read = hy_measure_parse_bytes (cases[i].text, "--max-total", &bytes, &error);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (bytes, ==, cases[i].bytes);
      g_assert_cmpint (read, ==, cases[i].bytes != G_MAXUINT64);
      if (read)
        continue;
      g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
      g_assert_true (g_str_has_prefix (error->message, "--max-total: “"));
    }
}

static void
test_bounds (void)
{
  static const struct
  {
    const char *count, *timeout, *memory;
    const char *refused; /* how the message begins; NULL: taken */
  } cases[] = {
    { NULL, NULL, NULL, NULL },
    { "1", "0.5", "1G", NULL },
    { "100_000_000", "86400", "0", NULL },
    { "0", NULL, NULL, "--count: 1 to 100000000 instances" },
    { "100000001", NULL, NULL, "--count: 1 to 100000000 instances" },
    { "many", NULL, NULL, "--count: “many”" },
    { NULL, "0", NULL, "--timeout: “0” is no time; give seconds up to 86400" },
    { NULL, "-1", NULL, "--timeout: " },
    { NULL, "nan", NULL, "--timeout: " },
    { NULL, "86400.1", NULL, "--timeout: " },
    { NULL, "1m", NULL, "--timeout: " },
    { NULL, "", NULL, "--timeout: " },
    { NULL, NULL, "all", "--memory-limit: “all” is no size" },
  };
  g_autoptr (HyInterpreter) interpreter = interpreter_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HyOptions options = { .count = (char *) cases[i].count,
                                  .timeout = (char *) cases[i].timeout,
                                  .memory_limit = (char *) cases[i].memory };
      g_autoptr (GError) error = NULL;
      g_autoptr (HyMeasureRequest) request = hy_measure_choose_bounds (&options, interpreter, &error);

      g_assert_cmpint (request != NULL, ==, cases[i].refused == NULL);
      if (request != NULL)
        continue;
      g_assert_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE);
      if (!g_str_has_prefix (error->message, cases[i].refused))
        g_assert_cmpstr (error->message, ==, cases[i].refused);
    }
}

static void
test_bounds_taken (void)
{
  const HyOptions plain = { 0 };
  const HyOptions all = { .count = (char *) "10k",
                          .timeout = (char *) "1.5",
                          .memory_limit = (char *) "1M",
                          .no_sandbox = TRUE,
                          .temporary_folder = TRUE };
  g_autoptr (HyInterpreter) interpreter = interpreter_new ();
  g_autoptr (HyMeasureRequest) usual = hy_measure_choose_bounds (&plain, interpreter, NULL);
  g_autoptr (HyMeasureRequest) asked = hy_measure_choose_bounds (&all, interpreter, NULL);

  g_assert_true (usual->interpreter == interpreter);
  g_assert_cmpuint (usual->count, ==, HY_MEASURE_DEFAULT_COUNT);
  g_assert_cmpuint (usual->time_limit_ms, ==, HY_MEASURE_DEFAULT_TIME_LIMIT_MS);
  g_assert_cmpuint (usual->memory_limit, ==, HY_MEASURE_DEFAULT_MEMORY_LIMIT);
  g_assert_true (usual->sandbox);
  g_assert_false (usual->temporary_folder);
  g_assert_cmpuint (asked->count, ==, 10000);
  g_assert_cmpuint (asked->time_limit_ms, ==, 1500);
  g_assert_cmpuint (asked->memory_limit, ==, 1 << 20);
  g_assert_false (asked->sandbox);
  g_assert_true (asked->temporary_folder);
}

static void
test_no_interpreter (void)
{
  static const struct
  {
    const char *text;
    HyCliError code;
    const char *message;
  } cases[] = {
    { "", HY_CLI_ERROR_USAGE, "--interpreter: give a path, or a version as 3.12" },
    { "/nonexistent/python3", HY_CLI_ERROR_CANNOT, "--interpreter: /nonexistent/python3: no such file" },
    { "./other-program", HY_CLI_ERROR_CANNOT, "--interpreter: ./other-program: does not answer as a Python does" },
    { "2.7", HY_CLI_ERROR_CANNOT, "--interpreter: 2.7: no such file" },
    { "no-such-python", HY_CLI_ERROR_CANNOT, "--interpreter: no-such-python: no such file" },
  };
  char *arguments[] = { NULL };

  g_assert_true (
      g_file_set_contents_full ("other-program", "#!/bin/sh\necho 3\n", -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HyOptions options = { .interpreter = (char *) cases[i].text };
      g_autoptr (GError) error = NULL;

      g_assert_null (hy_measure_choose_interpreter (&options, arguments, &error));
      g_assert_error (error, HY_CLI_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* By its path, by the whole version and by as much of it as names one, not by a part of a number. */
static void
test_interpreter (void)
{
  char *arguments[] = { NULL };
  const HyOptions any = { 0 };
  g_autoptr (HyInterpreter) newest = NULL;
  g_autofree char *minor = NULL;
  g_autofree char *cut = NULL;

  if (!test_program_has_python ())
    return;
  newest = hy_measure_choose_interpreter (&any, arguments, NULL);
  g_assert_nonnull (newest);
  minor = g_strdup_printf ("python3.%u", newest->minor);
  cut = g_strndup (newest->version, strlen ("3.1"));
  {
    const char *const texts[] = { newest->path, newest->version, minor };

    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        const HyOptions options = { .interpreter = (char *) texts[i] };
        g_autoptr (HyInterpreter) found = hy_measure_choose_interpreter (&options, arguments, NULL);

        g_assert_cmpuint (found->minor, ==, newest->minor);
      }
  }
  if (newest->minor >= 10)
    {
      const HyOptions options = { .interpreter = cut };

      g_assert_null (hy_measure_choose_interpreter (&options, arguments, NULL));
    }
}

static void
test_command (void)
{
  static const struct
  {
    const char *file;
    HyOptions options;
    const char *command;
  } cases[] = {
    { NULL, { 0 }, "heapyard-cli measure --count 100000 --interpreter /usr/bin/python3" },
    { "a.py:A", { 0 }, "heapyard-cli measure a.py:A --count 100000 --interpreter /usr/bin/python3 --factory A(i)" },
    { NULL,
      { .factory = (char *) "given" },
      "heapyard-cli measure --count 100000 --interpreter /usr/bin/python3 --factory A(i)" },
    { NULL,
      { .plans = TRUE,
        .timeout = (char *) "9",
        .memory_limit = (char *) "1G",
        .no_sandbox = TRUE,
        .temporary_folder = TRUE },
      "heapyard-cli measure --count 100000 --interpreter /usr/bin/python3 --plans --timeout 9 --memory-limit 1G "
      "--no-sandbox --temporary-folder" },
  };
  g_autoptr (HyInterpreter) interpreter = interpreter_new ();
  const HyMeasureItem item = { .file = "a.py", .class_name = "A", .factory = "A(i)" };
  const HyMeasureItem plan = { .file = "a.py", .class_name = "A", .factory = "A(i)", .plan = "__slots__" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *arguments[] = { (char *) cases[i].file, NULL };
      const HyInvocation invocation = { .options = cases[i].options, .arguments = arguments };
      g_autoptr (HyMeasureRequest) request = hy_measure_request_new (interpreter);
      g_auto (GStrv) words = NULL;
      g_autofree char *line = NULL;

      hy_measure_request_add (request, &item);
      hy_measure_request_add (request, &plan);
      words = hy_measure_command (&invocation, request);
      line = g_strjoinv (" ", words);
      g_assert_cmpstr (line, ==, cases[i].command);
    }
}

/* Each class is measured as its constructor suggests or as it was said, the lesson's as the lesson makes them. */
static void
test_classes (void)
{
  static const struct
  {
    const char *argument, *factory, *item;
  } cases[] = {
    { ":SlottedOrder", NULL, "lesson.py SlottedOrder SlottedOrder(f'ORD-{i}', 'Alice Chen', 99.99, 'paid')" },
    { "a.py:A", NULL, "a.py A A(i)" },
    { "a.py:A", "A('x')", "a.py A A('x')" },
  };
  g_autoptr (HyInterpreter) interpreter = interpreter_new ();

  if (!test_program_has_python ())
    return;
  test_program_file ("a.py", "class A:\n    def __init__(self, number):\n        self.number = number\n");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HyOptions options = { .factory = (char *) cases[i].factory };
      char *arguments[] = { (char *) cases[i].argument, NULL };
      g_autoptr (HySelection) selection = hy_selection_read (&options, arguments, NULL);
      g_autoptr (HyMeasureRequest) request = hy_measure_request_new (interpreter);
      g_autoptr (GError) error = NULL;
      g_autofree char *item = NULL;
      const HyMeasureItem *added;

      hy_measure_choose_classes (request, &options, selection, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (request->items->len, ==, 1);
      added = request->items->pdata[0];
      item = g_strdup_printf ("%s %s %s", added->file, added->class_name, added->factory);
      g_assert_cmpstr (item, ==, cases[i].item);
      g_assert_cmpstr (added->def->recipe.factory, ==, added->factory);
    }
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  g_test_add_func ("/measure-choice/bytes", test_bytes);
  g_test_add_func ("/measure-choice/bounds", test_bounds);
  g_test_add_func ("/measure-choice/bounds-taken", test_bounds_taken);
  g_test_add_func ("/measure-choice/no-interpreter", test_no_interpreter);
  g_test_add_func ("/measure-choice/interpreter", test_interpreter);
  g_test_add_func ("/measure-choice/command", test_command);
  g_test_add_func ("/measure-choice/classes", test_classes);
  return test_program_run ();
}
