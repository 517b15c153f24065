/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts of instances as people write them and as the slider holds them. */

/* The slider's far end; the entry goes on to HY_FOOTPRINT_MAX_COUNT. */
#define HY_COUNT_SLIDER_MAX G_GUINT64_CONSTANT (10000000)
#define HY_COUNT_POSITION_MAX 7.5

typedef enum
{
  HY_COUNT_ERROR_SYNTAX,
  HY_COUNT_ERROR_AMBIGUOUS,
  HY_COUNT_ERROR_RANGE,
} HyCountError;
#define HY_COUNT_ERROR hy_count_error_quark ()
GQuark hy_count_error_quark (void);

/* How a locale writes numbers; the strings are UTF-8. */
typedef struct
{
  char decimal[8];
  char group[8];
} HyNumberStyle;

/* The current locale's style; English grouping where it has none. */
HyNumberStyle hy_number_style_current (void);

/* Reads "100k", "1e6", "1,000", "1.5 M", "12 345": digits grouped in threes by @style's separator, a space, an
 * apostrophe or an underscore; then an optional exponent or one of k, M, G, T. The result is whole, 0 …
 * HY_FOOTPRINT_MAX_COUNT. FALSE with HY_COUNT_ERROR, whose translated message says what to write. */
gboolean hy_count_parse (const char *text, const HyNumberStyle *style, guint64 *count, GError **error);

/* Where the slider stands at @count: 0 at its left end, half a unit to 1, then a unit for each power of ten;
 * HY_COUNT_POSITION_MAX from HY_COUNT_SLIDER_MAX on. */
double hy_count_to_position (guint64 count);

/* The count at @position, rounded to two digits. */
guint64 hy_count_from_position (double position);

/* The next round count above or below: a keyboard step of the slider. */
guint64 hy_count_step (guint64 count, gboolean up);

G_END_DECLS
