/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-bench.h"

#include <stdio.h>
#include <stdlib.h>

void
hy_bench_row (const char *name, double value, const char *unit, double goal)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE], limit[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.4g", value);
  g_ascii_formatd (limit, sizeof limit, "%.4g", goal);
  printf ("{\"name\": \"%s\", \"value\": %s, \"unit\": \"%s\", \"goal\": %s}\n", name, number, unit,
          goal > 0 ? limit : "null");
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
hy_bench_quantile (double *samples, gsize n, double share)
{
  qsort (samples, n, sizeof *samples, compare);
  return samples[MIN ((gsize) ((double) n * share), n - 1)];
}

double
hy_bench_median (void (*run) (gpointer data), gpointer data, guint repeat, guint n_samples)
{
  g_autofree double *samples = g_new (double, n_samples);

  run (data);
  for (guint i = 0; i < n_samples; i++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint k = 0; k < repeat; k++)
        run (data);
      samples[i] = (double) (g_get_monotonic_time () - start) / 1e6 / repeat;
    }
  return hy_bench_quantile (samples, n_samples, 0.5);
}
