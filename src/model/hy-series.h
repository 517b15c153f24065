/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"

G_BEGIN_DECLS

/* Totals against instance count. @n points, counts ascending. Immutable, reference-counted. */
typedef struct
{
  HyInclude include;
  HyFootprintTotal *points;
  gsize n;
} HySeries;

/* Every count in 0 … @max at which the line bends, ends included: with straight lines between them the series is exact
 * (with values, list or pools included: samples, at most @max_points). NULL with HY_FOOTPRINT_ERROR. (transfer full) */
HySeries *hy_series_new_breaks (HyFootprint *footprint, guint64 max, HyInclude include, gsize max_points,
                                GError **error);

/* At the @n ascending @counts. */
HySeries *hy_series_new_at (HyFootprint *footprint, const guint64 *counts, gsize n, HyInclude include, GError **error);

HySeries *hy_series_ref (HySeries *self);
void hy_series_unref (HySeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HySeries, hy_series_unref)

G_END_DECLS
