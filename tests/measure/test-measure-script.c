/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-script.h"

#include "fake-python.h"
#include "hy-workbench.h"

static void
test_text (void)
{
  static const char *const both[] = { "probe_make.py", "probe.py", NULL };
  static const char *const first[] = { "probe_make.py", NULL };
  static const char *const absent[] = { "cheese.py", NULL };
  g_autofree char *whole = hy_measure_script_text (both);
  g_autofree char *part = hy_measure_script_text (first);
  g_autofree char *none = hy_measure_script_text (absent);

  g_assert_true (g_str_has_prefix (part, "# SPDX-License-Identifier: GPL-3.0-or-later"));
  g_assert_true (g_str_has_suffix (part, "\n"));
  g_assert_true (g_str_has_prefix (whole, part));
  g_assert_true (g_str_has_prefix (whole + strlen (part), "# SPDX-License-Identifier: GPL-3.0-or-later"));
  g_assert_cmpstr (none, ==, "");
}

/* How the interpreter is called, what it is given, and what becomes of its answer or its end. */
static void
test_run (void)
{
  static const struct
  {
    const char *body, *output, *error;
  } cases[] = {
    { "echo \"$1 $2 $3\"; printf '%s' \"$request\" | tail -n 1; pwd", "-I -S -c\n\036{\"x\": 1}/\n", NULL },
    { "exit 3", NULL, "/python3: exit status 3" },
    { "echo why >&2; exit 3", NULL, "/python3: exit status 3: why" },
    { "kill -9 $$", NULL, "signal 9" },
  };
  static const char *const scripts[] = { "budgets.py", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = NULL;
      g_autofree char *path = hy_workbench_file (&folder, "unused", "");
      g_autoptr (HyInterpreter) python = fake_python_new (folder, cases[i].body);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) output = hy_measure_script_run (python, scripts, "{\"x\": 1}", NULL, &error);

      hy_workbench_folder_free (g_steal_pointer (&folder));
      if (cases[i].error == NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpmem (g_bytes_get_data (output, NULL), g_bytes_get_size (output), cases[i].output,
                           strlen (cases[i].output));
          continue;
        }
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
      if (strstr (error->message, cases[i].error) == NULL)
        g_assert_cmpstr (error->message, ==, cases[i].error);
    }
}

static void
test_cancel (void)
{
  static const char *const scripts[] = { "budgets.py", NULL };
  g_autoptr (HyInterpreter) python = fake_python_at ("/bin/sh");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hy_measure_script_run (python, scripts, "{}", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure-script/text", test_text);
  g_test_add_func ("/measure-script/run", test_run);
  g_test_add_func ("/measure-script/cancel", test_cancel);
  return g_test_run ();
}
