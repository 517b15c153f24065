/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* One that answers as a CPython does, one that answers otherwise, and none at all. */
#define FAKE                                                                                                           \
  "#!/bin/sh\necho '{\"executable\": \"/x\", \"implementation\": \"cpython\", \"version_info\": [3, 9, 77, "           \
  "\"final\", "                                                                                                        \
  "0], \"build\": \"default\", \"bits\": 64, \"allocator\": \"pymalloc\", \"prefix\": \"/x\", \"base_prefix\": "       \
  "\"/p\"}'\n"

static void
set_up (void)
{
  g_autofree char *folder = g_get_current_dir ();
  g_autofree char *list = g_strdup_printf ("%s/fake-python:%s/other-program:%s/no-python", folder, folder, folder);

  g_assert_true (g_file_set_contents_full ("fake-python", FAKE, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_assert_true (
      g_file_set_contents_full ("other-program", "#!/bin/sh\necho 3\n", -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_setenv ("HEAPYARD_PYTHONS", list, TRUE);
}

/* The line about @program, its columns separated by one blank. */
static char *
line_of (const char *text, const char *program)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GRegex) blanks = g_regex_new (" +", 0, 0, NULL);

  for (char **line = lines; *line != NULL; line++)
    if (strstr (*line, program) != NULL)
      return g_regex_replace_literal (blanks, *line, -1, 0, " ", 0, NULL);
  g_assert_not_reached ();
}

static void
test_text (void)
{
  static const struct
  {
    const char *program, *before, *after;
  } cases[] = {
    { "fake-python", " 3.9.77 default 64-bit ", " pymalloc" },
    { "other-program", " ? ", " does not answer as a Python does" },
    { "no-python", " ? ", " no such file" },
  };
  g_auto (TestAnswer) answer = test_answer ("pythons", NULL);
  g_autofree char *folder = g_get_current_dir ();

  g_assert_cmpint (answer.status, ==, HY_EXIT_FINE);
  g_assert_cmpstr (answer.errors, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = line_of (answer.output, cases[i].program);
      g_autofree char *wanted =
          g_strdup_printf ("%s%s/%s%s", cases[i].before, folder, cases[i].program, cases[i].after);

      g_assert_cmpstr (line, ==, wanted);
    }
}

static void
test_json (void)
{
  g_auto (TestAnswer) answer = test_answer ("pythons --json", NULL);
  g_autoptr (JsonNode) node = json_from_string (answer.output, NULL);
  g_autofree char *folder = g_get_current_dir ();
  g_autofree char *path = g_build_filename (folder, "no-python", NULL);
  JsonArray *list = json_object_get_array_member (json_node_get_object (node), "interpreters");
  gboolean found = FALSE;

  g_assert_cmpint (answer.status, ==, HY_EXIT_FINE);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "schema"), ==, "heapyard.pythons/1");
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *one = json_array_get_object_element (list, i);

      if (!g_str_equal (json_object_get_string_member (one, "path"), path))
        continue;
      found = TRUE;
      g_assert_cmpstr (json_object_get_string_member (one, "status"), ==, "missing");
      g_assert_cmpstr (json_object_get_string_member (one, "reason"), ==, "no such file");
    }
  g_assert_true (found);
}

static void
test_wrong (void)
{
  static const TestCall calls[] = {
    { "pythons 3.12", HY_EXIT_USAGE, "", "“3.12” is one argument too many\n" },
    { "pythons --csv", HY_EXIT_USAGE, "", "--csv" },
  };

  test_calls (calls, G_N_ELEMENTS (calls), NULL);
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  set_up ();
  g_test_add_func ("/command-pythons/text", test_text);
  g_test_add_func ("/command-pythons/json", test_json);
  g_test_add_func ("/command-pythons/wrong", test_wrong);
  return test_program_run ();
}
