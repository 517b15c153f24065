/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value-table.h"

/* Sources, in CPython at the tag of each version.
 *
 * Include/cpython/unicodeobject.h, PyASCIIObject and PyCompactUnicodeObject (3.12+: without wstr): str_ascii,
 * str_compact.
 *
 * Include/cpython/bytesobject.h, bytearrayobject.h, floatobject.h, tupleobject.h (3.14+: ob_hash), listobject.h,
 * Include/complexobject.h, Include/setobject.h: the structs.
 *
 * Objects/bytearrayobject.c, PyByteArray_Resize (3.15+: the buffer is a bytes object): bytearray_extra.
 *
 * Include/internal/pycore_runtime_structs.h or Objects/longobject.c, NSMALLPOSINTS: small_int_max.
 *
 * Objects/longobject.c, int___sizeof___impl (3.11+: at least one digit), _PyLong_FromMedium (3.11+: sizeof
 * (PyLongObject)): zero_has_no_digit.
 *
 * Objects/setobject.c, set_add_entry (3.6: fill * 3, mask * 2; 3.7+: fill * 5, mask * 3), make_new_frozenset (3.6-3.9:
 * the empty one is shared).
 *
 * Objects/listobject.c, list_resize, list_extend, list_preallocate_exact: list_growth, list_from_items;
 * _PyListArray (free-threaded): list_header.
 *
 * Python/compile.c, starunpack_helper (3.9+: constants as a tuple or frozenset; 3.10+: more than 30 items one by one):
 * list_constants, set_of_constants_merged, list_literal_max. */

#define STR_OLD_64 .str_ascii = 48, .str_compact = 72
#define STR_64 .str_ascii = 40, .str_compact = 56
#define STR_THREADED .str_ascii = 56, .str_compact = 72
#define STR_OLD_32 .str_ascii = 24, .str_compact = 36
#define STR_32 .str_ascii = 20, .str_compact = 28
#define NUMBERS_64 .bytes = 33, .floating = 24, .complex = 32
#define NUMBERS_THREADED .bytes = 49, .floating = 40, .complex = 48
#define NUMBERS_32 .bytes = 17, .floating = 16, .complex = 24
#define BYTEARRAY_64 .bytearray = 56, .bytearray_extra = 1
#define BYTEARRAY_THREADED .bytearray = 72, .bytearray_extra = 1
#define BYTEARRAY_32 .bytearray = 28, .bytearray_extra = 1
#define BYTEARRAY_NEW_64 .bytearray = 64, .bytearray_extra = 33
#define BYTEARRAY_NEW_THREADED .bytearray = 80, .bytearray_extra = 49
#define BYTEARRAY_NEW_32 .bytearray = 32, .bytearray_extra = 17
#define TUPLE_64 .tuple = 24
#define TUPLE_HASH_64 .tuple = 32
#define TUPLE_THREADED .tuple = 40
#define TUPLE_HASH_THREADED .tuple = 48
#define TUPLE_32 .tuple = 12
#define TUPLE_HASH_32 .tuple = 16
#define CONTAINERS_64 .list = 40, .set = 200
#define CONTAINERS_THREADED .list = 56, .list_header = 8, .set = 216
#define CONTAINERS_32 .list = 20, .set = 100
#define CONSTANTS .list_constants = HY_LIST_CONSTANTS_EXTENDED
#define CONSTANTS_TO_LIMIT .list_constants = HY_LIST_CONSTANTS_EXTENDED_TO_LIMIT
#define INTS .small_int_max = 256
#define INTS_3_15 .small_int_max = 1024

#define RULES_3_6                                                                                                      \
  INTS, .set_fill_times = 3, .set_mask_times = 2, .empty_frozenset_shared = TRUE, .zero_has_no_digit = TRUE,           \
        .list_growth = HY_LIST_GROWS_BY_EIGHTH_AND_3_OR_6, .list_from_items = HY_LIST_FROM_ITEMS_GROWN
#define RULES_3_7                                                                                                      \
  INTS, .set_fill_times = 5, .set_mask_times = 3, .empty_frozenset_shared = TRUE, .zero_has_no_digit = TRUE,           \
        .list_growth = HY_LIST_GROWS_BY_EIGHTH_AND_3_OR_6, .list_from_items = HY_LIST_FROM_ITEMS_GROWN
#define RULES_3_8                                                                                                      \
  INTS, .set_fill_times = 5, .set_mask_times = 3, .empty_frozenset_shared = TRUE, .zero_has_no_digit = TRUE,           \
        .list_growth = HY_LIST_GROWS_BY_EIGHTH_AND_3_OR_6, .list_from_items = HY_LIST_FROM_ITEMS_EXACT
#define RULES_3_9                                                                                                      \
  INTS, .set_fill_times = 5, .set_mask_times = 3, .empty_frozenset_shared = TRUE, .zero_has_no_digit = TRUE,           \
        .list_growth = HY_LIST_GROWS_IN_FOURS, .list_from_items = HY_LIST_FROM_ITEMS_EXACT,                            \
        .set_of_constants_merged = TRUE, .list_constants = HY_LIST_CONSTANTS_EXTENDED
#define RULES_3_10_ON                                                                                                  \
  .set_fill_times = 5, .set_mask_times = 3, .list_growth = HY_LIST_GROWS_IN_FOURS,                                     \
  .list_from_items = HY_LIST_FROM_ITEMS_EVEN, .list_literal_max = 30, .set_of_constants_merged = TRUE

