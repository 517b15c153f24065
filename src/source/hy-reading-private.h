/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-reading.h"

G_BEGIN_DECLS

/* For src/source only: how a reading is filled before it is shared. */

HyReading *hy_reading_new (const char *path);
void hy_reading_fail (HyReading *self, HySourceErrorCode code, const char *format, ...) G_GNUC_PRINTF (3, 4);
void hy_reading_clear_classes (HyReading *self);

/* Time of change in microseconds since 1970; 0 where there is none. */
guint64 hy_reading_file_time (GFile *file);

G_END_DECLS
