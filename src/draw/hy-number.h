/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as the pictures and the window write them, by the locale's decimal point and thousands separator (a comma
 * in the C locale). All (transfer full). */

char *hy_format_count (guint64 count);                     /* "100,000" */
char *hy_format_short_count (double count);                /* "0", "500", "100 k", "2.5 M", "10 G", "1 T" */
char *hy_format_bytes (guint64 bytes);                     /* IEC, three digits: "96 B", "19.6 KiB", "3.05 MiB" */
char *hy_format_bytes_like (double bytes, double largest); /* in the unit of @largest: "0.25 GiB" */
char *hy_format_bytes_delta (gint64 bytes);                /* with sign: "+64 B", "−3.05 MiB" */
char *hy_format_percent (double part);                     /* 0.333 -> "33 %" */

/* @text with plain spaces before units, for descriptions that scripts may read. Consumes @text. (transfer full) */
char *hy_plain_spaces (char *text);

G_END_DECLS
