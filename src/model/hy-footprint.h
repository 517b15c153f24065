/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-layout.h"

G_BEGIN_DECLS

/* One allocation that an instance owns. */
typedef enum
{
  HY_BLOCK_INSTANCE, /* the object itself with its headers (and inline values) */
  HY_BLOCK_VALUES,   /* values array */
  HY_BLOCK_DICT,     /* dict object */
  HY_BLOCK_KEYS,     /* keys of the instance's own */
  HY_BLOCK_PAYLOAD,  /* what a builtin base allocates beside: list items, set table */
  HY_BLOCK_WEAKREF,
} HyBlockRole;

typedef struct
{
  HyBlockRole role;
  const char *what; /* "instance", "values array", "dict", "keys": the "what" of JSON parts; untranslated */
  guint64 requested;
  guint64 allocated; /* after the allocator's rounding; 0 when the allocator is not modelled */
  HySpan *spans;     /* @n_spans, covering @requested */
  gsize n_spans;
} HyBlock;

/* Consecutive instances that cost the same. */
typedef struct
{
  guint64 first;   /* creation rank, from 1 */
  guint64 count;   /* G_MAXUINT64: all that follow */
  HyBlock *blocks; /* @n_blocks, the instance's own block first */
  gsize n_blocks;
  guint64 requested, allocated; /* sums over the blocks */
  gint64 class_delta;           /* bytes the class's shared keys grow by while such an instance is made (each) */
} HyRankRun;

typedef enum
{
  HY_INCLUDE_VALUES = 1 << 0, /* the values that instances own */
  HY_INCLUDE_LIST = 1 << 1,   /* the list that holds the instances */
  HY_INCLUDE_POOLS = 1 << 2,  /* whole pools instead of blocks */
} HyInclude;

/* What n instances of a fresh class cost, in closed form. Immutable, reference-counted. */
typedef struct _HyFootprint HyFootprint;

struct _HyFootprint
{
  HyLayout *layout;
  char *unknown;   /* why there are no figures; NULL when @runs is complete */
  HyRankRun *runs; /* @n_runs, gapless from rank 1, the last endless */
  gsize n_runs;
  gint64 getsizeof_instance; /* of the 40th; -1 unknown */
  gint64 getsizeof_dict;     /* of the 40th's __dict__ first touched after 40 were made; -1 none or unknown */
  guint64 materialized_requested, materialized_allocated; /* what touching __dict__ adds */
  gboolean has_materialized;                              /* FALSE without a __dict__ */
  guint64 shared_keys;    /* bytes of the class's shared keys object, paid once; 0 for none */
  char **unknown_figures; /* NULL-terminated key, reason, key, reason ...; or NULL */
};

typedef struct
{
  guint64 count;
  guint64 requested, allocated, blocks;
  guint64 pools; /* bytes of whole pools (and malloc chunks) that hold them; 0 when not modelled */
} HyFootprintTotal;

HyFootprint *hy_footprint_new (HyLayout *layout); /* never NULL (transfer full) */
HyFootprint *hy_footprint_ref (HyFootprint *self);
void hy_footprint_unref (HyFootprint *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyFootprint, hy_footprint_unref)

#define HY_FOOTPRINT_MAX_COUNT G_GUINT64_CONSTANT (1000000000000)

typedef enum
{
  HY_FOOTPRINT_ERROR_UNKNOWN,  /* the model does not know; the message says why */
  HY_FOOTPRINT_ERROR_OVERFLOW, /* beyond 64 bits or HY_FOOTPRINT_MAX_COUNT */
} HyFootprintError;
#define HY_FOOTPRINT_ERROR hy_footprint_error_quark ()
GQuark hy_footprint_error_quark (void);

/* Totals for @count instances (0 … HY_FOOTPRINT_MAX_COUNT), in constant time. */
gboolean hy_footprint_total (HyFootprint *self, guint64 count, HyInclude include, HyFootprintTotal *total,
                             GError **error);

/* The values that a steady instance keeps, each once; @n_values of them, owned by @self. None where unknown. */
HyValue *const *hy_footprint_values (HyFootprint *self, gsize *n_values);

/* The run that instance @rank (from 1) belongs to; NULL when unknown. */
const HyRankRun *hy_footprint_run_at (HyFootprint *self, guint64 rank);

/* What would settle what is not known of the class, one English sentence; NULL where nothing is open. msgid, static. */
const char *hy_footprint_settle (const HyFootprint *self);

/* The steady run; NULL when unknown. */
const HyRankRun *hy_footprint_steady (HyFootprint *self);

G_END_DECLS
