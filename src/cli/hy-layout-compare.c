/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-text.h"

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
add_figure_cells (HyTextTable *table, const HyRankRun *steady)
{
  if (steady == NULL)
    hy_text_table_add (table, HY_STYLE_DIM, "unknown");
  else
    hy_text_table_add (table, HY_STYLE_FIGURE, "%" G_GUINT64_FORMAT, steady->requested);
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
      add_figure_cells (table, steady);
      if (steady != NULL && steady->requested < top)
        hy_text_table_add (table, HY_STYLE_GOOD, "saves %" G_GUINT64_FORMAT " bytes (%.0f %%)", top - steady->requested,
                           100.0 * (top - steady->requested) / top);
      else
        hy_text_table_add (table, HY_STYLE_PLAIN, "%s", "");
    }
  hy_output_add (output, "\n");
  hy_text_table_print (table, output);
}

static void
print_version_table (HyFootprint *const *footprints, gsize n_classes, gsize n_builds, HyOutput *output)
{
  g_autofree char *columns = g_strnfill (n_classes * 2 + 1, 'r');
  g_autoptr (HyTextTable) table = NULL;

  columns[0] = 'l';
  table = hy_text_table_new (columns);
  hy_text_table_add (table, HY_STYLE_DIM, "CPython");
  for (gsize i = 0; i < n_classes; i++)
    {
      hy_text_table_add (table, HY_STYLE_HEAD, "%s", footprints[i * n_builds]->layout->def->qualname);
      hy_text_table_add (table, HY_STYLE_DIM, "allocated");
    }
  for (gsize j = 0; j < n_builds; j++)
    {
      g_autofree char *label = hy_abi_label (footprints[j]->layout->abi);

      hy_text_table_add (table, HY_STYLE_PLAIN, "%s", label);
      for (gsize i = 0; i < n_classes; i++)
        {
          HyFootprint *footprint = footprints[i * n_builds + j];

          if (footprint->layout->status == HY_STATUS_ERROR)
            {
              hy_text_table_add (table, HY_STYLE_BAD, "%s", footprint->layout->error_type);
              hy_text_table_add (table, HY_STYLE_DIM, "%s", "");
            }
          else
            add_figure_cells (table, hy_footprint_steady (footprint));
        }
    }
  hy_text_table_print (table, output);
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
  hy_output_addf (output, "\n  Upgrading from 3.%u to 3.%u saves %" G_GUINT64_FORMAT " bytes per %s",
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
  hy_output_style (output, HY_STYLE_DIM, "Bytes per instance, attribute store included, values not; modelled");
  hy_output_add (output, "\n\n");
  print_version_table (footprints, n_classes, n_builds, output);
  print_upgrade (footprints, n_classes, n_builds, output);
}
