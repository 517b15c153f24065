/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-chart-private.h"
#include "hy-number.h"

#include <glib/gi18n.h>
#include <math.h>

#define AXIS_MARGIN 1.15 /* the count is not at the very edge */
#define END_TICKS 7
#define MIN_X_TICKS 3
#define MAX_LABEL_PART 0.3 /* of the width, for labels at the lines' ends */
#define LEAST_PLOT 3       /* of the plot's height in text sizes, with a note below it */
#define FOCUS_PART 0.25    /* of the axis: further left, the cursor leaves the saving to the pin */

guint64
hy_chart_axis_end (guint64 count, guint64 pin)
{
  HyAxis axis;
  guint64 most = MAX (MAX (count, pin), 10);
  hy_axis_init (&axis, HY_AXIS_COUNT, (double) most * AXIS_MARGIN, END_TICKS);
  return MIN ((guint64) axis.max, HY_FOOTPRINT_MAX_COUNT);
}

double
hy_chart_point_bytes (const HySeries *series, gsize point)
{
  const HyFootprintTotal *it = &series->points[point];
  return (double) (series->include & HY_INCLUDE_POOLS ? it->pools : it->requested);
}

gboolean
hy_chart_line_drawn (const HyChartLine *self)
{
  const HySeries *series = self->series;
  if (self->hidden || series == NULL || series->n == 0)
    return FALSE;
  /* Whole pools of an allocator that is not modelled are not none. */
  return !(series->include & HY_INCLUDE_POOLS) || series->points[series->n - 1].count == 0 ||
         series->points[series->n - 1].pools > 0;
}

HyFont
hy_chart_font (HyChart *self, double factor, gboolean bold)
{
  return (HyFont){ .family = self->options.font, .size = self->options.text_size * factor, .bold = bold };
}

char *
hy_chart_line_label (HyChart *self, gsize line)
{
  const HyChartLine *it = &self->lines[line];
  if (it->per_instance <= 0 || self->short_labels)
    return g_strdup (it->label);
  g_autofree char *bytes = hy_format_bytes ((guint64) round (it->per_instance));
  return g_strdup_printf ("%s %s", it->label, bytes);
}

double
hy_chart_value_at (HyChart *self, gsize line, double count)
{
  const HySeries *series = self->lines[line].series;
  if (!hy_chart_line_drawn (&self->lines[line]) || count > (double) series->points[series->n - 1].count)
    return -1;
  gsize low = 0, high = series->n - 1;
  while (high - low > 1)
    {
      gsize middle = low + (high - low) / 2;
      if ((double) series->points[middle].count <= count)
        low = middle;
      else
        high = middle;
    }
  const HyFootprintTotal *a = &series->points[low], *b = &series->points[high];
  if (b->count == a->count)
    return hy_chart_point_bytes (series, low);
  double part = MAX (0, (count - (double) a->count) / (double) (b->count - a->count));
  double from = hy_chart_point_bytes (series, low);
  return from + part * (hy_chart_point_bytes (series, high) - from);
}

double
hy_chart_value (HyChart *self, gsize line, guint64 count)
{
  return hy_chart_value_at (self, line, (double) count);
}

gboolean
hy_chart_extremes (HyChart *self, double count, gsize *dearest, gsize *cheapest)
{
  double most = 0, least = 0;
  gsize n = 0;
  for (gsize i = 0; i < self->n_lines; i++)
    {
      double value = hy_chart_line_drawn (&self->lines[i]) ? hy_chart_value_at (self, i, count) : -1;
      if (value < 0)
        continue;
      if (n == 0 || value > most)
        {
          most = value;
          *dearest = i;
        }
      if (n == 0 || value < least)
        {
          least = value;
          *cheapest = i;
        }
      n++;
    }
  return n >= 2;
}

/* Largest value on the chart, and the smallest that is not nothing. */
static void
find_range (HyChart *self, guint64 end, double *least, double *most)
{
  *most = 0;
  *least = G_MAXDOUBLE;
  for (gsize i = 0; i < self->n_lines; i++)
    {
      const HyChartLine *line = &self->lines[i];
      if (!hy_chart_line_drawn (line))
        continue;
      *most = MAX (*most, hy_chart_value (self, i, MIN (end, line->series->points[line->series->n - 1].count)));
      double first = hy_chart_value (self, i, 1);
      if (first > 0)
        *least = MIN (*least, first);
      for (gsize j = 0; j < line->n_measured; j++)
        *most = MAX (*most, line->measured[j].max);
    }
  if (*least > *most)
    *least = 1;
}

/* Counts of measured points may lie beyond. */
static guint64
find_end (HyChart *self)
{
  guint64 most = self->options.count;
  for (gsize i = 0; i < self->n_lines; i++)
    for (gsize j = 0; j < self->lines[i].n_measured; j++)
      most = MAX (most, self->lines[i].measured[j].count);
  return hy_chart_axis_end (most, self->options.pin);
}

