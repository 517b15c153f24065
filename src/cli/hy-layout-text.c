/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-text.h"

#include "hy-figures-document.h"
#include "hy-layout-why.h"
#include "hy-text-table.h"

/* "104 bytes" or, where rounding adds to it, "104 bytes (112 allocated)". */
static char *
bytes_text (guint64 requested, guint64 allocated)
{
  const char *unit = requested == 1 ? "byte" : "bytes";

  if (allocated == 0 || allocated == requested)
    return g_strdup_printf ("%" G_GUINT64_FORMAT " %s", requested, unit);
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %s (%" G_GUINT64_FORMAT " allocated)", requested, unit, allocated);
}

static void
print_head (HyLayout *layout, HyOutput *output)
{
  g_autofree char *label = hy_abi_label (layout->abi);

  hy_output_style (output, HY_STYLE_HEAD, "%s", layout->def->qualname);
  if (layout->def->file != NULL)
    hy_output_style (output, HY_STYLE_DIM, "  %s:%u", layout->def->file, layout->def->line);
  hy_output_style (output, HY_STYLE_DIM, "  CPython %s, modelled", label);
  hy_output_add (output, "\n");
}

static void
print_settle (HyFootprint *footprint, HyOutput *output)
{
  const char *settle = hy_footprint_settle (footprint);

  if (settle != NULL)
    hy_output_style (output, HY_STYLE_DIM, "  %s\n", settle);
}

gboolean
hy_layout_text_refusal (HyFootprint *footprint, HyOutput *output)
{
  const char *refusal = hy_figures_refusal (footprint);
  g_autofree char *error = NULL;

  if (refusal == NULL)
    return FALSE;
  error = hy_figures_note (footprint);
  hy_output_addf (output, "  %s: ", refusal);
  hy_output_style (output, HY_STYLE_BAD, "%s", error);
  hy_output_add (output, "\n");
  return TRUE;
}

static void
print_figure (HyFootprint *footprint, HyOutput *output)
{
  const HyRankRun *steady = hy_footprint_steady (footprint);

  if (hy_layout_text_refusal (footprint, output))
    return;
  if (steady == NULL)
    {
      hy_output_add (output, "  bytes per instance unknown: ");
      hy_output_style (output, HY_STYLE_BAD, "%s", footprint->unknown);
      hy_output_add (output, "\n");
      print_settle (footprint, output);
      return;
    }
  hy_output_add (output, "  ");
  hy_output_style (output, HY_STYLE_FIGURE, "%" G_GUINT64_FORMAT " bytes per instance", steady->requested);
  if (steady->allocated > 0)
    hy_output_addf (output, ", %" G_GUINT64_FORMAT " allocated", steady->allocated);
  hy_output_addf (output, ", %" G_GSIZE_FORMAT " %s", steady->n_blocks, steady->n_blocks == 1 ? "block" : "blocks");
  if (footprint->layout->def->recipe.factory != NULL)
    hy_output_style (output, HY_STYLE_DIM, "  made by %s", footprint->layout->def->recipe.factory);
  hy_output_add (output, "\n");
}

/* How many empty places with one label follow each other from span @first on; 1 for any other span. */
static gsize
count_alike (const HyBlock *block, gsize first)
{
  const HySpan *span = &block->spans[first];
  gsize n = 1;

  while (span->kind == HY_SPAN_SPARE && first + n < block->n_spans && span[n].kind == span->kind &&
         span[n].size == span->size && g_str_equal (span[n].label, span->label))
    n++;
  return n;
}

static void
add_span_row (HyTextTable *table, const HySpan *span, gsize n_alike)
{
  gboolean empty = span->kind == HY_SPAN_SPARE || span->kind == HY_SPAN_PADDING;

  hy_text_table_add (table, HY_STYLE_PLAIN, "%" G_GUINT64_FORMAT, span->offset);
  hy_text_table_add (table, HY_STYLE_PLAIN, "%" G_GUINT64_FORMAT, span->size * n_alike);
  if (n_alike > 1)
    hy_text_table_add (table, HY_STYLE_DIM, "%s, %" G_GSIZE_FORMAT " times", span->label, n_alike);
  else
    hy_text_table_add (table, empty ? HY_STYLE_DIM : HY_STYLE_PLAIN, "%s", span->label);
  hy_text_table_add (table, HY_STYLE_DIM, "%s", hy_span_kind_to_string (span->kind));
}

