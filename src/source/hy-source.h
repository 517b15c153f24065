/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-interpreter.h"
#include "hy-reading.h"

G_BEGIN_DECLS

#define HY_SOURCE_MAX_BYTES (10 * 1024 * 1024)

/* What to read. */
typedef struct
{
  const char *path;       /* of the file, relative or absolute; with @text: only a name for messages, or NULL */
  GBytes *text;           /* read this instead of the file; NULL */
  const char *class_name; /* "Order", "Outer.Inner" or a plain alias; NULL: all class statements of the file */
  const char *factory;    /* expression that makes instance number i; NULL: the class called plainly */
} HySourceRequest;

/* Reads @n_requests in one child process, however many there are; equal paths are read once. A file is never run.
 *
 * @interpreter: which one parses; NULL: the newest found.
 * @cancellable: (nullable)
 * Returns: (transfer full): @n_requests readings in the same order, free with hy_readings_free. Each carries its own
 * error; a request after which the interpreter died does not take the others with it. */
HyReading **hy_source_read_many (const HySourceRequest *requests, gsize n_requests, HyInterpreter *interpreter,
                                 GCancellable *cancellable);
void hy_readings_free (HyReading **readings, gsize n_readings);

/* The same for one request. (transfer full), never NULL */
HyReading *hy_source_read (const HySourceRequest *request, HyInterpreter *interpreter, GCancellable *cancellable);

/* The same for one request in a thread of its own; strings are copied.
 * hy_source_read_finish: (transfer full), NULL with G_IO_ERROR_CANCELLED only. */
void hy_source_read_async (const HySourceRequest *request, HyInterpreter *interpreter, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
HyReading *hy_source_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
