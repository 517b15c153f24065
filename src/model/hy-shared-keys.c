/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-shared-keys.h"

#include <string.h>

static void
shared_keys_free (gpointer data)
{
  HySharedKeys *keys = data;
  g_free (keys->positions);
  g_free (keys);
}

void
hy_shared_keys_pool_init (HySharedKeysPool *pool, const HyDictRules *rules)
{
  *pool = (HySharedKeysPool){ .rules = rules, .all = g_ptr_array_new_with_free_func (shared_keys_free) };
}

void
hy_shared_keys_pool_clear (HySharedKeysPool *pool)
{
  g_clear_pointer (&pool->all, g_ptr_array_unref);
}

HySharedKeys *
hy_shared_keys_new (HySharedKeysPool *pool, guint log2, guint usable, gboolean born)
{
  HySharedKeys *keys = g_new0 (HySharedKeys, 1);
  keys->log2 = log2;
  keys->usable = usable;
  keys->users = 1;
  keys->born = born;
  g_ptr_array_add (pool->all, keys);
  if (!born)
    pool->grown += hy_keys_size (pool->rules, log2, HY_KEYS_UNICODE);
  return keys;
}

void
hy_shared_keys_drop (HySharedKeysPool *pool, HySharedKeys *keys)
{
  if (--keys->users == 0 && !keys->born)
    pool->grown -= hy_keys_size (pool->rules, keys->log2, HY_KEYS_UNICODE);
}

int
hy_shared_keys_find (const HySharedKeys *keys, guint name)
{
  return name < keys->n_positions ? keys->positions[name] : -1;
}

int
hy_shared_keys_name_at (const HySharedKeys *keys, guint position)
{
  for (guint name = 0; name < keys->n_positions; name++)
    if (keys->positions[name] == (gint) position)
      return (int) name;
  return -1;
}

gboolean
hy_shared_keys_insert (HySharedKeys *keys, guint name)
{
  if (hy_shared_keys_find (keys, name) >= 0)
    return TRUE;
  if (keys->usable == 0)
    return FALSE;
  if (name >= keys->n_positions)
    {
      guint n = MAX (16, 2 * name);
      keys->positions = g_renew (gint16, keys->positions, n);
      memset (keys->positions + keys->n_positions, -1, (n - keys->n_positions) * sizeof (gint16));
      keys->n_positions = n;
    }
  keys->positions[name] = (gint16) keys->entries++;
  keys->usable--;
  return TRUE;
}

guint
hy_shared_keys_places (const HySharedKeysPool *pool, const HySharedKeys *keys)
{
  return pool->rules->shared_limit == 0 ? (guint) hy_keys_usable (keys->log2) : keys->entries + keys->usable;
}
