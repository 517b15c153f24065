/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command-table.h"

#include <string.h>

/* Each command is there once, under a name that is no other's, with all that help and completion need. */
static void
test_rows (void)
{
  const HyCommand *const *commands = hy_commands ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; commands[i] != NULL; i++)
    {
      const HyCommand *command = commands[i];
      g_autofree char *call = g_strconcat ("heapyard-cli ", command->name, " ", NULL);

      g_assert_true (g_hash_table_add (names, (gpointer) command->name));
      g_assert_cmpuint (strlen (command->name), <=, 9);
      g_assert_null (strchr (command->summary, '\n'));
      g_assert_nonnull (command->details);
      g_assert_true (g_str_has_prefix (command->example, call));
      g_assert_cmpint (command->takes_files, ==, strstr (command->arguments, "FILE") != NULL);
      g_assert_nonnull (command->run);
      g_assert_cmpuint (command->options >> HY_N_OPTIONS, ==, 0);
      /* --count and --counts have one short name; no command takes both, nor both of --measured. */
      g_assert_false ((command->options & HY_OPTION (COUNT)) && (command->options & HY_OPTION (COUNTS)));
      g_assert_false ((command->options & HY_OPTION (MEASURED)) && (command->options & HY_OPTION (MEASURED_REPLY)));
    }
  g_assert_cmpuint (g_hash_table_size (names), ==, 7);
}

/* An example works as it stands: its words are options of the command. */
static void
test_examples (void)
{
  const HyCommand *const *commands = hy_commands ();

  for (gsize i = 0; commands[i] != NULL; i++)
    {
      g_auto (GStrv) words = NULL;
      g_auto (GStrv) rest = NULL;
      g_auto (HyOptions) options = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_true (g_shell_parse_argv (commands[i]->example, NULL, &words, NULL));
      rest = hy_options_parse (&options, commands[i]->options, (const char *const *) words + 2, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command-table/rows", test_rows);
  g_test_add_func ("/command-table/examples", test_examples);
  return g_test_run ();
}
