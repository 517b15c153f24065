/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-text.h"

#include "hy-compare.h"
#include "hy-figures-document.h"
#include "hy-text-table.h"

/* Beyond so many instances nobody asks which class was dearer at first. */
#define CROSSOVER_MAX 1000000

static gsize
dearest (HyFootprint *const *footprints, gsize n_footprints, gsize stride)
{
  gsize best = G_MAXSIZE;
  guint64 most = 0;

  for (gsize i = 0; i < n_footprints; i++)
    {
      const HyRankRun *steady = hy_footprint_steady (footprints[i * stride]);

      if (steady != NULL && (best == G_MAXSIZE || steady->requested > most))
        {
          best = i;
          most = steady->requested;
        }
    }
  return best;
}

static void
add_figure_cells (HyTextTable *table, HyFootprint *footprint)
{
  const HyRankRun *steady = hy_footprint_steady (footprint);

  if (steady != NULL)
    hy_text_table_add (table, HY_STYLE_FIGURE, "%" G_GUINT64_FORMAT, steady->requested);
  else
    hy_text_table_add (table, HY_STYLE_BAD, footprint->layout->status == HY_STATUS_ERROR ? "error" : "?");
  if (steady == NULL || steady->allocated == 0)
    hy_text_table_add (table, HY_STYLE_DIM, "%s", "");
  else
    hy_text_table_add (table, HY_STYLE_PLAIN, "%" G_GUINT64_FORMAT, steady->allocated);
}

/* What the class saves against the dearest, and from which count on it does where that is not the first instance. */
static void
add_saving_cell (HyTextTable *table, HyFootprint *dearest, HyFootprint *footprint)
{
  HyComparison comparison;
  guint64 count = 0;

  if (!hy_compare_steady (dearest, footprint, &comparison) || comparison.saved <= 0)
    {
      hy_text_table_add (table, HY_STYLE_PLAIN, "%s", "");
      return;
    }
  g_autoptr (GString) text = g_string_new (NULL);
  g_string_append_printf (text, "%" G_GINT64_FORMAT " less than %s (%.0f %%)", comparison.saved,
                          dearest->layout->def->qualname, 100 * (1 - comparison.ratio));
  if (hy_compare_crossover (dearest, footprint, CROSSOVER_MAX, &count, NULL) && count > 1)
    g_string_append_printf (text, ", in all from %" G_GUINT64_FORMAT " instances on", count);
  hy_text_table_add (table, HY_STYLE_GOOD, "%s", text->str);
}

void
hy_layout_text_compare (HyFootprint *const *footprints, gsize n_footprints, HyOutput *output)
{
  gsize most = dearest (footprints, n_footprints, 1);
  g_autoptr (HyTextTable) table = hy_text_table_new ("lrrl");

  if (n_footprints < 2 || most == G_MAXSIZE)
    return;
  hy_text_table_add (table, HY_STYLE_DIM, "bytes per instance");
  hy_text_table_add (table, HY_STYLE_DIM, "requested");
  hy_text_table_add (table, HY_STYLE_DIM, "allocated");
  hy_text_table_add (table, HY_STYLE_DIM, "%s", "");
  for (gsize i = 0; i < n_footprints; i++)
    {
      hy_text_table_add (table, HY_STYLE_PLAIN, "%s", footprints[i]->layout->def->qualname);
      add_figure_cells (table, footprints[i]);
      add_saving_cell (table, footprints[most], footprints[i]);
    }
  hy_output_add (output, "\n");
  hy_text_table_print (table, output);
}

/* One row of a class over all builds. */
static void
add_version_row (HyTextTable *table, HyFootprint *const *builds, gsize n_builds, gboolean allocated)
{
  if (allocated)
    hy_text_table_add (table, HY_STYLE_DIM, "  allocated");
  else
    hy_text_table_add (table, HY_STYLE_PLAIN, "%s", builds[0]->layout->def->qualname);
  for (gsize i = 0; i < n_builds; i++)
    {
      const HyRankRun *steady = hy_footprint_steady (builds[i]);

      if (steady != NULL && !allocated)
        hy_text_table_add (table, HY_STYLE_FIGURE, "%" G_GUINT64_FORMAT, steady->requested);
      else if (steady != NULL && steady->allocated > 0)
        hy_text_table_add (table, HY_STYLE_DIM, "%" G_GUINT64_FORMAT, steady->allocated);
      else if (allocated)
        hy_text_table_add (table, HY_STYLE_DIM, "%s", "");
      else
        hy_text_table_add (table, HY_STYLE_BAD, builds[i]->layout->status == HY_STATUS_ERROR ? "error" : "?");
    }
}

