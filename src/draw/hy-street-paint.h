/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-patch.h"
#include "hy-text.h"

G_BEGIN_DECLS

/* How the streets of one segment look. */
typedef struct
{
  const HyPalette *palette;
  HyDetail detail;
  GArray *patches;
  const char *font;
  double text_size;       /* in user units: text is no smaller than a part of it */
  cairo_pattern_t *hatch; /* of pixels; NULL for vectors */
  GHashTable *names; /* lines of text in rooms at this scale, made once a frame: name, or = and value -> PangoLayout,
                        NULL where none fits */
} HyStreetLook;

/* Distance of the lines of empty places at a scale. */
double hy_street_hatch_pitch (double scale);

/* For @names. (transfer full) */
GHashTable *hy_street_names_new (void);

/* A HyStreetPainter; @data is a HyStreetLook. Text is what all instances of the segment share. */
void hy_street_paint (cairo_t *cr, const HySegment *segment, guint64 from, guint64 to, double x, double y, double scale,
                      gpointer data);

/* Name and size of @span in a word whose upper left corner is at @x, @y: what fits. */
void hy_street_paint_name (cairo_t *cr, const HyStreetLook *look, const HySpan *span, double x, double y, double scale);

/* Its value in instance @place, where that is known. */
void hy_street_paint_value (cairo_t *cr, const HyStreetLook *look, HyScene *scene, const HyPlace *place,
                            const HySpan *span, double x, double y, double scale);

/* From this many text sizes a word on, rooms say what they are. */
#define HY_NAMES_SCALE 1.4

/* From this many text sizes a word on, rooms show what they hold. */
#define HY_VALUES_SCALE 2.85

/* What one instance holds, on its rooms: its tile is at @x, @y. */
void hy_street_paint_values (cairo_t *cr, const HyStreetLook *look, HyScene *scene, const HyPlace *place,
                             const HyTile *tile, double x, double y, double scale);

G_END_DECLS
