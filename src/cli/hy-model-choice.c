/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-model-choice.h"

#include <glib/gi18n.h>

#include "hy-command.h"
#include "hy-grow-figures.h"
#include "hy-suggest.h"

static gboolean
parse_build (const char *text, HyBuild *build, GError **error)
{
  static const char *const words[] = { "default", "free-threaded", "debug", NULL };
  const char *near;

  *build = HY_BUILD_DEFAULT;
  if (text == NULL || hy_build_from_string (text, build))
    return TRUE;
  near = hy_suggest (text, words);
  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--build: there is no build “%s”; give %s"), text,
               near != NULL ? near : "default, free-threaded or debug");
  return FALSE;
}

static gboolean
parse_bits (const char *text, guint *bits, GError **error)
{
  *bits = text == NULL || g_str_equal (text, "64") ? 64 : 32;
  if (text == NULL || g_str_equal (text, "64") || g_str_equal (text, "32"))
    return TRUE;
  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--bits: “%s” is no width; give 64 or 32"), text);
  return FALSE;
}

/* All rows of one build, oldest first. */
static GPtrArray *
rows_of (HyBuild build, guint bits)
{
  GPtrArray *rows = g_ptr_array_new ();
  gsize n_rows;
  const HyAbi *all = hy_abi_rows (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      if (all[i].build == build && all[i].bits == bits)
        g_ptr_array_add (rows, (gpointer) &all[i]);
    }
  return rows;
}

/* "3.12", also with a patch level after it, to 12; 0 for what is none. */
static guint
parse_minor (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 4);
  guint n_parts = g_strv_length (parts);
  guint64 minor, patch;

  if (n_parts < 2 || n_parts > 3 || !g_str_equal (parts[0], "3") ||
      !g_ascii_string_to_unsigned (parts[1], 10, 1, 999, &minor, NULL) ||
      (n_parts == 3 && !g_ascii_string_to_unsigned (parts[2], 10, 0, 999, &patch, NULL)))
    return 0;
  return minor;
}

static void
refuse_version (const char *text, GPtrArray *rows, HyBuild build, guint bits, GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  const char *near;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (versions, g_strdup_printf ("3.%u", ((const HyAbi *) g_ptr_array_index (rows, i))->minor));
  g_ptr_array_add (versions, NULL);
  list = g_strjoinv (", ", (char **) versions->pdata);
  near = hy_suggest (text, (const char *const *) versions->pdata);
  if (near != NULL)
    g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                 _ ("--python: %s is not modelled; did you mean %s? There are %s, or all"), text, near, list);
  else
    g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                 _ ("--python: “%s” is not modelled for the %s build with %u bits; there are %s, or all"), text,
                 hy_build_to_string (build), bits, list);
}

GPtrArray *
hy_model_choice (const HyOptions *options, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  const char *text = options->python;
  HyBuild build;
  guint bits, minor;

  if (!parse_build (options->build, &build, error) || !parse_bits (options->bits, &bits, error))
    return NULL;
  rows = rows_of (build, bits);
  if (rows->len == 0)
    {
      g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--build: the %s build with %u bits is not modelled"),
                   hy_build_to_string (build), bits);
      return NULL;
    }
  if (text == NULL)
    g_ptr_array_remove_range (rows, 0, rows->len - 1);
  if (text == NULL || g_str_equal (text, "all"))
    return g_steal_pointer (&rows);
  minor = parse_minor (text);
  for (guint i = 0; i < rows->len; i++)
    {
      if (((const HyAbi *) g_ptr_array_index (rows, i))->minor == minor)
        {
          GPtrArray *one = g_ptr_array_new ();
          g_ptr_array_add (one, g_ptr_array_index (rows, i));
          return one;
        }
    }
  refuse_version (text, rows, build, bits, error);
  return NULL;
}

const HyAbi *
hy_model_choice_one (const HyOptions *options, GError **error)
{
  g_autoptr (GPtrArray) rows = hy_model_choice (options, error);

  if (rows == NULL)
    return NULL;
  if (rows->len > 1)
    {
      g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                           _ ("--python: one picture shows one CPython; give a version instead of all"));
      return NULL;
    }
  return g_ptr_array_index (rows, 0);
}

gboolean
hy_include_choice (const HyOptions *options, HyInclude *include, GError **error)
{
  static const char *const words[] = { "values", "list", "pools", NULL };
  g_autofree char *wrong = NULL;
  const char *near;

  if (hy_include_from_string (options->include, include, &wrong))
    return TRUE;
  near = hy_suggest (wrong, words);
  if (near != NULL)
    g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--include: “%s” can’t be included; did you mean %s?"),
                 wrong, near);
  else
    g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                 _ ("--include: “%s” can’t be included; give values, list or pools, with commas between them"), wrong);
  return FALSE;
}
