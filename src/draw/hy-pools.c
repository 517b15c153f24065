/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-pools.h"

typedef struct
{
  int index; /* of the allocator */
  guint block_size, per_pool;
  guint64 total;
} SizeClass;

struct _HyPools
{
  const HyAllocator *allocator;
  const HyFootprint *footprint;
  guint64 count;
  SizeClass classes[HY_ALLOC_MAX_CLASSES];
  guint n_classes;
  gsize n_runs;    /* with instances */
  guint64 *before; /* [run × class]: blocks of all earlier runs */
  guint64 *each;   /* [run × class]: blocks of one instance */
  guint64 n_pools;
};

/* When a block is allocated. */
typedef struct
{
  guint64 rank;
  gsize block;
} Moment;

static const HyRankRun *
run_at (const HyPools *self, gsize run)
{
  return &self->footprint->runs[run];
}

/* Position of the class that serves @block, -1 for none. */
static int
class_of (const HyPools *self, const HyBlock *block)
{
  int index = block->requested > 0 ? hy_allocator_class (self->allocator, block->requested) : -1;
  for (guint i = 0; index >= 0 && i < self->n_classes; i++)
    if (self->classes[i].index == index)
      return (int) i;
  return -1;
}

static void
add_class (HyPools *self, const HyBlock *block)
{
  int index = block->requested > 0 ? hy_allocator_class (self->allocator, block->requested) : -1;
  if (index < 0 || class_of (self, block) >= 0 || self->n_classes == HY_ALLOC_MAX_CLASSES)
    return;
  self->classes[self->n_classes++] = (SizeClass){
    .index = index,
    .block_size = (guint) (index + 1) * self->allocator->alignment,
    .per_pool = hy_allocator_blocks_per_pool (self->allocator, index),
  };
}

static guint64
run_length (const HyPools *self, gsize run)
{
  return MIN (run_at (self, run)->count, self->count - run_at (self, run)->first + 1);
}

static void
sum_up (HyPools *self)
{
  gsize n = self->n_runs * self->n_classes;
  self->before = g_new0 (guint64, MAX (n, 1));
  self->each = g_new0 (guint64, MAX (n, 1));
  for (gsize run = 0; run < self->n_runs; run++)
    {
      guint64 *each = &self->each[run * self->n_classes];
      for (gsize i = 0; i < run_at (self, run)->n_blocks; i++)
        {
          int class = class_of (self, &run_at (self, run)->blocks[i]);
          if (class >= 0)
            each[class]++;
        }
      for (guint i = 0; i < self->n_classes; i++)
        {
          self->before[run * self->n_classes + i] = self->classes[i].total;
          self->classes[i].total += each[i] * run_length (self, run);
        }
    }
  for (guint i = 0; i < self->n_classes; i++)
    self->n_pools += (self->classes[i].total + self->classes[i].per_pool - 1) / self->classes[i].per_pool;
}

HyPools *
hy_pools_new (const HyFootprint *footprint, guint64 count)
{
  const HyAllocator *allocator = hy_allocator_for (footprint->layout->abi);
  if (allocator->kind != HY_ALLOCATOR_PYMALLOC)
    return NULL;
  HyPools *self = g_new0 (HyPools, 1);
  self->allocator = allocator;
  self->footprint = footprint;
  self->count = count;
  while (self->n_runs < footprint->n_runs && footprint->runs[self->n_runs].first <= count)
    {
      const HyRankRun *run = &footprint->runs[self->n_runs++];
      for (gsize i = 0; i < run->n_blocks; i++)
        add_class (self, &run->blocks[i]);
    }
  sum_up (self);
  return self;
}

void
hy_pools_free (HyPools *self)
{
  g_free (self->before);
  g_free (self->each);
  g_free (self);
}

const HyAllocator *
hy_pools_allocator (const HyPools *self)
{
  return self->allocator;
}

guint64
hy_pools_count (const HyPools *self)
{
  return self->n_pools;
}

static gsize
run_of_rank (const HyPools *self, guint64 rank)
{
  gsize run = self->n_runs - 1;
  while (run > 0 && run_at (self, run)->first > rank)
    run--;
  return run;
}

/* When block number @number (from 0) of @class is allocated. */
static Moment
moment_of (const HyPools *self, guint class, guint64 number)
{
  gsize run = self->n_runs - 1;
  while (run > 0 && self->before[run * self->n_classes + class] > number)
    run--;
  guint64 each = self->each[run * self->n_classes + class];
  guint64 inner = number - self->before[run * self->n_classes + class];
  Moment moment = { .rank = run_at (self, run)->first + inner / each };
  guint64 nth = inner % each;
  for (gsize i = 0; i < run_at (self, run)->n_blocks; i++)
    if (class_of (self, &run_at (self, run)->blocks[i]) == (int) class && nth-- == 0)
      {
        moment.block = i;
        break;
      }
  return moment;
}