static void
make_note (HyChart *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GString) unknown = g_string_new (NULL);
  if (self->options.footer != NULL)
    g_ptr_array_add (parts, (char *) self->options.footer);
  if (self->options.log_x && self->options.log_y)
    g_ptr_array_add (parts, (char *) _ ("logarithmic axes: lengths are not in the ratio of the numbers"));
  else if (self->options.log_x)
    g_ptr_array_add (parts, (char *) _ ("logarithmic count axis"));
  else if (self->options.log_y)
    g_ptr_array_add (parts, (char *) _ ("logarithmic memory axis: heights are not in the ratio of the bytes"));
  for (gsize i = 0; i < self->n_lines; i++)
    if (!self->lines[i].hidden && !hy_chart_line_drawn (&self->lines[i]))
      g_string_append_printf (unknown, "%s%s", unknown->len ? ", " : "", self->lines[i].label);
  g_autofree char *left_out = NULL;
  if (unknown->len > 0)
    {
      /* Translators: a list of classes that the chart can't show */
      left_out = g_strdup_printf (_ ("not known, left out: %s"), unknown->str);
      g_ptr_array_add (parts, left_out);
    }
  g_ptr_array_add (parts, NULL);
  self->note = g_strjoinv (" · ", (char **) parts->pdata);
}

/* Widest of the end labels. */
static double
labels_width (HyChart *self)
{
  double widest = 0;
  HyFont font = hy_chart_font (self, 1, TRUE);
  for (gsize i = 0; i < self->n_lines; i++)
    {
      if (!hy_chart_line_drawn (&self->lines[i]))
        continue;
      double width;
      g_autofree char *label = hy_chart_line_label (self, i);
      hy_text_measure (&font, label, 0, &width, NULL);
      widest = MAX (widest, width + 1);
    }
  return widest;
}

