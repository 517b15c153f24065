/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-measuring.h"

G_BEGIN_DECLS

/* Fills @box, whose children go, with @evidence: what the classes and plans cost side by side, then each with its
 * figures beside the model's. @examination (nullable): where the diffs of the plans come from. */
void hy_evidence_results_fill (GtkWidget *box, const HyEvidence *evidence, HyExamination *examination);

/* Fills @box with the hazards, a line each. */
void hy_evidence_results_fill_hazards (GtkWidget *box, GPtrArray *hazards, const char *file);

G_END_DECLS
