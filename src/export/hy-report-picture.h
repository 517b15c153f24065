/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-chart.h"
#include "hy-palette.h"
#include "hy-render.h"
#include "hy-report.h"
#include "hy-scene.h"

G_BEGIN_DECLS

/* Chart, yard and upgrade of a report as files: with title, CPython, method and date. */

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
  guint from_minor, to_minor;       /* upgrade: the versions 3.x compared; 0: the oldest, the newest */
  const HyMeasuredPoints *measured; /* chart: one for each class of the report; NULL for none */
} HyReportPictureOptions;

/* (transfer full): the file; NULL with HY_EXPORT_ERROR, as hy_render () says. Any thread. */
GBytes *hy_report_picture_chart (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options,
                                 GError **error);
GBytes *hy_report_picture_yard (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options,
                                GError **error);
/* The visible classes on every version of the report's build, in columns where there is room. */
GBytes *hy_report_picture_upgrade (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options,
                                   GError **error);

/* The height at which its text has the size that it should have. */
guint hy_report_picture_upgrade_height (HyReport *report, guint width, const HyReportPictureOptions *options);

/* "objects and attribute stores, values not counted · modelled, CPython 3.12 64-bit · 2026-11-24". (transfer full) */
char *hy_report_picture_footer (HyReport *report, const char *date);

G_END_DECLS
