/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-abi.h"

G_BEGIN_DECLS

/* What stands in an array of attribute values beside them. */
typedef enum
{
  HY_VALUES_BARE,        /* nothing */
  HY_VALUES_ORDER_FIRST, /* insertion order, its length and the size, then the values */
  HY_VALUES_ORDER_LAST,  /* a word with capacity, size and two marks, the values, the insertion order */
} HyValuesShape;

/* When update () of an empty dict clones the other's table, that one having keys of its own and no holes. */
typedef enum
{
  HY_MERGE_NEVER_CLONES,
  HY_MERGE_CLONES,
  HY_MERGE_CLONES_INTO_COMBINED, /* not into an instance's dict that shares keys */
} HyMergeClones;

/* How one interpreter build stores dicts and the attributes of instances: the
 * constants and choices of Objects/dictobject.c. All sizes in bytes. Static
 * rows in hy-dict-table.c, each with its source. */
typedef struct
{
  guint object;      /* sizeof (PyDictObject), without its GC head */
  guint keys_header; /* sizeof (PyDictKeysObject) */
  guint entry;       /* sizeof (PyDictKeyEntry) */
  guint
      unicode_entry; /* entry of a table that holds nothing but str keys; same as @entry where there is but one kind */
  guint empty_slots; /* hash slots that an empty {} owns; 0: it shares a static table */
  guint new_slots;   /* ... that a dict made by calling dict or a class below it owns while it is empty */
  guint grow_used;   /* GROWTH_RATE: @grow_used times the used entries ... */
  guint grow_size_divisor; /* ... plus the table's size divided by this; 0: plus nothing */

  HyMergeClones merge_clones;
  gboolean request_doubles_eight; /* a table asked for by a number of slots below 8, but not 0, gets 16 */

  /* Most names in a class's shared keys; after each instance one less, until all are taken but one. 0: as many as a
   * table grown the usual way has. */
  guint shared_limit;
  gboolean shared_seeded;   /* the class's __static_attributes__ are in its keys from the start */
  gboolean shared_in_order; /* an instance shares only while it inserts in the order of the keys, and deletes nothing */
  gboolean asked_unshared;  /* a dict that is made because it is asked for, not for an attribute, shares no keys */
  gboolean values_at_creation; /* object.__new__ makes the values array */
  HyValuesShape values;
} HyDictRules;

/* The rules of @abi; NULL when not modelled. */
const HyDictRules *hy_dict_rules_for (const HyAbi *abi);

typedef enum
{
  HY_KEYS_UNICODE, /* str keys only */
  HY_KEYS_GENERAL,
} HyKeysKind;

/* Hash tables have 2^@log2 slots and take entries up to two thirds of them. */
guint64 hy_keys_usable (guint log2);

/* Bytes of a keys object with 2^@log2 slots (@log2 < 60): header, index, entries. */
guint64 hy_keys_size (const HyDictRules *rules, guint log2, HyKeysKind kind);

/* Bytes of its header and index alone. */
guint64 hy_keys_index_end (const HyDictRules *rules, guint log2);

/* log2 of the smallest table of at least @slots slots; CPython's minimum is 8. */
guint hy_keys_log2_for_slots (guint64 slots);

/* log2 of the table that a dict with @used entries in 2^@log2 slots grows to. */
guint hy_keys_grown_log2 (const HyDictRules *rules, guint log2, guint64 used);

/* log2 of the table that update () makes for @used entries in all, when those do not fit. Source: dict_merge,
 * ESTIMATE_SIZE. */
guint hy_keys_merged_log2 (const HyDictRules *rules, guint64 used);

/* Bytes of an array for @places attribute values, with what leads and follows. */
guint64 hy_values_size (const HyDictRules *rules, guint pointer, guint64 places);

/* Bytes of it before the first value. */
guint64 hy_values_start (const HyDictRules *rules, guint pointer, guint64 places);

G_END_DECLS
