/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-render.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>

#include "hy-config.h"
#include "hy-export-file.h"
#include "hy-png.h"

/* 400 MB of pixels. */
#define MAX_PIXELS 100e6
/* cairo's own limit for a side. */
#define MAX_SIDE 32767.0

gboolean
hy_render_format_from_path (const char *path, HyRenderFormat *format, GError **error)
{
  static const char *const endings[] = { ".png", ".svg", ".pdf" };
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (lower, endings[i]))
        {
          *format = i;
          return TRUE;
        }
    }
  g_set_error (error, HY_EXPORT_ERROR, HY_EXPORT_ERROR_FORMAT,
               _ ("“%s” is no picture that can be written; end its name in .png, .svg or .pdf"), name);
  return FALSE;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_size (const HyRenderSpec *spec, GError **error)
{
  double width = spec->width * spec->scale, height = spec->height * spec->scale;

  if (MIN (spec->width, spec->height) >= HY_RENDER_MIN_SIZE && MAX (spec->width, spec->height) <= HY_RENDER_MAX_SIZE &&
      spec->scale >= 1 && spec->scale <= HY_RENDER_MAX_SCALE && MAX (width, height) <= MAX_SIDE &&
      width * height <= MAX_PIXELS)
    return TRUE;
  g_set_error (error, HY_EXPORT_ERROR, HY_EXPORT_ERROR_SIZE,
               _ ("A picture of %u × %u at scale %g can’t be made; a side may have %d to %d pixels, the scale may be 1 "
                  "to %d, and both together may make 100 million pixels"),
               spec->width, spec->height, spec->scale, HY_RENDER_MIN_SIZE, HY_RENDER_MAX_SIZE, HY_RENDER_MAX_SCALE);
  return FALSE;
}

static cairo_surface_t *
surface_new (const HyRenderSpec *spec, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (spec->format)
    {
    case HY_RENDER_SVG:
      return cairo_svg_surface_create_for_stream (append, bytes, spec->width, spec->height);
    case HY_RENDER_PDF:
      surface = cairo_pdf_surface_create_for_stream (append, bytes, spec->width, spec->height);
      if (spec->title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, spec->title);
      if (spec->date != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, spec->date);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Heapyard " HY_VERSION);
      return surface;
    case HY_RENDER_PNG:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (spec->width * spec->scale + 0.5),
                                            (int) (spec->height * spec->scale + 0.5));
      cairo_surface_set_device_scale (surface, spec->scale, spec->scale);
      return surface;
    }
}

GBytes *
hy_render (const HyRenderSpec *spec, HyRenderFunc paint, gpointer user_data, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  GBytes *file = NULL;

  if (!check_size (spec, error))
    return NULL;
  surface = surface_new (spec, bytes);
  cr = cairo_create (surface);
  paint (cr, spec, user_data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && spec->format == HY_RENDER_PNG)
    file = hy_png_encode (surface, error);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, HY_EXPORT_ERROR, HY_EXPORT_ERROR_FAILED, _ ("The picture can’t be made: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  if (spec->format != HY_RENDER_PNG)
    file = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  return file;
}
