/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-sandbox.h"

#include <glib/gstdio.h>

#include "hy-process.h"

static const char *const nothing[] = { NULL };

/* What a shell prints when held in @sandbox. (transfer full) */
static char *
output_of (const HySandbox *sandbox, const char *script)
{
  const char *argv[] = { "/bin/sh", "-c", script, NULL };
  g_auto (GStrv) command = hy_sandbox_wrap (sandbox, argv, NULL, nothing);
  g_auto (GStrv) environment = hy_sandbox_environ (sandbox);
  const HyProcessSpec spec = { .argv = (const char *const *) command,
                               .environ = (const char *const *) environment,
                               .folder = hy_sandbox_folder (sandbox, NULL),
                               .time_limit_ms = 20000,
                               .output_limit = 4096 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HyProcessResult) result = hy_process_run (&spec, NULL, &error);
  gsize length;
  const char *text;

  g_assert_no_error (error);
  text = g_bytes_get_data (result->output, &length);
  return g_strchomp (g_strndup (text ? text : "", length));
}

static void
test_off (void)
{
  g_autoptr (GError) error = NULL;
  HySandbox *sandbox = hy_sandbox_new (FALSE, &error);
  const char *argv[] = { "a", "b", NULL };
  g_auto (GStrv) command = hy_sandbox_wrap (sandbox, argv, NULL, nothing);
  g_autofree char *folder = g_strdup (hy_sandbox_folder (sandbox, NULL));
  g_autofree char *made = output_of (sandbox, "mkdir \"$TMPDIR/a\" && echo x > \"$TMPDIR/a/b\" && echo \"$TMPDIR\"");

  g_assert_no_error (error);
  g_assert_cmpstr (hy_sandbox_describe (sandbox), ==, "none: turned off");
  g_assert_true (g_strv_equal ((const char *const *) command, argv));
  g_assert_cmpstr (hy_sandbox_folder (sandbox, "/x"), ==, "/x");
  g_assert_cmpstr (made, ==, folder);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  hy_sandbox_free (sandbox);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_environ (void)
{
  HySandbox *sandbox = hy_sandbox_new (FALSE, NULL);
  g_auto (GStrv) environment = NULL;

  g_setenv ("PYTHONHOME", "/wrong", TRUE);
  g_setenv ("PYTHONMALLOC", "debug", TRUE);
  environment = hy_sandbox_environ (sandbox);
  g_unsetenv ("PYTHONHOME");
  g_unsetenv ("PYTHONMALLOC");
  g_assert_null (g_environ_getenv (environment, "PYTHONHOME"));
  g_assert_null (g_environ_getenv (environment, "PYTHONMALLOC"));
  g_assert_cmpstr (g_environ_getenv (environment, "TMPDIR"), ==, hy_sandbox_folder (sandbox, NULL));
  hy_sandbox_free (sandbox);
}

/* Under bubblewrap: nothing but memory can be written to, and only so far; no network; no other processes. */
static void
test_on (void)
{
  g_autofree char *here = hy_sandbox_describe_here ();
  HySandbox *sandbox = hy_sandbox_new (TRUE, NULL);
  g_autofree char *written = NULL;
  g_autofree char *scratch = NULL;
  g_autofree char *network = NULL;
  g_autofree char *processes = NULL;

  g_assert_cmpstr (hy_sandbox_describe (sandbox), ==, here);
  if (!g_str_has_prefix (here, "bubblewrap"))
    {
      g_test_skip (here);
      hy_sandbox_free (sandbox);
      return;
    }
  written =
      output_of (sandbox, "for p in / /usr /var/tmp /dev \"$HOME\"; do : 2>&- > \"$p/heapyard-test\" && echo $p; done");
  scratch = output_of (sandbox, "for p in /tmp \"$TMPDIR\" /dev/shm; do : > \"$p/x\" && df -k \"$p\" | tail -1 | "
                                "awk '{print $2}'; done");
  network =
      output_of (sandbox, "ls /sys/class/net /proc/sys/net/ipv4/conf >/dev/null; tail -n +3 /proc/net/dev | wc -l");
  processes = output_of (sandbox, "ls -d /proc/[0-9]* | wc -l");
  g_assert_cmpstr (written, ==, "");
  g_assert_cmpstr (scratch, ==, "262144\n262144\n262144");
  g_assert_cmpstr (network, ==, "1");
  g_assert_cmpint (g_ascii_strtoll (processes, NULL, 10), <, 10);
  hy_sandbox_free (sandbox);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sandbox/off", test_off);
  g_test_add_func ("/sandbox/environ", test_environ);
  g_test_add_func ("/sandbox/on", test_on);
  return g_test_run ();
}
