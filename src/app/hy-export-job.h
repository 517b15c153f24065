/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-report-picture.h"

G_BEGIN_DECLS

/* What can be exported; names are those of the action's targets. */
typedef enum
{
  HY_EXPORT_CHART,
  HY_EXPORT_YARD,
  HY_EXPORT_GROWTH,   /* the chart's figures */
  HY_EXPORT_LAYOUT,   /* layouts and bytes per instance */
  HY_EXPORT_VERSIONS, /* the same on every version */
} HyExportWhat;

typedef enum
{
  HY_EXPORT_PICTURE, /* in spec.format */
  HY_EXPORT_CSV,
  HY_EXPORT_JSON,
} HyExportForm;

/* One export, as it stood when it was asked for: made and written in a thread. */
typedef struct
{
  HyExportWhat what;
  HyExportForm form;
  HyReport *report;
  HyRenderSpec spec;
  HyReportPictureOptions options;
  gboolean has_view;
  HyView view; /* yard */
  char *path;  /* NULL: the bytes alone are wanted */
} HyExportJob;

HyExportJob *hy_export_job_new (HyReport *report); /* (transfer full) */
void hy_export_job_free (HyExportJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyExportJob, hy_export_job_free)

/* "chart-png", "layout-csv" …: FALSE for what is neither. */
gboolean hy_export_job_parse (HyExportJob *self, const char *target);

/* The form by the end of a file's name. FALSE when it has none that is known or @self has nothing in that form. */
gboolean hy_export_job_set_form_by_name (HyExportJob *self, const char *name);

/* "chart.png": what a file of it is called unless the user says otherwise. (transfer full) */
char *hy_export_job_file_name (const HyExportJob *self);

/* Takes @self over. hy_export_job_run_finish: the bytes, written when there is a path; NULL with an error of the
 * export layer. */
void hy_export_job_run_async (HyExportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
GBytes *hy_export_job_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
