/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"

G_BEGIN_DECLS

/* What could not be read, told beside the figures. */
typedef struct
{
  char *file; /* as asked */
  guint line; /* 0: none */
  char *message;
} HyFiguresError;

void hy_figures_error_free (HyFiguresError *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyFiguresError, hy_figures_error_free)

/* The document heapyard.layout/1: what CPython makes of classes and what an
 * instance costs, in the order given; data/schemas/layout.schema.json says
 * what each key means. ASCII, ends with a newline. (transfer full) */
char *hy_layout_figures_to_json (HyFootprint *const *footprints, gsize n_footprints, HyFiguresError *const *errors,
                                 gsize n_errors);

/* The same figures, a row for each class and build, without lists. UTF-8. (transfer full) */
char *hy_layout_figures_to_csv (HyFootprint *const *footprints, gsize n_footprints);

/* The first instances of a class may cost more than later ones: consecutive ones that cost the same, up to the 40th. */
#define HY_FIGURES_RANKS 40

typedef struct
{
  guint64 requested; /* bytes, what its shared keys grow by included */
  guint64 count;
} HyRankFigure;

/* Fills at most HY_FIGURES_RANKS @figures, neighbours alike joined; returns how many. 0 when unknown. */
gsize hy_layout_figures_by_rank (HyFootprint *footprint, HyRankFigure *figures);

G_END_DECLS
