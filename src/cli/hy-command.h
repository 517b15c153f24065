/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-option.h"
#include "hy-output.h"

G_BEGIN_DECLS

/* What heapyard-cli exits with. */
typedef enum
{
  HY_EXIT_FINE = 0,
  HY_EXIT_NO = 1,     /* the answer is no: a budget broken, a difference found */
  HY_EXIT_USAGE = 2,  /* the command line makes no sense */
  HY_EXIT_CANNOT = 3, /* a file, an interpreter, a permission is missing */
} HyExit;

typedef enum
{
  HY_CLI_ERROR_USAGE,  /* exits with HY_EXIT_USAGE */
  HY_CLI_ERROR_CANNOT, /* exits with HY_EXIT_CANNOT, as errors of all other domains do */
} HyCliError;
#define HY_CLI_ERROR hy_cli_error_quark ()
GQuark hy_cli_error_quark (void);

typedef struct _HyCommand HyCommand;

/* One call of one command. */
typedef struct
{
  const HyCommand *command;
  HyOptions options;
  char **arguments; /* what is no option, NULL-terminated */
  HyOutput *output; /* standard output; written out when the command is done */
} HyInvocation;

/* A command is one file, hy-command-NAME.c, that defines its row
 * `const HyCommand hy_command_NAME`, and a line in hy-command-table.c.
 * Help, man page check and shell completion follow from the row. */
struct _HyCommand
{
  const char *name;
  const char *arguments; /* as the usage line shows them: "FILE[:CLASS]..." */
  const char *summary;   /* msgid, one line */
  const char *details;   /* msgid, paragraphs for --help; may be NULL */
  const char *example;   /* a command line that works without further files */
  gboolean takes_files;  /* for shell completion */
  HyOptionSet options;   /* HY_OPTION (HELP) is implied */

  /* Answers on invocation->output. With @error set the returned status is ignored and nothing is printed
   * on standard output. */
  HyExit (*run) (HyInvocation *invocation, GError **error);
};

/* All commands, in the order of the help; NULL-terminated. */
const HyCommand *const *hy_commands (void);

/* The command called @name; NULL. */
const HyCommand *hy_command_find (const char *name);

/* The whole of heapyard-cli: @arguments without the program's name. Answers go to @output, which is flushed,
 * messages to standard error. Returns the exit status. */
HyExit hy_cli_run (char **arguments, HyOutput *output);

G_END_DECLS
