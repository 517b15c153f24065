/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value-size.h"

#include "hy-dict.h"
#include "hy-payload.h"
#include "hy-rule.h"
#include "hy-value-rules.h"

/* Python/compile.c: the most pairs that a dict display puts into a table made for them at once. */
#define DICT_DISPLAY_MAX 15

static guint
decimal_digits (guint64 number)
{
  guint digits = 1;
  while (number >= 10)
    {
      number /= 10;
      digits++;
    }
  return digits;
}

gboolean
hy_value_is_weakref (const HyValue *self)
{
  return self->kind == HY_VALUE_LIBRARY && g_strcmp0 (self->type_name, "weakref.ref") == 0;
}

guint64
hy_value_str_length (HyValue *self, guint64 index)
{
  return self->length + (guint64) self->index_digits * decimal_digits (index);
}

static guint64
str_size (const HyValueRules *rules, HyValue *self, guint64 index)
{
  guint64 length = hy_value_str_length (self, index);
  if (self->char_width == 0 || length == 0)
    return rules->str_ascii + length + 1;
  return rules->str_compact + self->char_width * (length + 1);
}

gint64
hy_value_int_number (HyValue *self, guint64 index)
{
  gint64 product, sum;
  if (__builtin_mul_overflow (self->index_scale, (gint64) index, &product))
    return self->index_scale > 0 ? G_MAXINT64 : G_MININT64;
  if (__builtin_add_overflow (self->number, product, &sum))
    return product > 0 ? G_MAXINT64 : G_MININT64;
  return sum;
}

static guint
int_bits (HyValue *self, guint64 index)
{
  if (self->index_scale == 0)
    return self->int_bits;
  gint64 number = hy_value_int_number (self, index);
  return number == 0 ? 0 : g_bit_storage (number < 0 ? -(gulong) number : (gulong) number);
}

guint64
hy_value_int_digits (HyValue *self, guint64 index)
{
  return MAX (1, (int_bits (self, index) + HY_INT_DIGIT_BITS - 1) / HY_INT_DIGIT_BITS);
}

gboolean
hy_value_int_is_zero (HyValue *self, guint64 index)
{
  return hy_value_int_number (self, index) == 0;
}

static guint64
int_size (const HyAbi *abi, guint64 digits)
{
  return abi->var_object_header + digits * HY_INT_DIGIT_SIZE;
}

static guint64
list_places (const HyAbi *abi, HyValue *self)
{
  const HyValueRules *rules = hy_value_rules_for (abi);
  gboolean kept = hy_rule_holds (HY_RULE_LIST_KEEPS_HINTED_ITEMS, abi->minor);
  switch (self->growth)
    {
    case HY_GROWTH_GENERATOR:
      if (hy_rule_holds (HY_RULE_LIST_OF_GENERATOR_INLINE, abi->minor))
        return hy_list_appended_places (rules, self->length);
      return hy_list_unsized_places (rules, self->length, kept);
    case HY_GROWTH_UNSIZED:
      return hy_list_unsized_places (rules, self->length, kept);
    case HY_GROWTH_HASHED:
    case HY_GROWTH_HASHED_EXTENDED:
      if (hy_rule_holds (HY_RULE_LIST_FROM_HASHED_RESIZED, abi->minor))
        return hy_list_resized_places (rules, self->length);
      return self->growth == HY_GROWTH_HASHED ? hy_list_constructed_places (rules, self->length)
                                              : hy_list_extended_places (rules, self->length);
    case HY_GROWTH_APPEND:
    case HY_GROWTH_COMPREHENSION:
      return hy_list_appended_places (rules, self->length);
    case HY_GROWTH_CONSTRUCTOR:
      return hy_list_constructed_places (rules, self->length);
    case HY_GROWTH_EXTENDED:
      return hy_list_extended_places (rules, self->length);
    case HY_GROWTH_LITERAL:
    case HY_GROWTH_CONSTANTS:
      return hy_list_display_places (rules, self->length, self->growth == HY_GROWTH_CONSTANTS);
    case HY_GROWTH_COPY:
    case HY_GROWTH_REPEAT:
    default:
      return self->length;
    }
}

static gboolean
key_is_str (HyValue *self, gsize pair)
{
  return self->items[2 * pair]->kind == HY_VALUE_STR;
}

/* The table of a dict whose first keys are str and that then gets another key: it is made anew at that key. */
static guint
mixed_keys_log2 (const HyDictRules *rules, HyValue *self)
{
  guint log2 = hy_keys_log2_for_slots (0);
  gsize general = 0;

  while (general < self->length && key_is_str (self, general))
    general++;
  for (gsize used = 0; used < self->length; used++)
    if (used == general || hy_keys_usable (log2) == used)
      log2 = hy_keys_grown_log2 (rules, log2, used);
  return log2;
}

