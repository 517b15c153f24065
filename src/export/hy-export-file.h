/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HY_EXPORT_ERROR_FULL,       /* the disk is full, or a quota used up */
  HY_EXPORT_ERROR_PERMISSION, /* not allowed to write there */
  HY_EXPORT_ERROR_PLACE,      /* no such folder, or a folder where a file is meant */
  HY_EXPORT_ERROR_FORMAT,     /* no picture format that is known */
  HY_EXPORT_ERROR_SIZE,       /* a picture too large to be made */
  HY_EXPORT_ERROR_FAILED,
} HyExportError;
#define HY_EXPORT_ERROR hy_export_error_quark ()
GQuark hy_export_error_quark (void);

/* Writes @bytes to @path: beside it first, then renamed, so that there is the old file or the new one and never half
 * of one. Links are followed; what is no regular file (a device, a pipe) is written to directly.
 * FALSE with HY_EXPORT_ERROR; the translated message names the place and what to do. */
gboolean hy_export_write (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
