/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-patch.h"

#include <math.h>

/* An empty place from afar: its ground with the hatching spread over it. */
static HyColor
spare_from_afar (const HyPalette *palette)
{
  const HyColor *back = &palette->spare_back, *lines = &palette->spare_lines;
  const double share = 0.32;
  return (HyColor){ back->red + (lines->red - back->red) * share, back->green + (lines->green - back->green) * share,
                    back->blue + (lines->blue - back->blue) * share, 1 };
}

static HyColor
kind_from_afar (const HyPalette *palette, HySpanKind kind)
{
  return kind == HY_SPAN_SPARE ? spare_from_afar (palette) : palette->spans[kind];
}

/* Mean colour of the kinds in the shares from..to, and how many words they are. */
static HyColor
mix (const HyTile *tile, const HyPalette *palette, HyShare from, HyShare to, double *words)
{
  HyColor sum = { 0, 0, 0, 1 };
  *words = 0;
  for (guint kind = 0; kind < HY_N_SPAN_KINDS; kind++)
    {
      HyShare share = hy_share_of (kind);
      double n = tile->kinds[kind];
      if (share < from || share > to || n == 0)
        continue;
      HyColor color = kind_from_afar (palette, kind);
      sum.red += color.red * n;
      sum.green += color.green * n;
      sum.blue += color.blue * n;
      *words += n;
    }
  if (*words > 0)
    sum = (HyColor){ sum.red / *words, sum.green / *words, sum.blue / *words, 1 };
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

static void
append_blocks (GArray *patches, const HyTile *tile, const HyPalette *palette)
{
  double body, warehouse;
  HyColor body_color = mix (tile, palette, HY_SHARE_BODY, HY_SHARE_BODY, &body);
  HyColor warehouse_color = mix (tile, palette, HY_SHARE_USED, HY_SHARE_EMPTY, &warehouse);
  HyPatch patch = { .width = body / 2, .height = 2, .color = body_color };
  if (body > 0)
    g_array_append_val (patches, patch);
  patch = (HyPatch){ .x = body / 2, .width = warehouse / 2, .height = 2, .color = warehouse_color };
  if (warehouse > 0)
    g_array_append_val (patches, patch);
}

static void
append_cell (GArray *patches, const HyTile *tile, const HyPalette *palette)
{
  double all = tile->shares[HY_SHARE_BODY] + tile->shares[HY_SHARE_USED] + tile->shares[HY_SHARE_EMPTY];
  double x = 0;
  for (guint share = 0; share < HY_N_SHARES; share++)
    {
      double words;
      HyColor color = mix (tile, palette, share, share, &words);
      HyPatch patch = { .x = x, .width = words / all, .height = 1, .color = color };
      if (words > 0)
        g_array_append_val (patches, patch);
      x += words / all;
    }
}

GArray *
hy_patches_new (const HyTile *tile, HyDetail detail, const HyPalette *palette)
{
  GArray *patches = g_array_new (FALSE, FALSE, sizeof (HyPatch));
  if (detail == HY_DETAIL_CELLS)
    append_cell (patches, tile, palette);
  else if (detail == HY_DETAIL_BLOCKS)
    append_blocks (patches, tile, palette);
  else
    append_spans (patches, tile, palette);
  return patches;
}

double
hy_cell_fill (const HyTile *tile)
{
  double all = tile->shares[HY_SHARE_BODY] + tile->shares[HY_SHARE_USED] + tile->shares[HY_SHARE_EMPTY];
  return sqrt (all / ((double) (tile->columns + HY_STREET_GAP) * HY_STREET_PITCH));
}
