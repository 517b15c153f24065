/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-reading-private.h"

G_BEGIN_DECLS

/* Bytes of the file that @reading names, and its time of change in @reading; NULL with @reading's error set. Never
 * waits for a pipe or device. (transfer full) */
GBytes *hy_source_file_load (HyReading *reading);

/* Sets @reading's text from @bytes where they are UTF-8, without a byte-order mark. */
void hy_source_file_set_text (HyReading *reading, GBytes *bytes);

G_END_DECLS
