/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"
#include "hy-measured.h"

G_BEGIN_DECLS

/* What the model says of the same class, in the same figures as HyMeasured:
 * flat, so that it outlives the class and can be saved. Reference-counted,
 * immutable. Figures are -1 where there is none or it is not known. */
typedef struct _HyModelled HyModelled;

/* The "what" of the values that the class makes: one figure for as many blocks as they are. */
#define HY_MODELLED_OWN_VALUES "values that the class makes"

typedef struct
{
  char *what; /* "instance", "values array", "dict" …; untranslated */
  gint64 requested;
} HyModelledBlock;

struct _HyModelled
{
  char *unknown;    /* why there is no @requested; NULL */
  char *python;     /* "3.12", "3.13, free-threaded" */
  gint64 requested; /* with what the class itself makes for each instance, as the measured figure */
  gint64 getsizeof, dict_getsizeof, materialized;
  gint64 current;        /* all instances, their values and the list */
  char *current_unknown; /* why there is no @current though there are other figures; NULL */
  HyMeasuredRank *ranks; /* @n_ranks runs over the first HY_MEASURE_RANKS instances */
  gsize n_ranks;
  HyModelledBlock *blocks; /* @n_blocks of a steady instance */
  gsize n_blocks;
  HyTypeFacts type;
};

/* @def on @abi, @count instances; both nullable: then nothing is known, and it says why. (transfer full) */
HyModelled *hy_modelled_new (HyClassDef *def, const HyAbi *abi, guint64 count);

/* One that knows nothing, because @reason. (transfer full) */
HyModelled *hy_modelled_new_unknown (const char *reason);

HyModelled *hy_modelled_ref (HyModelled *self);
void hy_modelled_unref (HyModelled *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyModelled, hy_modelled_unref)

G_END_DECLS
