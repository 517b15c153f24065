/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-interpreter.h"
#include "hy-measured.h"
#include "hy-modelled.h"
#include "hy-verdict.h"

G_BEGIN_DECLS

/* One measurement of one or more classes, with all that is needed to judge
 * and to repeat it. Immutable once it is handed out, reference-counted. */
typedef struct _HyEvidence HyEvidence;

typedef struct
{
  char *file, *name; /* as asked; @name: the class, or what the factory makes */
  char *plan;        /* "__slots__", "dataclass" …; NULL: the class as it is */
  char *factory;
  char *source; /* the variant's own source; NULL */
  guint64 count;
  HyMeasured *measured;
  HyModelled *modelled;
  HyVerdict *verdict;
} HyEvidenceClass;

struct _HyEvidence
{
  HyInterpreter *interpreter;
  char **command; /* the command line that measures the same; NULL-terminated */
  char *date;     /* ISO 8601, UTC */
  char *system;   /* "Linux 6.1.0 x86_64, Debian GNU/Linux 12 (bookworm)" */
  char *sandbox;  /* how the code was held, in words */
  guint runs;
  guint time_limit_ms;
  guint64 memory_limit;
  GPtrArray *classes; /* of HyEvidenceClass */
};

/* A blank one of now and here. (transfer full) */
HyEvidence *hy_evidence_new (HyInterpreter *interpreter);
HyEvidence *hy_evidence_ref (HyEvidence *self);
void hy_evidence_unref (HyEvidence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyEvidence, hy_evidence_unref)

/* Adds a class; strings are copied, @measured and @modelled referenced, the verdict made. */
HyEvidenceClass *hy_evidence_add (HyEvidence *self, const char *file, const char *name, const char *plan,
                                  const char *factory, const char *source, guint64 count, HyMeasured *measured,
                                  HyModelled *modelled);

/* "CPython 3.12.1, default, 64-bit, pymalloc". (transfer full) */
char *hy_evidence_describe_interpreter (const HyEvidence *self);

/* How the figures were taken, one sentence each; NULL-terminated msgids. */
const char *const *hy_evidence_method (void);

/* Reads the document heapyard.measure/1, whoever wrote it: bounded, and with G_IO_ERROR_INVALID_DATA where it is none.
 * (transfer full) */
HyEvidence *hy_evidence_from_json (const char *text, gsize length, GError **error);

/* The same from a file of at most 16 MiB; G_IO_ERROR where it can't be read. (transfer full) */
HyEvidence *hy_evidence_load (const char *path, GError **error);

G_END_DECLS