static double
y_labels_width (HyChart *self)
{
  double widest = 0;
  HyFont font = hy_chart_font (self, 0.92, FALSE);
  for (gsize i = 0; i < self->y.n_ticks; i++)
    {
      double width;
      g_autofree char *label = hy_axis_label (&self->y, i);
      hy_text_measure (&font, label, 0, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

static void
place_labels_room (HyChart *self)
{
  double most = MAX (self->options.width * MAX_LABEL_PART, 0);
  self->label_width = labels_width (self);
  self->short_labels = self->label_width > most;
  if (self->short_labels)
    self->label_width = MIN (labels_width (self), most);
}

/* Room above the plot: a title, and the saving where there is none for it in the plot, left of its count. */
static double
room_above (HyChart *self)
{
  const HyChartOptions *options = &self->options;
  double text = options->text_size, saving = 0, part = (double) self->focus / (double) self->end;
  HyFont bold = hy_chart_font (self, 1, TRUE);
  if (options->log_x)
    part = log (MAX (self->focus, 1)) / log (MAX (self->end, 2));
  g_autofree char *rent = hy_chart_rent_text (self, self->focus);
  if (rent != NULL)
    hy_text_measure (&bold, rent, 0, &saving, NULL);
  self->rent_above = saving + 2 * text > part * (options->width - self->label_width - text * 6);
  return text * (options->title ? 3.3 : 1.0) + (self->rent_above && rent != NULL ? text * 1.5 : 0);
}

/* Rooms above and below the plot, which the axes then share. A plot that would be no more than a line comes before the
   note. */
static void
place_plot (HyChart *self)
{
  const HyChartOptions *options = &self->options;
  double text = options->text_size, width = MAX (options->width - 2 * HY_CHART_MARGIN * text, 1);
  double top = room_above (self), left = options->height - top - text * 2.0;
  HyFont small = hy_chart_font (self, 0.88, FALSE);
  if (self->note[0])
    hy_text_measure (&small, self->note, width, NULL, &self->note_height);
  if (self->note[0] && left - self->note_height - text * 0.5 < text * LEAST_PLOT)
    self->note[0] = '\0';
  if (self->note[0])
    left -= self->note_height + text * 0.5;
  self->plot.y = top;
  self->plot.height = MAX (left, 1);
}

static void
init_count_axis (HyChart *self, guint max_ticks)
{
  double end = (double) self->end;
  if (self->options.log_x)
    hy_axis_init_log (&self->x, HY_AXIS_COUNT, 1, end, max_ticks);
  else
    hy_axis_init (&self->x, HY_AXIS_COUNT, end, max_ticks);
  hy_axis_cut (&self->x, end);
}

static void
make_axes (HyChart *self)
{
  const HyChartOptions *options = &self->options;
  double text = options->text_size, least, most;
  find_range (self, self->end, &least, &most);
  guint y_ticks = (guint) CLAMP (self->plot.height / (text * 2.8), self->plot.height < text * LEAST_PLOT ? 2 : 3, 8);
  if (options->log_y)
    hy_axis_init_log (&self->y, HY_AXIS_BYTES, least, most, y_ticks);
  else
    hy_axis_init (&self->y, HY_AXIS_BYTES, most, y_ticks);

  self->plot.x = y_labels_width (self) + text * 1.6;
  self->plot.width = MAX (options->width - self->plot.x - self->label_width - text * (0.8 + HY_CHART_MARGIN), 1);
  guint x_ticks = (guint) CLAMP (self->plot.width / (text * 5), 2, 12);
  /* Cut off at its end, an axis may be left with no more than its first tick. */
  do
    init_count_axis (self, x_ticks);
  while (self->x.n_ticks < MIN_X_TICKS && x_ticks++ < HY_AXIS_MAX_TICKS);
}

static void
place_labels (HyChart *self)
{
  g_autofree double *middles = g_new (double, self->n_lines);
  gsize n = 0;
  for (gsize i = 0; i < self->n_lines; i++)
    if (hy_chart_line_drawn (&self->lines[i]))
      {
        const HySeries *series = self->lines[i].series;
        guint64 end = MIN (series->points[series->n - 1].count, self->end);
        middles[n++] = hy_chart_y (self, hy_chart_value (self, i, end));
      }
  double height = self->options.text_size * 1.35;
  hy_labels_spread (middles, n, height, self->plot.y - height / 2, self->plot.y + self->plot.height + height / 2);
  n = 0;
  for (gsize i = 0; i < self->n_lines; i++)
    self->label_y[i] = hy_chart_line_drawn (&self->lines[i]) ? middles[n++] : NAN;
}

static void
line_init (HyChartLine *self, const HyChartLine *line)
{
  *self = *line;
  self->label = g_strdup (line->label);
  self->series = line->series ? hy_series_ref (line->series) : NULL;
  self->measured = g_memdup2 (line->measured, line->n_measured * sizeof *line->measured);
}

HyChart *
hy_chart_new (const HyChartLine *lines, gsize n_lines, const HyChartOptions *options)
{
  HyChart *self = g_new0 (HyChart, 1);
  self->options = *options;
  self->options.font = g_strdup (options->font);
  self->options.title = g_strdup (options->title);
  self->options.footer = g_strdup (options->footer);
  if (self->options.text_size <= 0)
    self->options.text_size = 13;
  self->n_lines = n_lines;
  self->lines = g_new0 (HyChartLine, n_lines);
  self->label_y = g_new (double, n_lines);
  for (gsize i = 0; i < n_lines; i++)
    line_init (&self->lines[i], &lines[i]);
  self->end = find_end (self);
  /* The lesson's workload, until the cursor stands for itself. */
  self->focus = options->count;
  if (options->pin > 0 && (double) options->count < FOCUS_PART * (double) self->end)
    self->focus = options->pin;
  make_note (self);
  place_labels_room (self);
  place_plot (self);
  make_axes (self);
  place_labels (self);
  return self;
}

void
hy_chart_free (HyChart *self)
{
  for (gsize i = 0; i < self->n_lines; i++)
    {
      g_free ((char *) self->lines[i].label);
      g_clear_pointer (&self->lines[i].series, hy_series_unref);
      g_free ((HyChartPoint *) self->lines[i].measured);
    }
  g_free (self->lines);
  g_free (self->label_y);
  g_free (self->note);
  g_free ((char *) self->options.font);
  g_free ((char *) self->options.title);
  g_free ((char *) self->options.footer);
  g_free (self);
}

double
hy_chart_x (HyChart *self, double count)
{
  return self->plot.x + self->plot.width * hy_axis_position (&self->x, count);
}

double
hy_chart_y (HyChart *self, double bytes)
{
  return self->plot.y + self->plot.height * (1 - hy_axis_position (&self->y, bytes));
}

gboolean
hy_chart_pick (HyChart *self, double x, double y, guint64 *count)
{
  double reach = self->options.text_size / 2;
  if (x < self->plot.x - reach || x > self->plot.x + self->plot.width + reach || y < self->plot.y - reach ||
      y > self->plot.y + self->plot.height + reach)
    return FALSE;
  double position = CLAMP ((x - self->plot.x) / self->plot.width, 0, 1);
  double value = hy_axis_value (&self->x, position);
  /* Round to what a pixel can tell. */
  double pixel = hy_axis_value (&self->x, MIN (position + 1 / self->plot.width, 1.1)) - value;
  double unit = pow (10, floor (log10 (MAX (pixel, 1))));
  *count = (guint64) CLAMP (round (value / unit) * unit, 0, self->x.max);
  return TRUE;
}