static gboolean
any_allocated (HyFootprint *const *builds, gsize n_builds)
{
  for (gsize i = 0; i < n_builds; i++)
    {
      const HyRankRun *steady = hy_footprint_steady (builds[i]);

      if (steady != NULL && steady->allocated > 0)
        return TRUE;
    }
  return FALSE;
}

static void
print_version_table (HyFootprint *const *footprints, gsize n_classes, gsize n_builds, HyOutput *output)
{
  g_autofree char *columns = g_strnfill (n_builds + 1, 'r');
  g_autoptr (HyTextTable) table = NULL;

  columns[0] = 'l';
  table = hy_text_table_new (columns);
  hy_text_table_add (table, HY_STYLE_DIM, "CPython");
  for (gsize i = 0; i < n_builds; i++)
    hy_text_table_add (table, HY_STYLE_HEAD, "3.%u", footprints[i]->layout->abi->minor);
  for (gsize i = 0; i < n_classes; i++)
    {
      add_version_row (table, footprints + i * n_builds, n_builds, FALSE);
      if (any_allocated (footprints + i * n_builds, n_builds))
        add_version_row (table, footprints + i * n_builds, n_builds, TRUE);
    }
  hy_text_table_print (table, output);
}

/* Why there is no figure, once for neighbouring builds that say the same. */
static void
print_version_notes (HyFootprint *const *builds, gsize n_builds, HyOutput *output)
{
  for (gsize first = 0, next; first < n_builds; first = next)
    {
      g_autofree char *note = hy_figures_note (builds[first]);

      for (next = first + 1; next < n_builds; next++)
        {
          g_autofree char *other = hy_figures_note (builds[next]);
          if (g_strcmp0 (note, other) != 0)
            break;
        }
      if (note == NULL)
        continue;
      hy_output_addf (output, "  %s, 3.%u", builds[first]->layout->def->qualname, builds[first]->layout->abi->minor);
      if (next > first + 1)
        hy_output_addf (output, " to 3.%u", builds[next - 1]->layout->abi->minor);
      hy_output_addf (output, ": %s\n", note);
    }
}

/* The builds between which an upgrade is told: the first and the last that say what the class costs. */
static gboolean
find_ends (HyFootprint *const *builds, gsize n_builds, gsize *first, gsize *last)
{
  for (*first = 0; *first < n_builds && hy_footprint_steady (builds[*first]) == NULL;)
    (*first)++;
  for (*last = n_builds; *last > *first && hy_footprint_steady (builds[*last - 1]) == NULL;)
    (*last)--;
  return *last > *first + 1;
}

/* "Upgrading from 3.6 to 3.15 saves 80 bytes per Order; SlottedOrder saves 40 more." */
static void
print_upgrade (HyFootprint *const *footprints, gsize n_classes, gsize n_builds, HyOutput *output)
{
  gsize most = dearest (footprints + n_builds - 1, n_classes, n_builds), first, end;
  HyFootprint *const *builds = footprints + most * n_builds;
  HyComparison comparison;

  if (most == G_MAXSIZE || !find_ends (builds, n_builds, &first, &end) ||
      !hy_compare_steady (builds[first], builds[end - 1], &comparison))
    return;
  hy_output_addf (output, "  Upgrading from 3.%u to 3.%u ", builds[first]->layout->abi->minor,
                  builds[end - 1]->layout->abi->minor);
  if (comparison.saved == 0)
    hy_output_addf (output, "changes nothing per %s", builds[first]->layout->def->qualname);
  else
    hy_output_addf (output, "%s %" G_GINT64_FORMAT " bytes per %s", comparison.saved > 0 ? "saves" : "costs",
                    ABS (comparison.saved), builds[first]->layout->def->qualname);
  for (gsize i = 0; i < n_classes; i++)
    if (hy_compare_steady (builds[end - 1], footprints[i * n_builds + end - 1], &comparison) && comparison.saved > 0)
      hy_output_addf (output, "; %s saves %" G_GINT64_FORMAT " more", footprints[i * n_builds]->layout->def->qualname,
                      comparison.saved);
  hy_output_add (output, ".\n");
}

void
hy_layout_text_versions (HyFootprint *const *footprints, gsize n_classes, gsize n_builds, HyOutput *output)
{
  if (n_classes == 0)
    return;
  hy_output_style (output, HY_STYLE_DIM,
                   "Bytes per instance, attribute store included, values not; modelled, %s build, %u bits",
                   hy_build_to_string (footprints[0]->layout->abi->build), footprints[0]->layout->abi->bits);
  hy_output_add (output, "\n\n");
  print_version_table (footprints, n_classes, n_builds, output);
  hy_output_add (output, "\n");
  for (gsize i = 0; i < n_classes; i++)
    print_version_notes (footprints + i * n_builds, n_builds, output);
  print_upgrade (footprints, n_classes, n_builds, output);
}
