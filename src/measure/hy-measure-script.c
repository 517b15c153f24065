/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-script.h"

#include "hy-measure-resources.h"
#include "hy-process.h"

#define FOLDER "/io/github/heapyard/Heapyard/measure/"
#define TIME_LIMIT_MS 20000
#define MEMORY_LIMIT (G_GUINT64_CONSTANT (4) << 30)
#define OUTPUT_LIMIT (256 * 1024 * 1024)

static const char bootstrap[] =
    "import sys\n"
    "script, _, request = sys.stdin.buffer.read().partition(b'\\x1e')\n"
    "exec(compile(script, 'heapyard', 'exec'), {'__name__': 'heapyard', 'REQUEST': request.decode()})\n";

/* Compiled resources end with a 0 byte of their own. */
char *
hy_measure_script_text (const char *const *scripts)
{
  GString *text = g_string_new (NULL);

  for (; *scripts; scripts++)
    {
      g_autofree char *path = g_strconcat (FOLDER, *scripts, NULL);
      /* None in a thread that still works while the program ends and takes its resources back. */
      g_autoptr (GBytes) bytes = hy_measure_get_resource () ? g_resources_lookup_data (path, 0, NULL) : NULL;

      if (bytes)
        g_string_append (text, g_bytes_get_data (bytes, NULL));
    }
  return g_string_free (text, FALSE);
}

GBytes *
hy_measure_script_run (HyInterpreter *interpreter, const char *const *scripts, const char *request,
                       GCancellable *cancellable, GError **error)
{
  const char *argv[] = { interpreter->path, "-I", "-S", "-c", bootstrap, NULL };
  g_autofree char *text = hy_measure_script_text (scripts);
  g_autofree char *input = g_strconcat (text, "\x1e", request, NULL);
  const HyProcessSpec spec = { .argv = argv,
                               .folder = "/",
                               .input = input,
                               .time_limit_ms = TIME_LIMIT_MS,
                               .memory_limit = MEMORY_LIMIT,
                               .output_limit = OUTPUT_LIMIT };
  g_autoptr (HyProcessResult) result = hy_process_run (&spec, cancellable, error);
  g_autofree char *how = NULL;

  if (!result)
    return NULL;
  if (result->end == HY_PROCESS_EXITED && result->status == 0 && !result->output_truncated)
    return g_bytes_ref (result->output);
  how = hy_process_result_describe (result);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", interpreter->path, how);
  return NULL;
}
