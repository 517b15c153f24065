/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-counts.h"

#include <glib/gi18n.h>

#include "hy-command.h"
#include "hy-count.h"

gboolean
hy_counts_parse_one (const char *text, const char *option, guint64 *count, GError **error)
{
  static const HyNumberStyle style = { ".", "," };
  g_autoptr (GError) wrong = NULL;

  if (hy_count_parse (text, &style, count, &wrong))
    return TRUE;
  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, "%s: %s", option, wrong->message);
  return FALSE;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return left < right ? -1 : left > right;
}

static void
take_counts (HyCounts *counts, GArray *list)
{
  gsize kept = 0;

  g_array_sort (list, compare_counts);
  for (gsize i = 0; i < list->len; i++)
    {
      guint64 count = g_array_index (list, guint64, i);

      if (kept == 0 || count != g_array_index (list, guint64, kept - 1))
        g_array_index (list, guint64, kept++) = count;
    }
  counts->n_counts = kept;
  counts->counts = (guint64 *) (gpointer) g_array_free (list, FALSE);
  counts->first = counts->counts[0];
  counts->last = counts->counts[kept - 1];
}

static gboolean
parse_range (const char *text, const char *dots, HyCounts *counts, GError **error)
{
  const char *slash = strchr (dots, '/');
  g_autofree char *first = g_strndup (text, dots - text);
  g_autofree char *last = slash != NULL ? g_strndup (dots + 2, slash - dots - 2) : g_strdup (dots + 2);
  guint64 steps;
  GArray *list;

  if (!hy_counts_parse_one (first, "--counts", &counts->first, error) ||
      !hy_counts_parse_one (last, "--counts", &counts->last, error))
    return FALSE;
  if (counts->first > counts->last)
    {
      g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--counts: %s ends before it begins; write %s..%s"),
                   text, last, first);
      return FALSE;
    }
  counts->breaks = slash == NULL;
  if (counts->breaks)
    return TRUE;
  if (!g_ascii_string_to_unsigned (slash + 1, 10, 1, HY_COUNTS_MAX_STEPS, &steps, NULL))
    {
      g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--counts: “%s” is no number of steps; give 1 to %d"),
                   slash + 1, HY_COUNTS_MAX_STEPS);
      return FALSE;
    }
  list = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint64 i = 0; i <= steps; i++)
    {
      guint64 count = counts->first + (counts->last - counts->first) * i / steps;
      g_array_append_val (list, count);
    }
  take_counts (counts, list);
  return TRUE;
}

static gboolean
parse_list (const char *text, HyCounts *counts, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", HY_COUNTS_MAX_STEPS + 2);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (g_strv_length (words) > HY_COUNTS_MAX_STEPS)
    {
      g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--counts: more than %d counts; give a range"),
                   HY_COUNTS_MAX_STEPS);
      return FALSE;
    }
  for (gsize i = 0; words[i] != NULL; i++)
    {
      guint64 count;

      if (!hy_counts_parse_one (g_strstrip (words[i]), "--counts", &count, error))
        return FALSE;
      g_array_append_val (list, count);
    }
  if (list->len == 0)
    {
      g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--counts: no count given"));
      return FALSE;
    }
  take_counts (counts, g_steal_pointer (&list));
  return TRUE;
}

gboolean
hy_counts_parse (const char *text, HyCounts *counts, GError **error)
{
  const char *dots = strstr (text, "..");

  *counts = (HyCounts){ 0 };
  return dots != NULL ? parse_range (text, dots, counts, error) : parse_list (text, counts, error);
}

void
hy_counts_clear (HyCounts *self)
{
  g_clear_pointer (&self->counts, g_free);
}
