/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-abi.h"

G_BEGIN_DECLS

typedef enum
{
  HY_ALLOCATOR_PYMALLOC,
  HY_ALLOCATOR_MIMALLOC,
  HY_ALLOCATOR_UNKNOWN, /* a libc's malloc that is not modelled, or a debug build's hooks */
} HyAllocatorKind;

/* What one interpreter build does with a request for memory. All sizes in
 * bytes. Static rows in hy-alloc.c, each with its CPython source. */
typedef struct
{
  HyAllocatorKind kind;
  guint alignment; /* PYMALLOC: step of the size classes */
  guint threshold; /* PYMALLOC: the largest request it serves; beyond it malloc is asked */
  guint pool;      /* PYMALLOC: bytes of a pool, its header included */
  guint pool_header;
  guint arena;
  guint malloc_header; /* what glibc's malloc puts before a chunk */
  guint malloc_alignment;
  guint malloc_minimum;
} HyAllocator;

/* The most size classes that any build has. */
#define HY_ALLOC_MAX_CLASSES 64

/* The object allocator of @abi, never NULL. */
const HyAllocator *hy_allocator_for (const HyAbi *abi);

/* What a request of @size bytes takes: its size class, or beyond pymalloc's
 * threshold the chunk of glibc's malloc with its header. 0 when the allocator
 * is not modelled or the sum would not fit 64 bits. */
guint64 hy_allocator_round (const HyAllocator *self, guint64 size);

/* PYMALLOC: the index of the size class that serves @size, from 0 for the smallest; -1 when none does. */
int hy_allocator_class (const HyAllocator *self, guint64 size);

/* PYMALLOC: blocks of class @index that a pool holds. */
guint hy_allocator_blocks_per_pool (const HyAllocator *self, int index);

G_END_DECLS
