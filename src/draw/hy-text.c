/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-text.h"

/* Fractions of pixels between letters: rounding would swallow thin spaces. */
static void
set_metrics (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
}

static void
set_up (PangoLayout *layout, const HyFont *font, const char *text)
{
  PangoFontDescription *description = pango_font_description_new ();
  pango_font_description_set_family (description, font->family ? font->family : "Sans");
  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (description, font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);

  PangoAttrList *attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  /* A name that runs from right to left begins where others begin. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, -1);
}

PangoLayout *
hy_text_new (cairo_t *cr, const HyFont *font, const char *text, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  set_metrics (pango_layout_get_context (layout));
  set_up (layout, font, text);
  if (width > 0)
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

PangoLayout *
hy_text_new_wrapped (cairo_t *cr, const HyFont *font, const char *text, double width)
{
  PangoLayout *layout = hy_text_new (cr, font, text, 0);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

void
hy_text_measure (const HyFont *font, const char *text, double wrap, double *width, double *height)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  set_metrics (context);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_object_unref (context);
  set_up (layout, font, text);
  if (wrap > 0)
    pango_layout_set_width (layout, (int) (wrap * PANGO_SCALE));
  hy_text_size (layout, width, height);
}

void
hy_text_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

void
hy_text_show (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}
