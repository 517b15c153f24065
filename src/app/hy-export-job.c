/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-export-job.h"

#include <string.h>

#include "hy-export-file.h"
#include "hy-grow-figures.h"
#include "hy-versions.h"

static const struct
{
  const char *name;
  HyExportWhat what;
  gboolean picture, figures;
} whats[] = {
  { "chart", HY_EXPORT_CHART, TRUE, FALSE },      { "yard", HY_EXPORT_YARD, TRUE, FALSE },
  { "growth", HY_EXPORT_GROWTH, FALSE, TRUE },    { "layout", HY_EXPORT_LAYOUT, FALSE, TRUE },
  { "versions", HY_EXPORT_VERSIONS, TRUE, TRUE },
};

static const struct
{
  const char *name;
  HyExportForm form;
  HyRenderFormat format;
} forms[] = {
  { "png", HY_EXPORT_PICTURE, HY_RENDER_PNG }, { "svg", HY_EXPORT_PICTURE, HY_RENDER_SVG },
  { "pdf", HY_EXPORT_PICTURE, HY_RENDER_PDF }, { "csv", HY_EXPORT_CSV, HY_RENDER_PNG },
  { "json", HY_EXPORT_JSON, HY_RENDER_PNG },
};

HyExportJob *
hy_export_job_new (HyReport *report)
{
  HyExportJob *self = g_new0 (HyExportJob, 1);

  self->report = hy_report_ref (report);
  self->spec.scale = 1;
  return self;
}

void
hy_export_job_free (HyExportJob *self)
{
  hy_report_unref (self->report);
  g_free (self->path);
  g_free (self);
}

static gboolean
set_form (HyExportJob *self, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_ascii_strcasecmp (forms[i].name, name) == 0)
      {
        self->form = forms[i].form;
        self->spec.format = forms[i].format;
        return TRUE;
      }
  return FALSE;
}

gboolean
hy_export_job_parse (HyExportJob *self, const char *target)
{
  const char *dash = strchr (target, '-');

  for (gsize i = 0; dash != NULL && i < G_N_ELEMENTS (whats); i++)
    if (strlen (whats[i].name) == (gsize) (dash - target) && g_str_has_prefix (target, whats[i].name))
      {
        self->what = whats[i].what;
        return set_form (self, dash + 1) && (self->form == HY_EXPORT_PICTURE ? whats[i].picture : whats[i].figures);
      }
  return FALSE;
}

gboolean
hy_export_job_set_form_by_name (HyExportJob *self, const char *name)
{
  const char *dot = strrchr (name, '.');

  if (dot == NULL || !set_form (self, dot + 1))
    return FALSE;
  if (self->form != HY_EXPORT_PICTURE && !whats[self->what].figures)
    self->what = HY_EXPORT_GROWTH;
  else if (self->form == HY_EXPORT_PICTURE && !whats[self->what].picture)
    self->what = HY_EXPORT_CHART;
  return TRUE;
}

char *
hy_export_job_file_name (const HyExportJob *self)
{
  const char *form = "png";

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].form == self->form && (self->form != HY_EXPORT_PICTURE || forms[i].format == self->spec.format))
      form = forms[i].name;
  return g_strdup_printf ("heapyard-%s.%s", whats[self->what].name, form);
}

/* Figures */

static char *
growth_text (const HyExportJob *self)
{
  HyReport *report = self->report;
  g_autofree HyGrowFigures *figures = g_new0 (HyGrowFigures, report->n_classes);

  for (gsize i = 0; i < report->n_classes; i++)
    figures[i] = (HyGrowFigures){ .footprint = report->classes[i].footprint,
                                  .series = report->classes[i].series,
                                  .unknown = report->classes[i].unknown };
  if (self->form == HY_EXPORT_JSON)
    return hy_grow_figures_to_json (figures, report->n_classes, report->include, NULL, 0);
  return hy_grow_figures_to_csv (figures, report->n_classes, report->include);
}

static char *
layout_text (const HyExportJob *self, HyFootprint *const *footprints, gsize n)
{
  if (self->form == HY_EXPORT_JSON)
    return hy_layout_figures_to_json (footprints, n, NULL, 0);
  return hy_layout_figures_to_csv (footprints, n);
}

static HyVersions *
versions_new (const HyReport *report)
{
  g_autofree HyClassDef **defs = g_new0 (HyClassDef *, report->n_classes + 1);
  gsize n = 0;

  for (gsize i = 0; i < report->n_classes; i++)
    if (!report->classes[i].hidden)
      defs[n++] = report->classes[i].def;
  return hy_versions_new (defs, n, report->abi);
}

static char *
figures_text (const HyExportJob *self)
{
  if (self->what == HY_EXPORT_GROWTH)
    return growth_text (self);
  if (self->what == HY_EXPORT_VERSIONS)
    {
      g_autoptr (HyVersions) versions = versions_new (self->report);

      return layout_text (self, versions->footprints, versions->n_classes * versions->n_abis);
    }
  else
    {
      g_autofree HyFootprint **footprints = g_new0 (HyFootprint *, self->report->n_classes);

      for (gsize i = 0; i < self->report->n_classes; i++)
        footprints[i] = self->report->classes[i].footprint;
      return layout_text (self, footprints, self->report->n_classes);
    }
}

static GBytes *
make_bytes (HyExportJob *self, GError **error)
{
  char *text;

  if (self->form == HY_EXPORT_PICTURE)
    {
      self->options.view = self->has_view ? &self->view : NULL;
      if (self->what == HY_EXPORT_CHART)
        return hy_report_picture_chart (self->report, &self->spec, &self->options, error);
      if (self->what == HY_EXPORT_VERSIONS)
        return hy_report_picture_upgrade (self->report, &self->spec, &self->options, error);
      return hy_report_picture_yard (self->report, &self->spec, &self->options, error);
    }
  text = figures_text (self);
  return g_bytes_new_take (text, strlen (text));
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  HyExportJob *self = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (self, &error);

  if (bytes == NULL || (self->path != NULL && !hy_export_write (self->path, bytes, &error)))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

void
hy_export_job_run_async (HyExportJob *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, self, (GDestroyNotify) hy_export_job_free);
  g_task_run_in_thread (task, run_in_thread);
}

GBytes *
hy_export_job_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
