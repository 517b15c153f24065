/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-layout-figures.h"
#include "hy-series.h"

G_BEGIN_DECLS

/* What making instances of one class asks for on one build. */
typedef struct
{
  HyFootprint *footprint;
  HySeries *series; /* NULL when unknown */
  char *unknown;    /* then: why */
} HyGrowFigures;

/* Reads a comma-separated list of values, list, pools into @include; NULL or "" is nothing. FALSE, with the word that
 * is none of them in @wrong (transfer full). */
gboolean hy_include_from_string (const char *text, HyInclude *include, char **wrong);

/* The document heapyard.grow/1; data/schemas/grow.schema.json says what each key means. ASCII, ends with a newline.
 * (transfer full) */
char *hy_grow_figures_to_json (const HyGrowFigures *figures, gsize n_figures, HyInclude include,
                               HyFiguresError *const *errors, gsize n_errors);

/* The same, a row for each class, build and count. UTF-8. (transfer full) */
char *hy_grow_figures_to_csv (const HyGrowFigures *figures, gsize n_figures, HyInclude include);

/* Bytes after rounding of one point, as @include counts them: whole pools if they are included. FALSE where the
 * allocator is not modelled. */
gboolean hy_grow_figures_allocated (const HyFootprintTotal *point, HyInclude include, guint64 *allocated);

G_END_DECLS
