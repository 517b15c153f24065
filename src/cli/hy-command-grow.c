/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-command-table.h"

#include <glib/gi18n.h>

#include "hy-counts.h"
#include "hy-grow-figures.h"
#include "hy-layout-text.h"
#include "hy-model-choice.h"
#include "hy-selection.h"
#include "hy-text-table.h"

/* Where a line is curved (pools, values), it is sampled no finer. */
#define MAX_POINTS 1000

static void
figures_clear (HyGrowFigures *figures)
{
  hy_footprint_unref (figures->footprint);
  g_clear_pointer (&figures->series, hy_series_unref);
  g_free (figures->unknown);
}

/* The breaks in first … last; first is a point whether the line bends there or not. */
static HySeries *
breaks_between (HyFootprint *footprint, const HyCounts *counts, HyInclude include, GError **error)
{
  g_autoptr (HySeries) all = hy_series_new_breaks (footprint, counts->last, include, MAX_POINTS, error);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (all == NULL)
    return NULL;
  g_array_append_val (kept, counts->first);
  for (gsize i = 0; i < all->n; i++)
    {
      if (all->points[i].count > counts->first)
        g_array_append_val (kept, all->points[i].count);
    }
  return hy_series_new_at (footprint, (const guint64 *) (gpointer) kept->data, kept->len, include, error);
}

static void
figures_init (HyGrowFigures *figures, HyClassDef *def, const HyAbi *abi, const HyCounts *counts, HyInclude include)
{
  g_autoptr (HyLayout) layout = hy_layouter_layout (def, abi);
  g_autoptr (GError) error = NULL;

  *figures = (HyGrowFigures){ .footprint = hy_footprint_new (layout) };
  if (counts->breaks)
    figures->series = breaks_between (figures->footprint, counts, include, &error);
  else
    figures->series = hy_series_new_at (figures->footprint, counts->counts, counts->n_counts, include, &error);
  if (error != NULL)
    figures->unknown = g_strdup (error->message);
}

static void
print_series (const HyGrowFigures *figures, HyInclude include, HyOutput *output)
{
  HyLayout *layout = figures->footprint->layout;
  HySeries *series = figures->series;
  g_autofree char *label = hy_abi_label (layout->abi);
  g_autoptr (HyTextTable) table = hy_text_table_new ("rrrr");

  hy_output_style (output, HY_STYLE_HEAD, "%s", layout->def->qualname);
  hy_output_style (output, HY_STYLE_DIM, "  CPython %s, modelled\n", label);
  if (hy_layout_text_refusal (figures->footprint, output))
    return;
  if (series == NULL)
    {
      hy_output_style (output, HY_STYLE_BAD, "  %s\n", figures->unknown);
      return;
    }
  hy_text_table_add (table, HY_STYLE_DIM, "instances");
  hy_text_table_add (table, HY_STYLE_DIM, "requested");
  hy_text_table_add (table, HY_STYLE_DIM, "allocated");
  hy_text_table_add (table, HY_STYLE_DIM, "blocks");
  for (gsize i = 0; i < series->n; i++)
    {
      guint64 allocated;
      gboolean known = hy_grow_figures_allocated (&series->points[i], include, &allocated);

      hy_text_table_add (table, HY_STYLE_PLAIN, "%" G_GUINT64_FORMAT, series->points[i].count);
      hy_text_table_add (table, HY_STYLE_FIGURE, "%" G_GUINT64_FORMAT, series->points[i].requested);
      if (known)
        hy_text_table_add (table, HY_STYLE_PLAIN, "%" G_GUINT64_FORMAT, allocated);
      else
        hy_text_table_add (table, HY_STYLE_DIM, "unknown");
      hy_text_table_add (table, HY_STYLE_PLAIN, "%" G_GUINT64_FORMAT, series->points[i].blocks);
    }
  hy_text_table_print (table, output);
}

static void
print (GArray *figures, HyInclude include, HySelection *selection, HyInvocation *invocation)
{
  const HyGrowFigures *all = (const HyGrowFigures *) (gpointer) figures->data;
  g_autofree char *text = NULL;

  if (invocation->options.json)
    text = hy_grow_figures_to_json (all, figures->len, include, (HyFiguresError *const *) selection->errors->pdata,
                                    selection->errors->len);
  else if (invocation->options.csv)
    text = hy_grow_figures_to_csv (all, figures->len, include);
  if (text != NULL)
    {
      hy_output_add (invocation->output, text);
      return;
    }
  for (guint i = 0; i < figures->len; i++)
    {
      if (i > 0)
        hy_output_add (invocation->output, "\n");
      print_series (&all[i], include, invocation->output);
    }
}

static HyExit
run (HyInvocation *invocation, GError **error)
{
  const HyOptions *options = &invocation->options;
  g_autoptr (GPtrArray) builds = NULL;
  g_autoptr (HySelection) selection = NULL;
  g_autoptr (GArray) figures = g_array_new (FALSE, TRUE, sizeof (HyGrowFigures));
  g_auto (HyCounts) counts = { 0 };
  HyInclude include;

  g_array_set_clear_func (figures, (GDestroyNotify) figures_clear);
  if (!hy_options_check_format (options, error) || !hy_include_choice (options, &include, error) ||
      !hy_counts_parse (options->counts != NULL ? options->counts : "0..100000", &counts, error))
    return HY_EXIT_USAGE;
  builds = hy_model_choice (options, error);
  selection = builds != NULL ? hy_selection_read (options, invocation->arguments, error) : NULL;
  if (selection == NULL)
    return HY_EXIT_USAGE;
  for (guint i = 0; i < selection->classes->len; i++)
    for (guint j = 0; j < builds->len; j++)
      {
        HyGrowFigures one;

        figures_init (&one, g_ptr_array_index (selection->classes, i), g_ptr_array_index (builds, j), &counts, include);
        g_array_append_val (figures, one);
      }
  print (figures, include, selection, invocation);
  return hy_selection_report (selection);
}

const HyCommand hy_command_grow = {
  .name = "grow",
  .arguments = "[FILE[:CLASS]...]",
  .summary = N_ ("Show what many instances cost, count by count"),
  .details = N_ ("Says what making N instances of a fresh class asks of the allocator in all. The values that they\n"
                 "hold, the list that holds them and whole pools are counted only with --include."),
  .example = "heapyard-cli grow --counts 1,100,100k --include values,list --python 3.12",
  .takes_files = TRUE,
  .options = HY_OPTION (COUNTS) | HY_OPTION (INCLUDE) | HY_OPTION (PYTHON) | HY_OPTION (BUILD) | HY_OPTION (BITS) |
             HY_OPTION (FACTORY) | HY_OPTION (BATCH) | HY_OPTION (JSON) | HY_OPTION (CSV),
  .run = run,
};
