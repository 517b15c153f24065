/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  const char *family; /* NULL: Sans */
  double size;        /* user units */
  gboolean bold;
} HyFont;

/* A line of text with figures of equal width. @width > 0: no wider than that, ellipsized. (transfer full) */
PangoLayout *hy_text_new (cairo_t *cr, const HyFont *font, const char *text, double width);

/* The same on as many lines as it takes. */
PangoLayout *hy_text_new_wrapped (cairo_t *cr, const HyFont *font, const char *text, double width);

/* Size that a text would have: on one line, or with @wrap > 0 on lines of that width. Either may be NULL. */
void hy_text_measure (const HyFont *font, const char *text, double wrap, double *width, double *height);

/* Size of the line in user units. Either may be NULL. */
void hy_text_size (PangoLayout *layout, double *width, double *height);

/* Draws it with its upper left corner at @x, @y in the current source. */
void hy_text_show (cairo_t *cr, PangoLayout *layout, double x, double y);

G_END_DECLS
