/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The picture that @bytes are, read to their last byte. (transfer full) */
cairo_surface_t *read_png (GBytes *bytes);

G_END_DECLS
