/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-tally.h"
#include "hy-value.h"

G_BEGIN_DECLS

/* Adds to @tally the blocks of the object itself and of all fresh objects in it, as they are in instance number @index,
 * @count times. What exists only once (None, small ints, characters, constants) adds nothing.
 * FALSE when it can't be known; @reason says why, owned by @self or static. */
gboolean hy_value_tally (HyValue *self, const HyAbi *abi, guint64 index, guint64 count, HyTally *tally,
                         const char **reason);

/* The same for @n_values values that each of the instances 0 … @count - 1 owns, in time that does not grow with @count.
 * All that is the instance number itself is one object. */
gboolean hy_values_sum (HyValue *const *values, gsize n_values, const HyAbi *abi, guint64 count, HyTally *tally,
                        const char **reason);

/* Appends to @breaks (of guint64) the instance numbers below @count from which on @self has another size than before,
 * in no order. */
void hy_value_collect_breaks (HyValue *self, const HyAbi *abi, guint64 count, GArray *breaks);

G_END_DECLS
