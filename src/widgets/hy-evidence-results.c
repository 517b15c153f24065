/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence-results.h"

#include <glib/gi18n.h>

#include "hy-label.h"
#include "hy-number.h"

static GtkWidget *
label_new (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = hy_label_new (text, xalign, css_class);

  hy_label_wrap_anywhere (label);
  return label;
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static GtkWidget *
grid_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  return grid;
}

static void
attach (GtkWidget *grid, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = label_new (text, column == 0 ? 0 : 1, css_class);

  if (column == 0)
    gtk_widget_set_hexpand (label, TRUE);
  else
    gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static char *
title_of (const HyEvidenceClass *class)
{
  return class->plan != NULL ? g_strdup (class->plan) : g_strdup_printf (_ ("%s as it is"), class->name);
}

static char *
bytes_text (gint64 bytes)
{
  return bytes >= 0 ? hy_format_bytes (bytes) : g_strdup ("–");
}

static char *
verdict_text (const HyVerdict *verdict)
{
  gint64 off = verdict->off;

  if (verdict->state == HY_VERDICT_UNKNOWN)
    return g_strdup_printf (_ ("not modelled: %s"), _ (verdict->reason));
  if (verdict->state == HY_VERDICT_EQUAL)
    return g_strdup (_ ("measured equals modelled"));
  if (off == 0)
    return g_strdup (_ ("measured and modelled differ in a part"));
  return g_strdup_printf (off > 0 ? _ ("measured %d bytes more than modelled")
                                  : _ ("measured %d bytes less than modelled"),
                          (int) ABS (off));
}

/* One row a class: bytes of an instance, of all, what is saved against the first. */
static GtkWidget *
summary_new (const HyEvidence *evidence)
{
  const HyEvidenceClass *first = evidence->classes->pdata[0];
  g_autofree char *count = hy_format_count (first->count);
  g_autofree char *all = g_strdup_printf (_ ("%s of them"), count);
  GtkWidget *grid = grid_new ();

  gtk_widget_add_css_class (grid, "panel");
  attach (grid, 1, 0, _ ("an instance"), "dim-label");
  attach (grid, 2, 0, all, "dim-label");
  attach (grid, 3, 0, _ ("saved"), "dim-label");
  for (guint i = 0; i < evidence->classes->len; i++)
    {
      const HyEvidenceClass *class = evidence->classes->pdata[i];
      g_autofree char *title = title_of (class);
      g_autofree char *each = bytes_text (class->measured->requested);
      g_autofree char *total = bytes_text (class->measured->current);
      g_autofree char *saved = class->measured->current >= 0 && first->measured->current >= 0 && i > 0
                                   ? hy_format_bytes_delta (first->measured->current - class->measured->current)
                                   : g_strdup ("");

      attach (grid, 0, i + 1, title, class->plan == NULL ? "class-name" : NULL);
      attach (grid, 1, i + 1, each, "truth");
      attach (grid, 2, i + 1, total, "truth");
      attach (grid, 3, i + 1, saved, "version-digits");
    }
  return grid;
}

static char *
difference_text (const HyVerdictRow *row)
{
  gint64 off = row->measured - row->modelled;

  if (row->state == HY_VERDICT_UNKNOWN)
    return g_strdup ("");
  if (!row->is_bytes)
    return g_strdup (row->state == HY_VERDICT_EQUAL ? _ ("equal") : _ ("differs"));
  return off == 0 ? g_strdup (_ ("equal")) : g_strdup_printf ("%+" G_GINT64_FORMAT, off);
}

static char *
figure_text (const HyVerdictRow *row, gint64 figure, const char *text)
{
  if (text == NULL)
    return g_strdup ("–");
  return row->is_bytes ? hy_format_count ((guint64) figure) : g_strdup (text);
}

static GtkWidget *
rows_new (const HyVerdict *verdict)
{
  static const char *const classes[] = { "success", "error", "dim-label" };
  GtkWidget *grid = grid_new ();
  int line = 1;

  attach (grid, 1, 0, _ ("measured"), "dim-label");
  attach (grid, 2, 0, _ ("modelled"), "dim-label");
  attach (grid, 3, 0, "", NULL);
  for (guint i = 0; i < verdict->rows->len; i++)
    {
      const HyVerdictRow *row = verdict->rows->pdata[i];
      g_autofree char *difference = difference_text (row);
      g_autofree char *measured = figure_text (row, row->measured, row->measured_text);
      g_autofree char *modelled = figure_text (row, row->modelled, row->modelled_text);

      if (row->part >= HY_VERDICT_PART_OFFSETS && row->state == HY_VERDICT_EQUAL)
        continue;
      attach (grid, 0, line, _ (row->label), NULL);
      attach (grid, 1, line, measured, "truth");
      attach (grid, 2, line, modelled, "version-digits");
      attach (grid, 3, line, difference, classes[row->state]);
      line++;
    }
  return grid;
}

static char *
seconds_text (double seconds)
{
  if (seconds < 1e-6)
    return g_strdup_printf (_ ("%.1f ns"), seconds * 1e9);
  if (seconds < 1e-3)
    return g_strdup_printf (_ ("%.1f µs"), seconds * 1e6);
  return seconds < 1 ? g_strdup_printf (_ ("%.1f ms"), seconds * 1e3) : g_strdup_printf (_ ("%.2f s"), seconds);
}

static char *
size_text (double bytes)
{
  return hy_format_bytes (bytes > 0 ? (guint64) bytes : 0);
}

static void
add_spread (GString *text, const char *format, const HySpread *spread, char *(*to_text) (double) )
{
  g_autofree char *median = to_text (spread->median);
  g_autofree char *least = to_text (spread->min);
  g_autofree char *most = to_text (spread->max);
  g_autofree char *figure = g_strdup_printf (_ ("%s (%s to %s in %u runs)"), median, least, most, spread->runs);

  if (spread->runs == 0)
    return;
  g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", format, figure);
}

static char *
machine_text (const HyMeasured *measured)
{
  GString *text = g_string_new (NULL);

  add_spread (text, _ ("Resident memory grew by"), &measured->rss, size_text);
  add_spread (text, _ ("Making all took"), &measured->seconds, seconds_text);
  add_spread (text, _ ("Reading an attribute takes"), &measured->read_seconds, seconds_text);
  if (!measured->values_apart)
    g_string_append_printf (text, "\n%s", _ ("The values that the factory makes are in the bytes of an instance."));
  if (!measured->warmed)
    g_string_append_printf (text, "\n%s",
                            _ ("The file can’t be run twice, so the first instances may show its code warming up."));
  return g_string_free (text, FALSE);
}

static const char *
diff_of (HyExamination *examination, const char *plan)
{
  for (guint i = 0; examination != NULL && plan != NULL && i < examination->plans->len; i++)
    {
      const HyPlan *found = examination->plans->pdata[i];

      if (g_str_equal (found->name, plan))
        return found->diff;
    }
  return NULL;
}

static GtkWidget *
diff_new (const char *diff)
{
  GtkWidget *expander = gtk_expander_new (_ ("What changes in the source"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = label_new (diff, 0, "source");
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy as a diff"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "evidence.copy");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", diff);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "monospace");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  return expander;
}

static GtkWidget *
report_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy a report"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.report-evidence");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Copies all that is needed to reproduce the disagreement"));
  return button;
}

