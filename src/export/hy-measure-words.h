/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-evidence.h"

G_BEGIN_DECLS

/* How a measurement is put into words, in a terminal, in Markdown and in HTML alike. English, not translated: these
 * are documents for others. */

/* "Order", "Order, __slots__". (transfer full) */
char *hy_measure_words_title (const HyEvidenceClass *class);

/* "equal", "+8 bytes", "within 64 bytes", "" where nothing can be said. (transfer full) */
char *hy_measure_words_row (const HyVerdictRow *row);

/* Time, resident memory and blocks, a line each, said to be this machine's. (transfer full) */
char **hy_measure_words_machine (const HyEvidenceClass *class);

/* "12,189,874" (transfer full) */
char *hy_measure_words_grouped (gint64 number);

/* "11.6", with a point in every locale. @decimals: up to 2. (transfer full) */
char *hy_measure_words_decimal (double number, guint decimals);

/* "11.6 MiB" (transfer full) */
char *hy_measure_words_size (gint64 bytes);

/* The words joined for a shell to take apart again. (transfer full) */
char *hy_measure_words_command (const HyEvidence *evidence);

G_END_DECLS
