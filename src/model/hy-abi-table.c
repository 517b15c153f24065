/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-abi-table.h"
#include "hy-msgid.h"

/* Sources, in CPython at the tag of each version.
 *
 * Include/object.h, struct _object and PyVarObject: object_header, var_object_header.
 *
 * Include/objimpl.h, union _gc_head (3.6, 3.7: three words, padded to the alignment of long double) and
 * Include/internal/pycore_gc.h, PyGC_Head (3.8+: two words; free-threaded: bits of the object header): gc_head.
 *
 * Include/internal/pycore_object.h, _PyType_PreHeaderSize (3.11+) and MANAGED_WEAKREF_OFFSET (3.12+): pre_header,
 * managed_weakref, managed_weakrefoffset.
 *
 * Objects/typeobject.c, type_new_descriptors (3.11: minus the size and three pointers, after the items where there are
 * any; 3.12+: -1): managed_dict, managed_dictoffset, var_managed_dict.
 *
 * Objects/typeobject.c, type_new (3.6, 3.7: only if the base is GC or the class has fields): heap_types_gc.
 *
 * Objects/typeobject.c, extra_ivars (3.6-3.11) and shape_differs (3.12+): solid.
 *
 * Objects/typeobject.c, type_new_alloc and inherit_slots (3.13+): inline_values.
 *
 * Objects/typeobject.c, type_new until 3.9, then type_new_visit_slots: var_slots, qualname_slot and the texts;
 * set_mro_error: mro_separator. */

#define WEAKREF_OR_ITEMS "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0"
#define WEAKREF_TWICE "__weakref__ slot disallowed: we already got one"
#define NONEMPTY_SLOTS "nonempty __slots__ not supported for subtype of"
#define ARBITRARY_SLOTS "arbitrary __slots__ not supported for subtype of"

/* Include/object.h, struct _object. */
static const char *const header_words[] = { N_ ("reference count"), N_ ("type") };
static const char *const free_threaded_header_words[] = { N_ ("thread id"),
                                                          N_ ("flags, lock, GC bits, local reference count"),
                                                          N_ ("shared reference count"), N_ ("type") };
/* Include/objimpl.h and Include/internal/pycore_gc.h, as gc_head. */
static const char *const gc_head_words[] = { N_ ("GC head: next"), N_ ("GC head: previous"), N_ ("GC head: references"),
                                             N_ ("GC head: padding") };
/* Objects/object.c, _PyObject_ValuesPointer (3.11); Include/internal/pycore_object.h, MANAGED_WEAKREF_OFFSET and
 * MANAGED_DICT_OFFSET (3.12+). */
static const char *const values_and_dict[] = { N_ ("values pointer"), N_ ("__dict__ pointer") };
static const char *const weakref_and_values[] = { N_ ("weakref list"), N_ ("values or __dict__ pointer") };
static const char *const weakref_and_dict[] = { N_ ("weakref list"), N_ ("__dict__ pointer") };

#define RULES_3_6                                                                                                      \
  .minor = 6, .store = HY_STORE_SPLIT_DICT, .solid = HY_SOLID_BEYOND_POINTERS, .weakref_refusal = WEAKREF_OR_ITEMS,    \
  .var_slots_refusal = NONEMPTY_SLOTS, .mro_separator = "\n"
#define RULES_3_7                                                                                                      \
  .minor = 7, .store = HY_STORE_SPLIT_DICT, .solid = HY_SOLID_BEYOND_POINTERS, .qualname_slot = TRUE,                  \
  .weakref_refusal = WEAKREF_OR_ITEMS, .var_slots_refusal = NONEMPTY_SLOTS, .mro_separator = "\n"
#define RULES_3_8_TO_3_10                                                                                              \
  .store = HY_STORE_SPLIT_DICT, .solid = HY_SOLID_BEYOND_POINTERS, .qualname_slot = TRUE, .heap_types_gc = TRUE,       \
  .weakref_refusal = WEAKREF_OR_ITEMS, .var_slots_refusal = NONEMPTY_SLOTS, .mro_separator = "\n"
#define RULES_3_8 .minor = 8, RULES_3_8_TO_3_10
#define RULES_3_9 .minor = 9, RULES_3_8_TO_3_10
#define RULES_3_10 .minor = 10, RULES_3_8_TO_3_10
#define RULES_3_11                                                                                                     \
  .minor = 11, .store = HY_STORE_VALUES, .solid = HY_SOLID_BEYOND_POINTERS, .qualname_slot = TRUE,                     \
  .heap_types_gc = TRUE, .managed_dict = TRUE, .pre_header_words = values_and_dict,                                    \
  .weakref_refusal = WEAKREF_OR_ITEMS, .var_slots_refusal = NONEMPTY_SLOTS, .mro_separator = "\n"
#define RULES_3_12_ON                                                                                                  \
  .solid = HY_SOLID_ANY_GROWTH, .qualname_slot = TRUE, .heap_types_gc = TRUE, .managed_dict = TRUE,                    \
  .managed_weakref = TRUE, .var_managed_dict = TRUE, .managed_dictoffset = -1, .weakref_refusal = WEAKREF_TWICE
#define RULES_3_12                                                                                                     \
  .minor = 12, .store = HY_STORE_VALUES, RULES_3_12_ON, .pre_header_words = weakref_and_values,                        \
  .var_slots_refusal = NONEMPTY_SLOTS, .mro_separator = "\n"
