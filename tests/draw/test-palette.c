/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-palette.h"

#include <math.h>

static double
linear_component (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const HyColor *self)
{
  return 0.2126 * linear_component (self->red) + 0.7152 * linear_component (self->green) +
         0.0722 * linear_component (self->blue);
}

/* Contrast of two opaque colours by WCAG 2: 1 … 21. */
static double
color_contrast (const HyColor *a, const HyColor *b)
{
  double la = luminance (a), lb = luminance (b);
  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static void
assert_contrast (const HyColor *a, const HyColor *b, double least, const char *what)
{
  double contrast = color_contrast (a, b);
  if (contrast < least)
    g_error ("%s: contrast %.2f, at least %.1f is needed", what, contrast, least);
}

static void
test_contrast (void)
{
  for (guint kind = 0; kind < HY_N_PALETTES; kind++)
    {
      const HyPalette *palette = hy_palette_get (kind);
      gboolean high = kind >= HY_PALETTE_CONTRAST_LIGHT;
      g_assert_cmpuint (palette->kind, ==, kind);
      assert_contrast (&palette->text, &palette->background, high ? 15 : 7, "text");
      assert_contrast (&palette->text_dim, &palette->background, high ? 7 : 4.5, "dim text");
      assert_contrast (&palette->outline, &palette->background, 3, "outline");
      assert_contrast (&palette->selection, &palette->background, 3, "selection");
      assert_contrast (&palette->hover, &palette->background, 3, "hover");
      for (guint i = 0; i < HY_N_ACCENTS; i++)
        assert_contrast (&palette->accents[i], &palette->background, 4.5, "accent");
      for (guint i = 0; i < HY_N_SPAN_KINDS; i++)
        assert_contrast (&palette->spans_text[i], &palette->spans[i], 4.5, hy_span_kind_to_string (i));
    }
}

static void
test_contrast_of_known (void)
{
  HyColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, grey = { 0.5, 0.5, 0.5, 1 };
  g_assert_cmpfloat_with_epsilon (color_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (color_contrast (&white, &white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (color_contrast (&grey, &white), color_contrast (&white, &grey), 1e-9);
}

/* How a colour looks with one kind of cone missing (Viénot, Brettel and Mollon 1999, in linear light). */
typedef struct
{
  const char *name;
  double matrix[3][3];
} Vision;

static const Vision visions[] = {
  { "all cones", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia", { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } } },
  { "deuteranopia", { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } } },
};

static void
see (const Vision *vision, const HyColor *color, double seen[3])
{
  double linear[3] = { pow (color->red, 2.2), pow (color->green, 2.2), pow (color->blue, 2.2) };
  for (guint i = 0; i < 3; i++)
    {
      double sum = 0;
      for (guint j = 0; j < 3; j++)
        sum += vision->matrix[i][j] * linear[j];
      seen[i] = pow (CLAMP (sum, 0, 1), 1 / 2.2);
    }
}

static double
distance (const Vision *vision, const HyColor *a, const HyColor *b)
{
  double one[3], other[3];
  see (vision, a, one);
  see (vision, b, other);
  return sqrt (pow (one[0] - other[0], 2) + pow (one[1] - other[1], 2) + pow (one[2] - other[2], 2));
}

/* What stands side by side in the lesson's pictures. */
static void
test_color_blindness (void)
{
  static const HySpanKind neighbours[][2] = {
    { HY_SPAN_PRE_HEADER, HY_SPAN_GC_HEAD },  { HY_SPAN_GC_HEAD, HY_SPAN_HEADER },
    { HY_SPAN_HEADER, HY_SPAN_SLOT },         { HY_SPAN_HEADER, HY_SPAN_VALUES_PREFIX },
    { HY_SPAN_VALUES_PREFIX, HY_SPAN_VALUE }, { HY_SPAN_VALUE, HY_SPAN_SPARE },
    { HY_SPAN_SLOT, HY_SPAN_VALUE },
  };
  for (guint kind = 0; kind < HY_N_PALETTES; kind++)
    for (gsize v = 0; v < G_N_ELEMENTS (visions); v++)
      {
        const HyPalette *palette = hy_palette_get (kind);
        for (gsize i = 0; i < G_N_ELEMENTS (neighbours); i++)
          if (distance (&visions[v], &palette->spans[neighbours[i][0]], &palette->spans[neighbours[i][1]]) < 0.1)
            g_error ("palette %u, %s: %s and %s look alike", kind, visions[v].name,
                     hy_span_kind_to_string (neighbours[i][0]), hy_span_kind_to_string (neighbours[i][1]));
        for (guint i = 0; i < 3; i++)
          for (guint j = 0; j < i; j++)
            if (distance (&visions[v], &palette->accents[i], &palette->accents[j]) < 0.1)
              g_error ("palette %u, %s: accents %u and %u look alike", kind, visions[v].name, i, j);
      }
}

static void
test_blend (void)
{
  HyColor from = { 0, 0.5, 1, 1 }, to = { 1, 0.5, 0, 1 };
  HyColor middle = hy_color_blend (&from, &to, 0.25);
  g_assert_cmpfloat (middle.red, ==, 0.25);
  g_assert_cmpfloat (middle.green, ==, 0.5);
  g_assert_cmpfloat (middle.blue, ==, 0.75);
}

static guint32
pixel_at (cairo_surface_t *image, int x, int y)
{
  cairo_surface_flush (image);
  return ((guint32 *) (cairo_image_surface_get_data (image) + y * cairo_image_surface_get_stride (image)))[x] &
         0xffffff;
}

/* An empty place shows both its ground and its lines, another one only its colour. */
static void
test_paint_span (void)
{
  const HyPalette *palette = hy_palette_get (HY_PALETTE_LIGHT);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 20);
  cairo_t *cr = cairo_create (image);
  hy_palette_paint_span (palette, cr, HY_SPAN_SLOT, 0, 0, 20, 20, 3);
  hy_palette_paint_span (palette, cr, HY_SPAN_SPARE, 20, 0, 20, 20, 3);
  cairo_destroy (cr);
  g_assert_cmphex (pixel_at (image, 10, 10), ==, 0x1f9d75);
  g_autoptr (GHashTable) colors = g_hash_table_new (NULL, NULL);
  for (int x = 22; x < 38; x++)
    g_hash_table_add (colors, GUINT_TO_POINTER (pixel_at (image, x, 10)));
  g_assert_cmpuint (g_hash_table_size (colors), >, 2);
  g_assert_false (g_hash_table_contains (colors, GUINT_TO_POINTER (0x1f9d75)));
  cairo_surface_destroy (image);
}

static void
test_accent_repeats (void)
{
  const HyPalette *palette = hy_palette_get (HY_PALETTE_DARK);
  g_assert_true (hy_palette_accent (palette, 1) == hy_palette_accent (palette, 1 + HY_N_ACCENTS));
  g_assert_true (hy_palette_accent (palette, 1) != hy_palette_accent (palette, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/palette/contrast", test_contrast);
  g_test_add_func ("/draw/palette/contrast-of-known", test_contrast_of_known);
  g_test_add_func ("/draw/palette/color-blindness", test_color_blindness);
  g_test_add_func ("/draw/palette/blend", test_blend);
  g_test_add_func ("/draw/palette/paint-span", test_paint_span);
  g_test_add_func ("/draw/palette/accent-repeats", test_accent_repeats);
  return g_test_run ();
}
