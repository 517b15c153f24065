/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-words.h"

#include <stdlib.h>

char *
hy_measure_words_title (const HyEvidenceClass *class)
{
  return class->plan ? g_strdup_printf ("%s, %s", class->name, class->plan) : g_strdup (class->name);
}

char *
hy_measure_words_row (const HyVerdictRow *row)
{
  gint64 off = row->measured - row->modelled;

  if (row->state == HY_VERDICT_UNKNOWN)
    return g_strdup ("");
  if (row->state == HY_VERDICT_EQUAL && row->is_bytes && off != 0)
    return g_strdup_printf ("%+" G_GINT64_FORMAT ", within the method’s %" G_GINT64_FORMAT " bytes", off,
                            row->tolerance);
  if (row->state == HY_VERDICT_EQUAL)
    return g_strdup ("equal");
  return row->is_bytes ? g_strdup_printf ("%+" G_GINT64_FORMAT " bytes", off) : g_strdup ("differs");
}

char *
hy_measure_words_grouped (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) llabs (number));
  gsize length = strlen (digits);
  GString *text = g_string_new (number < 0 ? "-" : "");

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

char *
hy_measure_words_decimal (double number, guint decimals)
{
  static const char *const formats[] = { "%.0f", "%.1f", "%.2f" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (decimals < G_N_ELEMENTS (formats), NULL);
  return g_strdup (g_ascii_formatd (text, sizeof text, formats[decimals], number));
}

char *
hy_measure_words_size (gint64 bytes)
{
  static const char *const units[] = { "bytes", "KiB", "MiB", "GiB", "TiB" };
  double size = llabs (bytes);
  g_autofree char *number = NULL;
  gsize unit = 0;

  for (; size >= 1024 && unit + 1 < G_N_ELEMENTS (units); unit++)
    size /= 1024;
  number = hy_measure_words_decimal (size, unit > 0 ? 1 : 0);
  return g_strdup_printf ("%s%s %s", bytes < 0 ? "-" : "", number, units[unit]);
}

static char *
time_text (double seconds)
{
  static const struct
  {
    double below, factor;
    guint decimals;
    const char *unit;
  } units[] = { { 1e-6, 1e9, 1, "ns" }, { 1e-3, 1e6, 1, "µs" }, { 1, 1e3, 1, "ms" }, { G_MAXDOUBLE, 1, 2, "s" } };
  const gsize last = G_N_ELEMENTS (units) - 1;
  g_autofree char *number = NULL;
  gsize i = 0;

  while (i < last && seconds >= units[i].below)
    i++;
  number = hy_measure_words_decimal (seconds * units[i].factor, units[i].decimals);
  return g_strdup_printf ("%s %s", number, units[i].unit);
}

static void
add_spread (GStrvBuilder *builder, const char *label, const HySpread *spread, char *(*to_text) (double) )
{
  g_autofree char *median = to_text (spread->median);
  g_autofree char *least = to_text (spread->min);
  g_autofree char *most = to_text (spread->max);
  g_autofree char *line = NULL;

  if (spread->runs == 0)
    return;
  line = g_strdup_printf ("%s %s, the median of %u %s (%s to %s)", label, median, spread->runs,
                          spread->runs == 1 ? "run" : "runs", least, most);
  g_strv_builder_add (builder, line);
}

static char *
size_text (double bytes)
{
  return hy_measure_words_size ((gint64) bytes);
}

static char *
count_text (double number)
{
  return hy_measure_words_grouped ((gint64) number);
}

char **
hy_measure_words_machine (const HyEvidenceClass *class)
{
  const HyMeasured *measured = class->measured;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *reading = g_strdup_printf ("reading .%s once:", measured->read_name ? measured->read_name : "");

  if (measured->current >= 0)
    {
      g_autofree char *current = hy_measure_words_size (measured->current);
      g_autofree char *peak = hy_measure_words_size (measured->peak);
      g_autofree char *line = g_strdup_printf ("tracemalloc for all: %s, peak %s", current, peak);

      g_strv_builder_add (builder, line);
    }
  add_spread (builder, "resident memory grew by", &measured->rss, size_text);
  add_spread (builder, "allocated blocks:", &measured->allocated_blocks, count_text);
  add_spread (builder, "making all took", &measured->seconds, time_text);
  add_spread (builder, reading, &measured->read_seconds, time_text);
  if (!measured->values_apart)
    g_strv_builder_add (builder,
                        "the values that the factory makes could not be told apart, and are in the bytes of an "
                        "instance");
  if (!measured->warmed)
    g_strv_builder_add (builder,
                        "the file can’t be run twice in one process, so the first instances may show code that "
                        "warms up");
  return g_strv_builder_end (builder);
}

char *
hy_measure_words_command (const HyEvidence *evidence)
{
  GString *text = g_string_new (NULL);

  for (char **word = evidence->command; *word; word++)
    {
      g_autofree char *quoted =
          **word && !strpbrk (*word, " \t\n\"'\\$`!*?[](){}<>|&;~#") ? g_strdup (*word) : g_shell_quote (*word);

      g_string_append_printf (text, "%s%s", text->len ? " " : "", quoted);
    }
  return g_string_free (text, FALSE);
}
