/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-dict.h"

G_BEGIN_DECLS

/* Keys that the instances of a class share. */
typedef struct
{
  guint log2, entries, usable;
  guint users;       /* the class and every dict that holds them */
  gint16 *positions; /* by name, -1 where it is not in; @n_positions */
  guint n_positions;
  gboolean born; /* made with the class, before any instance */
} HySharedKeys;

/* All keys that one class ever shared, in use or not. */
typedef struct
{
  const HyDictRules *rules;
  GPtrArray *all; /* HySharedKeys */
  guint64 grown;  /* bytes of those in use, the born ones left out */
} HySharedKeysPool;

void hy_shared_keys_pool_init (HySharedKeysPool *pool, const HyDictRules *rules);
void hy_shared_keys_pool_clear (HySharedKeysPool *pool);

/* Empty keys of 2^@log2 slots with room for @usable names, held by one user. Owned by @pool. */
HySharedKeys *hy_shared_keys_new (HySharedKeysPool *pool, guint log2, guint usable, gboolean born);

/* One user less. */
void hy_shared_keys_drop (HySharedKeysPool *pool, HySharedKeys *keys);

/* The position of @name; -1 when it is not in. */
int hy_shared_keys_find (const HySharedKeys *keys, guint name);

/* The name at @position; -1 for none yet. */
int hy_shared_keys_name_at (const HySharedKeys *keys, guint position);

/* Puts @name in if it is not; FALSE when there is no room. Source: Objects/dictobject.c, insert_split_key. */
gboolean hy_shared_keys_insert (HySharedKeys *keys, guint name);

/* Value places that an instance made now gets. Source: shared_keys_usable_size; until 3.10 USABLE_FRACTION of the whole
 * table. */
guint hy_shared_keys_places (const HySharedKeysPool *pool, const HySharedKeys *keys);

G_END_DECLS
