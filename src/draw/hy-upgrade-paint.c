/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-upgrade.h"

#include "hy-number.h"
#include "hy-part-paint.h"
#include "hy-text.h"

#define TEXT_SIZE 13.0
/* In sizes of the text. */
#define LEAST_COLUMN 22.0
#define GAP 2.0
#define ROW 1.9
#define BAR 0.8
#define VERSION 3.2
#define DIGITS 5.0

typedef struct
{
  cairo_t *cr;
  const HyUpgrade *upgrade;
  const HyPalette *palette;
  double size; /* of the text */
  double column;
} Picture;

static double
text_size_or_default (double text_size)
{
  return text_size > 0 ? text_size : TEXT_SIZE;
}

static guint
count_columns (const HyUpgrade *self, double width, double size)
{
  double fitting = (width + GAP * size) / ((LEAST_COLUMN + GAP) * size);
  return (guint) CLAMP (fitting, 1, (double) MAX (self->versions->n_classes, 1));
}

/* Of one class: its name and a row a version. */
static double
class_height (const HyUpgrade *self, double size)
{
  return ((double) self->versions->n_abis + 1) * ROW * size + GAP * size;
}

static double
bars_height (const HyUpgrade *self, double width, double size)
{
  guint columns = count_columns (self, width, size);
  gsize rows = (self->versions->n_classes + columns - 1) / columns;
  return (double) rows * class_height (self, size);
}

double
hy_upgrade_height (const HyUpgrade *self, double width, double text_size)
{
  double size = text_size_or_default (text_size), height;
  HyFont font = { NULL, size, FALSE };
  g_autofree char *text = hy_upgrade_text (self);
  hy_text_measure (&font, text, width, NULL, &height);
  return bars_height (self, width, size) + (text[0] != '\0' ? height : 0);
}

/* One line, its middle at @y; against the right end of @width where @right. */
static void
paint_text (const Picture *self, const char *text, gboolean strong, double x, double y, double width, gboolean right)
{
  HyFont font = { NULL, self->size, strong };
  g_autoptr (PangoLayout) layout = hy_text_new (self->cr, &font, text, width);
  double text_width, text_height;
  hy_text_size (layout, &text_width, &text_height);
  hy_color_set_source (strong ? &self->palette->text : &self->palette->text_dim, self->cr);
  hy_text_show (self->cr, layout, right ? x + width - text_width : x, y - text_height / 2);
}

static void
paint_version (const Picture *self, gsize class, gsize version, double x, double y)
{
  const HyVersions *versions = self->upgrade->versions;
  HyFootprint *footprint = hy_versions_get (versions, class, version);
  gint64 bytes = hy_versions_bytes (versions, class, version);
  gboolean compared = version == self->upgrade->from || version == self->upgrade->to;
  double bar = self->column - (VERSION + DIGITS) * self->size, height = BAR * self->size;
  g_autofree char *name = g_strdup_printf ("3.%u", versions->abis[version]->minor);
  g_autofree char *digits = bytes >= 0 ? hy_format_bytes ((guint64) bytes) : NULL;
  const char *answer = footprint->layout->status == HY_STATUS_ERROR ? footprint->layout->error_type : "?";

  paint_text (self, name, compared, x, y, VERSION * self->size, FALSE);
  hy_paint_parts (self->cr, footprint, versions->largest, x + VERSION * self->size, y - height / 2, bar, height,
                  self->palette);
  paint_text (self, digits != NULL ? digits : answer, compared, x + self->column - DIGITS * self->size, y,
              DIGITS * self->size, TRUE);
}

static void
paint_class (const Picture *self, gsize class, double x, double y)
{
  double row = ROW * self->size, swatch = BAR * self->size;
  hy_color_set_source (hy_palette_accent (self->palette, self->upgrade->colors[class]), self->cr);
  cairo_rectangle (self->cr, x, y + (row - swatch) / 2, swatch, swatch);
  cairo_fill (self->cr);
  paint_text (self, self->upgrade->labels[class], TRUE, x + 2 * swatch, y + row / 2, self->column - 2 * swatch, FALSE);
  for (gsize i = 0; i < self->upgrade->versions->n_abis; i++)
    paint_version (self, class, i, x, y + ((double) i + 1.5) * row);
}

void
hy_paint_upgrade (cairo_t *cr, const HyUpgrade *self, double x, double y, double width, double text_size,
                  const HyPalette *palette)
{
  double size = text_size_or_default (text_size);
  guint columns = count_columns (self, width, size);
  Picture picture = { cr, self, palette, size, (width - (columns - 1) * GAP * size) / columns };
  HyFont font = { NULL, size, FALSE };
  g_autofree char *text = hy_upgrade_text (self);
  g_autoptr (PangoLayout) layout = hy_text_new_wrapped (cr, &font, text, width);

  for (gsize i = 0; i < self->versions->n_classes; i++)
    paint_class (&picture, i, x + (double) (i % columns) * (picture.column + GAP * size),
                 y + (double) (i / columns) * class_height (self, size));
  hy_color_set_source (&palette->text, cr);
  hy_text_show (cr, layout, x, y + bars_height (self, width, size));
}
