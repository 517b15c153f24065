/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hy-class-def.h"

G_BEGIN_DECLS

/* Why a file, or what was asked of it, can't be read. */
typedef enum
{
  HY_SOURCE_ERROR_SYNTAX,         /* not Python: line, column and excerpt say where */
  HY_SOURCE_ERROR_ENCODING,       /* bytes that the file's encoding does not have, or an encoding that nobody knows */
  HY_SOURCE_ERROR_EMPTY,          /* nothing in it */
  HY_SOURCE_ERROR_NO_CLASSES,     /* Python, but without a class */
  HY_SOURCE_ERROR_NOT_FOUND,      /* no such file, or deleted meanwhile */
  HY_SOURCE_ERROR_DIRECTORY,      /* a folder */
  HY_SOURCE_ERROR_NOT_A_FILE,     /* a device, pipe or socket */
  HY_SOURCE_ERROR_UNREADABLE,     /* no permission, or the disk failed */
  HY_SOURCE_ERROR_TOO_LARGE,      /* more than HY_SOURCE_MAX_BYTES */
  HY_SOURCE_ERROR_TOO_COMPLEX,    /* nested too deeply, or too long a computation */
  HY_SOURCE_ERROR_CLASS,          /* the file has no class of that name */
  HY_SOURCE_ERROR_FACTORY,        /* the factory is no expression that makes an instance of the class */
  HY_SOURCE_ERROR_NO_INTERPRETER, /* no Python on this machine */
  HY_SOURCE_ERROR_INTERPRETER,    /* the interpreter hung, died, or answered what can't be understood */
  HY_SOURCE_ERROR_CANCELLED,
} HySourceErrorCode;
#define HY_SOURCE_ERROR hy_source_error_quark ()
GQuark hy_source_error_quark (void);

/* TRUE where the request is at fault and not the file: the CLI's exit 2 instead of 3. */
gboolean hy_source_error_is_usage (const GError *error);

/* What one file, or text in memory, says. Immutable, reference-counted. */
typedef struct _HyReading HyReading;

struct _HyReading
{
  char *path;           /* as asked; "-" for standard input; NULL for a text without a name */
  char *text;           /* UTF-8, decoded as the file's own encoding says; NULL when it could not be */
  guint64 mtime;        /* of the file, microseconds since 1970; 0 for text */
  HyClassDef **classes; /* @n_classes in order of line: those asked for */
  gsize n_classes;
  GError *error;      /* HY_SOURCE_ERROR; its message is one sentence in English (msgid) with what to do. NULL when all
                         is well */
  guint line, column; /* of the error, from 1; 0 where there is none. The column counts characters */
  char *excerpt;      /* the line at fault, without its newline; NULL */
};

HyReading *hy_reading_ref (HyReading *self);
void hy_reading_unref (HyReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyReading, hy_reading_unref)

/* "orders.py:12: message", then, where known, the line at fault and a caret below it. NULL without an error.
 * (transfer full) */
char *hy_reading_describe_error (HyReading *self);

/* TRUE when the file was changed, replaced or deleted since. Does I/O. FALSE for text. */
gboolean hy_reading_is_stale (HyReading *self);

G_END_DECLS
