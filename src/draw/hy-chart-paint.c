/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-chart-paint.h"
#include "hy-chart-private.h"
#include "hy-number.h"
#include "hy-rounded.h"

#include <math.h>

#define STEP 2.0         /* user units between two samples of what isn't straight */
#define HANDLE 0.4       /* height of the handle below the axis, in text sizes */
#define COUNTS_BELOW 0.6 /* where the axis's counts begin: below the handle */

typedef struct
{
  cairo_t *cr;
  HyChart *chart;
  const HyPalette *palette;
} Painter;

static const HyColor *
line_color (const Painter *self, gsize line)
{
  return hy_palette_accent (self->palette, self->chart->lines[line].color);
}

/* A text with its anchor (0 … 1 in both directions) at @x, @y. */
static void
show (const Painter *self, HyFont font, const HyColor *color, const char *text, double x, double y, double anchor_x,
      double anchor_y, double room)
{
  double width, height;
  g_autoptr (PangoLayout) layout = hy_text_new (self->cr, &font, text, room);
  hy_text_size (layout, &width, &height);
  hy_color_set_source (color, self->cr);
  hy_text_show (self->cr, layout, x - width * anchor_x, y - height * anchor_y);
}

static double
crisp (double position)
{
  return floor (position) + 0.5;
}

static void
paint_axes (const Painter *self)
{
  HyChart *chart = self->chart;
  const HyRect *plot = &chart->plot;
  HyFont font = hy_chart_font (chart, 0.92, FALSE);
  double text = chart->options.text_size;
  cairo_set_line_width (self->cr, 1);
  for (gsize i = 0; i < chart->y.n_ticks; i++)
    {
      double y = hy_chart_y (chart, chart->y.ticks[i]);
      g_autofree char *label = hy_axis_label (&chart->y, i);
      cairo_move_to (self->cr, plot->x, crisp (y));
      cairo_line_to (self->cr, plot->x + plot->width, crisp (y));
      hy_color_set_source (i == 0 ? &self->palette->outline : &self->palette->grid, self->cr);
      cairo_stroke (self->cr);
      show (self, font, &self->palette->text_dim, label, plot->x - text * 0.7, y, 1, 0.5, 0);
    }
  for (gsize i = 0; i < chart->x.n_ticks; i++)
    {
      double x = hy_chart_x (chart, chart->x.ticks[i]), bottom = plot->y + plot->height;
      g_autofree char *label = hy_axis_label (&chart->x, i);
      cairo_move_to (self->cr, crisp (x), bottom);
      cairo_line_to (self->cr, crisp (x), bottom + text * 0.25);
      hy_color_set_source (&self->palette->outline, self->cr);
      cairo_stroke (self->cr);
      show (self, font, &self->palette->text_dim, label, x, bottom + text * COUNTS_BELOW, 0.5, 0, 0);
    }
}

/* Dearest or cheapest of the drawn lines along the axis, as a path. */
static void
envelope_to (const Painter *self, gboolean dearest, gboolean forward)
{
  HyChart *chart = self->chart;
  guint steps = (guint) MAX (chart->plot.width / STEP, 1);
  for (guint i = 0; i <= steps; i++)
    {
      double position = (double) (forward ? i : steps - i) / steps;
      double count = MIN (hy_axis_value (&chart->x, position), (double) chart->end);
      gsize most, least;
      if (hy_chart_extremes (chart, count, &most, &least))
        cairo_line_to (self->cr, chart->plot.x + position * chart->plot.width,
                       hy_chart_y (chart, hy_chart_value_at (chart, dearest ? most : least, count)));
    }
}

static void
paint_rent (const Painter *self)
{
  cairo_new_path (self->cr);
  envelope_to (self, TRUE, TRUE);
  envelope_to (self, FALSE, FALSE);
  cairo_close_path (self->cr);
  hy_color_set_source (&self->palette->rent, self->cr);
  cairo_fill (self->cr);
}

