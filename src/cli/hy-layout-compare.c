/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-text.h"

#include "hy-figures-document.h"
#include "hy-text-table.h"

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

void
hy_layout_text_compare (HyFootprint *const *footprints, gsize n_footprints, HyOutput *output)
{
  gsize most = dearest (footprints, n_footprints, 1);
  g_autoptr (HyTextTable) table = hy_text_table_new ("lrrl");
  guint64 top;

  if (n_footprints < 2 || most == G_MAXSIZE)
    return;
  top = hy_footprint_steady (footprints[most])->requested;
  hy_text_table_add (table, HY_STYLE_DIM, "bytes per instance");
  hy_text_table_add (table, HY_STYLE_DIM, "requested");
  hy_text_table_add (table, HY_STYLE_DIM, "allocated");
  hy_text_table_add (table, HY_STYLE_DIM, "%s", "");
  for (gsize i = 0; i < n_footprints; i++)
    {
      const HyRankRun *steady = hy_footprint_steady (footprints[i]);

      hy_text_table_add (table, HY_STYLE_PLAIN, "%s", footprints[i]->layout->def->qualname);
      add_figure_cells (table, footprints[i]);
      if (steady != NULL && steady->requested < top)
        hy_text_table_add (table, HY_STYLE_GOOD, "%" G_GUINT64_FORMAT " less than %s (%.0f %%)",
                           top - steady->requested, footprints[most]->layout->def->qualname,
                           100.0 * (top - steady->requested) / top);
      else
        hy_text_table_add (table, HY_STYLE_PLAIN, "%s", "");
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

/* "From 3.6 to 3.15 an Order costs 80 bytes less; a SlottedOrder saves 40 more." */
static void
print_upgrade (HyFootprint *const *footprints, gsize n_classes, gsize n_builds, HyOutput *output)
{
  gsize last = n_builds - 1;
  gsize most = dearest (footprints + last, n_classes, n_builds);
  const HyRankRun *before, *after;

  if (n_builds < 2 || most == G_MAXSIZE)
    return;
  before = hy_footprint_steady (footprints[most * n_builds]);
  after = hy_footprint_steady (footprints[most * n_builds + last]);
  if (before == NULL || before->requested <= after->requested)
    return;
  hy_output_addf (output, "  Upgrading from 3.%u to 3.%u saves %" G_GUINT64_FORMAT " bytes per %s",
                  footprints[0]->layout->abi->minor, footprints[last]->layout->abi->minor,
                  before->requested - after->requested, footprints[most * n_builds]->layout->def->qualname);
  for (gsize i = 0; i < n_classes; i++)
    {
      const HyRankRun *other = hy_footprint_steady (footprints[i * n_builds + last]);

      if (other != NULL && other->requested < after->requested)
        hy_output_addf (output, "; %s saves %" G_GUINT64_FORMAT " more",
                        footprints[i * n_builds]->layout->def->qualname, after->requested - other->requested);
    }
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
