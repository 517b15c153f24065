/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-palette.h"
#include "hy-rounded.h"

#include <math.h>

const HyColor *
hy_palette_accent (const HyPalette *self, guint index)
{
  return &self->accents[index % HY_N_ACCENTS];
}

void
hy_color_set_source (const HyColor *self, cairo_t *cr)
{
  cairo_set_source_rgba (cr, self->red, self->green, self->blue, self->alpha);
}

HyColor
hy_color_blend (const HyColor *from, const HyColor *to, double part)
{
  return (HyColor){ from->red + (to->red - from->red) * part, from->green + (to->green - from->green) * part,
                    from->blue + (to->blue - from->blue) * part, 1 };
}

void
hy_palette_fill_spare (const HyPalette *self, cairo_t *cr, double x, double y, double pitch)
{
  double left, top, right, bottom;
  cairo_save (cr);
  cairo_path_extents (cr, &left, &top, &right, &bottom);
  cairo_clip (cr);
  hy_color_set_source (&self->spare_back, cr);
  cairo_paint (cr);
  double first = floor ((left + top - x - y) / pitch) * pitch + x + y;
  for (double sum = first; sum < right + bottom + pitch; sum += pitch)
    {
      cairo_move_to (cr, sum - top + 1, top - 1);
      cairo_line_to (cr, sum - bottom - 1, bottom + 1);
    }
  cairo_set_line_width (cr, pitch * HY_HATCH_SHARE);
  hy_color_set_source (&self->spare_lines, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Part of a pixel that lines of @width cover, the pixel's middle @distance from a line's. */
static double
line_cover (double distance, double width)
{
  return CLAMP ((width - distance) / G_SQRT2 * 2 + 0.5, 0, 1);
}

cairo_pattern_t *
hy_palette_hatch_new (const HyPalette *self, int pitch)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, pitch, pitch);
  cairo_t *cr = cairo_create (image);
  /* Along x + y a line is wider than across. */
  double half = pitch * HY_HATCH_SHARE * G_SQRT2 / 2;
  for (int sum = 0; sum < pitch; sum++)
    {
      double distance = MIN (sum, pitch - sum);
      HyColor color = hy_color_blend (&self->spare_back, &self->spare_lines, line_cover (distance, half));
      hy_color_set_source (&color, cr);
      for (int x = 0; x < pitch; x++)
        cairo_rectangle (cr, x, (sum - x + pitch) % pitch, 1, 1);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (image);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_surface_destroy (image);
  return pattern;
}

void
hy_palette_paint_span (const HyPalette *self, cairo_t *cr, HySpanKind kind, double x, double y, double width,
                       double height, double radius)
{
  cairo_new_path (cr);
  hy_rounded_path (cr, x, y, width, height, radius);
  if (kind == HY_SPAN_SPARE)
    {
      hy_palette_fill_spare (self, cr, x, y, CLAMP (height / 3, 3, 6));
      return;
    }
  hy_color_set_source (&self->spans[kind], cr);
  cairo_fill (cr);
}
