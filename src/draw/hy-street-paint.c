/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-street-paint.h"
#include "hy-number.h"
#include "hy-rounded.h"

#include <math.h>

#define ROUND_SCALE 5.0 /* below, corners of a word are not seen */
#define NAMES_SCALE 20.0
#define BYTES_SCALE 44.0

static double
word_inset (double scale)
{
  return CLAMP (scale * 0.07, 0.25, 1.5);
}

static void
patch_path (cairo_t *cr, const HyPatch *patch, double x, double y, double scale)
{
  double inset_y = word_inset (scale), inset_x = MIN (inset_y, patch->width * scale / 4);
  hy_rounded_path (cr, x + patch->x * scale + inset_x, y + patch->y * scale + inset_y,
                   patch->width * scale - 2 * inset_x, patch->height * scale - 2 * inset_y,
                   scale < ROUND_SCALE ? 0 : MIN (scale * 0.17, 5));
}

/* The shared keys are drawn as a plan is: outlined, not built. */
static void
paint_plan (cairo_t *cr, const HySegment *segment, double x, double y, double scale, const HyStreetLook *look)
{
  const HyColor *ink = &look->palette->spans[HY_SPAN_KEYS];
  for (guint i = 0; i < look->patches->len; i++)
    patch_path (cr, &g_array_index (look->patches, HyPatch, i), x, y, scale);
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.22);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, CLAMP (scale * 0.06, 0.4, 1));
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.7);
  cairo_stroke (cr);
}

/* Hatches what the path encloses. Lines keep their place on the tiles, wherever the street is. */
static void
fill_spare (cairo_t *cr, const HyPalette *palette, double x, double y, double scale)
{
  double x0, y0, x1, y1, pitch = CLAMP (scale / 2, 3.5, 9);
  cairo_save (cr);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_clip (cr);
  hy_color_set_source (&palette->spare_back, cr);
  cairo_paint (cr);
  double first = floor ((x0 + y0 - x - y) / pitch) * pitch + x + y;
  for (double sum = first; sum < x1 + y1 + pitch; sum += pitch)
    {
      cairo_move_to (cr, sum - y0 + 1, y0 - 1);
      cairo_line_to (cr, sum - y1 - 1, y1 + 1);
    }
  cairo_set_line_width (cr, pitch * 0.3);
  hy_color_set_source (&palette->spare_lines, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static gboolean
same_fill (const HyPatch *a, const HyPatch *b)
{
  return a->spare == b->spare && memcmp (&a->color, &b->color, sizeof a->color) == 0;
}

/* Height of name text in a word of @scale. */
static HyFont
name_font (double scale, const char *family)
{
  return (HyFont){ .family = family, .size = CLAMP (scale * 0.2, 6.5, 15) };
}

static const HySpan *
patch_span (const HySegment *segment, const HyPatch *patch)
{
  return &segment->tile->blocks[patch->piece->block].spans[patch->piece->span];
}

/* Name and size of a room, the same in all tiles of the street. */
static void
paint_name (cairo_t *cr, const HySegment *segment, const HyPatch *patch, guint64 from, guint64 to, double x, double y,
            double scale, const HyStreetLook *look)
{
  const HySpan *span = patch_span (segment, patch);
  double pitch = hy_segment_pitch (segment) * scale, room = MAX (patch->width, 1) * scale - 2 * word_inset (scale) - 2;
  HyFont font = name_font (scale, look->font), small = { .family = look->font, .size = font.size * 0.85 };
  g_autoptr (PangoLayout) name = hy_text_new (cr, &font, span->label ? span->label : "", room);
  g_autofree char *size = hy_format_bytes (span->size);
  g_autoptr (PangoLayout) bytes = scale >= BYTES_SCALE ? hy_text_new (cr, &small, size, room) : NULL;
  double width, height, bytes_width, bytes_height;
  hy_text_size (name, &width, &height);
  hy_color_set_source (&look->palette->spans_text[span->kind], cr);
  for (guint64 i = from; i < to; i++)
    {
      double left = x + (double) i * pitch + patch->x * scale, top = y + patch->y * scale;
      double middle = left + MAX (patch->width, 1) * scale / 2;
      hy_text_show (cr, name, middle - width / 2, bytes ? top + scale * 0.1 : top + (scale - height) / 2);
      if (bytes == NULL)
        continue;
      hy_text_size (bytes, &bytes_width, &bytes_height);
      hy_text_show (cr, bytes, middle - bytes_width / 2, top + scale * 0.92 - bytes_height);
    }
}

void
hy_street_paint (cairo_t *cr, const HySegment *segment, guint64 from, guint64 to, double x, double y, double scale,
                 gpointer data)
{
  const HyStreetLook *look = data;
  double pitch = hy_segment_pitch (segment) * scale;
  if (segment->first == 0)
    {
      paint_plan (cr, segment, x, y, scale, look);
      return;
    }
  for (guint i = 0; i < look->patches->len;)
    {
      const HyPatch *first = &g_array_index (look->patches, HyPatch, i);
      guint end = i + 1;
      while (end < look->patches->len && same_fill (first, &g_array_index (look->patches, HyPatch, end)))
        end++;
      for (guint64 column = from; column < to; column++)
        for (guint j = i; j < end; j++)
          patch_path (cr, &g_array_index (look->patches, HyPatch, j), x + (double) column * pitch, y, scale);
      hy_color_set_source (&first->color, cr);
      if (first->spare && scale >= ROUND_SCALE)
        fill_spare (cr, look->palette, x, y, scale);
      else
        cairo_fill (cr);
      i = end;
    }
  if (look->detail != HY_DETAIL_ROOMS || scale < NAMES_SCALE)
    return;
  for (guint i = 0; i < look->patches->len; i++)
    {
      const HyPatch *patch = &g_array_index (look->patches, HyPatch, i);
      if (patch->piece != NULL && patch->piece->first)
        paint_name (cr, segment, patch, from, to, x, y, scale, look);
    }
}

void
hy_street_paint_values (cairo_t *cr, HyScene *scene, const HyPlace *place, const HyTile *tile, double x, double y,
                        double scale, const HyPalette *palette, const char *font)
{
  HyFont value_font = name_font (scale, font);
  value_font.bold = TRUE;
  for (guint i = 0; i < tile->pieces->len; i++)
    {
      const HyTilePiece *piece = &g_array_index (tile->pieces, HyTilePiece, i);
      const HySpan *span = &tile->blocks[piece->block].spans[piece->span];
      if (!piece->first ||
          (piece->kind != HY_SPAN_SLOT && piece->kind != HY_SPAN_VALUE && piece->kind != HY_SPAN_ENTRY))
        continue;
      g_autofree char *text = span->label ? hy_scene_value_text (scene, place, span->label) : NULL;
      if (text == NULL)
        continue;
      double width, height, room = scale - 2 * word_inset (scale) - 2;
      g_autoptr (PangoLayout) layout = hy_text_new (cr, &value_font, text, room);
      hy_text_size (layout, &width, &height);
      hy_color_set_source (&palette->spans_text[piece->kind], cr);
      hy_text_show (cr, layout, x + (piece->x + 0.5) * scale - width / 2, y + piece->y * scale + (scale - height) / 2);
    }
}
