/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-completion.h"

#include <string.h>

#include "hy-command.h"

/* Calls @add for each option that @command takes. */
static void
for_each_option (const HyCommand *command, void (*add) (GString *, const HyCommand *, const HyOptionRow *),
                 GString *script)
{
  HyOptionSet set = command->options | HY_OPTION (HELP);

  for (guint id = 0; id < HY_N_OPTIONS; id++)
    {
      if (set & (G_GUINT64_CONSTANT (1) << id))
        add (script, command, hy_option_row (id));
    }
}

/* @text with each of @letters after @escape. */
static char *
escaped (const char *text, const char *letters, const char *escape)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr (letters, *p) != NULL)
        g_string_append (result, escape);
      g_string_append_c (result, *p);
    }
  return g_string_free (result, FALSE);
}

static gboolean
takes_path (const HyOptionRow *row)
{
  return g_strcmp0 (row->words, "FILE") == 0;
}

static void
add_bash_name (GString *script, const HyCommand *command, const HyOptionRow *row)
{
  g_string_append_printf (script, " --%s", row->long_name);
  if (row->short_name != 0)
    g_string_append_printf (script, " -%c", row->short_name);
}

static void
add_bash_values (GString *script, const HyCommand *command, const HyOptionRow *row)
{
  if (row->argument == NULL)
    return;
  g_string_append_printf (script, "    %s:--%s", command->name, row->long_name);
  if (row->short_name != 0)
    g_string_append_printf (script, " | %s:-%c", command->name, row->short_name);
  if (takes_path (row))
    g_string_append (script, ") COMPREPLY=($(compgen -f -- \"$word\")) ;;\n");
  else
    g_string_append_printf (script, ") COMPREPLY=($(compgen -W \"%s\" -- \"$word\")) ;;\n",
                            row->words != NULL ? row->words : "");
}

static char *
bash_script (void)
{
  const HyCommand *const *commands = hy_commands ();
  GString *script = g_string_new ("_heapyard_cli ()\n{\n"
                                  "  local word=${COMP_WORDS[COMP_CWORD]} names=\n"
                                  "  compopt -o filenames 2>/dev/null\n"
                                  "  if [ \"$COMP_CWORD\" = 1 ]; then\n"
                                  "    COMPREPLY=($(compgen -W \"");

  for (gsize i = 0; commands[i] != NULL; i++)
    g_string_append_printf (script, "%s ", commands[i]->name);
  g_string_append (script, "--help --version\" -- \"$word\"))\n    return\n  fi\n"
                           "  case ${COMP_WORDS[1]}:${COMP_WORDS[COMP_CWORD - 1]} in\n");
  for (gsize i = 0; commands[i] != NULL; i++)
    for_each_option (commands[i], add_bash_values, script);
  g_string_append (script, "    *)\n      case ${COMP_WORDS[1]}:$word in\n");
  for (gsize i = 0; commands[i] != NULL; i++)
    {
      g_string_append_printf (script, "        %s:-*) names=\"", commands[i]->name);
      for_each_option (commands[i], add_bash_name, script);
      g_string_append (script, "\" ;;\n");
      if (!commands[i]->takes_files)
        g_string_append_printf (script, "        %s:*) return ;;\n", commands[i]->name);
    }
  g_string_append (script, "      esac\n"
                           "      if [ -n \"$names\" ]; then\n"
                           "        COMPREPLY=($(compgen -W \"$names\" -- \"$word\"))\n"
                           "      else\n"
                           "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
                           "      fi\n      ;;\n  esac\n}\ncomplete -F _heapyard_cli heapyard-cli\n");
  return g_string_free (script, FALSE);
}

static char *
zsh_quoted (const char *text)
{
  g_autofree char *bracketed = escaped (text, "[]:\\", "\\");
  g_auto (GStrv) parts = g_strsplit (bracketed, "'", -1);

  return g_strjoinv ("'\\''", parts);
}

