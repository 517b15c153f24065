/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-part-paint.h"

#define GAP 1.5

typedef struct
{
  cairo_t *cr;
  const HyPalette *palette;
  double word_width, y, height;
  guint word;
} Bar;

static double
paint_span (const Bar *self, const HySpan *span, double x)
{
  gboolean coarse = self->word_width < 2 * GAP;
  double gap = coarse ? 0 : GAP;
  guint64 cell = coarse ? MAX (span->size, 1) : self->word;

  for (guint64 offset = 0; offset < span->size; offset += cell)
    {
      double width = self->word_width * (double) MIN (cell, span->size - offset) / self->word;

      hy_palette_paint_span (self->palette, self->cr, span->kind, x, self->y, MAX (width - gap, 0.5), self->height,
                             coarse ? 0 : 2);
      x += width;
    }
  return x;
}

void
hy_paint_parts (cairo_t *cr, HyFootprint *footprint, guint64 full, double x, double y, double width, double height,
                const HyPalette *palette)
{
  const HyRankRun *run = hy_footprint_steady (footprint);
  guint word = footprint->layout->abi->pointer;
  Bar bar = { cr, palette, width * word / (double) full, y, height, word };

  for (gsize i = 0; run != NULL && i < run->n_blocks; i++)
    for (gsize j = 0; j < run->blocks[i].n_spans; j++)
      x = paint_span (&bar, &run->blocks[i].spans[j], x);
}
