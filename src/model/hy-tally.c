/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-tally.h"

void
hy_tally_init (HyTally *self, const HyAllocator *allocator)
{
  *self = (HyTally){ .allocator = allocator };
}

/* Sums are to fit 63 bits: who subtracts or writes them knows numbers with a sign. */
static void
add_product (HyTally *self, guint64 *sum, guint64 size, guint64 count)
{
  guint64 product;
  if (!g_uint64_checked_mul (&product, size, count) || !g_uint64_checked_add (sum, *sum, product) || *sum > G_MAXINT64)
    self->overflow = TRUE;
}

void
hy_tally_add (HyTally *self, guint64 size, guint64 count)
{
  guint64 rounded = hy_allocator_round (self->allocator, size);
  int index = hy_allocator_class (self->allocator, size);

  add_product (self, &self->requested, size, count);
  add_product (self, &self->allocated, rounded, count);
  add_product (self, &self->blocks, 1, count);
  if (index >= 0)
    add_product (self, &self->classes[index], 1, count);
  else
    add_product (self, &self->large, rounded, count);
}

guint64
hy_tally_pools (HyTally *self)
{
  if (self->allocator->kind != HY_ALLOCATOR_PYMALLOC)
    return 0;
  guint64 sum = self->large;
  for (int i = 0; i < HY_ALLOC_MAX_CLASSES; i++)
    if (self->classes[i] > 0)
      {
        guint per_pool = hy_allocator_blocks_per_pool (self->allocator, i);
        guint64 pools = self->classes[i] / per_pool + (self->classes[i] % per_pool != 0);
        add_product (self, &sum, self->allocator->pool, pools);
      }
  return sum;
}
