/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-option.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hy-suggest.h"

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

/* Of the first of @arguments that is no option of @set but near one: what was meant, and @written as it was given
 * (transfer full). NULL when there is none. */
static const char *
suggest_option (HyOptionSet set, const char *const *arguments, char **written)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint id = 0; id < HY_N_OPTIONS; id++)
    {
      if (set & (G_GUINT64_CONSTANT (1) << id))
        g_ptr_array_add (names, (gpointer) hy_option_row (id)->long_name);
    }
  g_ptr_array_add (names, NULL);
  for (gsize i = 0; arguments[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      const char *near;

      if (!g_str_has_prefix (arguments[i], "--"))
        continue;
      name = g_strndup (arguments[i] + 2, strcspn (arguments[i] + 2, "="));
      near = hy_suggest (name, (const char *const *) names->pdata);
      if (near != NULL && !g_str_equal (near, name))
        {
          *written = g_steal_pointer (&name);
          return near;
        }
    }
  return NULL;
}

static void
fail_parse (HyOptionSet set, const char *const *arguments, GError *problem, GError **error)
{
  g_autofree char *written = NULL;
  const char *near = NULL;

  if (g_error_matches (problem, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    near = suggest_option (set, arguments, &written);
  if (near == NULL)
    {
      g_propagate_error (error, problem);
      return;
    }
  g_error_free (problem);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION, _ ("There is no option --%s; did you mean --%s?"),
               written, near);
}

/* The option that @text begins with, by its long name or, @letter, one of its short ones; NULL. */
static const HyOptionRow *
find_row (HyOptionSet set, const char *text, gboolean letter)
{
  gsize length = strcspn (text, "=");

  for (guint id = 0; id < HY_N_OPTIONS; id++)
    {
      const HyOptionRow *row = hy_option_row (id);

      if (!(set & (G_GUINT64_CONSTANT (1) << id)))
        continue;
      if (letter ? row->short_name != 0 && row->short_name == *text
                 : strlen (row->long_name) == length && strncmp (row->long_name, text, length) == 0)
        return row;
    }
  return NULL;
}

static gboolean
note (HyOptionSet *seen, const HyOptionRow *row, GError **error)
{
  HyOptionSet one = G_GUINT64_CONSTANT (1) << row->id;

  if (*seen & one)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--%s is given twice"), row->long_name);
  *seen |= one;
  return *error == NULL;
}

/* GLib takes the last of an option that is given twice, and any value for a flag: both are refused here. What is no
 * option at all is left to it. */
static gboolean
check_once (HyOptionSet set, const char *const *arguments, GError **error)
{
  HyOptionSet seen = 0;

  for (gsize i = 0; arguments[i] != NULL && !g_str_equal (arguments[i], "--"); i++)
    {
      const char *text = arguments[i];
      const HyOptionRow *row = NULL;

      if (g_str_has_prefix (text, "--"))
        {
          row = find_row (set, text + 2, FALSE);
          if (row != NULL && row->argument == NULL && strchr (text, '=') != NULL)
            g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--%s takes no value"), row->long_name);
          if (*error != NULL || (row != NULL && !note (&seen, row, error)))
            return FALSE;
        }
      else if (*text == '-')
        for (const char *c = text + 1; *c != '\0' && (row = find_row (set, c, TRUE)) != NULL; c++)
          if (!note (&seen, row, error))
            return FALSE;
      if (row != NULL && row->argument != NULL && strchr (text, '=') == NULL && arguments[i + 1] != NULL)
        i++;
    }
  return TRUE;
}

/* GLib would take "-:CLASS" for an option: it travels through the parser behind a letter that no path begins with. */
#define COVER '\a'

static char **
cover_stdin (const char *const *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "heapyard-cli");
  for (gsize i = 0; arguments[i] != NULL; i++)
    {
      g_autofree char *covered = g_strdup_printf ("%c%s", COVER, arguments[i]);

      g_strv_builder_add (builder, g_str_has_prefix (arguments[i], "-:") ? covered : arguments[i]);
    }
  return g_strv_builder_end (builder);
}

static void
uncover_stdin (char **rest)
{
  for (gsize i = 0; rest[i] != NULL; i++)
    {
      if (rest[i][0] == COVER)
        memmove (rest[i], rest[i] + 1, strlen (rest[i]));
    }
}

char **
hy_options_parse (HyOptions *options, HyOptionSet set, const char *const *arguments, GError **error)
{
  char **rest = NULL;
  g_autoptr (GOptionContext) context = context_new (set, options, &rest);
  g_auto (GStrv) strv = cover_stdin (arguments);
  GError *problem = NULL;

  if (!check_once (set, arguments, &problem))
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  if (!g_option_context_parse_strv (context, &strv, &problem))
    {
      g_strfreev (rest);
      fail_parse (set, arguments, problem, error);
      return NULL;
    }
  if (rest == NULL)
    return g_new0 (char *, 1);
  uncover_stdin (rest);
  return rest;
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
