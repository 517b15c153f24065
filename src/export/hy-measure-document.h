/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-evidence.h"
#include "hy-layout-figures.h"

G_BEGIN_DECLS

/* The document heapyard.measure/1, which hy_evidence_from_json reads again; data/schemas/measure.schema.json says what
 * each key means. @errors: what could not be read. ASCII, ends with a newline. (transfer full) */
char *hy_measure_document (const HyEvidence *evidence, HyFiguresError *const *errors, gsize n_errors);

G_END_DECLS
