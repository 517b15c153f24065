/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence-chart.h"

#include <glib/gi18n.h>

#include "hy-chart-paint.h"
#include "hy-theme.h"

struct _HyEvidenceChart
{
  GtkWidget parent_instance;

  HyEvidence *evidence;
  HyReport *report;
  HyChart *chart;
};

G_DEFINE_FINAL_TYPE (HyEvidenceChart, hy_evidence_chart, GTK_TYPE_WIDGET)

static HyChartPoint *
points_of (const HyMeasured *measured)
{
  HyChartPoint *points = g_new0 (HyChartPoint, MAX (measured->n_points, 1));

  for (gsize i = 0; i < measured->n_points; i++)
    points[i] = (HyChartPoint){ .count = measured->points[i].count,
                                .median = measured->points[i].current,
                                .min = measured->points[i].min,
                                .max = measured->points[i].max };
  return points;
}

static void
make_chart (HyEvidenceChart *self)
{
  gsize n = MIN (self->report->n_classes, self->evidence->classes->len);
  g_autofree HyChartLine *lines = g_new0 (HyChartLine, MAX (n, 1));
  g_autofree char *label = hy_abi_label (self->report->abi);
  g_autofree char *footer = g_strdup_printf (
      _ ("lines modelled, points measured by tracemalloc, values and list included · CPython %s"), label);
  g_autofree char *description = NULL;
  HyChartOptions options = { .width = gtk_widget_get_width (GTK_WIDGET (self)),
                             .height = gtk_widget_get_height (GTK_WIDGET (self)),
                             .count = self->report->count,
                             .footer = footer };

  for (gsize i = 0; i < n; i++)
    {
      const HyEvidenceClass *class = self->evidence->classes->pdata[i];

      lines[i] = (HyChartLine){ .label = class->plan != NULL ? class->plan : class->name,
                                .color = i,
                                .plan = class->plan != NULL,
                                .series = self->report->classes[i].series,
                                .measured = points_of (class->measured),
                                .n_measured = class->measured->n_points };
    }
  hy_theme_font (GTK_WIDGET (self), &options.font, &options.text_size);
  options.text_size *= 0.92;
  g_clear_pointer (&self->chart, hy_chart_free);
  self->chart = hy_chart_new (lines, n, &options);
  for (gsize i = 0; i < n; i++)
    g_free ((HyChartPoint *) lines[i].measured);
  description = hy_chart_describe (self->chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
renew (HyEvidenceChart *self)
{
  if (self->report != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    make_chart (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
hy_evidence_chart_set (HyEvidenceChart *self, HyEvidence *evidence, HyReport *report)
{
  g_clear_pointer (&self->chart, hy_chart_free);
  g_clear_pointer (&self->evidence, hy_evidence_unref);
  g_clear_pointer (&self->report, hy_report_unref);
  if (evidence != NULL && report != NULL)
    {
      self->evidence = hy_evidence_ref (evidence);
      self->report = hy_report_ref (report);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->report != NULL);
  renew (self);
}

static void
hy_evidence_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HyEvidenceChart *self = HY_EVIDENCE_CHART (widget);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  if (self->chart == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  hy_paint_chart (cr, self->chart, hy_theme_palette ());
  cairo_destroy (cr);
}

static void
hy_evidence_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  renew (HY_EVIDENCE_CHART (widget));
}

static void
hy_evidence_chart_dispose (GObject *object)
{
  HyEvidenceChart *self = HY_EVIDENCE_CHART (object);

  g_clear_pointer (&self->chart, hy_chart_free);
  g_clear_pointer (&self->evidence, hy_evidence_unref);
  g_clear_pointer (&self->report, hy_report_unref);
  G_OBJECT_CLASS (hy_evidence_chart_parent_class)->dispose (object);
}

static void
hy_evidence_chart_class_init (HyEvidenceChartClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = hy_evidence_chart_dispose;
  widget_class->snapshot = hy_evidence_chart_snapshot;
  widget_class->size_allocate = hy_evidence_chart_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "evidencechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hy_evidence_chart_init (HyEvidenceChart *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Evidence chart"), -1);
  hy_theme_watch (GTK_WIDGET (self), G_CALLBACK (renew));
}