static void
line_path (const Painter *self, gsize line)
{
  HyChart *chart = self->chart;
  const HySeries *series = chart->lines[line].series;
  guint64 end = MIN (chart->end, series->points[series->n - 1].count);
  cairo_new_path (self->cr);
  if (!chart->x.log && !chart->y.log)
    {
      for (gsize i = 0; i < series->n && series->points[i].count < end; i++)
        cairo_line_to (self->cr, hy_chart_x (chart, (double) series->points[i].count),
                       hy_chart_y (chart, hy_chart_point_bytes (series, i)));
    }
  else
    {
      double right = hy_chart_x (chart, (double) end);
      for (double x = chart->plot.x; x < right; x += STEP)
        {
          double count = hy_axis_value (&chart->x, (x - chart->plot.x) / chart->plot.width);
          /* A logarithmic axis has no place for nothing at all. */
          if (!chart->y.log || count >= 1)
            cairo_line_to (self->cr, x, hy_chart_y (chart, hy_chart_value_at (chart, line, count)));
        }
    }
  cairo_line_to (self->cr, hy_chart_x (chart, (double) end), hy_chart_y (chart, hy_chart_value (chart, line, end)));
}

/* Earlier lines that this one would hide. */
static guint
count_covered (HyChart *chart, gsize line)
{
  guint n = 0;
  double y = hy_chart_y (chart, hy_chart_value (chart, line, chart->end));
  for (gsize i = 0; i < line; i++)
    if (hy_chart_line_drawn (&chart->lines[i]) &&
        fabs (hy_chart_y (chart, hy_chart_value (chart, i, chart->end)) - y) < 1.5)
      n++;
  return n;
}

static void
paint_lines (const Painter *self)
{
  double dashes[] = { 5, 4 };
  double width = self->palette->kind >= HY_PALETTE_CONTRAST_LIGHT ? 3 : 2.25;
  cairo_save (self->cr);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  for (gsize i = 0; i < self->chart->n_lines; i++)
    {
      if (!hy_chart_line_drawn (&self->chart->lines[i]))
        continue;
      line_path (self, i);
      cairo_set_line_width (self->cr, width);
      hy_color_set_source (line_color (self, i), self->cr);
      /* Lines that coincide share the way. */
      guint covered = count_covered (self->chart, i);
      double shared[] = { 10, 10.0 * covered };
      if (covered > 0)
        cairo_set_dash (self->cr, shared, G_N_ELEMENTS (shared), 0);
      else
        cairo_set_dash (self->cr, dashes, self->chart->lines[i].plan ? (int) G_N_ELEMENTS (dashes) : 0, 0);
      cairo_stroke (self->cr);
    }
  cairo_restore (self->cr);
}

static void
paint_end_labels (const Painter *self)
{
  HyChart *chart = self->chart;
  double text = chart->options.text_size;
  for (gsize i = 0; i < chart->n_lines; i++)
    {
      const HyChartLine *line = &chart->lines[i];
      if (!hy_chart_line_drawn (line))
        continue;
      guint64 end = MIN (chart->end, line->series->points[line->series->n - 1].count);
      double x = hy_chart_x (chart, (double) end), y = hy_chart_y (chart, hy_chart_value (chart, i, end));
      double left = chart->plot.x + chart->plot.width + text * 0.8;
      hy_color_set_source (line_color (self, i), self->cr);
      cairo_set_line_width (self->cr, 1);
      cairo_move_to (self->cr, x + 1, y);
      cairo_line_to (self->cr, left - text * 0.25, chart->label_y[i]);
      if (fabs (y - chart->label_y[i]) > 2)
        cairo_stroke (self->cr);
      cairo_new_path (self->cr);
      g_autofree char *label = hy_chart_line_label (chart, i);
      show (self, hy_chart_font (chart, 1, !line->plan), line_color (self, i), label, left, chart->label_y[i], 0, 0.5,
            chart->label_width);
    }
}

