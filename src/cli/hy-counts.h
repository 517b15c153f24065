/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most counts that one answer lists. */
#define HY_COUNTS_MAX_STEPS 100000

/* Reads one instance count, whatever the locale: 100000, 1_000, 1,000, 100k, 2.5M, 1e6. FALSE with
 * HY_CLI_ERROR_USAGE, whose message begins with @option. */
gboolean hy_counts_parse_one (const char *text, const char *option, guint64 *count, GError **error);

/* What --counts asks for. */
typedef struct
{
  gboolean breaks; /* every count in @first … @last at which the cost bends */
  guint64 first, last;
  guint64 *counts; /* @n_counts, ascending, each once; when not @breaks */
  gsize n_counts;
} HyCounts;

/* Reads A..B (breaks), A..B/STEPS (STEPS + 1 evenly spaced counts, ends included, rounded down) or a list 1,2,10, put
 * in order. FALSE with HY_CLI_ERROR_USAGE. */
gboolean hy_counts_parse (const char *text, HyCounts *counts, GError **error);
void hy_counts_clear (HyCounts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HyCounts, hy_counts_clear)

G_END_DECLS
