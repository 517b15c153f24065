/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-value.h"

G_BEGIN_DECLS

/* What Python prints for the value as it is in instance number @index; where that can't be known, the source of the
 * expression. Caller frees. */
char *hy_value_repr (HyValue *self, guint64 index);

G_END_DECLS
