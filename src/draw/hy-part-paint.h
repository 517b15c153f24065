/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"
#include "hy-palette.h"

G_BEGIN_DECLS

/* A bar of what a steady instance is made of, a cell a word where there is room; @width is that of @full bytes. Nothing
 * where its cost is unknown. */
void hy_paint_parts (cairo_t *cr, HyFootprint *footprint, guint64 full, double x, double y, double width, double height,
                     const HyPalette *palette);

G_END_DECLS
