/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-dict.h"

#include "hy-dict-table.h"

/* PyDict_LOG_MINSIZE */
#define MINIMUM_LOG2 3

const HyDictRules *
hy_dict_rules_for (const HyAbi *abi)
{
  for (gsize i = 0; i < hy_dict_table_length; i++)
    {
      const HyDictRulesRow *row = &hy_dict_table[i];
      if (row->from_minor <= abi->minor && abi->minor <= row->to_minor && row->build == abi->build &&
          row->bits == abi->bits)
        return &row->rules;
    }
  return NULL;
}

guint64
hy_keys_usable (guint log2)
{
  return (G_GUINT64_CONSTANT (2) << log2) / 3;
}

/* DK_IXSIZE: an index is as narrow as the number of slots allows. */
static guint64
index_size (guint log2)
{
  guint width = log2 < 8 ? 1 : log2 < 16 ? 2 : log2 < 32 ? 4 : 8;
  return (guint64) width << log2;
}

guint64
hy_keys_index_end (const HyDictRules *rules, guint log2)
{
  return rules->keys_header + index_size (log2);
}

guint64
hy_keys_size (const HyDictRules *rules, guint log2, HyKeysKind kind)
{
  guint64 entry = kind == HY_KEYS_UNICODE ? rules->unicode_entry : rules->entry;
  return hy_keys_index_end (rules, log2) + hy_keys_usable (log2) * entry;
}

guint
hy_keys_log2_for_slots (guint64 slots)
{
  return MAX (MINIMUM_LOG2, slots <= 1 ? 0 : g_bit_storage (slots - 1));
}

/* calculate_log2_keysize */
static guint
requested_log2 (const HyDictRules *rules, guint64 slots)
{
  if (rules->request_doubles_eight && slots > 0 && slots < 8)
    return MINIMUM_LOG2 + 1;
  return hy_keys_log2_for_slots (slots);
}

guint
hy_keys_grown_log2 (const HyDictRules *rules, guint log2, guint64 used)
{
  guint64 slots = used * rules->grow_used;
  if (rules->grow_size_divisor > 0)
    slots += (G_GUINT64_CONSTANT (1) << log2) / rules->grow_size_divisor;
  return requested_log2 (rules, slots);
}

guint
hy_keys_merged_log2 (const HyDictRules *rules, guint64 used)
{
  return requested_log2 (rules, (used * 3 + 1) / 2);
}

static guint64
round_up (guint64 size, guint64 step)
{
  return (size + step - 1) / step * step;
}

guint64
hy_values_start (const HyDictRules *rules, guint pointer, guint64 places)
{
  switch (rules->values)
    {
    case HY_VALUES_ORDER_FIRST:
      return round_up (places + 2, pointer);
    case HY_VALUES_ORDER_LAST:
      return pointer;
    case HY_VALUES_BARE:
    default:
      return 0;
    }
}

guint64
hy_values_size (const HyDictRules *rules, guint pointer, guint64 places)
{
  guint64 size = hy_values_start (rules, pointer, places) + places * pointer;
  return rules->values == HY_VALUES_ORDER_LAST ? size + round_up (places, pointer) : size;
}
