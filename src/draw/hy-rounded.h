/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Adds a rectangle with round corners to the path; a plain one where the radius is too small to be seen. */
void hy_rounded_path (cairo_t *cr, double x, double y, double width, double height, double radius);

G_END_DECLS
