/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-render.h"

#include <string.h>

#include "hy-export-file.h"
#include "read-png.h"

static void
paint (cairo_t *cr, const HyRenderSpec *spec, gpointer user_data)
{
  guint *n_calls = user_data;

  (*n_calls)++;
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, spec->width / 2.0, 0, spec->width / 2.0, spec->height);
  cairo_fill (cr);
}

static GBytes *
render (const HyRenderSpec *spec)
{
  g_autoptr (GError) error = NULL;
  guint n_calls = 0;
  GBytes *bytes = hy_render (spec, paint, &n_calls, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_calls, ==, 1);
  return bytes;
}

static void
test_png (void)
{
  static const double scales[] = { 1, 1.5, 2, 4 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      HyRenderSpec spec = { HY_RENDER_PNG, 200, 100, scales[i], NULL };
      g_autoptr (GBytes) bytes = render (&spec);
      cairo_surface_t *surface = read_png (bytes);
      const guint8 *row = cairo_image_surface_get_data (surface);

      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 200 * scales[i]);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 100 * scales[i]);
      /* User units reach to the edge at every scale. */
      g_assert_cmpuint (((const guint32 *) (gconstpointer) row)[0] & 0xffffff, ==, 0);
      g_assert_cmpuint (((const guint32 *) (gconstpointer) row)[(int) (200 * scales[i]) - 1] & 0xffffff, ==, 0xff0000);
      cairo_surface_destroy (surface);
    }
}

static void
test_vector (void)
{
  HyRenderSpec svg = { HY_RENDER_SVG, 200, 100, 1, NULL }, pdf = { HY_RENDER_PDF, 200, 100, 1, "Orders" };
  g_autoptr (GBytes) svg_bytes = render (&svg);
  g_autoptr (GBytes) pdf_bytes = render (&pdf);
  g_autofree char *text = g_strndup (g_bytes_get_data (svg_bytes, NULL), g_bytes_get_size (svg_bytes));

  g_assert_nonnull (strstr (text, "<svg "));
  g_assert_nonnull (strstr (text, "viewBox=\"0 0 200 100\""));
  g_assert_true (g_str_has_suffix (text, "</svg>\n"));
  g_assert_cmpint (memcmp (g_bytes_get_data (pdf_bytes, NULL), "%PDF-", 5), ==, 0);
}

static void
test_sizes (void)
{
  static const HyRenderSpec specs[] = {
    { HY_RENDER_PNG, 0, 100, 1, NULL },           { HY_RENDER_PNG, 100, 63, 1, NULL },
    { HY_RENDER_PNG, 16385, 100, 1, NULL },       { HY_RENDER_PNG, G_MAXUINT, G_MAXUINT, 4, NULL },
    { HY_RENDER_PNG, 100, 100, 0.5, NULL },       { HY_RENDER_PNG, 100, 100, 5, NULL },
    { HY_RENDER_PNG, 16384, 100, 4, NULL },       { HY_RENDER_PNG, 8000, 8000, 4, NULL },
    { HY_RENDER_PNG, 100, 100, 0.0 / 0.0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_autoptr (GError) error = NULL;
      guint n_calls = 0;

      g_assert_null (hy_render (&specs[i], paint, &n_calls, &error));
      g_assert_error (error, HY_EXPORT_ERROR, HY_EXPORT_ERROR_SIZE);
      g_assert_cmpuint (n_calls, ==, 0);
    }
}

static void
paint_wrongly (cairo_t *cr, const HyRenderSpec *spec, gpointer user_data)
{
  cairo_restore (cr);
}

static void
test_failure (void)
{
  HyRenderSpec spec = { HY_RENDER_PNG, 100, 100, 1, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (hy_render (&spec, paint_wrongly, NULL, &error));
  g_assert_error (error, HY_EXPORT_ERROR, HY_EXPORT_ERROR_FAILED);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *path;
    HyRenderFormat format;
  } cases[] = { { "a.png", HY_RENDER_PNG }, { "/x.pdf/b.SVG", HY_RENDER_SVG }, { "c.d.Pdf", HY_RENDER_PDF } };
  static const char *const wrong[] = { "png", "a.jpg", "a.png/b", "", "a.svgz", "-" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HyRenderFormat format;

      g_assert_true (hy_render_format_from_path (cases[i].path, &format, NULL));
      g_assert_cmpint (format, ==, cases[i].format);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      HyRenderFormat format;
      g_autoptr (GError) error = NULL;

      g_assert_false (hy_render_format_from_path (wrong[i], &format, &error));
      g_assert_error (error, HY_EXPORT_ERROR, HY_EXPORT_ERROR_FORMAT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/png", test_png);
  g_test_add_func ("/render/vector", test_vector);
  g_test_add_func ("/render/sizes", test_sizes);
  g_test_add_func ("/render/failure", test_failure);
  g_test_add_func ("/render/formats", test_formats);
  return g_test_run ();
}
