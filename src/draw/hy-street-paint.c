/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-street-paint.h"
#include "hy-number.h"
#include "hy-rounded.h"

#include <math.h>

#define ROUND_SCALE 5.0  /* below, corners of a word are not seen */
#define BYTES_SCALE 2.55 /* in text sizes: from here on, sizes too; and names are shortened to fit */

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

static void
stroke_plan (cairo_t *cr, const HyPalette *palette, double scale)
{
  HyColor ink = hy_color_blend (&palette->background, &palette->spans[HY_SPAN_KEYS], 0.75);
  cairo_set_line_width (cr, CLAMP (scale * 0.07, 0.4, 1.2));
  hy_color_set_source (&ink, cr);
  cairo_stroke_preserve (cr);
}

static gboolean
same_fill (const HyPatch *a, const HyPatch *b)
{
  return a->spare == b->spare && memcmp (&a->color, &b->color, sizeof a->color) == 0;
}

/* Of names in a word of @scale: never too small to be read. */
static HyFont
name_font (double scale, const HyStreetLook *look)
{
  return (HyFont){ .family = look->font, .size = CLAMP (scale * 0.18, look->text_size * 0.6, look->text_size * 1.05) };
}

static void
unref_layout (gpointer layout)
{
  if (layout != NULL)
    g_object_unref (layout);
}

GHashTable *
hy_street_names_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_layout);
}

/* A line that fits into a word; where it doesn't, shortened in large rooms and left out (NULL) in small ones. */
static PangoLayout *
fit_text (cairo_t *cr, const HyStreetLook *look, const HyFont *font, const char *text, double scale)
{
  gpointer found;
  if (g_hash_table_lookup_extended (look->names, text, NULL, &found))
    return found;
  double width, room = scale - 2 * word_inset (scale) - 2;
  PangoLayout *layout = hy_text_new (cr, font, text, 0);
  hy_text_size (layout, &width, NULL);
  if (width > room)
    {
      g_object_unref (layout);
      layout = scale >= BYTES_SCALE * look->text_size ? hy_text_new (cr, font, text, room) : NULL;
    }
  g_hash_table_insert (look->names, g_strdup (text), layout);
  return layout;
}

static void
show_in_middle (cairo_t *cr, PangoLayout *layout, double middle, double top)
{
  double width;
  hy_text_size (layout, &width, NULL);
  hy_text_show (cr, layout, middle - width / 2, top);
}

void
hy_street_paint_name (cairo_t *cr, const HyStreetLook *look, const HySpan *span, double x, double y, double scale)
{
  HyFont font = name_font (scale, look), small = { .family = look->font, .size = font.size * 0.85 };
  gboolean large = scale >= BYTES_SCALE * look->text_size;
  double middle = x + scale / 2, height;
  if (span->label == NULL || (span->kind == HY_SPAN_SPARE && !large))
    return;
  PangoLayout *name = fit_text (cr, look, &font, span->label, scale);
  if (name == NULL)
    return;
  hy_color_set_source (&look->palette->spans_text[span->kind], cr);
  hy_text_size (name, NULL, &height);
  show_in_middle (cr, name, middle, large ? y + scale * 0.1 : y + (scale - height) / 2);
  if (!large)
    return;
  g_autofree char *size = hy_format_bytes (span->size);
  PangoLayout *bytes = fit_text (cr, look, &small, size, scale);
  hy_text_size (bytes, NULL, &height);
  show_in_middle (cr, bytes, middle, y + scale * 0.92 - height);
}

/* Names of a span in all tiles of the street. */
static void
paint_names (cairo_t *cr, const HySegment *segment, const HyPatch *patch, guint64 from, guint64 to, double x, double y,
             double scale, const HyStreetLook *look)
{
  const HySpan *span = &segment->tile->blocks[patch->piece->block].spans[patch->piece->span];
  double left = x + (patch->x + MAX (0, (patch->width - 1) / 2)) * scale;
  for (guint64 i = from; i < to; i++)
    hy_street_paint_name (cr, look, span, left + (double) i * hy_segment_pitch (segment) * scale, y + patch->y * scale,
                          scale);
}

