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
