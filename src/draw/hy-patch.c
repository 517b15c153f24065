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

/* Mean colour of what is in @share. */
static HyColor
mix (const HyTile *tile, const HyPalette *palette, HyShare share)
{
  HyColor sum = { 0, 0, 0, 1 };
  for (guint kind = 0; kind < HY_N_SPAN_KINDS; kind++)
    {
      if (hy_share_of (kind) != share)
        continue;
      HyColor color = kind_from_afar (palette, kind);
      double part = tile->kinds[kind] / tile->shares[share];
      sum.red += color.red * part;
      sum.green += color.green * part;
      sum.blue += color.blue * part;
    }
  return sum;
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
      patch.color = mix (tile, palette, share);
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
