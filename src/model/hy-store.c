/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-store.h"

#include <string.h>

typedef struct
{
  char *text;
  gboolean is_str;
} HyStoreName;

typedef struct
{
  const HySharedKeys *keys;
  guint log2, entries, usable;
  gboolean used;
} HyStoreSnapshot;

struct _HyStore
{
  const HyAbi *abi;
  const HyDictRules *rules;
  HyStoreTraits traits;
  GArray *names; /* HyStoreName */
  HySharedKeysPool keys;
  HySharedKeys *cached; /* ht_cached_keys */
  HyStoreSnapshot snapshot;
};

static void
clear_name (gpointer data)
{
  g_free (((HyStoreName *) data)->text);
}

HyStore *
hy_store_new (const HyAbi *abi, const HyStoreTraits *traits)
{
  HyStore *self = g_new0 (HyStore, 1);
  self->abi = abi;
  self->rules = hy_dict_rules_for (abi);
  self->traits = *traits;
  self->names = g_array_new (FALSE, FALSE, sizeof (HyStoreName));
  g_array_set_clear_func (self->names, clear_name);
  hy_shared_keys_pool_init (&self->keys, self->rules);
  if (traits->has_dict && traits->managed)
    {
      guint limit = self->rules->shared_limit;
      guint log2 = hy_keys_log2_for_slots (limit == 0 ? 0 : limit + limit / 2);
      self->cached = hy_shared_keys_new (&self->keys, log2, limit == 0 ? (guint) hy_keys_usable (log2) : limit, TRUE);
    }
  return self;
}

void
hy_store_free (HyStore *self)
{
  g_array_unref (self->names);
  hy_shared_keys_pool_clear (&self->keys);
  g_free (self);
}

const HyDictRules *
hy_store_rules (HyStore *self)
{
  return self->rules;
}

guint
hy_store_name (HyStore *self, const char *name, gboolean is_str)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      HyStoreName *known = &g_array_index (self->names, HyStoreName, i);
      if (known->is_str == is_str && strcmp (known->text, name) == 0)
        return i;
    }
  HyStoreName added = { g_strdup (name), is_str };
  g_array_append_val (self->names, added);
  return self->names->len - 1;
}

const char *
hy_store_name_text (HyStore *self, guint name)
{
  return g_array_index (self->names, HyStoreName, name).text;
}

gboolean
hy_store_name_is_str (HyStore *self, guint name)
{
  return g_array_index (self->names, HyStoreName, name).is_str;
}

void
hy_store_seed (HyStore *self, const char *name)
{
  if (self->rules->shared_seeded && self->cached != NULL)
    hy_shared_keys_insert (self->cached, hy_store_name (self, name, TRUE));
}

const HySharedKeys *
hy_store_shared_keys (HyStore *self)
{
  return self->cached;
}

guint64
hy_store_grown_keys_size (HyStore *self)
{
  return self->keys.grown;
}

void
hy_store_forget_growth (HyStore *self)
{
  self->keys.grown = 0;
}

gboolean
hy_store_is_settled (HyStore *self)
{
  HyStoreSnapshot now = { .keys = self->cached };
  if (self->cached != NULL)
    {
      now.log2 = self->cached->log2;
      now.entries = self->cached->entries;
      now.usable = self->cached->usable;
      now.used = self->cached->users > 1;
    }
  gboolean settled = now.keys == self->snapshot.keys && now.log2 == self->snapshot.log2 &&
                     now.entries == self->snapshot.entries && now.usable == self->snapshot.usable &&
                     now.used == self->snapshot.used;
  self->snapshot = now;
  return settled;
}

static void
hold_keys (HyAttributes *attributes, HySharedKeys *keys)
{
  attributes->keys = keys;
  keys->users++;
}

void
hy_attributes_forget (HyAttributes *attributes)
{
  for (guint i = 0; i < attributes->n_items; i++)
    g_clear_pointer (&attributes->items[i].value, hy_value_unref);
  HyStoreItem *items = attributes->items;
  guint n_allocated = attributes->n_allocated;
  *attributes = (HyAttributes){ .items = items, .n_allocated = n_allocated };
}

void
hy_attributes_clear (HyAttributes *attributes)
{
  hy_attributes_forget (attributes);
  g_clear_pointer (&attributes->items, g_free);
  attributes->n_allocated = 0;
}

