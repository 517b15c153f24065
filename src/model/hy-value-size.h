/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-tally.h"
#include "hy-value.h"

G_BEGIN_DECLS

/* sys.getsizeof of the value as it is in instance number @index; -1 when it can't be known. */
gint64 hy_value_getsizeof (HyValue *self, const HyAbi *abi, guint64 index);

/* Adds to @tally the blocks of the object itself and of all fresh objects in it, as they are in instance number @index,
 * @count times. What exists only once (None, small ints, characters, constants) adds nothing.
 * FALSE when it can't be known; @reason says why, owned by @self or static. */
gboolean hy_value_tally (HyValue *self, const HyAbi *abi, guint64 index, guint64 count, HyTally *tally,
                         const char **reason);

/* The same for @n_values values that each of the instances 0 … @count - 1 owns, in time that does not grow with @count.
 * All that is the instance number itself is one object. */
gboolean hy_values_sum (HyValue *const *values, gsize n_values, const HyAbi *abi, guint64 count, HyTally *tally,
                        const char **reason);

/* Of an INT in instance number @index: 30-bit digits, at least one; whether it is 0. */
guint64 hy_value_int_digits (HyValue *self, guint64 index);
gboolean hy_value_int_is_zero (HyValue *self, guint64 index);

gboolean hy_value_is_weakref (const HyValue *self);

/* Characters of a STR in instance number @index. */
guint64 hy_value_str_length (HyValue *self, guint64 index);

/* Bytes of what a LIST, DICT, SET, FROZENSET or BYTEARRAY owns beside its object; 0 for nothing. */
guint64 hy_value_table_size (HyValue *self, const HyAbi *abi);

/* Bytes in the same block that sys.getsizeof does not count. */
guint64 hy_value_table_header (HyValue *self, const HyAbi *abi);

/* Appends to @breaks (of guint64) the instance numbers below @count from which on @self has another size than before,
 * in no order. */
void hy_value_collect_breaks (HyValue *self, const HyAbi *abi, guint64 count, GArray *breaks);

G_END_DECLS
