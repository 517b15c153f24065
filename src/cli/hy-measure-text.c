/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-text.h"

#include "hy-measure-words.h"
#include "hy-text-table.h"

static void
print_head (const HyEvidence *evidence, HyOutput *output)
{
  g_autofree char *python = hy_evidence_describe_interpreter (evidence);

  hy_output_style (output, HY_STYLE_HEAD, "%s", python);
  hy_output_style (output, HY_STYLE_DIM, "  %s  %s", evidence->interpreter->path, evidence->date);
  hy_output_add (output, "\n");
  hy_output_style (output, HY_STYLE_DIM, "sandbox %s", evidence->sandbox);
  hy_output_add (output, "\n");
}

static void
print_rows (const HyEvidenceClass *class, HyOutput *output)
{
  static const HyStyle styles[] = { HY_STYLE_GOOD, HY_STYLE_BAD, HY_STYLE_DIM };
  g_autoptr (HyTextTable) table = hy_text_table_new ("lrrl");

  hy_text_table_add (table, HY_STYLE_DIM, "%s", "");
  hy_text_table_add (table, HY_STYLE_DIM, "measured");
  hy_text_table_add (table, HY_STYLE_DIM, "modelled");
  hy_text_table_add (table, HY_STYLE_DIM, "%s", "");
  for (guint i = 0; i < class->verdict->rows->len; i++)
    {
      const HyVerdictRow *row = class->verdict->rows->pdata[i];
      g_autofree char *verdict = hy_measure_words_row (row);

      if (row->part >= HY_VERDICT_PART_OFFSETS && row->state != HY_VERDICT_OFF)
        continue;
      hy_text_table_add (table, HY_STYLE_PLAIN, "%s", row->label);
      hy_text_table_add (table, row->part == HY_VERDICT_PART_REQUESTED ? HY_STYLE_FIGURE : HY_STYLE_PLAIN, "%s",
                         row->measured_text ? row->measured_text : "–");
      hy_text_table_add (table, HY_STYLE_PLAIN, "%s", row->modelled_text ? row->modelled_text : "–");
      hy_text_table_add (table, styles[row->state], "%s", verdict);
    }
  hy_text_table_print (table, output);
}

static void
print_machine (const HyEvidenceClass *class, HyOutput *output)
{
  g_auto (GStrv) lines = hy_measure_words_machine (class);

  for (char **line = lines; *line; line++)
    {
      hy_output_style (output, HY_STYLE_DIM, "  %s", *line);
      hy_output_add (output, "\n");
    }
}

static void
print_class (const HyEvidenceClass *class, HyOutput *output)
{
  g_autofree char *verdict = hy_verdict_describe (class->verdict);
  g_autofree char *title = hy_measure_words_title (class);

  hy_output_add (output, "\n");
  hy_output_style (output, HY_STYLE_HEAD, "%s", title);
  hy_output_style (output, HY_STYLE_DIM, "  %" G_GUINT64_FORMAT " made by %s", class->count,
                   class->factory ? class->factory : "?");
  hy_output_add (output, "\n");
  if (class->measured->error)
    {
      g_autofree char *why = hy_measured_error_describe (class->measured->error);

      hy_output_style (output, HY_STYLE_BAD, "  not measured: %s", why);
      hy_output_add (output, "\n");
      return;
    }
  print_rows (class, output);
  print_machine (class, output);
  hy_output_style (output, class->verdict->state == HY_VERDICT_OFF ? HY_STYLE_BAD : HY_STYLE_PLAIN, "  %s", verdict);
  hy_output_add (output, "\n");
}

void
hy_measure_text_print (const HyEvidence *evidence, HyOutput *output)
{
  print_head (evidence, output);
  for (guint i = 0; i < evidence->classes->len; i++)
    print_class (evidence->classes->pdata[i], output);
}
