/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-series.h"

/* The public struct comes first, so that a pointer to it is a pointer to this. */
typedef struct
{
  HySeries series;
  gatomicrefcount ref_count;
} HySeriesOwned;

HySeries *
hy_series_new_at (HyFootprint *footprint, const guint64 *counts, gsize n, HyInclude include, GError **error)
{
  HySeriesOwned *owned = g_new0 (HySeriesOwned, 1);
  g_autoptr (HySeries) self = &owned->series;

  g_atomic_ref_count_init (&owned->ref_count);
  self->include = include;
  self->points = g_new (HyFootprintTotal, MAX (n, 1));
  for (; self->n < n; self->n++)
    if (!hy_footprint_total (footprint, counts[self->n], include, &self->points[self->n], error))
      return NULL;
  return g_steal_pointer (&self);
}

static void
add_count (GArray *counts, guint64 count, guint64 max)
{
  if (count <= max && (counts->len == 0 || g_array_index (counts, guint64, counts->len - 1) < count))
    g_array_append_val (counts, count);
}

/* Even steps after the last break; what is included besides may bend anywhere. */
static void
add_samples (GArray *counts, guint64 max, gsize max_points)
{
  guint64 start = g_array_index (counts, guint64, counts->len - 1);
  guint64 room = max_points > counts->len ? max_points - counts->len : 1;
  guint64 step = MAX (1, (max - MIN (start, max)) / room + 1);
  for (guint64 count = start; count < max; count += MIN (step, max - count))
    add_count (counts, count, max);
}

HySeries *
hy_series_new_breaks (HyFootprint *footprint, guint64 max, HyInclude include, gsize max_points, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint64));

  add_count (counts, 0, max);
  for (gsize i = 0; footprint->unknown == NULL && i + 1 < footprint->n_runs; i++)
    add_count (counts, footprint->runs[i].first - 1 + footprint->runs[i].count, max);
  if (include != 0)
    add_samples (counts, max, max_points);
  add_count (counts, max, max);
  return hy_series_new_at (footprint, (const guint64 *) (gpointer) counts->data, counts->len, include, error);
}

HySeries *
hy_series_ref (HySeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&((HySeriesOwned *) self)->ref_count);
  return self;
}

void
hy_series_unref (HySeries *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&((HySeriesOwned *) self)->ref_count))
    return;
  g_free (self->points);
  g_free (self);
}
