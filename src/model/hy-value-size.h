/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-value.h"

G_BEGIN_DECLS

/* sys.getsizeof of the value as it is in instance number @index; -1 when it can't be known. */
gint64 hy_value_getsizeof (HyValue *self, const HyAbi *abi, guint64 index);

/* Of an INT in instance number @index: 30-bit digits, at least one; whether it is 0. */
guint64 hy_value_int_digits (HyValue *self, guint64 index);
gboolean hy_value_int_is_zero (HyValue *self, guint64 index);

/* The number of an INT in instance number @index, saturated. */
gint64 hy_value_int_number (HyValue *self, guint64 index);

gboolean hy_value_is_weakref (const HyValue *self);

/* Characters of a STR in instance number @index. */
guint64 hy_value_str_length (HyValue *self, guint64 index);

/* Bytes of what a LIST, DICT, SET, FROZENSET or BYTEARRAY owns beside its object; 0 for nothing. */
guint64 hy_value_table_size (HyValue *self, const HyAbi *abi);

/* Bytes in the same block that sys.getsizeof does not count. */
guint64 hy_value_table_header (HyValue *self, const HyAbi *abi);

G_END_DECLS
