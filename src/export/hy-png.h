/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* @surface, an image of format CAIRO_FORMAT_RGB24, as a PNG file. Several times as fast as cairo's own writer, which
 * tries every filter on every row: flat colours gain nothing by it. (transfer full); NULL with
 * HY_EXPORT_ERROR_FAILED. */
GBytes *hy_png_encode (cairo_surface_t *surface, GError **error);

G_END_DECLS
