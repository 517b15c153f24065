/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-lot.h"
#include "hy-raster.h"

G_BEGIN_DECLS

/* The pools of a lane whose corner is at @x, @y: @scale pixels of the raster a word. */
void hy_plots_raster (HyRaster *self, const HyLot *lot, const HyPalette *palette, double x, double y, double scale);

G_END_DECLS
