/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A picture in a file format, made in memory. */
typedef enum
{
  HY_RENDER_PNG,
  HY_RENDER_SVG,
  HY_RENDER_PDF,
} HyRenderFormat;

#define HY_RENDER_MIN_SIZE 64
#define HY_RENDER_MAX_SIZE 16384
#define HY_RENDER_MAX_SCALE 4

typedef struct
{
  HyRenderFormat format;
  guint width, height; /* user units: pixels of a PNG at scale 1, points of a PDF; MIN_SIZE … MAX_SIZE */
  double scale;        /* PNG: 1 … MAX_SCALE pixels per user unit; others: 1 */
  const char *title;   /* PDF metadata; NULL for none */
  const char *date;    /* the same: when it was made, ISO 8601; NULL: now */
} HyRenderSpec;

/* Paints the whole picture in user units, its corner at the origin. */
typedef void (*HyRenderFunc) (cairo_t *cr, const HyRenderSpec *spec, gpointer user_data);

/* By the end of @path's name, case not counted. FALSE with HY_EXPORT_ERROR_FORMAT. */
gboolean hy_render_format_from_path (const char *path, HyRenderFormat *format, GError **error);

/* (transfer full); NULL with HY_EXPORT_ERROR_SIZE or HY_EXPORT_ERROR_FAILED. */
GBytes *hy_render (const HyRenderSpec *spec, HyRenderFunc paint, gpointer user_data, GError **error);

G_END_DECLS