static void
print_block (const HyBlock *block, HyOutput *output)
{
  g_autofree char *bytes = bytes_text (block->requested, block->allocated);
  g_autoptr (HyTextTable) table = hy_text_table_new ("rrll");

  hy_output_add (output, "\n  ");
  hy_output_style (output, HY_STYLE_HEAD, "%s", block->what);
  hy_output_addf (output, "  %s\n", bytes);
  if (block->n_spans == 0)
    return;
  hy_text_table_add (table, HY_STYLE_DIM, "offset");
  hy_text_table_add (table, HY_STYLE_DIM, "size");
  hy_text_table_add (table, HY_STYLE_DIM, "what");
  hy_text_table_add (table, HY_STYLE_PLAIN, "%s", "");
  for (gsize i = 0, n_alike; i < block->n_spans; i += n_alike)
    {
      n_alike = count_alike (block, i);
      add_span_row (table, &block->spans[i], n_alike);
    }
  hy_text_table_print (table, output);
}

static void
print_ranks (HyFootprint *footprint, HyOutput *output)
{
  HyRankFigure figures[HY_FIGURES_RANKS];
  gsize n = hy_layout_figures_by_rank (footprint, figures);
  guint64 early = 0;

  if (n < 2)
    return;
  for (gsize i = 0; i + 1 < n; i++)
    early += figures[i].count;
  if (early == 1)
    hy_output_add (output, "  The first of a class costs ");
  else
    hy_output_addf (output, "  The first %" G_GUINT64_FORMAT " of a class cost ", early);
  hy_output_addf (output,
                  "%s: %" G_GUINT64_FORMAT " bytes the first, %" G_GUINT64_FORMAT " from number %" G_GUINT64_FORMAT
                  " on.\n",
                  figures[0].requested > figures[n - 1].requested ? "more" : "less", figures[0].requested,
                  figures[n - 1].requested, early + 1);
}

static void
print_getsizeof (HyFootprint *footprint, HyOutput *output)
{
  if (footprint->getsizeof_instance < 0)
    return;
  hy_output_addf (output, "  sys.getsizeof says %" G_GINT64_FORMAT, footprint->getsizeof_instance);
  if (footprint->getsizeof_dict >= 0)
    hy_output_addf (output, ", and %" G_GINT64_FORMAT " of its __dict__", footprint->getsizeof_dict);
  hy_output_add (output, ".\n");
  if (footprint->has_materialized)
    {
      g_autofree char *bytes = bytes_text (footprint->materialized_requested, footprint->materialized_allocated);
      hy_output_addf (output, "  Touching __dict__ adds %s to an instance.\n", bytes);
    }
}

static void
print_type (HyLayout *layout, HyOutput *output)
{
  g_autofree char *mro = g_strjoinv (", ", layout->mro);

  hy_output_addf (output,
                  "  basicsize %" G_GINT64_FORMAT ", itemsize %" G_GINT64_FORMAT ", dictoffset %" G_GINT64_FORMAT
                  ", weakrefoffset %" G_GINT64_FORMAT "\n",
                  layout->basicsize, layout->itemsize, layout->dictoffset, layout->weakrefoffset);
  hy_output_addf (output, "  MRO: %s\n", mro);
}

void
hy_layout_text_print (HyFootprint *footprint, HyOutput *output)
{
  HyLayout *layout = footprint->layout;
  const HyRankRun *steady = hy_footprint_steady (footprint);

  print_head (layout, output);
  if (layout->status == HY_STATUS_ERROR)
    {
      hy_layout_text_refusal (footprint, output);
      return;
    }
  if (layout->status == HY_STATUS_UNKNOWN)
    {
      hy_output_style (output, HY_STYLE_BAD, "  unknown");
      hy_output_addf (output, ": %s\n", layout->reason);
      print_settle (footprint, output);
      return;
    }
  print_figure (footprint, output);
  for (gsize i = 0; steady != NULL && i < steady->n_blocks; i++)
    print_block (&steady->blocks[i], output);
  hy_output_add (output, "\n");
  print_type (layout, output);
  print_getsizeof (footprint, output);
  if (steady != NULL)
    print_ranks (footprint, output);
  hy_layout_why_print (footprint, output);
}
