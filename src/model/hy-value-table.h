/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-value-rules.h"

G_BEGIN_DECLS

/* The rules of 3.@from_minor to 3.@to_minor. */
typedef struct
{
  guint from_minor, to_minor;
  HyBuild build;
  guint bits;
  HyValueRules rules;
} HyValueRulesRow;

extern const HyValueRulesRow hy_value_table[];
extern const gsize hy_value_table_length;

G_END_DECLS
