/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command-table.h"

#include <glib/gi18n.h>

#include "hy-interpreter-list.h"
#include "hy-json-text.h"
#include "hy-text-table.h"

static char *
to_json (GPtrArray *list)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  hy_json_add_string (builder, "schema", "heapyard.pythons/1");
  json_builder_set_member_name (builder, "interpreters");
  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    json_builder_add_value (builder, hy_interpreter_to_json (list->pdata[i]));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  text = hy_json_to_ascii (builder);
  return g_strconcat (text, "\n", NULL);
}

static void
print_text (GPtrArray *list, HyOutput *output)
{
  g_autoptr (HyTextTable) table = hy_text_table_new ("lllll");

  for (guint i = 0; i < list->len; i++)
    {
      const HyInterpreter *python = list->pdata[i];
      gboolean usable = python->status == HY_INTERPRETER_USABLE;

      hy_text_table_add (table, usable ? HY_STYLE_FIGURE : HY_STYLE_DIM, "%s", python->version ? python->version : "?");
      hy_text_table_add (table, HY_STYLE_PLAIN, "%s", usable ? python->build : "");
      if (usable)
        hy_text_table_add (table, HY_STYLE_PLAIN, "%u-bit", python->bits);
      else
        hy_text_table_add (table, HY_STYLE_PLAIN, "%s", "");
      hy_text_table_add (table, HY_STYLE_PLAIN, "%s", python->path);
      hy_text_table_add (table, usable ? HY_STYLE_DIM : HY_STYLE_BAD, "%s",
                         usable ? python->allocator : python->reason);
    }
  hy_text_table_print (table, output);
}

static HyExit
run (HyInvocation *invocation, GError **error)
{
  g_autofree char *folder = g_get_current_dir ();
  const HyInterpreterSearch search = { .project_folder = folder };
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *text = NULL;

  if (invocation->arguments[0])
    {
      g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("“%s” is one argument too many"),
                   invocation->arguments[0]);
      return HY_EXIT_USAGE;
    }
  list = hy_interpreter_list_find (&search, NULL, error);
  if (!list)
    return HY_EXIT_CANNOT;
  if (invocation->options.json)
    {
      text = to_json (list);
      hy_output_add (invocation->output, text);
    }
  else
    print_text (list, invocation->output);
  if (!hy_interpreter_list_newest (list))
    {
      g_printerr ("heapyard-cli: %s\n",
                  _ ("no usable CPython found; install python3, or name one in HEAPYARD_PYTHONS"));
      return HY_EXIT_CANNOT;
    }
  return HY_EXIT_FINE;
}

const HyCommand hy_command_pythons = {
  .name = "pythons",
  .arguments = "",
  .summary = N_ ("List the Python interpreters of this machine"),
  .details =
      N_ ("Looked for on PATH, in pyenv, conda and uv, in the virtual environments of this folder and those above\n"
          "it, in HEAPYARD_PYTHONS, paths separated by colons, and among those that were added in the window. Each is\n"
          "run once, isolated, to say what it is."),
  .example = "heapyard-cli pythons --json",
  .options = HY_OPTION (JSON),
  .run = run,
};
