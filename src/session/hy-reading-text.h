/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-reading.h"

G_BEGIN_DECLS

/* A reading's error in the user's language. */

/* "orders.py, line 3: message". (transfer full); NULL without an error. */
char *hy_reading_text_line (HyReading *reading);

/* The line at fault with a caret below it; NULL where there is none. (transfer full) */
char *hy_reading_text_excerpt (HyReading *reading);

G_END_DECLS
