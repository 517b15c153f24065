/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Prints one row for bench.py: @value in @unit, and the most it should be (0: no goal). */
void hy_bench_row (const char *name, double value, const char *unit, double goal);

/* Median of @n_samples runs of @run, each of @repeat calls, in seconds per call, after one warm-up run. */
double hy_bench_median (void (*run) (gpointer data), gpointer data, guint repeat, guint n_samples);

/* The value below which @share (0 … 1) of the @n samples lie; sorts them. */
double hy_bench_quantile (double *samples, gsize n, double share);

G_END_DECLS