int
hy_attributes_find (const HyAttributes *attributes, guint name)
{
  for (guint i = 0; i < attributes->n_items; i++)
    if (attributes->items[i].name == name)
      return (int) i;
  return -1;
}

static void
put_item (HyAttributes *attributes, int index, guint name, HyValue *value)
{
  if (value != NULL)
    hy_value_ref (value);
  if (index >= 0)
    {
      g_clear_pointer (&attributes->items[index].value, hy_value_unref);
      attributes->items[index].value = value;
      return;
    }
  if (attributes->n_items == attributes->n_allocated)
    {
      attributes->n_allocated = MAX (8, 2 * attributes->n_allocated);
      attributes->items = g_renew (HyStoreItem, attributes->items, attributes->n_allocated);
    }
  attributes->items[attributes->n_items++] = (HyStoreItem){ name, value };
}

static void
set_table (HyAttributes *attributes, guint log2, HyKeysKind kind)
{
  attributes->log2 = log2;
  attributes->kind = kind;
  attributes->entries = attributes->n_items;
  attributes->usable = (guint) hy_keys_usable (log2) - attributes->n_items;
}

void
hy_store_delete_dict (HyStore *self, HyAttributes *attributes)
{
  guint inline_places = attributes->inline_places;
  if (attributes->keys != NULL)
    hy_shared_keys_drop (&self->keys, attributes->keys);
  hy_attributes_forget (attributes);
  attributes->inline_places = inline_places;
  attributes->form = HY_ATTRIBUTES_ABSENT;
}

void
hy_store_replace_dict (HyStore *self, HyAttributes *attributes)
{
  hy_store_delete_dict (self, attributes);
  attributes->form = HY_ATTRIBUTES_COMBINED;
  if (self->rules->empty_slots > 0)
    set_table (attributes, hy_keys_log2_for_slots (self->rules->empty_slots), HY_KEYS_UNICODE);
}

void
hy_store_begin (HyStore *self, HyAttributes *attributes)
{
  HySharedKeys *keys = self->cached;

  attributes->form = self->traits.has_dict ? HY_ATTRIBUTES_ABSENT : HY_ATTRIBUTES_NONE;
  if (!self->traits.has_dict)
    return;
  /* _PyObject_InitializeDict (3.11, 3.12): a dict that is not managed is made at once */
  if (self->traits.dict_at_creation ||
      (!self->traits.managed && self->rules->values_at_creation && self->traits.plain_new))
    hy_store_replace_dict (self, attributes);
  if (keys == NULL || attributes->form == HY_ATTRIBUTES_COMBINED)
    return;
  if (self->traits.inline_values)
    attributes->inline_places = hy_shared_keys_places (&self->keys, keys);
  else if (!self->rules->values_at_creation || !self->traits.plain_new)
    return;
  if (keys->usable > 1)
    keys->usable--;
  if (!self->traits.inline_values)
    attributes->places = hy_shared_keys_places (&self->keys, keys);
  attributes->inline_live = self->traits.inline_values;
  attributes->form = HY_ATTRIBUTES_VALUES;
  hold_keys (attributes, keys);
}

/* dictresize of a split table: it gets keys of its own, and its values array is freed or, inline, dead. */
static void
combine (HyStore *self, HyAttributes *attributes, guint log2, HyKeysKind kind)
{
  hy_shared_keys_drop (&self->keys, attributes->keys);
  attributes->keys = NULL;
  attributes->places = 0;
  attributes->inline_live = FALSE;
  attributes->form = HY_ATTRIBUTES_COMBINED;
  set_table (attributes, log2, kind);
}

static guint
grown_log2 (HyStore *self, const HyAttributes *attributes)
{
  guint log2 = attributes->form == HY_ATTRIBUTES_SPLIT ? attributes->keys->log2 : attributes->log2;
  return hy_keys_grown_log2 (self->rules, log2, attributes->n_items);
}

