/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-alloc.h"

G_BEGIN_DECLS

/* Adds up blocks, by the million where need be. Once a sum no longer fits 63
 * bits, @overflow is set and the figures mean nothing. */
typedef struct
{
  const HyAllocator *allocator;
  guint64 requested;
  guint64 allocated; /* 0 for an allocator that is not modelled */
  guint64 blocks;
  guint64 large;                         /* allocated bytes of what pymalloc passes on to malloc */
  guint64 classes[HY_ALLOC_MAX_CLASSES]; /* blocks by size class */
  gboolean overflow;
} HyTally;

void hy_tally_init (HyTally *self, const HyAllocator *allocator);

/* @count blocks of @size requested bytes. */
void hy_tally_add (HyTally *self, guint64 size, guint64 count);

/* Bytes of whole pools, and of malloc's chunks, that hold the blocks; 0 when the allocator has no pools that we model.
 */
guint64 hy_tally_pools (HyTally *self);

G_END_DECLS
