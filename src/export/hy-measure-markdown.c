/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-markdown.h"

#include "hy-measure-words.h"

/* Text in a table's cell: no column may end within it. */
static char *
cell (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *line = g_strjoinv (" ", lines);
  g_auto (GStrv) parts = g_strsplit (line, "|", -1);

  return g_strjoinv ("\\|", parts);
}

static char *
figure (gint64 value)
{
  return value >= 0 ? hy_measure_words_grouped (value) : g_strdup ("–");
}

static char *
saving (const HyEvidence *evidence, const HyEvidenceClass *class)
{
  const HyEvidenceClass *first = evidence->classes->pdata[0];
  gint64 saved = first->measured->current - class->measured->current;
  g_autofree char *size = NULL;
  g_autofree char *percent = NULL;

  if (class == first || first->measured->current <= 0 || class->measured->current < 0)
    return g_strdup ("");
  size = hy_measure_words_size (saved);
  percent = hy_measure_words_decimal (100.0 * saved / first->measured->current, 1);
  return g_strdup_printf ("%s (%s%%)", size, percent);
}

static void
append_class (GString *text, const HyEvidence *evidence, const HyEvidenceClass *class)
{
  g_autofree char *title = hy_measure_words_title (class);
  g_autofree char *escaped = cell (title);
  g_autofree char *requested = figure (class->measured->requested);
  g_autofree char *modelled = figure (class->modelled->requested);
  g_autofree char *current =
      class->measured->current >= 0 ? hy_measure_words_size (class->measured->current) : g_strdup ("–");
  g_autofree char *saved = saving (evidence, class);
  g_autofree char *verdict = class->measured->error ? hy_measured_error_describe (class->measured->error)
                                                    : hy_verdict_describe (class->verdict);
  g_autofree char *verdict_cell = cell (verdict);

  g_string_append_printf (text, "| `%s` | %s | %s | %s | %s | %s |\n", escaped, requested, modelled, current, saved,
                          verdict_cell);
}

static void
append_provenance (GString *text, const HyEvidence *evidence)
{
  g_autofree char *python = hy_evidence_describe_interpreter (evidence);
  g_autofree char *command = hy_measure_words_command (evidence);

  g_string_append_printf (text, "\n%s · %s · %s · sandbox %s\n\n", python, evidence->system, evidence->date,
                          evidence->sandbox);
  if (*command)
    g_string_append_printf (text, "```console\n%s\n```\n\n", command);
  g_string_append (text, "<details><summary>How this was measured</summary>\n\n");
  for (const char *const *sentence = hy_evidence_method (); *sentence; sentence++)
    g_string_append_printf (text, "- %s\n", *sentence);
  g_string_append (text, "\n");
  for (guint i = 0; i < evidence->classes->len; i++)
    {
      const HyEvidenceClass *class = evidence->classes->pdata[i];
      g_autofree char *title = hy_measure_words_title (class);
      g_auto (GStrv) lines = hy_measure_words_machine (class);
      g_autofree char *joined = g_strjoinv ("; ", lines);

      g_string_append_printf (text, "`%s` made by `%s`: %s.\n\n", title, class->factory ? class->factory : "?", joined);
    }
  g_string_append (text, "</details>\n");
}

char *
hy_measure_markdown (const HyEvidence *evidence, const char *picture)
{
  GString *text = g_string_new ("### Memory per instance, measured\n\n");
  const HyEvidenceClass *first = evidence->classes->len ? evidence->classes->pdata[0] : NULL;
  g_autofree char *count = hy_measure_words_grouped (first ? (gint64) first->count : 0);

  if (picture)
    g_string_append_printf (text, "![Memory against instance count](%s)\n\n", picture);
  g_string_append_printf (text, "| | bytes per instance | modelled | %s of them | saved | verdict |\n", count);
  g_string_append (text, "|---|---:|---:|---:|---:|---|\n");
  for (guint i = 0; i < evidence->classes->len; i++)
    append_class (text, evidence, evidence->classes->pdata[i]);
  append_provenance (text, evidence);
  return g_string_free (text, FALSE);
}
