/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-dict-table.h"

/* Sources, in CPython at the tag of each version.
 *
 * Include/cpython/dictobject.h, PyDictObject: object. Its 64-bit version tag is aligned to 4 bytes on i386, to 8 on
 * wasm32.
 *
 * Objects/dict-common.h (3.6-3.10), Include/internal/pycore_dict.h (3.11+), struct _dictkeysobject, PyDictKeyEntry,
 * PyDictUnicodeEntry: keys_header, entry, unicode_entry.
 *
 * Objects/dictobject.c, PyDict_New (3.6, 3.7: a table of 8; 3.8+: Py_EMPTY_KEYS): empty_slots; dict_new (3.6-3.9: a
 * table of 8): new_slots.
 *
 * Objects/dictobject.c, GROWTH_RATE: grow_used, grow_size_divisor; calculate_keysize (3.10) and calculate_log2_keysize
 * (3.11 until 3.13.2 at least; put right by 3.13.5 and in 3.14): request_doubles_eight; dict_merge (3.10+):
 * merge_clones.
 *
 * Include/internal/pycore_dict.h, SHARED_KEYS_MAX_SIZE (3.11+), and Objects/dictobject.c, init_inline_values (3.11,
 * 3.12) and _PyObject_InitInlineValues (3.13+): shared_limit; _PyDict_NewKeysForClass (3.14+): shared_seeded;
 * insertdict and delitem_common (3.6-3.10): shared_in_order; _PyObject_InitializeDict: values_at_creation;
 * PyObject_GenericGetDict (3.11: PyDict_New): asked_unshared; new_values: values. */

#define GROW_3_6 .grow_used = 2, .grow_size_divisor = 2
#define GROW_3_7 .grow_used = 3
#define GROW_3_10 .grow_used = 3, .merge_clones = HY_MERGE_CLONES, .request_doubles_eight = TRUE
#define GROW_3_13_0 .grow_used = 3, .merge_clones = HY_MERGE_CLONES_INTO_COMBINED, .request_doubles_eight = TRUE
#define GROW_3_13_5 .grow_used = 3, .merge_clones = HY_MERGE_CLONES_INTO_COMBINED
#define SPLIT_DICTS .shared_in_order = TRUE, .values = HY_VALUES_BARE
#define VALUES_FIRST .shared_limit = 30, .values_at_creation = TRUE, .values = HY_VALUES_ORDER_FIRST
#define VALUES_INLINE .shared_limit = 30, .values = HY_VALUES_ORDER_LAST
#define VALUES_SEEDED VALUES_INLINE, .shared_seeded = TRUE

#define OLD_KEYS_64 .keys_header = 40, .entry = 24, .unicode_entry = 24
#define OLD_KEYS_32 .keys_header = 20, .entry = 12, .unicode_entry = 12
#define KEYS_64 .keys_header = 32, .entry = 24, .unicode_entry = 16
#define KEYS_32 .keys_header = 20, .entry = 12, .unicode_entry = 8

#define NATIVE_64 HY_BUILD_DEFAULT, 64
#define NATIVE_32 HY_BUILD_DEFAULT, 32
#define THREADED_64 HY_BUILD_FREE_THREADED, 64
#define WASM_32 HY_BUILD_WASM, 32

const HyDictRulesRow hy_dict_table[] = {
  { 6, 6, NATIVE_64, { .object = 48, OLD_KEYS_64, .empty_slots = 8, .new_slots = 8, GROW_3_6, SPLIT_DICTS } },
  { 7, 7, NATIVE_64, { .object = 48, OLD_KEYS_64, .empty_slots = 8, .new_slots = 8, GROW_3_7, SPLIT_DICTS } },
  { 8, 9, NATIVE_64, { .object = 48, OLD_KEYS_64, .new_slots = 8, GROW_3_7, SPLIT_DICTS } },
  { 10, 10, NATIVE_64, { .object = 48, OLD_KEYS_64, GROW_3_10, SPLIT_DICTS } },
  { 11, 11, NATIVE_64, { .object = 48, KEYS_64, GROW_3_10, VALUES_FIRST, .asked_unshared = TRUE } },
  { 12, 12, NATIVE_64, { .object = 48, KEYS_64, GROW_3_10, VALUES_FIRST } },
  { 13, 13, NATIVE_64, { .object = 48, KEYS_64, GROW_3_13_0, VALUES_INLINE } },
  { 14, HY_NEWEST_MINOR, NATIVE_64, { .object = 48, KEYS_64, GROW_3_13_5, VALUES_SEEDED } },

  { 13, 13, THREADED_64, { .object = 64, KEYS_64, GROW_3_13_5, VALUES_INLINE } },
  { 14, HY_NEWEST_MINOR, THREADED_64, { .object = 64, KEYS_64, GROW_3_13_5, VALUES_SEEDED } },

  { 6, 6, NATIVE_32, { .object = 28, OLD_KEYS_32, .empty_slots = 8, .new_slots = 8, GROW_3_6, SPLIT_DICTS } },
  { 7, 7, NATIVE_32, { .object = 28, OLD_KEYS_32, .empty_slots = 8, .new_slots = 8, GROW_3_7, SPLIT_DICTS } },
  { 8, 9, NATIVE_32, { .object = 28, OLD_KEYS_32, .new_slots = 8, GROW_3_7, SPLIT_DICTS } },
  { 10, 10, NATIVE_32, { .object = 28, OLD_KEYS_32, GROW_3_10, SPLIT_DICTS } },
  { 11, 11, NATIVE_32, { .object = 28, KEYS_32, GROW_3_10, VALUES_FIRST, .asked_unshared = TRUE } },
  { 12, 12, NATIVE_32, { .object = 28, KEYS_32, GROW_3_10, VALUES_FIRST } },
  { 13, 13, NATIVE_32, { .object = 28, KEYS_32, GROW_3_13_5, VALUES_INLINE } },
  { 14, HY_NEWEST_MINOR, NATIVE_32, { .object = 28, KEYS_32, GROW_3_13_5, VALUES_SEEDED } },

  { 11, 11, WASM_32, { .object = 32, KEYS_32, GROW_3_10, VALUES_FIRST, .asked_unshared = TRUE } },
  { 12, 12, WASM_32, { .object = 32, KEYS_32, GROW_3_10, VALUES_FIRST } },
  { 13, 13, WASM_32, { .object = 32, KEYS_32, GROW_3_13_0, VALUES_INLINE } },
  { 14, HY_NEWEST_MINOR, WASM_32, { .object = 32, KEYS_32, GROW_3_13_5, VALUES_SEEDED } },
};

const gsize hy_dict_table_length = G_N_ELEMENTS (hy_dict_table);
