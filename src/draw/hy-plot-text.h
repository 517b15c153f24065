/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-street-paint.h"

G_BEGIN_DECLS

/* Names, sizes and values in the words of the pools in sight. */
void hy_plots_paint_text (cairo_t *cr, HyScene *scene, const HyView *view, gsize lane, const HyStreetLook *look);

G_END_DECLS
