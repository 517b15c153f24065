/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "hy-layout.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha; /* 0 … 1, not premultiplied */
} HyColor;

typedef enum
{
  HY_PALETTE_LIGHT,
  HY_PALETTE_DARK,
  HY_PALETTE_CONTRAST_LIGHT,
  HY_PALETTE_CONTRAST_DARK,
} HyPaletteKind;
#define HY_N_PALETTES 4

/* Accents repeat after this many classes; lines are then told apart by their dashes and labels. */
#define HY_N_ACCENTS 8
#define HY_N_SPAN_KINDS (HY_SPAN_PADDING + 1)

/* Colours of the pictures, safe for the common kinds of colour blindness. Constant. */
typedef struct
{
  HyPaletteKind kind;
  HyColor background;                  /* of yard and chart */
  HyColor text;                        /* at least 7:1 on background */
  HyColor text_dim;                    /* at least 4.5:1 */
  HyColor grid;                        /* rules, axis ticks */
  HyColor outline;                     /* pools, arenas, the floor plan: at least 3:1 */
  HyColor selection;                   /* ring around what is selected: at least 3:1 */
  HyColor hover;                       /* ring around what is under the pointer: at least 3:1 */
  HyColor rent;                        /* area between the dearest and the cheapest line */
  HyColor spare_back;                  /* an empty place: its ground … */
  HyColor spare_lines;                 /* … and its hatching */
  HyColor accents[HY_N_ACCENTS];       /* one a class: swatch, line, label; at least 4.5:1 */
  HyColor spans[HY_N_SPAN_KINDS];      /* by HySpanKind */
  HyColor spans_text[HY_N_SPAN_KINDS]; /* text on such a span: at least 4.5:1 */
} HyPalette;

const HyPalette *hy_palette_get (HyPaletteKind kind);

/* Accent of the class with colour index @index, of any size. */
const HyColor *hy_palette_accent (const HyPalette *self, guint index);

void hy_color_set_source (const HyColor *self, cairo_t *cr);

/* @from … @to, opaque. */
HyColor hy_color_blend (const HyColor *from, const HyColor *to, double part);

/* Part of an empty place that its hatching covers. */
#define HY_HATCH_SHARE 0.3

/* Hatches what the path encloses, as an empty place is. @x, @y: where the lines start from, so that they keep their
 * place on what is hatched; @pitch: their distance, in user units. Consumes the path. */
void hy_palette_fill_spare (const HyPalette *self, cairo_t *cr, double x, double y, double pitch);

/* The same as a pattern of pixels with lines every @pitch of them: many times faster where much is hatched.
 * (transfer full) */
cairo_pattern_t *hy_palette_hatch_new (const HyPalette *self, int pitch);

/* Paints a swatch of a span kind (hatched if empty) with rounded corners: part bars, inspector rows. */
void hy_palette_paint_span (const HyPalette *self, cairo_t *cr, HySpanKind kind, double x, double y, double width,
                            double height, double radius);

G_END_DECLS
