/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-patch.h"

#include <math.h>

/* Hatching spreads over its ground. */
static HyColor
kind_from_afar (const HyPalette *palette, HySpanKind kind)
{
  return kind == HY_SPAN_SPARE ? hy_color_blend (&palette->spare_back, &palette->spare_lines, HY_HATCH_SHARE)
                               : palette->spans[kind];
}

/* Mean colour of what is in @share, by the words of each kind. */
static HyColor
mix (const double kinds[HY_N_SPAN_KINDS], const HyPalette *palette, HyShare share)
{
  HyColor sum = palette->background;
  double words = 0;
  for (guint kind = 0; kind < HY_N_SPAN_KINDS; kind++)
    {
      if (hy_share_of (kind) != share || kinds[kind] == 0)
        continue;
      HyColor color = kind_from_afar (palette, kind);
      words += kinds[kind];
      sum = hy_color_blend (&sum, &color, kinds[kind] / words);
    }
  return sum;
}

void
hy_share_colors (const HyFootprint *footprint, const HyPalette *palette, HyColor colors[HY_N_SHARES])
{
  const HyRankRun *run = &footprint->runs[footprint->n_runs - 1];
  double kinds[HY_N_SPAN_KINDS] = { 0 };
  for (gsize i = 0; i < run->n_blocks; i++)
    for (gsize j = 0; j < run->blocks[i].n_spans; j++)
      kinds[run->blocks[i].spans[j].kind] += (double) run->blocks[i].spans[j].size;
  for (guint i = 0; i < HY_N_SHARES; i++)
    colors[i] = mix (kinds, palette, i);
}

static void
append_spans (GArray *patches, const HyTile *tile, const HyPalette *palette)
{
  for (guint kind = 0; kind < HY_N_SPAN_KINDS; kind++)
    for (guint i = 0; i < tile->pieces->len; i++)
      {
        const HyTilePiece *piece = &g_array_index (tile->pieces, HyTilePiece, i);
        if (piece->kind != kind)
          continue;
        HyPatch patch = {
          piece->x, piece->y, piece->width, piece->height, kind_from_afar (palette, kind), kind == HY_SPAN_SPARE, piece
        };
        g_array_append_val (patches, patch);
      }
}

/* A band for each share, @width wide for all words together. */
static void
append_shares (GArray *patches, const HyTile *tile, const HyPalette *palette, double width, double height)
{
  double x = 0, words = hy_tile_words (tile);
  for (guint share = 0; share < HY_N_SHARES; share++)
    {
      if (tile->shares[share] == 0)
        continue;
      HyPatch patch = { .x = x, .width = width * tile->shares[share] / words, .height = height };
      patch.color = mix (tile->kinds, palette, share);
      g_array_append_val (patches, patch);
      x += patch.width;
    }
}

/* The shared keys are drawn as a plan is, not built. */
static void
append_plan (GArray *patches, const HyTile *tile, const HyPalette *palette)
{
  const HyColor *ground = &palette->background, *ink = &palette->spans[HY_SPAN_KEYS];
  for (guint i = 0; i < tile->pieces->len; i++)
    {
      const HyTilePiece *piece = &g_array_index (tile->pieces, HyTilePiece, i);
      HyPatch patch = { piece->x, piece->y, piece->width, piece->height };
      patch.color = hy_color_blend (ground, ink, 0.25);
      g_array_append_val (patches, patch);
    }
}

GArray *
hy_patches_new (const HySegment *segment, HyDetail detail, const HyPalette *palette)
{
  GArray *patches = g_array_new (FALSE, FALSE, sizeof (HyPatch));
  if (segment->plan)
    append_plan (patches, segment->tile, palette);
  else if (detail == HY_DETAIL_CELLS)
    append_shares (patches, segment->tile, palette, 1, 1);
  else if (detail == HY_DETAIL_BLOCKS)
    append_shares (patches, segment->tile, palette, hy_tile_words (segment->tile) / 2, 2);
  else
    append_spans (patches, segment->tile, palette);
  return patches;
}

double
hy_cell_fill (const HyTile *tile)
{
  return sqrt (hy_tile_words (tile) / ((double) (tile->columns + HY_STREET_GAP) * HY_STREET_PITCH));
}
