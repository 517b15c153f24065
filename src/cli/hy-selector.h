/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One FILE[:CLASS] of a command line or one line of a batch. */
typedef struct
{
  char *file;       /* NULL: the lesson's classes; "-": standard input */
  char *class_name; /* NULL: all */
  char *factory;    /* NULL: the class called plainly */
} HySelector;

void hy_selector_clear (HySelector *self);

/* Takes @argument apart: an existing path is a FILE whatever its name, else CLASS is what follows the last colon;
 * ":CLASS" is one of the lesson's. Does I/O. */
void hy_selector_init (HySelector *self, const char *argument);

/* No batch is larger. */
#define HY_BATCH_MAX_BYTES (64 * 1024 * 1024)
#define HY_BATCH_MAX_LINES 100000

/* Reads lines {"file", "class", "factory"}; keys that are left out or null mean what they do on a command line.
 * @name: of the batch, for messages. @text: not NUL-terminated, @length bytes.
 * (transfer full) of HySelector; NULL with HY_CLI_ERROR_USAGE, naming the line. */
GArray *hy_batch_parse (const char *name, const char *text, gsize length, GError **error);

G_END_DECLS