static guint64
dict_keys_size (const HyDictRules *rules, HyValue *self)
{
  HyKeysKind kind = self->str_keys ? HY_KEYS_UNICODE : HY_KEYS_GENERAL;
  guint log2 = hy_keys_log2_for_slots (0);
  gboolean mixed = !self->str_keys && rules->unicode_entry != rules->entry && self->n_items > 0 &&
                   self->n_items == 2 * self->length && key_is_str (self, 0);
  gboolean presized =
      self->growth == HY_GROWTH_LITERAL && self->length > hy_keys_usable (log2) && self->length <= DICT_DISPLAY_MAX;

  guint slots = self->growth == HY_GROWTH_CONSTRUCTOR ? rules->new_slots : rules->empty_slots;
  if (self->length == 0 && slots == 0)
    return 0;
  if (mixed && !presized)
    return hy_keys_size (rules, mixed_keys_log2 (rules, self), kind);
  while (hy_keys_usable (log2) < self->length)
    log2++;
  return hy_keys_size (rules, log2, kind);
}

static guint64
set_table_size (const HyAbi *abi, const HyValueRules *rules, HyValue *self)
{
  gboolean merged = self->growth == HY_GROWTH_COPY ||
                    (self->growth == HY_GROWTH_CONSTANTS && self->length >= 3 && rules->set_of_constants_merged);
  guint64 slots = merged ? hy_set_merged_slots (rules, self->length) : hy_set_added_slots (rules, self->length);
  return slots > 8 ? slots * 2 * abi->pointer : 0;
}

guint64
hy_value_table_size (HyValue *self, const HyAbi *abi)
{
  const HyValueRules *rules = hy_value_rules_for (abi);
  switch (self->kind)
    {
    case HY_VALUE_LIST:
      return list_places (abi, self) * abi->pointer;
    case HY_VALUE_DICT:
      return dict_keys_size (hy_dict_rules_for (abi), self);
    case HY_VALUE_SET:
    case HY_VALUE_FROZENSET:
      return set_table_size (abi, rules, self);
    case HY_VALUE_BYTEARRAY:
      return self->length > 0 ? self->length + rules->bytearray_extra : 0;
    default:
      return 0;
    }
}

guint64
hy_value_table_header (HyValue *self, const HyAbi *abi)
{
  const HyValueRules *rules = hy_value_rules_for (abi);
  return self->kind == HY_VALUE_LIST && list_places (abi, self) > 0 ? rules->list_header : 0;
}

/* What getsizeof counts is the object and what it alone owns, not what it refers to. */
gint64
hy_value_getsizeof (HyValue *self, const HyAbi *abi, guint64 index)
{
  const HyValueRules *rules = hy_value_rules_for (abi);
  const HyDictRules *dict_rules = hy_dict_rules_for (abi);
  guint64 size;

  if (rules == NULL || dict_rules == NULL)
    return -1;
  switch (self->kind)
    {
    case HY_VALUE_NONE:
      return abi->object_header;
    case HY_VALUE_BOOL:
    case HY_VALUE_INT:
      size = int_size (abi, self->kind == HY_VALUE_BOOL ? 1 : hy_value_int_digits (self, index));
      if (rules->zero_has_no_digit && hy_value_int_number (self, index) == 0)
        size -= HY_INT_DIGIT_SIZE;
      return (gint64) size;
    case HY_VALUE_FLOAT:
      return rules->floating;
    case HY_VALUE_COMPLEX:
      return rules->complex;
    case HY_VALUE_STR:
      return (gint64) str_size (rules, self, index);
    case HY_VALUE_BYTES:
      return (gint64) (rules->bytes + self->length);
    case HY_VALUE_BYTEARRAY:
      return (gint64) (rules->bytearray + hy_value_table_size (self, abi));
    case HY_VALUE_TUPLE:
      return (gint64) (abi->gc_head + rules->tuple + self->length * abi->pointer);
    case HY_VALUE_LIST:
      return (gint64) (abi->gc_head + rules->list + hy_value_table_size (self, abi));
    case HY_VALUE_DICT:
      return (gint64) (abi->gc_head + dict_rules->object + hy_value_table_size (self, abi));
    case HY_VALUE_SET:
    case HY_VALUE_FROZENSET:
      return (gint64) (abi->gc_head + rules->set + hy_value_table_size (self, abi));
    case HY_VALUE_LIBRARY:
      {
        HyPayload payload;
        guint64 object;
        gint64 getsizeof;
        return hy_payload_find_library (self, abi, &object, &getsizeof, &payload) ? getsizeof : -1;
      }
    default:
      return -1;
    }
}