/* Blocks of @class allocated before block @moment.block of instance @moment.rank. */
static guint64
blocks_before (const HyPools *self, guint class, Moment moment)
{
  gsize run = run_of_rank (self, moment.rank), at = run * self->n_classes + class;
  guint64 n = self->before[at] + (moment.rank - run_at (self, run)->first) * self->each[at];
  for (gsize i = 0; i < moment.block; i++)
    n += class_of (self, &run_at (self, run)->blocks[i]) == (int) class;
  return n;
}

static guint64
pools_before (const HyPools *self, Moment moment)
{
  guint64 n = 0;
  for (guint i = 0; i < self->n_classes; i++)
    n += (blocks_before (self, i, moment) + self->classes[i].per_pool - 1) / self->classes[i].per_pool;
  return n;
}

guint64
hy_pools_instances (const HyPools *self)
{
  return self->count;
}

guint64
hy_pools_rank (const HyPools *self, guint64 pool)
{
  /* The last one before which no more pools than that were taken. */
  guint64 low = 1, high = self->count;
  while (low < high)
    {
      guint64 middle = low + (high - low + 1) / 2;
      if (pools_before (self, (Moment){ .rank = middle }) <= pool)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

static HyPool
make_pool (const HyPools *self, guint class, guint64 ordinal)
{
  const SizeClass *it = &self->classes[class];
  return (HyPool){ .class_index = class,
                   .block_size = it->block_size,
                   .capacity = it->per_pool,
                   .used = (guint) MIN (it->per_pool, it->total - ordinal * it->per_pool),
                   .ordinal = ordinal };
}

static gboolean
earlier (Moment a, Moment b)
{
  return a.rank < b.rank || (a.rank == b.rank && a.block < b.block);
}

void
hy_pools_shares (const HyPools *self, const HyPool *pool, double shares[HY_N_SHARES])
{
  gsize run =
      run_of_rank (self, moment_of (self, pool->class_index, pool->ordinal * pool->capacity + pool->used - 1).rank);
  guint64 each = self->each[run * self->n_classes + pool->class_index];
  for (guint i = 0; i < HY_N_SHARES; i++)
    shares[i] = 0;
  for (gsize i = 0; i < run_at (self, run)->n_blocks; i++)
    {
      const HyBlock *block = &run_at (self, run)->blocks[i];
      if (class_of (self, block) != (int) pool->class_index)
        continue;
      for (gsize j = 0; j < block->n_spans; j++)
        shares[hy_share_of (block->spans[j].kind)] += (double) block->spans[j].size * pool->used / (double) each;
    }
}

gsize
hy_pools_range (const HyPools *self, guint64 first, gsize n, HyPool *pools)
{
  if (first >= self->n_pools)
    return 0;
  const Moment never = { .rank = G_MAXUINT64 };
  Moment start = { .rank = hy_pools_rank (self, first) };
  guint64 at = pools_before (self, start), next[HY_ALLOC_MAX_CLASSES];
  Moment moments[HY_ALLOC_MAX_CLASSES];
  for (guint i = 0; i < self->n_classes; i++)
    {
      const SizeClass *class = &self->classes[i];
      next[i] = (blocks_before (self, i, start) + class->per_pool - 1) / class->per_pool;
      moments[i] = next[i] * class->per_pool < class->total ? moment_of (self, i, next[i] * class->per_pool) : never;
    }
  gsize found = 0;
  for (; at < self->n_pools && found < n; at++)
    {
      guint soonest = 0;
      for (guint i = 1; i < self->n_classes; i++)
        if (earlier (moments[i], moments[soonest]))
          soonest = i;
      if (at >= first)
        pools[found++] = make_pool (self, soonest, next[soonest]);
      guint64 number = ++next[soonest] * self->classes[soonest].per_pool;
      moments[soonest] = number < self->classes[soonest].total ? moment_of (self, soonest, number) : never;
    }
  return found;
}

gboolean
hy_pools_find (const HyPools *self, guint64 rank, gsize block, guint64 *pool, guint64 *offset)
{
  if (rank == 0 || rank > self->count)
    return FALSE;
  const HyRankRun *run = run_at (self, run_of_rank (self, rank));
  int class = block < run->n_blocks ? class_of (self, &run->blocks[block]) : -1;
  if (class < 0)
    return FALSE;
  const SizeClass *it = &self->classes[class];
  guint64 number = blocks_before (self, (guint) class, (Moment){ .rank = rank, .block = block });
  Moment taken = moment_of (self, (guint) class, number / it->per_pool * it->per_pool);
  *pool = pools_before (self, taken);
  *offset = self->allocator->pool_header + number % it->per_pool * it->block_size;
  return TRUE;
}

gboolean
hy_pools_at (const HyPools *self, const HyPool *pool, guint slot, guint64 *rank, gsize *block)
{
  if (slot >= pool->used)
    return FALSE;
  Moment moment = moment_of (self, pool->class_index, pool->ordinal * pool->capacity + slot);
  *rank = moment.rank;
  *block = moment.block;
  return TRUE;
}
