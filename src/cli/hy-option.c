/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-option.h"

#include <glib/gi18n.h>

/* Values are taken as bytes: GLib would refuse a factory with an umlaut in
 * the C locale. */
static GOptionEntry
entry_for_row (const HyOptionRow *row, HyOptions *options)
{
  return (GOptionEntry){
    .long_name = row->long_name,
    .short_name = row->short_name,
    .arg = row->argument != NULL ? G_OPTION_ARG_FILENAME : G_OPTION_ARG_NONE,
    .arg_data = G_STRUCT_MEMBER_P (options, row->offset),
    .description = row->description,
    .arg_description = row->argument,
  };
}

/* @options and @rest must outlive the context. */
static GOptionContext *
context_new (HyOptionSet set, HyOptions *options, char ***rest)
{
  GOptionContext *context = g_option_context_new (NULL);
  g_autoptr (GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint id = 0; id < HY_N_OPTIONS; id++)
    {
      if (set & (G_GUINT64_CONSTANT (1) << id))
        {
          GOptionEntry entry = entry_for_row (hy_option_row (id), options);
          g_array_append_val (entries, entry);
        }
    }
  if (rest != NULL)
    {
      GOptionEntry entry = { .long_name = G_OPTION_REMAINING, .arg = G_OPTION_ARG_FILENAME_ARRAY, .arg_data = rest };
      g_array_append_val (entries, entry);
    }
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, (GOptionEntry *) (gpointer) entries->data, GETTEXT_PACKAGE);
  return context;
}

char **
hy_options_parse (HyOptions *options, HyOptionSet set, char **arguments, GError **error)
{
  char **rest = NULL;
  g_autoptr (GOptionContext) context = context_new (set, options, &rest);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  g_strv_builder_add (builder, "heapyard-cli");
  g_strv_builder_addv (builder, (const char **) arguments);
  strv = g_strv_builder_end (builder);
  if (!g_option_context_parse_strv (context, &strv, error))
    {
      g_strfreev (rest);
      return NULL;
    }
  return rest != NULL ? rest : g_new0 (char *, 1);
}

gboolean
hy_options_check_format (const HyOptions *options, GError **error)
{
  if (!options->json || !options->csv)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--json and --csv: choose one"));
  return FALSE;
}

char *
hy_options_help (HyOptionSet set)
{
  HyOptions options = { 0 };
  g_autoptr (GOptionContext) context = context_new (set, &options, NULL);
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);
  /* The usage line that GLib puts above names the program alone. */
  const char *list = strstr (help, "\n\n");

  return g_strdup (list != NULL ? list + 2 : help);
}

void
hy_options_clear (HyOptions *self)
{
  for (guint id = 0; id < HY_N_OPTIONS; id++)
    {
      const HyOptionRow *row = hy_option_row (id);

      if (row->argument != NULL)
        g_clear_pointer ((char **) G_STRUCT_MEMBER_P (self, row->offset), g_free);
    }
}
