/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-html.h"

#include "hy-csv.h"
#include "hy-measure-words.h"

static const char style[] =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 "
    "1rem;color:#222;background:#fff}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{padding:.3rem .6rem;border-bottom:1px solid #ddd;"
    "text-align:right;font-variant-numeric:tabular-nums}td:first-child,th:first-child{text-align:left}"
    "pre{background:#f4f4f4;padding:.8rem;overflow-x:auto}svg{max-width:100%;height:auto}.off{color:#b00020}"
    ".equal{color:#1a7f37}footer{color:#666;font-size:.9rem}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#1e1e1e}td,th{border-color:#444}pre{background:#"
    "2b2b2b}"
    "svg{background:#fff}.off{color:#ff8a80}.equal{color:#7ee787}footer{color:#aaa}}";

static void
append (GString *html, const char *open, const char *text, const char *close)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "%s%s%s", open, escaped, close);
}

static char *
figure (gint64 value)
{
  return value >= 0 ? hy_measure_words_grouped (value) : g_strdup ("–");
}

static void
append_cell (GString *html, gint64 value)
{
  g_autofree char *text = figure (value);

  append (html, "<td>", text, "</td>");
}

static void
append_summary (GString *html, const HyEvidence *evidence)
{
  g_string_append (html, "<table><thead><tr><th></th><th>bytes per instance</th><th>modelled</th><th>instances</th>"
                         "<th>bytes of all</th><th>peak</th><th>verdict</th></tr></thead><tbody>\n");
  for (guint i = 0; i < evidence->classes->len; i++)
    {
      const HyEvidenceClass *class = evidence->classes->pdata[i];
      g_autofree char *title = hy_measure_words_title (class);
      g_autofree char *verdict = class->measured->error ? hy_measured_error_describe (class->measured->error)
                                                        : hy_verdict_describe (class->verdict);

      append (html, "<tr><td><code>", title, "</code></td>");
      append_cell (html, class->measured->requested);
      append_cell (html, class->modelled->requested);
      append_cell (html, class->count);
      append_cell (html, class->measured->current);
      append_cell (html, class->measured->peak);
      g_string_append_printf (html, "<td class=\"%s\">", hy_verdict_state_to_string (class->verdict->state));
      append (html, "", verdict, "</td></tr>\n");
    }
  g_string_append (html, "</tbody></table>\n");
}

static void
append_rows (GString *html, const HyVerdict *verdict)
{
  g_string_append (html,
                   "<table><thead><tr><th></th><th>measured</th><th>modelled</th><th></th></tr></thead><tbody>\n");
  for (guint i = 0; i < verdict->rows->len; i++)
    {
      const HyVerdictRow *row = verdict->rows->pdata[i];
      g_autofree char *words = hy_measure_words_row (row);

      append (html, "<tr><td>", row->label, "</td>");
      append (html, "<td>", row->measured_text ? row->measured_text : "–", "</td>");
      append (html, "<td>", row->modelled_text ? row->modelled_text : "–", "</td>");
      g_string_append_printf (html, "<td class=\"%s\">", hy_verdict_state_to_string (row->state));
      append (html, "", words, "</td></tr>\n");
    }
  g_string_append (html, "</tbody></table>\n");
}

static void
append_class (GString *html, const HyEvidenceClass *class)
{
  g_autofree char *title = hy_measure_words_title (class);
  g_auto (GStrv) machine = hy_measure_words_machine (class);

  append (html, "<h2><code>", title, "</code></h2>\n");
  append (html, "<p>made by <code>", class->factory ? class->factory : "?", "</code></p>\n");
  if (class->measured->error)
    return;
  append_rows (html, class->verdict);
  for (char **line = machine; *line; line++)
    append (html, line == machine ? "<p>" : "<br>", *line, "\n");
  g_string_append (html, "</p>\n");
  if (class->source)
    append (html, "<details><summary>Source that was run</summary><pre>", class->source, "</pre></details>\n");
}

static void
append_provenance (GString *html, const HyEvidence *evidence)
{
  g_autofree char *python = hy_evidence_describe_interpreter (evidence);
  g_autofree char *command = hy_measure_words_command (evidence);

  append (html, "<footer><p>", python, " · ");
  append (html, "", evidence->system ? evidence->system : "", " · ");
  append (html, "", evidence->date ? evidence->date : "", " · sandbox ");
  append (html, "", evidence->sandbox ? evidence->sandbox : "unknown", "</p>\n");
  append (html, "<pre>", command, "</pre><ul>\n");
  for (const char *const *sentence = hy_evidence_method (); *sentence; sentence++)
    append (html, "<li>", *sentence, "</li>\n");
  g_string_append (html, "</ul></footer>\n");
}

/* The picture without what comes before its element: an XML declaration has no place within HTML. */
static void
append_picture (GString *html, GBytes *svg)
{
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);
  const char *start = g_strstr_len (text, length, "<svg");

  if (start)
    g_string_append_len (html, start, length - (start - text));
}

char *
hy_measure_html (const HyEvidence *evidence, GBytes *svg)
{
  GString *html = g_string_new ("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                                "<meta name=\"viewport\" content=\"width=device-width\">"
                                "<title>Memory per instance, measured</title><style>");

  g_string_append_printf (html, "%s</style></head><body>\n<h1>Memory per instance, measured</h1>\n", style);
  if (svg)
    append_picture (html, svg);
  append_summary (html, evidence);
  for (guint i = 0; i < evidence->classes->len; i++)
    append_class (html, evidence->classes->pdata[i]);
  append_provenance (html, evidence);
  g_string_append (html, "</body></html>\n");
  return g_string_free (html, FALSE);
}

static void
add_spread (GString *csv, const HySpread *spread)
{
  const double values[] = { spread->median, spread->min, spread->max };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      hy_csv_add_text (csv, spread->runs ? g_ascii_dtostr (text, sizeof text, values[i]) : NULL);
    }
}

char *
hy_measure_csv (const HyEvidence *evidence)
{
  static const char *const heads[] = { "name",           "plan",        "python",           "count",
                                       "factory",        "requested",   "modelled",         "getsizeof",
                                       "dict_getsizeof", "current",     "modelled_current", "peak",
                                       "rss_median",     "rss_min",     "rss_max",          "seconds_median",
                                       "seconds_min",    "seconds_max", "verdict" };
  GString *csv = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    hy_csv_add_text (csv, heads[i]);
  hy_csv_end_row (csv);
  for (guint i = 0; i < evidence->classes->len; i++)
    {
      const HyEvidenceClass *class = evidence->classes->pdata[i];
      const HyMeasured *measured = class->measured;
      const gint64 figures[] = { measured->requested, class->modelled->requested,
                                 measured->getsizeof, measured->dict_getsizeof,
                                 measured->current,   class->modelled->current,
                                 measured->peak };

      hy_csv_add_text (csv, class->name);
      hy_csv_add_text (csv, class->plan);
      hy_csv_add_text (csv, evidence->interpreter->version);
      hy_csv_add_number (csv, class->count);
      hy_csv_add_text (csv, class->factory);
      for (gsize j = 0; j < G_N_ELEMENTS (figures); j++)
        hy_csv_add_number_if (csv, figures[j], figures[j] >= 0);
      add_spread (csv, &measured->rss);
      add_spread (csv, &measured->seconds);
      hy_csv_add_text (csv, measured->error ? "error" : hy_verdict_state_to_string (class->verdict->state));
      hy_csv_end_row (csv);
    }
  return g_string_free (csv, FALSE);
}