static void
vertical (const Painter *self, double x, const HyColor *color, double width, gboolean dotted)
{
  static const double dots[] = { 2, 3 };
  cairo_save (self->cr);
  cairo_set_line_width (self->cr, width);
  if (dotted)
    cairo_set_dash (self->cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_move_to (self->cr, crisp (x), self->chart->plot.y - self->chart->options.text_size * 0.4);
  cairo_line_to (self->cr, crisp (x), self->chart->plot.y + self->chart->plot.height);
  hy_color_set_source (color, self->cr);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* The slider's count: a line with a handle on the axis; only the handle where the line would pass for the axis. */
static void
paint_cursor (const Painter *self)
{
  HyChart *chart = self->chart;
  double x = hy_chart_x (chart, (double) chart->options.count), y = chart->plot.y + chart->plot.height;
  double size = chart->options.text_size * HANDLE;
  if (x > chart->plot.x + size * 2)
    vertical (self, x, &self->palette->selection, 1.5, FALSE);
  cairo_move_to (self->cr, x, y + 1);
  cairo_line_to (self->cr, x - size, y + 1 + size);
  cairo_line_to (self->cr, x + size, y + 1 + size);
  cairo_close_path (self->cr);
  hy_color_set_source (&self->palette->selection, self->cr);
  cairo_fill (self->cr);
}

static void
paint_markers (const Painter *self, guint64 count, double radius)
{
  for (gsize i = 0; i < self->chart->n_lines; i++)
    {
      double value = hy_chart_line_drawn (&self->chart->lines[i]) ? hy_chart_value (self->chart, i, count) : -1;
      if (value < 0)
        continue;
      cairo_new_sub_path (self->cr);
      cairo_arc (self->cr, hy_chart_x (self->chart, (double) count), hy_chart_y (self->chart, value), radius, 0,
                 2 * G_PI);
      hy_color_set_source (&self->palette->background, self->cr);
      cairo_fill_preserve (self->cr);
      cairo_set_line_width (self->cr, 2);
      hy_color_set_source (line_color (self, i), self->cr);
      cairo_stroke (self->cr);
    }
}

static void
paint_measured (const Painter *self)
{
  HyChart *chart = self->chart;
  cairo_set_line_width (self->cr, 1.5);
  for (gsize i = 0; i < chart->n_lines; i++)
    for (gsize j = 0; hy_chart_line_drawn (&chart->lines[i]) && j < chart->lines[i].n_measured; j++)
      {
        const HyChartPoint *point = &chart->lines[i].measured[j];
        double x = hy_chart_x (chart, (double) point->count), y = hy_chart_y (chart, point->median);
        double low = hy_chart_y (chart, point->min), high = hy_chart_y (chart, point->max);
        hy_color_set_source (&self->palette->text, self->cr);
        cairo_move_to (self->cr, x, low);
        cairo_line_to (self->cr, x, high);
        cairo_move_to (self->cr, x - 4, low);
        cairo_line_to (self->cr, x + 4, low);
        cairo_move_to (self->cr, x - 4, high);
        cairo_line_to (self->cr, x + 4, high);
        cairo_stroke (self->cr);
        hy_color_set_source (line_color (self, i), self->cr);
        cairo_rectangle (self->cr, x - 3.5, y - 3.5, 7, 7);
        cairo_fill_preserve (self->cr);
        hy_color_set_source (&self->palette->background, self->cr);
        cairo_stroke (self->cr);
      }
}

/* Grid lines keep off a text. */
static void
clear_behind (const Painter *self, HyFont font, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = hy_text_new (self->cr, &font, text, 0);
  cairo_move_to (self->cr, x, y);
  pango_cairo_layout_path (self->cr, layout);
  hy_color_set_source (&self->palette->background, self->cr);
  cairo_set_line_width (self->cr, font.size * 0.4);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (self->cr);
}

/* The saving in words: left of its count and above the dearest line, or above the plot. */
static void
paint_rent_text (const Painter *self)
{
  HyChart *chart = self->chart;
  gsize dearest, cheapest;
  g_autofree char *text = hy_chart_rent_text (chart, chart->focus);
  if (text == NULL || !hy_chart_extremes (chart, (double) chart->focus, &dearest, &cheapest))
    return;
  HyFont font = hy_chart_font (chart, 1, TRUE);
  double width, height, size = chart->options.text_size;
  hy_text_measure (&font, text, 0, &width, &height);
  if (chart->rent_above)
    {
      double room = MAX (chart->options.width - 2 * HY_CHART_MARGIN * size, 1);
      font.size *= CLAMP (room / width, 0.75, 1);
      show (self, font, &self->palette->text, text, HY_CHART_MARGIN * size, chart->plot.y - size * 1.7, 0, 0, room);
      return;
    }
  double x = hy_chart_x (chart, (double) chart->focus) - size * 0.8;
  double y = hy_chart_y (chart, hy_chart_value (chart, dearest, chart->focus)) - height * 1.25;
  x = MAX (x, chart->plot.x + size * 0.5 + width);
  y = CLAMP (y, chart->plot.y - height * 0.4, chart->plot.y + chart->plot.height - height);
  clear_behind (self, font, text, x - width, y);
  show (self, font, &self->palette->text, text, x, y, 1, 0, 0);
}

static void
paint_frame_texts (const Painter *self)
{
  const HyChartOptions *options = &self->chart->options;
  double size = options->text_size, margin = HY_CHART_MARGIN * size, room = MAX (options->width - 2 * margin, 1);
  if (options->title != NULL)
    show (self, hy_chart_font (self->chart, 1.35, TRUE), &self->palette->text, options->title, margin, size * 0.7, 0, 0,
          room);
  if (!self->chart->note[0])
    return;
  HyFont font = hy_chart_font (self->chart, 0.88, FALSE);
  g_autoptr (PangoLayout) note = hy_text_new_wrapped (self->cr, &font, self->chart->note, room);
  hy_color_set_source (&self->palette->text_dim, self->cr);
  hy_text_show (self->cr, note, margin, options->height - self->chart->note_height - size * 0.4);
}

void
hy_paint_chart (cairo_t *cr, HyChart *chart, const HyPalette *palette)
{
  Painter self = { .cr = cr, .chart = chart, .palette = palette };
  const HyChartOptions *options = &chart->options;
  cairo_save (cr);
  hy_color_set_source (&palette->background, cr);
  cairo_rectangle (cr, 0, 0, options->width, options->height);
  cairo_fill (cr);
  paint_axes (&self);
  paint_rent (&self);
  if (options->pin > 0 && options->pin <= chart->end)
    vertical (&self, hy_chart_x (chart, (double) options->pin), &palette->outline, 1.2, TRUE);
  paint_cursor (&self);
  paint_lines (&self);
  if (options->pin > 0 && options->pin <= chart->end)
    paint_markers (&self, options->pin, 4.5);
  if (options->count != options->pin)
    paint_markers (&self, options->count, 3.5);
  paint_measured (&self);
  paint_end_labels (&self);
  paint_rent_text (&self);
  paint_frame_texts (&self);
  cairo_restore (cr);
}

/* One row of the read-off: a class and its bytes. */
static void
paint_row (const Painter *self, gsize line, guint64 count, double x, double y, double width)
{
  HyFont font = hy_chart_font (self->chart, 0.95, FALSE);
  double value = hy_chart_value (self->chart, line, count);
  g_autofree char *bytes = hy_format_bytes ((guint64) round (MAX (value, 0)));
  show (self, font, line_color (self, line), self->chart->lines[line].label, x, y, 0, 0, width * 0.6);
  show (self, font, &self->palette->text, bytes, x + width, y, 1, 0, 0);
}

static void
paint_card (const Painter *self, guint64 count)
{
  HyChart *chart = self->chart;
  double size = chart->options.text_size, row = size * 1.45, width = MIN (size * 15, chart->options.width - 3 * size);
  gsize rows = 1;
  for (gsize i = 0; i < chart->n_lines; i++)
    rows += hy_chart_line_drawn (&chart->lines[i]) ? 1 : 0;
  double at = hy_chart_x (chart, (double) count), x = at + size, y = chart->plot.y + size * 0.6;
  if (at > chart->plot.x + chart->plot.width / 2)
    x = MAX (size, at - size - width);
  hy_rounded_path (self->cr, x - size * 0.6, y - size * 0.4, width + size * 1.2, (double) rows * row + size * 0.5,
                   size * 0.5);
  hy_color_set_source (&self->palette->background, self->cr);
  cairo_fill_preserve (self->cr);
  cairo_set_line_width (self->cr, 1);
  hy_color_set_source (&self->palette->outline, self->cr);
  cairo_stroke (self->cr);

  g_autofree char *number = hy_format_count (count);
  show (self, hy_chart_font (chart, 0.95, TRUE), &self->palette->text, number, x, y, 0, 0, width);
  for (gsize i = 0; i < chart->n_lines; i++)
    if (hy_chart_line_drawn (&chart->lines[i]))
      paint_row (self, i, count, x, y += row, width);
}

void
hy_paint_chart_hover (cairo_t *cr, HyChart *chart, const HyPalette *palette, guint64 count)
{
  Painter self = { .cr = cr, .chart = chart, .palette = palette };
  if (count > chart->end)
    return;
  cairo_save (cr);
  vertical (&self, hy_chart_x (chart, (double) count), &palette->hover, 1, FALSE);
  paint_markers (&self, count, 3.5);
  paint_card (&self, count);
  cairo_restore (cr);
}
