/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "hy-layout-figures.h"

G_BEGIN_DECLS

/* What the documents of figures have in common. */

/* @head, then @entries (JSON texts, a line each) under @name, then the errors. (transfer full) */
char *hy_figures_document (const char *head, const char *name, GPtrArray *entries, HyFiguresError *const *errors,
                           gsize n_errors);

/* The keys python, build, bits of @abi. */
void hy_figures_add_build (JsonBuilder *builder, const HyAbi *abi);

void hy_figures_add_status (JsonBuilder *builder, HyLayout *layout);

/* The key error and, of an unknown class, reason. */
void hy_figures_add_error (JsonBuilder *builder, HyLayout *layout);

/* Cells python, build, bits, status of a CSV row. */
void hy_figures_add_build_cells (GString *csv, HyLayout *layout);

/* How Python refuses to make instances, in words that its error, hy_figures_note, follows; NULL where it makes them or
 * the model does not know. Static. */
const char *hy_figures_refusal (HyFootprint *footprint);

/* Why there are no figures, in one line: Python's error or what is not known; NULL when there are. (transfer full) */
char *hy_figures_note (HyFootprint *footprint);

G_END_DECLS
