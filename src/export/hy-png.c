/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-png.h"

#include <glib/gi18n.h>
#include <png.h>

#include "hy-export-file.h"

/* Bytes red, green, blue of each pixel, rows without padding. */
static guint8 *
pack (cairo_surface_t *surface, gsize width, gsize height)
{
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint8 *packed = g_malloc (width * height * 3), *p = packed;

  for (gsize y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (pixels + y * stride);

      for (gsize x = 0; x < width; x++)
        {
          *p++ = row[x] >> 16;
          *p++ = row[x] >> 8;
          *p++ = row[x];
        }
    }
  return packed;
}

GBytes *
hy_png_encode (cairo_surface_t *surface, GError **error)
{
  png_image image = {
    .version = PNG_IMAGE_VERSION,
    .width = cairo_image_surface_get_width (surface),
    .height = cairo_image_surface_get_height (surface),
    .format = PNG_FORMAT_RGB,
    .flags = PNG_IMAGE_FLAG_FAST,
  };
  g_autofree guint8 *packed = NULL;
  g_autofree guint8 *file = NULL;
  png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX (image);

  cairo_surface_flush (surface);
  packed = pack (surface, image.width, image.height);
  file = g_malloc (length);
  if (!png_image_write_to_memory (&image, file, &length, 0, packed, 0, NULL))
    {
      g_set_error (error, HY_EXPORT_ERROR, HY_EXPORT_ERROR_FAILED, _ ("The picture can’t be made: %s"), image.message);
      return NULL;
    }
  return g_bytes_new_take (g_realloc (g_steal_pointer (&file), length), length);
}
