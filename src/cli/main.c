/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "hy-command.h"
#include "hy-config.h"

/* GLib's own would make question marks of quotes in the C locale, where terminals show UTF-8 all the same. */
static void
print_message (const char *text)
{
  fputs (text, stderr);
}

int
main (int argc, char *argv[])
{
  const char *locale_dir = g_getenv ("HEAPYARD_LOCALEDIR");
  g_autoptr (HyOutput) output = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : HY_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_printerr_handler (print_message);
  /* A reader that has gone is an error of write (), which is told by the exit status. */
  signal (SIGPIPE, SIG_IGN);

  output = hy_output_new (STDOUT_FILENO, hy_output_wants_colours (STDOUT_FILENO));
  return hy_cli_run (argv + 1, output);
}
