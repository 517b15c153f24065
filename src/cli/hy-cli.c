/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command.h"

#include <glib/gi18n.h>

#include "hy-completion.h"
#include "hy-config.h"
#include "hy-suggest.h"

G_DEFINE_QUARK (hy - cli - error - quark, hy_cli_error)

const HyCommand *
hy_command_find (const char *name)
{
  const HyCommand *const *commands = hy_commands ();

  for (gsize i = 0; commands[i] != NULL; i++)
    {
      if (g_str_equal (commands[i]->name, name))
        return commands[i];
    }
  return NULL;
}

static void
print_usage (HyOutput *output)
{
  const HyCommand *const *commands = hy_commands ();

  hy_output_addf (output, _ ("Usage: %s\n\n"), "heapyard-cli COMMAND [OPTION...] [FILE[:CLASS]...]");
  hy_output_add (output, _ ("What does one of your Python objects cost, and is __slots__ worth it here?\n\n"));
  hy_output_add (output, _ ("Commands:\n"));
  for (gsize i = 0; commands[i] != NULL; i++)
    hy_output_addf (output, "  %-9s %s\n", commands[i]->name, _ (commands[i]->summary));
  hy_output_add (output, _ ("\nOptions:\n"
                            "  -h, --help          show this help\n"
                            "  --version           show the version\n"
                            "  --completion SHELL  print the script by which bash, zsh or fish completes commands\n"));
  hy_output_addf (output,
                  _ ("\nWithout a FILE a command answers for two classes of its own, Order and SlottedOrder.\n"
                     "See %s for the options of one.\n\nExample:\n  %s\n"),
                  "heapyard-cli COMMAND --help", "heapyard-cli layout --python all");
}

static void
print_help (const HyCommand *command, HyOutput *output)
{
  g_autofree char *options = g_strchomp (hy_options_help (command->options | HY_OPTION (HELP)));

  hy_output_addf (output, _ ("Usage: heapyard-cli %s [OPTION...] %s\n\n%s\n"), command->name, command->arguments,
                  _ (command->summary));
  if (command->details != NULL)
    hy_output_addf (output, "\n%s\n", _ (command->details));
  hy_output_addf (output, "\n%s\n", options);
  hy_output_addf (output, _ ("\nExample:\n  %s\n"), command->example);
}

static HyExit
exit_status_of (const GError *error)
{
  if (g_error_matches (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE) || error->domain == G_OPTION_ERROR)
    return HY_EXIT_USAGE;
  return HY_EXIT_CANNOT;
}

static HyExit
unknown_command (const char *name)
{
  const HyCommand *const *commands = hy_commands ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *near;

  for (gsize i = 0; commands[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) commands[i]->name);
  g_ptr_array_add (names, NULL);
  near = hy_suggest (name, (const char *const *) names->pdata);
  if (near != NULL)
    g_printerr (_ ("heapyard-cli: there is no command “%s”; did you mean “%s”?\n"), name, near);
  else
    g_printerr (_ ("heapyard-cli: there is no command “%s”; see heapyard-cli --help\n"), name);
  return HY_EXIT_USAGE;
}

static HyExit
run_command (const HyCommand *command, char **arguments, HyOutput *output)
{
  g_auto (HyOptions) options = { 0 };
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  HyInvocation invocation = { .command = command, .output = output };
  HyExit status = HY_EXIT_FINE;

  rest = hy_options_parse (&options, command->options | HY_OPTION (HELP), (const char *const *) arguments, &error);
  if (rest != NULL && options.help)
    {
      print_help (command, output);
      return HY_EXIT_FINE;
    }
  if (rest != NULL)
    {
      invocation.options = options;
      invocation.arguments = rest;
      status = command->run (&invocation, &error);
    }
  if (error == NULL)
    return status;
  hy_output_discard (output);
  g_printerr ("heapyard-cli %s: %s\n", command->name, error->message);
  if (error->domain == G_OPTION_ERROR)
    g_printerr (_ ("See heapyard-cli %s --help\n"), command->name);
  return exit_status_of (error);
}

static HyExit
print_completion (const char *shell, HyOutput *output)
{
  g_autofree char *script = hy_completion_script (shell);

  if (script == NULL)
    {
      g_printerr (_ ("heapyard-cli: --completion: give bash, zsh or fish\n"));
      return HY_EXIT_USAGE;
    }
  hy_output_add (output, script);
  return HY_EXIT_FINE;
}

static HyExit
dispatch (char **arguments, HyOutput *output)
{
  const char *first = arguments[0];
  const HyCommand *command;

  if (first == NULL)
    {
      g_printerr (_ ("heapyard-cli: no command given; see heapyard-cli --help\n"));
      return HY_EXIT_USAGE;
    }
  if (g_str_equal (first, "--help") || g_str_equal (first, "-h"))
    {
      print_usage (output);
      return HY_EXIT_FINE;
    }
  if (g_str_equal (first, "--version"))
    {
      hy_output_add (output, "heapyard-cli " HY_VERSION "\n");
      return HY_EXIT_FINE;
    }
  if (g_str_equal (first, "--completion"))
    return print_completion (arguments[1], output);
  if (*first == '-')
    {
      g_printerr (_ ("heapyard-cli: a command comes before its options, as in “heapyard-cli layout %s”\n"), first);
      return HY_EXIT_USAGE;
    }
  command = hy_command_find (first);
  return command != NULL ? run_command (command, arguments + 1, output) : unknown_command (first);
}

HyExit
hy_cli_run (char **arguments, HyOutput *output)
{
  g_autoptr (GError) error = NULL;
  HyExit status = dispatch (arguments, output);

  if (!hy_output_flush (output, &error))
    {
      /* A reader that has seen enough, as head does, needs no telling. */
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PIPE))
        g_printerr ("heapyard-cli: %s\n", error->message);
      return HY_EXIT_CANNOT;
    }
  return status;
}