#define OLD_64 STR_OLD_64, NUMBERS_64, BYTEARRAY_64, TUPLE_64, CONTAINERS_64
#define NEW_64 STR_64, NUMBERS_64, BYTEARRAY_64, CONTAINERS_64
#define OLD_32 STR_OLD_32, NUMBERS_32, BYTEARRAY_32, TUPLE_32, CONTAINERS_32
#define NEW_32 STR_32, NUMBERS_32, BYTEARRAY_32, CONTAINERS_32
#define THREADED STR_THREADED, NUMBERS_THREADED, CONTAINERS_THREADED, RULES_3_10_ON

const HyValueRulesRow hy_value_table[] = {
  { 6, 6, HY_BUILD_DEFAULT, 64, { OLD_64, RULES_3_6 } },
  { 7, 7, HY_BUILD_DEFAULT, 64, { OLD_64, RULES_3_7 } },
  { 8, 8, HY_BUILD_DEFAULT, 64, { OLD_64, RULES_3_8 } },
  { 9, 9, HY_BUILD_DEFAULT, 64, { OLD_64, RULES_3_9 } },
  { 10, 10, HY_BUILD_DEFAULT, 64, { OLD_64, INTS, CONSTANTS, RULES_3_10_ON, .zero_has_no_digit = TRUE } },
  { 11, 11, HY_BUILD_DEFAULT, 64, { OLD_64, INTS, CONSTANTS, RULES_3_10_ON } },
  { 12, 13, HY_BUILD_DEFAULT, 64, { NEW_64, TUPLE_64, INTS, CONSTANTS, RULES_3_10_ON } },
  { 14, 14, HY_BUILD_DEFAULT, 64, { NEW_64, TUPLE_HASH_64, INTS, CONSTANTS_TO_LIMIT, RULES_3_10_ON } },
  { 15,
    HY_NEWEST_MINOR,
    HY_BUILD_DEFAULT,
    64,
    { STR_64, NUMBERS_64, BYTEARRAY_NEW_64, TUPLE_HASH_64, CONTAINERS_64, INTS_3_15, CONSTANTS_TO_LIMIT,
      RULES_3_10_ON } },

  { 13, 13, HY_BUILD_FREE_THREADED, 64, { THREADED, BYTEARRAY_THREADED, TUPLE_THREADED, INTS, CONSTANTS } },
  { 14,
    14,
    HY_BUILD_FREE_THREADED,
    64,
    { THREADED, BYTEARRAY_THREADED, TUPLE_HASH_THREADED, INTS, CONSTANTS_TO_LIMIT } },
  { 15,
    HY_NEWEST_MINOR,
    HY_BUILD_FREE_THREADED,
    64,
    { THREADED, BYTEARRAY_NEW_THREADED, TUPLE_HASH_THREADED, INTS_3_15, CONSTANTS_TO_LIMIT } },

  { 6, 6, HY_BUILD_DEFAULT, 32, { OLD_32, RULES_3_6 } },
  { 7, 7, HY_BUILD_DEFAULT, 32, { OLD_32, RULES_3_7 } },
  { 8, 8, HY_BUILD_DEFAULT, 32, { OLD_32, RULES_3_8 } },
  { 9, 9, HY_BUILD_DEFAULT, 32, { OLD_32, RULES_3_9 } },
  { 10, 10, HY_BUILD_DEFAULT, 32, { OLD_32, INTS, CONSTANTS, RULES_3_10_ON, .zero_has_no_digit = TRUE } },
  { 11, 11, HY_BUILD_DEFAULT, 32, { OLD_32, INTS, CONSTANTS, RULES_3_10_ON } },
  { 12, 13, HY_BUILD_DEFAULT, 32, { NEW_32, TUPLE_32, INTS, CONSTANTS, RULES_3_10_ON } },
  { 14, 14, HY_BUILD_DEFAULT, 32, { NEW_32, TUPLE_HASH_32, INTS, CONSTANTS_TO_LIMIT, RULES_3_10_ON } },
  { 15,
    HY_NEWEST_MINOR,
    HY_BUILD_DEFAULT,
    32,
    { STR_32, NUMBERS_32, BYTEARRAY_NEW_32, TUPLE_HASH_32, CONTAINERS_32, INTS_3_15, CONSTANTS_TO_LIMIT,
      RULES_3_10_ON } },

  { 11, 11, HY_BUILD_WASM, 32, { OLD_32, INTS, CONSTANTS, RULES_3_10_ON } },
  { 12, 13, HY_BUILD_WASM, 32, { NEW_32, TUPLE_32, INTS, CONSTANTS, RULES_3_10_ON } },
  { 14, 14, HY_BUILD_WASM, 32, { NEW_32, TUPLE_HASH_32, INTS, CONSTANTS_TO_LIMIT, RULES_3_10_ON } },
  { 15,
    HY_NEWEST_MINOR,
    HY_BUILD_WASM,
    32,
    { STR_32, NUMBERS_32, BYTEARRAY_NEW_32, TUPLE_HASH_32, CONTAINERS_32, INTS_3_15, CONSTANTS_TO_LIMIT,
      RULES_3_10_ON } },
};

const gsize hy_value_table_length = G_N_ELEMENTS (hy_value_table);
