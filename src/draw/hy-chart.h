/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-axis.h"
#include "hy-scene.h"
#include "hy-series.h"

G_BEGIN_DECLS

/* Measured on an interpreter: one point of a class. */
typedef struct
{
  guint64 count;
  double median, min, max; /* bytes */
} HyChartPoint;

/* One class. */
typedef struct
{
  const char *label;
  guint color;         /* index of its accent */
  gboolean plan;       /* a storage plan put beside a class: a dashed line */
  gboolean hidden;     /* counts for nothing, keeps its colour */
  HySeries *series;    /* points ascending from count 0; NULL when unknown: left out, with a note */
  double per_instance; /* steady bytes, for the label at the line's end; 0 to leave out */
  const HyChartPoint *measured;
  gsize n_measured;
} HyChartLine;

typedef struct
{
  double width, height; /* user units */
  double text_size;     /* 0 means 13 */
  const char *font;     /* NULL means "Sans" */
  guint64 count;        /* the cursor: the slider's count */
  guint64 pin;          /* workload of the lesson, 100,000; 0 for none. The axis reaches it */
  gboolean log_x, log_y;
  const char *title;  /* exports; NULL for none */
  const char *footer; /* method: "objects and attribute stores, values not counted · modelled, CPython 3.12 64-bit" */
} HyChartOptions;

/* The memory chart in numbers, for one size. Immutable, owned by one caller; make a new one when anything changes. */
typedef struct _HyChart HyChart;

/* The axis should end here: give hy_series_new_breaks () this as @max. A nice count above @count and @pin. */
guint64 hy_chart_axis_end (guint64 count, guint64 pin);

HyChart *hy_chart_new (const HyChartLine *lines, gsize n_lines, const HyChartOptions *options);
void hy_chart_free (HyChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyChart, hy_chart_free)

/* The count under @x (clamped to the axis); FALSE outside of the plot. */
gboolean hy_chart_pick (HyChart *self, double x, double y, guint64 *count);

/* Position of a count and of bytes; the inverse of hy_chart_pick (). */
double hy_chart_x (HyChart *self, double count);
double hy_chart_y (HyChart *self, double bytes);

/* Bytes of a line at @count, interpolated between its exact break points; negative when unknown. */
double hy_chart_value (HyChart *self, gsize line, guint64 count);

/* "100,000: SlottedOrder saves 3.05 MiB (33 %)"; NULL with fewer than two lines. (transfer full) */
char *hy_chart_rent_text (HyChart *self, guint64 count);

/* Read-off for a tooltip: "20,000 · Order 1.84 MiB · SlottedOrder 1.22 MiB". (transfer full) */
char *hy_chart_read_off (HyChart *self, guint64 count);

/* The picture in words. (transfer full) */
char *hy_chart_describe (HyChart *self);

G_END_DECLS
