/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value-rules.h"

#include "hy-value-table.h"

/* PySet_MINSIZE */
#define SET_MINIMUM 8
/* set_add_entry: sets above this size double instead of growing fourfold. */
#define SET_LARGE 50000

/* PyObject_LengthHint in list_extend: what is taken for the length of an iterator that has none. */
#define UNSIZED_HINT 8

/* The fewest constants that the compiler makes a constant tuple or frozenset of. */
#define CONSTANTS_MIN 3

const HyValueRules *
hy_value_rules_for (const HyAbi *abi)
{
  for (gsize i = 0; i < hy_value_table_length; i++)
    {
      const HyValueRulesRow *row = &hy_value_table[i];
      if (row->from_minor <= abi->minor && abi->minor <= row->to_minor && row->build == abi->build &&
          row->bits == abi->bits)
        return &row->rules;
    }
  return NULL;
}

/* list_resize */
static guint64
grown_places (const HyValueRules *rules, guint64 n)
{
  if (rules->list_growth == HY_LIST_GROWS_IN_FOURS)
    return (n + (n >> 3) + 6) & ~G_GUINT64_CONSTANT (3);
  return n + (n >> 3) + (n < 9 ? 3 : 6);
}

guint64
hy_list_appended_places (const HyValueRules *rules, guint64 n)
{
  guint64 places = 0;
  while (places < n)
    places = grown_places (rules, places + 1);
  return places;
}

guint64
hy_list_constructed_places (const HyValueRules *rules, guint64 n)
{
  if (n == 0)
    return 0;
  switch (rules->list_from_items)
    {
    case HY_LIST_FROM_ITEMS_GROWN:
      return n + (n >> 3) + (n < 9 ? 3 : 6);
    case HY_LIST_FROM_ITEMS_EVEN:
      return (n + 1) & ~G_GUINT64_CONSTANT (1);
    case HY_LIST_FROM_ITEMS_EXACT:
    default:
      return n;
    }
}

guint64
hy_list_extended_places (const HyValueRules *rules, guint64 n)
{
  if (rules->list_from_items == HY_LIST_FROM_ITEMS_EVEN)
    return (n + 1) & ~G_GUINT64_CONSTANT (1);
  return hy_list_resized_places (rules, n);
}

guint64
hy_list_unsized_places (const HyValueRules *rules, guint64 n, gboolean kept)
{
  guint64 places = hy_list_resized_places (rules, UNSIZED_HINT);
  while (places < n)
    places = grown_places (rules, places + 1);
  if (kept || n >= places / 2)
    return places;
  return n > 0 ? grown_places (rules, n) : 0;
}

guint64
hy_list_resized_places (const HyValueRules *rules, guint64 n)
{
  if (n == 0)
    return 0;
  guint64 places = grown_places (rules, n);
  /* list_resize: a jump that leaves little to spare is not over-allocated. */
  if (rules->list_growth == HY_LIST_GROWS_IN_FOURS && n > places - n)
    return (n + 3) & ~G_GUINT64_CONSTANT (3);
  return places;
}

guint64
hy_list_display_places (const HyValueRules *rules, guint64 n, gboolean constants)
{
  gboolean short_enough = rules->list_literal_max == 0 || n <= rules->list_literal_max;
  gboolean extended = rules->list_constants == HY_LIST_CONSTANTS_EXTENDED ||
                      (rules->list_constants == HY_LIST_CONSTANTS_EXTENDED_TO_LIMIT && short_enough);

  if (constants && n >= CONSTANTS_MIN && extended)
    return hy_list_extended_places (rules, n);
  return short_enough ? n : hy_list_appended_places (rules, n);
}

/* set_table_resize */
static guint64
slots_beyond (guint64 used)
{
  guint64 slots = SET_MINIMUM;
  while (slots <= used)
    slots <<= 1;
  return slots;
}

/* The fill at which a table of @slots grows. */
static guint64
critical_fill (const HyValueRules *rules, guint64 slots)
{
  guint64 limit = (slots - 1) * rules->set_mask_times;
  return (limit + rules->set_fill_times - 1) / rules->set_fill_times;
}

guint64
hy_set_added_slots (const HyValueRules *rules, guint64 n)
{
  guint64 slots = SET_MINIMUM;
  for (guint64 fill = critical_fill (rules, slots); fill <= n; fill = critical_fill (rules, slots))
    slots = slots_beyond (fill > SET_LARGE ? fill * 2 : fill * 4);
  return slots;
}

guint64
hy_set_merged_slots (const HyValueRules *rules, guint64 n)
{
  return n >= critical_fill (rules, SET_MINIMUM) ? slots_beyond (n * 2) : SET_MINIMUM;
}
