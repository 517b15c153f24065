/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-chart.h"
#include "hy-palette.h"
#include "hy-render.h"
#include "hy-report.h"
#include "hy-scene.h"

G_BEGIN_DECLS

/* Chart and yard of a report as files: with title, CPython, method and date. */

/* Points that were measured, of the report's class with the same index. */
typedef struct
{
  const HyChartPoint *points;
  gsize n_points;
} HyMeasuredPoints;

typedef struct
{
  HyPaletteKind palette;
  double text_size;   /* 0: as the picture chooses */
  const char *date;   /* of the footer; NULL: today, or what SOURCE_DATE_EPOCH says */
  HyArrange arrange;  /* yard */
  const HyView *view; /* yard: what is in sight on a screen of the picture's size; NULL: everything */
  guint64 pin;        /* chart: a workload to mark; 0 for none */
  gboolean log_x, log_y;
  const HyMeasuredPoints *measured; /* chart: one for each class of the report; NULL for none */
} HyReportPictureOptions;

/* (transfer full): the file; NULL with HY_EXPORT_ERROR, as hy_render () says. Any thread. */
GBytes *hy_report_picture_chart (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options,
                                 GError **error);
GBytes *hy_report_picture_yard (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options,
                                GError **error);

/* "objects and attribute stores, values not counted · modelled, CPython 3.12 64-bit · 2026-11-24". (transfer full) */
char *hy_report_picture_footer (HyReport *report, const char *date);

G_END_DECLS
