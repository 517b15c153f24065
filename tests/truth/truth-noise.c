/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth-noise.h"

#include "hy-dict.h"
#include "hy-value-rules.h"

/* Tuples up to this length have free lists. */
#define TUPLE_MAX 20
/* Items in a block of a deque, with its two links. */
#define DEQUE_BLOCK_WORDS 66

gboolean
truth_noise_is_free_list (const HyAbi *abi, gint64 difference)
{
  const HyValueRules *rules = hy_value_rules_for (abi);
  const HyDictRules *dict_rules = hy_dict_rules_for (abi);
  guint64 size = (guint64) ABS (difference);
  const guint64 sizes[] = {
    rules->floating,
    abi->gc_head + rules->list,
    abi->gc_head + dict_rules->object,
    hy_keys_size (dict_rules, 3, HY_KEYS_UNICODE),
    (guint64) DEQUE_BLOCK_WORDS * abi->pointer,
    abi->var_object_header + abi->pointer,  /* int of one digit, 3.14+ */
    abi->object_header + 4u * abi->pointer, /* range, 3.14+ */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (size == sizes[i])
      return TRUE;
  for (guint n = 1; n <= TUPLE_MAX; n++)
    if (size == abi->gc_head + rules->tuple + n * abi->pointer)
      return TRUE;
  return FALSE;
}

gboolean
truth_noise_explains (const HyAbi *abi, guint rank, gint64 difference)
{
  return difference == 0 || (rank == 1 && difference > 0) || truth_noise_is_free_list (abi, difference);
}