static GtkWidget *
class_new (const HyEvidenceClass *class, HyExamination *examination)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *title = title_of (class);
  g_autofree char *verdict = verdict_text (class->verdict);
  g_autofree char *machine = machine_text (class->measured);
  const char *diff = diff_of (examination, class->plan);

  gtk_widget_add_css_class (box, "panel");
  gtk_box_append (GTK_BOX (box), label_new (title, 0, "class-name"));
  if (class->factory != NULL)
    gtk_box_append (GTK_BOX (box), label_new (class->factory, 0, "monospace"));
  if (class->measured->error != NULL)
    {
      g_autofree char *why = hy_measured_error_describe (class->measured->error);

      gtk_box_append (GTK_BOX (box), label_new (why, 0, "error"));
      return box;
    }
  gtk_box_append (GTK_BOX (box), label_new (verdict, 0,
                                            class->verdict->state == HY_VERDICT_EQUAL ? "success"
                                            : class->verdict->state == HY_VERDICT_OFF ? "error"
                                                                                      : "dim-label"));
  if (class->verdict->state == HY_VERDICT_OFF)
    gtk_box_append (GTK_BOX (box), report_button_new ());
  gtk_box_append (GTK_BOX (box), rows_new (class->verdict));
  gtk_box_append (GTK_BOX (box), label_new (machine, 0, "dim-label"));
  if (diff != NULL)
    gtk_box_append (GTK_BOX (box), diff_new (diff));
  return box;
}

/* Why other ways to store the class were not measured; NULL where all were. */
static GtkWidget *
refused_new (HyExamination *examination)
{
  GString *text = g_string_new (NULL);
  GtkWidget *label = NULL;

  for (guint i = 0; examination != NULL && i < examination->plans->len; i++)
    {
      const HyPlan *plan = examination->plans->pdata[i];

      if (plan->refused != NULL)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", plan->name, plan->refused);
    }
  if (text->len > 0)
    {
      g_string_prepend (text, "\n");
      g_string_prepend (text, _ ("Not measured, since this class can’t be stored so:"));
      label = label_new (text->str, 0, "dim-label");
    }
  g_string_free (text, TRUE);
  return label;
}

void
hy_evidence_results_fill (GtkWidget *box, const HyEvidence *evidence, HyExamination *examination)
{
  g_autofree char *python = hy_evidence_describe_interpreter (evidence);
  GtkWidget *refused;
  g_autofree char *provenance = g_strdup_printf ("%s · %s · %s · %s", python, evidence->system, evidence->date,
                                                 evidence->sandbox != NULL ? _ (evidence->sandbox) : "");

  clear (box);
  gtk_box_append (GTK_BOX (box), label_new (provenance, 0, "dim-label"));
  if (evidence->classes->len > 1)
    gtk_box_append (GTK_BOX (box), summary_new (evidence));
  for (guint i = 0; i < evidence->classes->len; i++)
    gtk_box_append (GTK_BOX (box), class_new (evidence->classes->pdata[i], examination));
  if (evidence->classes->len > 1 && (refused = refused_new (examination)) != NULL)
    gtk_box_append (GTK_BOX (box), refused);
}

void
hy_evidence_results_fill_hazards (GtkWidget *box, GPtrArray *hazards, const char *file)
{
  g_autofree char *name = file != NULL ? g_path_get_basename (file) : g_strdup ("");

  clear (box);
  for (guint i = 0; i < hazards->len; i++)
    {
      const HyHazard *hazard = hazards->pdata[i];
      g_autofree char *sentence = hy_hazard_fill (hazard, _ (hy_hazard_template (hazard->kind)));
      g_autofree char *text =
          g_strdup_printf ("%s:%u: %s%s%s", name, hazard->line, sentence, hazard->cost != NULL ? "; " : "",
                           hazard->cost != NULL ? hazard->cost : "");

      gtk_box_append (GTK_BOX (box), label_new (text, 0, NULL));
    }
}
