/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-palette.h"

G_BEGIN_DECLS

/* Everything black on white, but for the floor plan: how dark a picture is tells what area is drawn. */
void draw_ink_palette (HyPalette *palette);

/* Pixels that are black, grey ones by their part. */
double draw_ink (cairo_surface_t *image);
double draw_ink_within (cairo_surface_t *image, int x, int y, int width, int height);

guint32 draw_pixel (cairo_surface_t *image, int x, int y);

/* Compares with tests/draw/reference/NAME.png. On a difference leaves NAME.out.png and NAME.diff.png in the build
 * directory and fails the test. */
void draw_assert_reference (cairo_surface_t *image, const char *name);

G_END_DECLS
