/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"

G_BEGIN_DECLS

/* What @count instances of one class cost beside another. Requested bytes. */
typedef struct
{
  guint64 count;
  guint64 from, to;
  gint64 saved; /* from - to; negative when the other costs more */
  double ratio; /* to / from; 1 when both are 0 */
} HyComparison;

/* Compares @count instances of @from with as many of @to. FALSE with HY_FOOTPRINT_ERROR. */
gboolean hy_compare (HyFootprint *from, HyFootprint *to, guint64 count, HyInclude include, HyComparison *comparison,
                     GError **error);

/* One more instance of each, after the first ones: @count is 1. FALSE where either is unknown. */
gboolean hy_compare_steady (HyFootprint *from, HyFootprint *to, HyComparison *comparison);

/* The least count in 1 … @max from which on @to costs no more than @from, up to @max; 0 when there is none.
 * FALSE with HY_FOOTPRINT_ERROR. */
gboolean hy_compare_crossover (HyFootprint *from, HyFootprint *to, guint64 max, guint64 *count, GError **error);

G_END_DECLS