/* insert_to_emptydict and insert_combined_dict */
static void
insert_combined (HyStore *self, HyAttributes *attributes, guint name, HyValue *value)
{
  int index = hy_attributes_find (attributes, name);
  HyKeysKind kind = hy_store_name_is_str (self, name) ? HY_KEYS_UNICODE : HY_KEYS_GENERAL;

  if (index < 0)
    {
      if (attributes->log2 == 0)
        set_table (attributes, hy_keys_log2_for_slots (0), kind);
      else if (kind == HY_KEYS_GENERAL && attributes->kind == HY_KEYS_UNICODE &&
               self->rules->unicode_entry != self->rules->entry)
        set_table (attributes, grown_log2 (self, attributes), HY_KEYS_GENERAL);
      if (attributes->usable == 0)
        set_table (attributes, grown_log2 (self, attributes), attributes->kind);
      attributes->usable--;
      attributes->entries++;
    }
  put_item (attributes, index, name, value);
}

/* insertdict on a split table; TRUE when it stays split. */
static gboolean
insert_split (HyStore *self, HyAttributes *attributes, guint name, HyValue *value)
{
  HySharedKeys *keys = attributes->keys;
  int index = hy_attributes_find (attributes, name);

  if (!hy_store_name_is_str (self, name))
    return FALSE;
  if (index < 0 && self->rules->shared_in_order)
    {
      int position = hy_shared_keys_find (keys, name);
      guint expected = position >= 0 ? (guint) position : keys->entries;
      if (attributes->n_items != expected)
        return FALSE;
    }
  if (index < 0 && !hy_shared_keys_insert (keys, name))
    return FALSE;
  put_item (attributes, index, name, value);
  return TRUE;
}

void
hy_store_dict_set (HyStore *self, HyAttributes *attributes, guint name, HyValue *value)
{
  if (attributes->form == HY_ATTRIBUTES_SPLIT)
    {
      if (insert_split (self, attributes, name, value))
        return;
      combine (self, attributes, grown_log2 (self, attributes),
               hy_store_name_is_str (self, name) ? HY_KEYS_UNICODE : HY_KEYS_GENERAL);
    }
  insert_combined (self, attributes, name, value);
}

/* make_keys_shared: the table of the only dict that used the class's keys becomes the class's new keys. */
static HySharedKeys *
share_table (HyStore *self, HyAttributes *attributes)
{
  HySharedKeys *keys =
      hy_shared_keys_new (&self->keys, attributes->log2, (guint) hy_keys_usable (attributes->log2), FALSE);
  for (guint i = 0; i < attributes->n_items; i++)
    hy_shared_keys_insert (keys, attributes->items[i].name);
  attributes->places = (guint) hy_keys_usable (keys->log2);
  attributes->form = HY_ATTRIBUTES_SPLIT;
  attributes->log2 = 0;
  hold_keys (attributes, keys);
  return keys;
}

static void
lose_sharing (HyStore *self)
{
  if (self->cached != NULL)
    hy_shared_keys_drop (&self->keys, self->cached);
  self->cached = NULL;
}

static void
make_dict (HyStore *self, HyAttributes *attributes, gboolean shared)
{
  if (attributes->form == HY_ATTRIBUTES_VALUES)
    attributes->form = HY_ATTRIBUTES_SPLIT;
  if (attributes->form != HY_ATTRIBUTES_ABSENT)
    return;
  if (self->cached == NULL || !shared)
    {
      hy_store_replace_dict (self, attributes);
      return;
    }
  attributes->form = HY_ATTRIBUTES_SPLIT;
  attributes->places = hy_shared_keys_places (&self->keys, self->cached);
  hold_keys (attributes, self->cached);
}

void
hy_store_touch_dict (HyStore *self, HyAttributes *attributes)
{
  make_dict (self, attributes, !self->rules->asked_unshared);
}

void
hy_store_set (HyStore *self, HyAttributes *attributes, guint name, HyValue *value)
{
  if (attributes->form == HY_ATTRIBUTES_VALUES)
    {
      if (insert_split (self, attributes, name, value))
        return;
      attributes->form = HY_ATTRIBUTES_SPLIT;
    }
  make_dict (self, attributes, TRUE);
  HySharedKeys *before = attributes->form == HY_ATTRIBUTES_SPLIT ? attributes->keys : NULL;
  hy_store_dict_set (self, attributes, name, value);
  /* _PyObjectDict_SetItem until 3.10 */
  if (self->rules->shared_in_order && before != NULL && before == self->cached && attributes->keys != before)
    {
      gboolean alone = before->users == 1;
      lose_sharing (self);
      if (alone)
        self->cached = share_table (self, attributes);
    }
}

