/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-alloc.h"
#include "hy-tile.h"

G_BEGIN_DECLS

/* The blocks of one class's instances as pymalloc lays them on a fresh heap, in closed form: each size class fills its
 * pools one after the other, a pool is taken from the arena when its size class has no free block left. */
typedef struct _HyPools HyPools;

typedef struct
{
  guint class_index; /* among those in use, from 0 */
  guint block_size;
  guint capacity;  /* blocks it can hold */
  guint used;      /* blocks in use */
  guint64 ordinal; /* among the pools of its class */
} HyPool;

/* NULL where no pools are modelled for this interpreter. @footprint must outlive it. */
HyPools *hy_pools_new (const HyFootprint *footprint, guint64 count);
void hy_pools_free (HyPools *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyPools, hy_pools_free)

const HyAllocator *hy_pools_allocator (const HyPools *self);

/* Pools in use. */
guint64 hy_pools_count (const HyPools *self);

guint64 hy_pools_instances (const HyPools *self);

/* The instance for which pool @pool is taken. */
guint64 hy_pools_rank (const HyPools *self, guint64 pool);

/* @n pools from @first on, in the order in which they are taken. Returns how many there are. */
gsize hy_pools_range (const HyPools *self, guint64 first, gsize n, HyPool *pools);

/* Bytes of each share in a pool, as if all were like its last block's instance. */
void hy_pools_shares (const HyPools *self, const HyPool *pool, double shares[HY_N_SHARES]);

/* The pool of block @block of instance @rank, and where in the pool it begins. FALSE for a block that pymalloc does not
 * serve, or none. */
gboolean hy_pools_find (const HyPools *self, guint64 rank, gsize block, guint64 *pool, guint64 *offset);

/* The block in @slot of a pool. FALSE when the slot is free. */
gboolean hy_pools_at (const HyPools *self, const HyPool *pool, guint slot, guint64 *rank, gsize *block);

G_END_DECLS
