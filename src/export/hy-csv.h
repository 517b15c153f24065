/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of comma-separated values, RFC 4180 with newlines alone at the ends. What a spreadsheet would take for a
 * formula (=, +, -, @ first in a text, and more after it) gets an apostrophe before it. */

/* One cell of the row that @csv is in. NULL is an empty cell. */
void hy_csv_add_text (GString *csv, const char *text);
void hy_csv_add_number (GString *csv, gint64 number);
void hy_csv_add_number_if (GString *csv, gint64 number, gboolean known);
void hy_csv_end_row (GString *csv);

G_END_DECLS