#define RULES_3_13                                                                                                     \
  .minor = 13, .store = HY_STORE_INLINE_VALUES, RULES_3_12_ON, .pre_header_words = weakref_and_dict,                   \
  .inline_values = HY_INLINE_BARE_OBJECT, .var_slots_refusal = NONEMPTY_SLOTS, .mro_separator = " "
#define RULES_3_14                                                                                                     \
  .minor = 14, .store = HY_STORE_INLINE_VALUES, RULES_3_12_ON, .pre_header_words = weakref_and_dict,                   \
  .inline_values = HY_INLINE_FIXED_SIZE, .var_slots_refusal = NONEMPTY_SLOTS, .mro_separator = " "
#define RULES_3_15                                                                                                     \
  .minor = 15, .store = HY_STORE_INLINE_VALUES, RULES_3_12_ON, .pre_header_words = weakref_and_dict,                   \
  .inline_values = HY_INLINE_FIXED_SIZE, .var_slots = HY_VAR_SLOTS_AFTER_ITEMS, .var_slots_refusal = ARBITRARY_SLOTS,  \
  .mro_separator = " "

#define GIL_WORDS .header_words = header_words, .gc_head_words = gc_head_words
#define WORDS_64 .bits = 64, .pointer = 8, .object_header = 16, .var_object_header = 24, GIL_WORDS
#define WORDS_32 .bits = 32, .pointer = 4, .object_header = 8, .var_object_header = 12, GIL_WORDS
#define WORDS_FREE_THREADED                                                                                            \
  .build = HY_BUILD_FREE_THREADED, .bits = 64, .pointer = 8, .object_header = 32, .var_object_header = 40,             \
  .header_words = free_threaded_header_words
#define WORDS_WASM .build = HY_BUILD_WASM, WORDS_32
#define OLD_GC_64 .gc_head = 32
#define OLD_GC_32 .gc_head = 12
#define GC_64 .gc_head = 16
#define GC_32 .gc_head = 8
#define MANAGED_64 .pre_header = 16
#define MANAGED_32 .pre_header = 8
#define MANAGED_WEAKREF_64 MANAGED_64, .managed_weakrefoffset = -32
#define MANAGED_WEAKREF_32 MANAGED_32, .managed_weakrefoffset = -16
#define MANAGED_WEAKREF_FREE_THREADED MANAGED_64, .managed_weakrefoffset = -16

/* Oldest version first; default 64-bit builds before the others. */
const HyAbi hy_abi_table[] = {
  { RULES_3_6, WORDS_64, OLD_GC_64, .measured = TRUE },
  { RULES_3_7, WORDS_64, OLD_GC_64, .measured = TRUE },
  { RULES_3_8, WORDS_64, GC_64, .measured = TRUE },
  { RULES_3_9, WORDS_64, GC_64, .measured = TRUE },
  { RULES_3_10, WORDS_64, GC_64, .measured = TRUE },
  { RULES_3_11, WORDS_64, GC_64, MANAGED_64, .measured = TRUE },
  { RULES_3_12, WORDS_64, GC_64, MANAGED_WEAKREF_64, .measured = TRUE },
  { RULES_3_13, WORDS_64, GC_64, MANAGED_WEAKREF_64, .measured = TRUE },
  { RULES_3_14, WORDS_64, GC_64, MANAGED_WEAKREF_64, .measured = TRUE },
  { RULES_3_15, WORDS_64, GC_64, MANAGED_WEAKREF_64, .measured = TRUE },
  { RULES_3_13, WORDS_FREE_THREADED, MANAGED_WEAKREF_FREE_THREADED, .measured = TRUE },
  { RULES_3_14, WORDS_FREE_THREADED, MANAGED_WEAKREF_FREE_THREADED },
  { RULES_3_15, WORDS_FREE_THREADED, MANAGED_WEAKREF_FREE_THREADED },
  { RULES_3_6, WORDS_32, OLD_GC_32 },
  { RULES_3_7, WORDS_32, OLD_GC_32 },
  { RULES_3_8, WORDS_32, GC_32 },
  { RULES_3_9, WORDS_32, GC_32 },
  { RULES_3_10, WORDS_32, GC_32 },
  { RULES_3_11, WORDS_32, GC_32, MANAGED_32, .measured = TRUE },
  { RULES_3_12, WORDS_32, GC_32, MANAGED_WEAKREF_32 },
  { RULES_3_13, WORDS_32, GC_32, MANAGED_WEAKREF_32, .measured = TRUE },
  { RULES_3_14, WORDS_32, GC_32, MANAGED_WEAKREF_32 },
  { RULES_3_15, WORDS_32, GC_32, MANAGED_WEAKREF_32 },
  { RULES_3_11, WORDS_WASM, GC_32, MANAGED_32, .measured = TRUE },
  { RULES_3_12, WORDS_WASM, GC_32, MANAGED_WEAKREF_32, .measured = TRUE },
  { RULES_3_13, WORDS_WASM, GC_32, MANAGED_WEAKREF_32, .measured = TRUE },
  { RULES_3_14, WORDS_WASM, GC_32, MANAGED_WEAKREF_32, .measured = TRUE },
  { RULES_3_15, WORDS_WASM, GC_32, MANAGED_WEAKREF_32, .measured = TRUE },
};

const gsize hy_abi_table_length = G_N_ELEMENTS (hy_abi_table);
