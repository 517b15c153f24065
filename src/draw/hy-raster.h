/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-patch.h"

G_BEGIN_DECLS

/* Grids of equal tiles into pixels: their rows repeat, so that a frame costs what its pixels cost. */

typedef struct
{
  guint32 *pixels; /* CAIRO_FORMAT_RGB24, whole on one colour to begin with */
  int stride;      /* in pixels */
  int width, height;
  double device; /* pixels of it per unit of the view: what is told apart depends on units */
  HyColor ground;
} HyRaster;

/* A segment with its upper left corner at @x, @y, @scale pixels a word: every shape as much of a pixel as it covers.
 * For words of less than about 3 pixels. */
void hy_raster_dense (HyRaster *self, const HySegment *segment, HyDetail detail, const HyPalette *palette, double x,
                      double y, double scale);

/* Paints one street's tiles @from … @to (columns) with street at @x, @y. */
typedef void (*HyStreetPainter) (cairo_t *cr, const HySegment *segment, guint64 from, guint64 to, double x, double y,
                                 double scale, gpointer data);

/* The same for larger words: @painter paints one street, all others are copies of it. */
void hy_raster_streets (HyRaster *self, const HySegment *segment, double x, double y, double scale,
                        HyStreetPainter painter, gpointer data);

/* Columns and streets of a segment at @x, @y that touch a viewport of @width × @height: half-open ranges. */
void hy_segment_visible (const HySegment *segment, double x, double y, double scale, double width, double height,
                         guint64 columns[2], guint64 streets[2]);

G_END_DECLS