static void
add_zsh_option (GString *script, const HyCommand *command, const HyOptionRow *row)
{
  g_autofree char *description = zsh_quoted (row->description);

  if (row->short_name != 0)
    g_string_append_printf (script, "        '(-%c --%s)'{-%c,--%s%s}'", row->short_name, row->long_name,
                            row->short_name, row->long_name, row->argument != NULL ? "=" : "");
  else
    g_string_append_printf (script, "        '--%s%s", row->long_name, row->argument != NULL ? "=" : "");
  g_string_append_printf (script, "[%s]", description);
  if (row->argument != NULL && takes_path (row))
    g_string_append_printf (script, ":%s:_files", row->argument);
  else if (row->argument != NULL)
    g_string_append_printf (script, ":%s:(%s)", row->argument, row->words != NULL ? row->words : "");
  g_string_append (script, "' \\\n");
}

static char *
zsh_script (void)
{
  const HyCommand *const *commands = hy_commands ();
  GString *script = g_string_new ("#compdef heapyard-cli\n\n_heapyard_cli ()\n{\n"
                                  "  local -a commands=(\n");

  for (gsize i = 0; commands[i] != NULL; i++)
    {
      g_autofree char *summary = zsh_quoted (commands[i]->summary);
      g_string_append_printf (script, "    '%s:%s'\n", commands[i]->name, summary);
    }
  g_string_append (script, "  )\n"
                           "  if (( CURRENT == 2 )); then\n"
                           "    _describe command commands\n"
                           "    _arguments '--help[show help]' '--version[show the version]'\n"
                           "    return\n  fi\n"
                           "  shift words\n  (( CURRENT-- ))\n  case $words[1] in\n");
  for (gsize i = 0; commands[i] != NULL; i++)
    {
      g_string_append_printf (script, "    %s)\n      _arguments \\\n", commands[i]->name);
      for_each_option (commands[i], add_zsh_option, script);
      g_string_append_printf (script, "        '*:%s'\n      ;;\n", commands[i]->takes_files ? "file:_files" : ":");
    }
  g_string_append (script, "  esac\n}\n\n_heapyard_cli \"$@\"\n");
  return g_string_free (script, FALSE);
}

static void
add_fish_option (GString *script, const HyCommand *command, const HyOptionRow *row)
{
  g_autofree char *description = escaped (row->description, "'\\", "\\");

  g_string_append_printf (script, "complete -c heapyard-cli -n '__fish_seen_subcommand_from %s' -l %s", command->name,
                          row->long_name);
  if (row->short_name != 0)
    g_string_append_printf (script, " -s %c", row->short_name);
  if (row->argument != NULL && takes_path (row))
    g_string_append (script, " -r -F");
  else if (row->argument != NULL)
    g_string_append_printf (script, " -x -a '%s'", row->words != NULL ? row->words : "");
  g_string_append_printf (script, " -d '%s'\n", description);
}

static char *
fish_script (void)
{
  const HyCommand *const *commands = hy_commands ();
  GString *script = g_string_new ("complete -c heapyard-cli -n __fish_use_subcommand -f -l help -d 'show help'\n"
                                  "complete -c heapyard-cli -n __fish_use_subcommand -f -l version "
                                  "-d 'show the version'\n");

  for (gsize i = 0; commands[i] != NULL; i++)
    {
      g_autofree char *summary = escaped (commands[i]->summary, "'\\", "\\");

      g_string_append_printf (script, "complete -c heapyard-cli -n __fish_use_subcommand -f -a %s -d '%s'\n",
                              commands[i]->name, summary);
      for_each_option (commands[i], add_fish_option, script);
      if (!commands[i]->takes_files)
        g_string_append_printf (script, "complete -c heapyard-cli -n '__fish_seen_subcommand_from %s' -f\n",
                                commands[i]->name);
    }
  return g_string_free (script, FALSE);
}

char *
hy_completion_script (const char *shell)
{
  static const struct
  {
    const char *shell;
    char *(*script) (void);
  } scripts[] = { { "bash", bash_script }, { "zsh", zsh_script }, { "fish", fish_script } };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (g_strcmp0 (shell, scripts[i].shell) == 0)
        return scripts[i].script ();
    }
  return NULL;
}