gboolean
hy_store_delete (HyStore *self, HyAttributes *attributes, guint name)
{
  if (attributes->form == HY_ATTRIBUTES_ABSENT)
    make_dict (self, attributes, TRUE);
  int index = hy_attributes_find (attributes, name);
  if (index >= 0)
    {
      if (attributes->form == HY_ATTRIBUTES_SPLIT && self->rules->shared_in_order)
        combine (self, attributes, attributes->keys->log2, HY_KEYS_UNICODE);
      g_clear_pointer (&attributes->items[index].value, hy_value_unref);
      memmove (attributes->items + index, attributes->items + index + 1,
               (attributes->n_items - (guint) index - 1) * sizeof (HyStoreItem));
      attributes->n_items--;
    }
  if (self->rules->shared_in_order)
    lose_sharing (self);
  return index >= 0;
}

gint64
hy_store_dict_getsizeof (HyStore *self, const HyAttributes *attributes)
{
  guint64 size = self->abi->gc_head + self->rules->object;

  if (attributes->form == HY_ATTRIBUTES_SPLIT)
    {
      size += (guint64) hy_shared_keys_places (&self->keys, attributes->keys) * self->abi->pointer;
      /* Keys that nobody else holds any more count as the dict's own. */
      if (attributes->keys->users == 1)
        size += hy_keys_size (self->rules, attributes->keys->log2, HY_KEYS_UNICODE);
      return (gint64) size;
    }
  if (attributes->form != HY_ATTRIBUTES_COMBINED)
    return -1;
  return (gint64) (attributes->log2 == 0 ? size
                                         : size + hy_keys_size (self->rules, attributes->log2, attributes->kind));
}

void
hy_attributes_init_dict (HyAttributes *attributes, const guint *names, HyValue *const *values, guint n)
{
  *attributes = (HyAttributes){ .form = HY_ATTRIBUTES_COMBINED };
  guint log2 = hy_keys_log2_for_slots (0);
  for (guint i = 0; i < n; i++)
    put_item (attributes, hy_attributes_find (attributes, names[i]), names[i], values[i]);
  while (hy_keys_usable (log2) < attributes->n_items)
    log2++;
  set_table (attributes, log2, HY_KEYS_UNICODE);
}

/* dict_merge: whether the table of @from is cloned into the empty dict @to. */
static gboolean
merge_clones (HyStore *self, const HyAttributes *from, const HyAttributes *to)
{
  HyMergeClones rule = self->rules->merge_clones;
  if (rule == HY_MERGE_NEVER_CLONES || (rule == HY_MERGE_CLONES_INTO_COMBINED && to->form != HY_ATTRIBUTES_COMBINED))
    return FALSE;
  if (to->n_items > 0 || from->form != HY_ATTRIBUTES_COMBINED || from->n_items == 0 || from->entries != from->n_items)
    return FALSE;
  return from->log2 == hy_keys_log2_for_slots (0) || hy_keys_usable (from->log2 - 1) < from->n_items;
}

/* dict_merge: one resize for all that may come. */
static void
make_room (HyStore *self, HyAttributes *attributes, guint n)
{
  gboolean split = attributes->form == HY_ATTRIBUTES_SPLIT;
  guint log2 = split ? attributes->keys->log2 : attributes->log2;
  if (n == 0 || (log2 > 0 && hy_keys_usable (log2) >= n))
    return;
  log2 = hy_keys_merged_log2 (self->rules, attributes->n_items + n);
  if (split)
    combine (self, attributes, log2, HY_KEYS_UNICODE);
  else
    set_table (attributes, log2, attributes->log2 > 0 ? attributes->kind : HY_KEYS_UNICODE);
}

void
hy_store_copy_dict (HyStore *self, const HyAttributes *from, HyAttributes *to)
{
  hy_store_touch_dict (self, to);
  if (!merge_clones (self, from, to))
    {
      make_room (self, to, from->n_items);
      for (guint i = 0; i < from->n_items; i++)
        hy_store_dict_set (self, to, from->items[i].name, from->items[i].value);
      return;
    }
  if (to->form == HY_ATTRIBUTES_SPLIT)
    combine (self, to, from->log2, from->kind);
  for (guint i = 0; i < from->n_items; i++)
    put_item (to, -1, from->items[i].name, from->items[i].value);
  set_table (to, from->log2, from->kind);
}
