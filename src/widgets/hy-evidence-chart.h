/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-chart.h"
#include "hy-measuring.h"

G_BEGIN_DECLS

/* Measured points, with their spread, on the modelled lines. Shows nothing for
 * saved evidence, whose classes are not at hand. */
#define HY_TYPE_EVIDENCE_CHART (hy_evidence_chart_get_type ())
G_DECLARE_FINAL_TYPE (HyEvidenceChart, hy_evidence_chart, HY, EVIDENCE_CHART, GtkWidget)

void hy_evidence_chart_set (HyEvidenceChart *self, HyEvidence *evidence, HyReport *report);

G_END_DECLS
