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

static double
linear_component (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const HyColor *self)
{
  return 0.2126 * linear_component (self->red) + 0.7152 * linear_component (self->green) +
         0.0722 * linear_component (self->blue);
}

double
hy_color_contrast (const HyColor *a, const HyColor *b)
{
  double la = luminance (a), lb = luminance (b);
  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

void
hy_palette_paint_spare (const HyPalette *self, cairo_t *cr, double x, double y, double width, double height,
                        double pitch)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  hy_color_set_source (&self->spare_back, cr);
  cairo_paint (cr);
  /* Lines keep their place whatever is clipped: neighbouring places are hatched in one go. */
  double first = floor ((x + y) / pitch) * pitch;
  for (double sum = first; sum < x + y + width + height + pitch; sum += pitch)
    {
      cairo_move_to (cr, sum - y + pitch, y - pitch);
      cairo_line_to (cr, sum - y - height - pitch, y + height + pitch);
    }
  cairo_set_line_width (cr, pitch * 0.32);
  hy_color_set_source (&self->spare_lines, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
hy_palette_paint_span (const HyPalette *self, cairo_t *cr, HySpanKind kind, double x, double y, double width,
                       double height, double radius)
{
  cairo_save (cr);
  hy_rounded_path (cr, x, y, width, height, radius);
  if (kind == HY_SPAN_SPARE)
    {
      cairo_clip (cr);
      hy_palette_paint_spare (self, cr, x, y, width, height, CLAMP (height / 3, 3, 6));
    }
  else
    {
      hy_color_set_source (&self->spans[kind], cr);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}
