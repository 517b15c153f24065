/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-reading.h"

G_BEGIN_DECLS

/* One file that is open: read in the background, then watched. Opening never
 * runs it.
 *
 * Signals: "read" when @reading was replaced (also by one that carries an
 * error), "stale" when the file was edited or deleted since. */
#define HY_TYPE_OPEN_FILE (hy_open_file_get_type ())
G_DECLARE_FINAL_TYPE (HyOpenFile, hy_open_file, HY, OPEN_FILE, GObject)

typedef enum
{
  HY_FILE_READING, /* nothing is known yet */
  HY_FILE_CURRENT,
  HY_FILE_CHANGED, /* edited since it was read */
  HY_FILE_DELETED,
} HyFileState;

/* Neither reads nor watches until hy_open_file_read. (transfer full) */
HyOpenFile *hy_open_file_new (GFile *file);

/* Starts reading, in place of a reading that is under way. */
void hy_open_file_read (HyOpenFile *self);

/* Gives up a reading that is under way: no "read" will come from it. */
void hy_open_file_cancel (HyOpenFile *self);

GFile *hy_open_file_get_file (HyOpenFile *self);
HyReading *hy_open_file_get_reading (HyOpenFile *self); /* the last one; NULL before it */
HyFileState hy_open_file_get_state (HyOpenFile *self);
gboolean hy_open_file_is_reading (HyOpenFile *self);

G_END_DECLS
