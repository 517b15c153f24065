/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command.h"

#include <string.h>

#include "program.h"

static void
test_find (void)
{
  const HyCommand *const *commands = hy_commands ();

  for (gsize i = 0; commands[i] != NULL; i++)
    g_assert_true (hy_command_find (commands[i]->name) == commands[i]);
  g_assert_null (hy_command_find ("lay"));
  g_assert_null (hy_command_find (""));
}

static void
test_wrong (void)
{
  static const TestCall calls[] = {
    { "", HY_EXIT_USAGE, "", "heapyard-cli: no command given; see heapyard-cli --help\n" },
    { "layuot", HY_EXIT_USAGE, "", "there is no command “layuot”; did you mean “layout”?\n" },
    { "banana", HY_EXIT_USAGE, "", "there is no command “banana”; see heapyard-cli --help\n" },
    { "--json", HY_EXIT_USAGE, "", "as in “heapyard-cli layout --json”\n" },
    { "--completion", HY_EXIT_USAGE, "", "give bash, zsh or fish" },
    { "--completion tcsh", HY_EXIT_USAGE, "", "give bash, zsh or fish" },
    { "layout --oops", HY_EXIT_USAGE, "", "See heapyard-cli layout --help\n" },
    { "layout --json --csv", HY_EXIT_USAGE, "", "heapyard-cli layout: " },
    { "layout --python 2.7", HY_EXIT_USAGE, "", "heapyard-cli layout: --python: " },
  };

  test_calls (calls, G_N_ELEMENTS (calls), NULL);
}

static void
test_right (void)
{
  static const TestCall calls[] = {
    { "--version", HY_EXIT_FINE, "heapyard-cli …", NULL },
    { "--help", HY_EXIT_FINE, "Usage: heapyard-cli COMMAND [OPTION...] [FILE[:CLASS]...]\n…", NULL },
    { "--completion fish", HY_EXIT_FINE, NULL, NULL },
  };

  test_calls (calls, G_N_ELEMENTS (calls), NULL);
}

/* Everything in a command's row is in its help, and asking for help beside other options runs nothing. */
static void
test_help (void)
{
  const HyCommand *const *commands = hy_commands ();

  for (gsize i = 0; commands[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s -h", commands[i]->name);
      g_autofree char *first =
          g_strdup_printf ("Usage: heapyard-cli %s [OPTION...] %s\n", commands[i]->name, commands[i]->arguments);
      g_auto (TestAnswer) answer = test_answer (line, NULL);

      g_assert_cmpint (answer.status, ==, HY_EXIT_FINE);
      g_assert_cmpstr (answer.errors, ==, "");
      g_assert_true (g_str_has_prefix (answer.output, first));
      g_assert_nonnull (strstr (answer.output, commands[i]->summary));
      g_assert_nonnull (strstr (answer.output, commands[i]->details));
      g_assert_nonnull (strstr (answer.output, commands[i]->example));
      g_assert_nonnull (strstr (answer.output, "--help"));
    }
}

int
main (int argc, char *argv[])
{
  test_program_init (&argc, &argv);
  g_test_add_func ("/cli/find", test_find);
  g_test_add_func ("/cli/wrong", test_wrong);
  g_test_add_func ("/cli/right", test_right);
  g_test_add_func ("/cli/help", test_help);
  return test_program_run ();
}
