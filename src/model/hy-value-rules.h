/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-abi.h"

G_BEGIN_DECLS

/* Include/longintrepr.h (3.12+: Include/cpython/longintrepr.h): PyLong_SHIFT and sizeof (digit), in all builds. */
#define HY_INT_DIGIT_BITS 30
#define HY_INT_DIGIT_SIZE 4

/* How a list that is asked for more room than it has over-allocates. */
typedef enum
{
  HY_LIST_GROWS_BY_EIGHTH_AND_3_OR_6, /* 3.6-3.8: n + n/8 + (3 below 9 items, else 6) */
  HY_LIST_GROWS_IN_FOURS,             /* 3.9+: n + n/8 + 6, rounded down to a multiple of 4 */
} HyListGrowth;

/* What list (iterable of known length) allocates. */
typedef enum
{
  HY_LIST_FROM_ITEMS_GROWN, /* 3.6, 3.7: as if grown to that length at once */
  HY_LIST_FROM_ITEMS_EXACT, /* 3.8, 3.9 */
  HY_LIST_FROM_ITEMS_EVEN,  /* 3.10+: rounded up to an even number */
} HyListFromItems;

/* What a display of three or more constants allocates. */
typedef enum
{
  HY_LIST_CONSTANTS_EXACT,             /* 3.6-3.8: like any display */
  HY_LIST_CONSTANTS_EXTENDED,          /* 3.9-3.13: an empty list extended by a tuple */
  HY_LIST_CONSTANTS_EXTENDED_TO_LIMIT, /* 3.14+: likewise, up to @list_literal_max items */
} HyListConstants;

/* The sizes of builtin objects in one interpreter build, in bytes, without GC
 * heads. Static rows in hy-value-table.c, each with its source. */
typedef struct
{
  guint str_ascii;                      /* sizeof (PyASCIIObject) */
  guint str_compact;                    /* sizeof (PyCompactUnicodeObject) */
  guint bytes;                          /* offsetof (PyBytesObject, ob_sval) + 1 */
  guint bytearray;                      /* sizeof (PyByteArrayObject) */
  guint bytearray_extra;                /* bytes that its buffer takes beside its contents */
  guint floating;                       /* sizeof (PyFloatObject) */
  guint complex;                        /* sizeof (PyComplexObject) */
  guint tuple;                          /* offsetof (PyTupleObject, ob_item) */
  guint list;                           /* sizeof (PyListObject) */
  guint list_header;                    /* before the items of a list; getsizeof does not count it */
  guint set;                            /* sizeof (PySetObject), its table of eight included */
  gint64 small_int_max;                 /* the largest int that exists once; the least is -5 */
  gboolean zero_has_no_digit;           /* getsizeof (0) counts no digit */
  gboolean empty_frozenset_shared;      /* frozenset () exists once */
  guint set_fill_times, set_mask_times; /* a set grows once fill * fill_times >= mask * mask_times */
  HyListGrowth list_growth;
  HyListFromItems list_from_items;
  HyListConstants list_constants;
  gboolean set_of_constants_merged; /* a display of three or more constants copies a frozenset */
  guint list_literal_max;           /* items up to which a list display is allocated exactly; 0: always */
} HyValueRules;

/* The rules of @abi; NULL when not modelled. */
const HyValueRules *hy_value_rules_for (const HyAbi *abi);

/* Item places that a list of @n items has when it was grown by append. */
guint64 hy_list_appended_places (const HyValueRules *rules, guint64 n);

/* Item places of a display of @n items, all of them constants if @constants. */
guint64 hy_list_display_places (const HyValueRules *rules, guint64 n, gboolean constants);

/* Item places of an empty list that was extended by @n items at once. */
guint64 hy_list_extended_places (const HyValueRules *rules, guint64 n);

/* Item places of an empty list that list_resize () makes @n items long. */
guint64 hy_list_resized_places (const HyValueRules *rules, guint64 n);

/* Item places of a list filled from an iterator that does not tell its length; @kept: what it was given at first stays.
 */
guint64 hy_list_unsized_places (const HyValueRules *rules, guint64 n, gboolean kept);

/* Item places when all @n were given at once. */
guint64 hy_list_constructed_places (const HyValueRules *rules, guint64 n);

/* Slots of the table of a set of @n items that were added one by one; 8 of them are in the object itself. */
guint64 hy_set_added_slots (const HyValueRules *rules, guint64 n);

/* Slots of the table of a set that was copied from another of @n items. */
guint64 hy_set_merged_slots (const HyValueRules *rules, guint64 n);

G_END_DECLS
