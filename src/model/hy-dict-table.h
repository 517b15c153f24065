/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-dict.h"

G_BEGIN_DECLS

/* The rules of 3.@from_minor to 3.@to_minor. */
typedef struct
{
  guint from_minor, to_minor;
  HyBuild build;
  guint bits;
  HyDictRules rules;
} HyDictRulesRow;

extern const HyDictRulesRow hy_dict_table[];
extern const gsize hy_dict_table_length;

G_END_DECLS
