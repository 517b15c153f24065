/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-rounded.h"

/* Below this radius the eye can't tell an arc from its three points, which are much faster to fill. */
#define ARC_RADIUS 4.0
#define ARC_MIDDLE 0.2929 /* 1 - sqrt (1/2) */

static void
chamfered_path (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double right = x + width, bottom = y + height, middle = radius * ARC_MIDDLE;
  cairo_move_to (cr, x + radius, y);
  cairo_line_to (cr, right - radius, y);
  cairo_line_to (cr, right - middle, y + middle);
  cairo_line_to (cr, right, y + radius);
  cairo_line_to (cr, right, bottom - radius);
  cairo_line_to (cr, right - middle, bottom - middle);
  cairo_line_to (cr, right - radius, bottom);
  cairo_line_to (cr, x + radius, bottom);
  cairo_line_to (cr, x + middle, bottom - middle);
  cairo_line_to (cr, x, bottom - radius);
  cairo_line_to (cr, x, y + radius);
  cairo_line_to (cr, x + middle, y + middle);
  cairo_close_path (cr);
}

void
hy_rounded_path (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  if (radius < 0.5)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  if (radius < ARC_RADIUS)
    {
      chamfered_path (cr, x, y, width, height, radius);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}