double
hy_street_hatch_pitch (double scale)
{
  return round (CLAMP (scale / 2, 4, 9));
}

static void
fill_spare (cairo_t *cr, const HyStreetLook *look, double x, double y, double scale)
{
  if (look->hatch == NULL)
    {
      hy_palette_fill_spare (look->palette, cr, x, y, hy_street_hatch_pitch (scale));
      return;
    }
  cairo_matrix_t matrix;
  cairo_matrix_init_translate (&matrix, -round (x), -round (y));
  cairo_pattern_set_matrix (look->hatch, &matrix);
  cairo_set_source (cr, look->hatch);
  cairo_fill (cr);
}

void
hy_street_paint (cairo_t *cr, const HySegment *segment, guint64 from, guint64 to, double x, double y, double scale,
                 gpointer data)
{
  const HyStreetLook *look = data;
  double pitch = hy_segment_pitch (segment) * scale;
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
        fill_spare (cr, look, x, y, scale);
      else
        cairo_fill_preserve (cr);
      if (segment->plan)
        stroke_plan (cr, look->palette, scale);
      cairo_new_path (cr);
      i = end;
    }
  if (look->detail != HY_DETAIL_ROOMS || scale < HY_NAMES_SCALE * look->text_size)
    return;
  for (guint i = 0; i < look->patches->len; i++)
    {
      const HyPatch *patch = &g_array_index (look->patches, HyPatch, i);
      if (patch->piece != NULL && patch->piece->first)
        paint_names (cr, segment, patch, from, to, x, y, scale, look);
    }
}

/* A line made to fit into a word: smaller first, then shortened. */
static PangoLayout *
shrink_text (cairo_t *cr, const HyStreetLook *look, const char *text, double scale)
{
  g_autofree char *key = g_strconcat ("=", text, NULL);
  PangoLayout *layout = g_hash_table_lookup (look->names, key);
  if (layout != NULL)
    return layout;
  double width, room = scale - 2 * word_inset (scale) - 2;
  HyFont font = name_font (scale, look);
  font.bold = TRUE;
  layout = hy_text_new (cr, &font, text, 0);
  hy_text_size (layout, &width, NULL);
  if (width > room)
    {
      g_object_unref (layout);
      font.size *= CLAMP (room / width, 0.7, 1);
      layout = hy_text_new (cr, &font, text, room);
    }
  g_hash_table_insert (look->names, g_steal_pointer (&key), layout);
  return layout;
}

void
hy_street_paint_value (cairo_t *cr, const HyStreetLook *look, HyScene *scene, const HyPlace *place, const HySpan *span,
                       double x, double y, double scale)
{
  if (span->label == NULL || (span->kind != HY_SPAN_SLOT && span->kind != HY_SPAN_VALUE && span->kind != HY_SPAN_ENTRY))
    return;
  g_autofree char *text = hy_scene_value_text (scene, place, span->label);
  if (text == NULL)
    return;
  double height;
  PangoLayout *layout = shrink_text (cr, look, text, scale);
  hy_text_size (layout, NULL, &height);
  hy_color_set_source (&look->palette->spans_text[span->kind], cr);
  show_in_middle (cr, layout, x + scale / 2, y + (scale - height) / 2);
}

void
hy_street_paint_values (cairo_t *cr, const HyStreetLook *look, HyScene *scene, const HyPlace *place, const HyTile *tile,
                        double x, double y, double scale)
{
  for (guint i = 0; i < tile->pieces->len; i++)
    {
      const HyTilePiece *piece = &g_array_index (tile->pieces, HyTilePiece, i);
      if (piece->first)
        hy_street_paint_value (cr, look, scene, place, &tile->blocks[piece->block].spans[piece->span],
                               x + piece->x * scale, y + piece->y * scale, scale);
    }
}
