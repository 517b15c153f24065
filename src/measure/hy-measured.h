/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-layout.h"

G_BEGIN_DECLS

/* What an interpreter was seen to do with one class. Bytes are requested
 * bytes, what tracemalloc counts, unless another word stands there. */

/* A figure that varies from run to run, each run a fresh process. */
typedef struct
{
  double median, min, max;
  guint runs; /* 0: not measured */
} HySpread;

/* Consecutive instances that cost the same. */
typedef struct
{
  gint64 requested;
  guint count;
} HyMeasuredRank;

typedef struct
{
  guint64 count;
  gint64 current, min, max; /* median, least and greatest of several fresh processes */
} HyMeasuredPoint;

/* Why there are no figures: what Python, or the end of its process, said. */
typedef struct
{
  char *phase;   /* "import", "class", "factory", "total", "run", "process" … */
  char *type;    /* of the exception; NULL where the process itself failed */
  char *message; /* one sentence */
  char *file;    /* where in the user's code; NULL */
  guint line;    /* 0 */
} HyMeasuredError;

/* What the type says of itself. */
typedef struct
{
  gboolean known;
  char *name; /* __name__ */
  gint64 basicsize, itemsize, dictoffset, weakrefoffset;
  HyTypeFlags flags;
  gboolean has_members;  /* FALSE where that interpreter can't tell */
  HySlotMember *members; /* @n_members that the class itself adds */
  gsize n_members;
} HyTypeFacts;

/* Reference-counted; filled in by hy-probe, then immutable. Figures are -1 where there is none. */
typedef struct _HyMeasured HyMeasured;

struct _HyMeasured
{
  HyMeasuredError *error; /* NULL */
  gint64 requested;       /* of one more instance, steady, attribute store included, values made before */
  gint64 getsizeof;       /* sys.getsizeof of the last of the ranks */
  gint64 dict_getsizeof;  /* of its __dict__, first touched after all were made; -1 without one */
  gint64 materialized;    /* bytes that touching it added; -1 without one */
  gint64 current, peak;   /* tracemalloc's, for all instances with their values and the list */
  HyMeasuredRank *ranks;  /* @n_ranks runs from the first instance of a fresh class on */
  gsize n_ranks;
  gint64 *blocks; /* @n_blocks that a steady instance owns, largest first; none where they can't be told apart */
  gsize n_blocks;
  HyMeasuredPoint *points; /* @n_points, ascending counts, the last at the whole count */
  gsize n_points;
  HyTypeFacts type;
  guint made_before;     /* instances of the class that the file itself keeps */
  gboolean values_apart; /* FALSE: the factory's values could not be made beforehand and are in @requested */
  gboolean warmed;       /* FALSE: the file could not be run twice, the first instances may show its code warming up */
  HySpread rss;          /* bytes by which resident memory grew */
  HySpread seconds;      /* to make all instances */
  HySpread read_seconds; /* to read one attribute of one instance */
  char *read_name;       /* which; NULL */
  HySpread allocated_blocks; /* sys.getallocatedblocks, all instances with their values and the list */
};

HyMeasured *hy_measured_new (void);
HyMeasured *hy_measured_ref (HyMeasured *self);
void hy_measured_unref (HyMeasured *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyMeasured, hy_measured_unref)

/* Takes the strings, which may be NULL, over as copies. */
HyMeasuredError *hy_measured_error_new (const char *phase, const char *type, const char *message, const char *file,
                                        guint line);
void hy_measured_error_free (HyMeasuredError *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyMeasuredError, hy_measured_error_free)

/* "orders.py:12: ValueError: x". (transfer full) */
char *hy_measured_error_describe (const HyMeasuredError *self);

void hy_type_facts_clear (HyTypeFacts *self);

/* Median, least and greatest of @n values, at least one; sorts them. */
HySpread hy_spread_of (double *values, gsize n);

G_END_DECLS
