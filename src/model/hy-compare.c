/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-compare.h"

/* Totals fit 63 bits, and so does their difference. */
static HyComparison
compare_totals (guint64 count, guint64 from, guint64 to)
{
  return (HyComparison){
    .count = count,
    .from = from,
    .to = to,
    .saved = (gint64) from - (gint64) to,
    .ratio = from == to ? 1.0 : (double) to / (double) MAX (from, 1),
  };
}

gboolean
hy_compare (HyFootprint *from, HyFootprint *to, guint64 count, HyInclude include, HyComparison *comparison,
            GError **error)
{
  HyFootprintTotal a, b;

  if (!hy_footprint_total (from, count, include, &a, error) || !hy_footprint_total (to, count, include, &b, error))
    return FALSE;
  *comparison = compare_totals (count, a.requested, b.requested);
  return TRUE;
}

gboolean
hy_compare_steady (HyFootprint *from, HyFootprint *to, HyComparison *comparison)
{
  const HyRankRun *a = hy_footprint_steady (from), *b = hy_footprint_steady (to);

  if (a == NULL || b == NULL)
    return FALSE;
  *comparison = compare_totals (1, a->requested, b->requested);
  return TRUE;
}

static gboolean
saves_at (HyFootprint *from, HyFootprint *to, guint64 count, gboolean *saves, GError **error)
{
  HyComparison comparison;
  if (!hy_compare (from, to, count, 0, &comparison, error))
    return FALSE;
  *saves = comparison.saved >= 0;
  return TRUE;
}

/* Between two breaks the difference of the totals is a straight line: it changes sign at most once. */
static gboolean
search_segment (HyFootprint *from, HyFootprint *to, guint64 low, guint64 high, guint64 *count, GError **error)
{
  while (high - low > 1)
    {
      guint64 middle = low + (high - low) / 2;
      gboolean saves;
      if (!saves_at (from, to, middle, &saves, error))
        return FALSE;
      if (saves)
        high = middle;
      else
        low = middle;
    }
  *count = high;
  return TRUE;
}

/* The end of the run before the one that starts last below @count + 1 in either class. */
static guint64
previous_break (HyFootprint *from, HyFootprint *to, guint64 count)
{
  return MAX (hy_footprint_run_at (from, count)->first, hy_footprint_run_at (to, count)->first) - 1;
}

gboolean
hy_compare_crossover (HyFootprint *from, HyFootprint *to, guint64 max, guint64 *count, GError **error)
{
  gboolean saves = FALSE;

  *count = 0;
  if (max == 0)
    return TRUE;
  if (!saves_at (from, to, max, &saves, error))
    return FALSE;
  for (guint64 high = max; saves;)
    {
      guint64 low = previous_break (from, to, high);
      if (low == 0)
        {
          /* The first run starts from nothing: who saves at its end saves from the first instance on. */
          *count = 1;
          return TRUE;
        }
      if (!saves_at (from, to, low, &saves, error))
        return FALSE;
      if (!saves)
        return search_segment (from, to, low, high, count, error);
      high = low;
    }
  return TRUE;
}
