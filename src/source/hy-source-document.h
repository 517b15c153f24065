/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-source.h"

G_BEGIN_DECLS

/* One file to describe and what is asked of it. */
typedef struct
{
  const char *path; /* NULL for text */
  GBytes *bytes;    /* NULL when it could not be loaded */
  gsize first;      /* the request that loaded it */
  GArray *asks;     /* of gsize: requests */
} HySourceFile;

/* Takes @bytes. */
HySourceFile *hy_source_file_new (const char *path, GBytes *bytes, gsize first);
void hy_source_file_free (HySourceFile *self);

/* What goes to the interpreter's stdin: the describer's own modules and the files, without the first @skip asks.
 * JSON. (transfer full) */
char *hy_source_document_new (const HySourceRequest *requests, GPtrArray *files, guint skip);

/* Program text for -c: takes the modules out of the document and runs the describer. Static. */
const char *hy_source_document_loader (void);

G_END_DECLS
