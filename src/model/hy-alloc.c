/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-alloc.h"

typedef struct
{
  guint from_minor, to_minor;
  HyBuild build;
  guint bits;
  HyAllocator allocator;
} HyAllocatorRow;

/* pymalloc: Objects/obmalloc.c (3.6-3.11), Include/internal/pycore_obmalloc.h
 * (3.10+): ALIGNMENT, SMALL_REQUEST_THRESHOLD, POOL_SIZE, ARENA_SIZE and
 * POOL_OVERHEAD. WITH_PYMALLOC_RADIX_TREE, 64-bit only, made pools 16 KiB and
 * arenas 1 MiB in 3.10. 3.6 and 3.7 as distributed for x86-64 align to 16 as
 * well (measured on 3.6.15). malloc: glibc malloc/malloc.c, request2size.
 * mimalloc: Objects/mimalloc/page-queue.c, mi_bin. */
static const HyAllocatorRow rows[] = {
  { 6, 9, HY_BUILD_DEFAULT, 64, { HY_ALLOCATOR_PYMALLOC, 16, 512, 4096, 48, 262144, 8, 16, 32 } },
  { 10, HY_NEWEST_MINOR, HY_BUILD_DEFAULT, 64, { HY_ALLOCATOR_PYMALLOC, 16, 512, 16384, 48, 1048576, 8, 16, 32 } },
  { 6, HY_NEWEST_MINOR, HY_BUILD_DEFAULT, 32, { HY_ALLOCATOR_PYMALLOC, 8, 512, 4096, 32, 262144, 4, 16, 16 } },
  { 13, HY_NEWEST_MINOR, HY_BUILD_FREE_THREADED, 64, { HY_ALLOCATOR_MIMALLOC, 16, 0, 0, 0, 0, 0, 16, 16 } },
};

static const HyAllocator unknown_allocator = { HY_ALLOCATOR_UNKNOWN, 0, 0, 0, 0, 0, 0, 0, 0 };

const HyAllocator *
hy_allocator_for (const HyAbi *abi)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].from_minor <= abi->minor && abi->minor <= rows[i].to_minor && rows[i].build == abi->build &&
        rows[i].bits == abi->bits)
      return &rows[i].allocator;
  return &unknown_allocator;
}

static guint64
round_up (guint64 size, guint64 step)
{
  return (size + step - 1) / step * step;
}

/* Steps of 16 bytes up to 64; from there four bins for each doubling. */
static guint64
mimalloc_bin (guint64 size)
{
  if (size <= 64)
    return round_up (MAX (size, 1), 16);
  guint shift = g_bit_storage (size - 1) - 3;
  return round_up (size, G_GUINT64_CONSTANT (1) << shift);
}

guint64
hy_allocator_round (const HyAllocator *self, guint64 size)
{
  if (self->kind == HY_ALLOCATOR_UNKNOWN || size > G_MAXINT64)
    return 0;
  if (self->kind == HY_ALLOCATOR_MIMALLOC)
    return mimalloc_bin (size);
  if (size <= self->threshold)
    return round_up (MAX (size, 1), self->alignment);
  return MAX (round_up (size + self->malloc_header, self->malloc_alignment), self->malloc_minimum);
}

int
hy_allocator_class (const HyAllocator *self, guint64 size)
{
  if (self->kind != HY_ALLOCATOR_PYMALLOC || size > self->threshold)
    return -1;
  return (int) ((MAX (size, 1) - 1) / self->alignment);
}

guint
hy_allocator_blocks_per_pool (const HyAllocator *self, int index)
{
  g_return_val_if_fail (self->kind == HY_ALLOCATOR_PYMALLOC && index >= 0, 1);
  return (self->pool - self->pool_header) / (self->alignment * ((guint) index + 1));
}
