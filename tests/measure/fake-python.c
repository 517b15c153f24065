/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-python.h"

HyInterpreter *
fake_python_at (const char *path)
{
  g_autofree char *json =
      g_strdup_printf ("{\"path\": \"%s\", \"status\": \"ok\", \"version\": \"3.12.1\", \"build\": \"default\", "
                       "\"allocator\": \"pymalloc\", \"prefix\": \"/usr\", \"base_prefix\": \"/usr\", "
                       "\"implementation\": \"cpython\", \"bits\": 64}",
                       path);
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  HyInterpreter *interpreter = hy_interpreter_from_json (node);

  g_assert_nonnull (interpreter);
  return interpreter;
}

HyInterpreter *
fake_python_new (const char *folder, const char *body)
{
  g_autofree char *path = g_build_filename (folder, "python3", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\nrequest=$(cat)\n%s\n", body);

  g_assert_true (g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  return fake_python_at (path);
}
