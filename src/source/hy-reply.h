/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-reading-private.h"

G_BEGIN_DECLS

/* Fills @reading from one line of the describer's reply: classes, or what is wrong with the file. @file is the display
 * path that its classes get, NULL for none. A line that makes no sense becomes HY_SOURCE_ERROR_INTERPRETER. */
void hy_reply_read (HyReading *reading, const char *line, gsize length, const char *file);

G_END_DECLS
