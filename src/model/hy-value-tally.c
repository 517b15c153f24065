/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value-tally.h"

#include "hy-dict.h"
#include "hy-payload.h"
#include "hy-rule.h"
#include "hy-value-rules.h"
#include "hy-value-size.h"

/* The least int that exists once. */
#define SMALL_INT_MIN (-5)

typedef struct
{
  const HyAbi *abi;
  const HyValueRules *rules;
  const HyDictRules *dict_rules;
  guint64 index; /* of the instance */
  guint64 count;
  HyTally *tally;
  gboolean number_counted; /* the object that is the instance number */
  guint seen[64];          /* @n_seen identities that were counted */
  guint n_seen;
  const char *reason;
} HyValueVisit;

static gboolean tally_value (HyValueVisit *visit, HyValue *value);

static gboolean
give_up (HyValueVisit *visit, const char *reason)
{
  visit->reason = reason;
  return FALSE;
}

static gboolean
add_block (HyValueVisit *visit, guint64 size)
{
  hy_tally_add (visit->tally, size, visit->count);
  return TRUE;
}

static gboolean
is_small_int (const HyValueRules *rules, HyValue *self, guint64 index)
{
  gint64 number = hy_value_int_number (self, index);
  return number >= SMALL_INT_MIN && number <= rules->small_int_max;
}

static gboolean
is_shared_text (HyValueVisit *visit, HyValue *self)
{
  guint64 length = hy_value_str_length (self, visit->index);
  if (length == 0)
    return TRUE;
  return length == 1 && self->char_width <= 1 && !self->own;
}

static gboolean
tally_items (HyValueVisit *visit, HyValue *self)
{
  guint64 expected = self->kind == HY_VALUE_DICT ? 2 * self->length : self->length;
  for (gsize i = 0; i < self->n_items; i++)
    if (!tally_value (visit, self->items[i]))
      return FALSE;
  if (self->n_items == 0 || self->n_items >= expected)
    return TRUE;
  /* Items that are all alike were given once; repeated ones are the same object. */
  if (self->growth == HY_GROWTH_REPEAT)
    return TRUE;
  guint64 count = visit->count;
  guint64 times = expected / self->n_items - 1;
  if (!g_uint64_checked_mul (&visit->count, visit->count, times))
    visit->tally->overflow = TRUE;
  for (gsize i = 0; i < self->n_items; i++)
    tally_value (visit, self->items[i]);
  visit->count = count;
  return TRUE;
}

/* One object may be referred to from several places of an instance. */
static gboolean
is_first_sight (HyValueVisit *visit, HyValue *self)
{
  for (guint i = 0; self->identity != 0 && i < visit->n_seen; i++)
    if (visit->seen[i] == self->identity)
      return FALSE;
  if (self->identity != 0 && visit->n_seen < G_N_ELEMENTS (visit->seen))
    visit->seen[visit->n_seen++] = self->identity;
  return TRUE;
}

static gboolean
tally_container (HyValueVisit *visit, HyValue *self)
{
  const HyAbi *abi = visit->abi;
  const HyValueRules *rules = visit->rules;
  gboolean shared = self->length == 0 && (self->kind == HY_VALUE_TUPLE ||
                                          (self->kind == HY_VALUE_FROZENSET && rules->empty_frozenset_shared));

  if (self->length > G_MAXINT64 / 64)
    return give_up (visit, "a container of that size does not fit in memory");
  if (self->kind == HY_VALUE_LIST && self->growth == HY_GROWTH_MIXED)
    return give_up (visit, "how a list of items and starred iterables grew is not known");
  if (shared || !is_first_sight (visit, self))
    return TRUE;
  if (self->kind == HY_VALUE_TUPLE)
    add_block (visit, abi->gc_head + rules->tuple + self->length * abi->pointer);
  else if (self->kind == HY_VALUE_LIST)
    add_block (visit, abi->gc_head + rules->list);
  else if (self->kind == HY_VALUE_DICT)
    add_block (visit, abi->gc_head + visit->dict_rules->object);
  else
    add_block (visit, abi->gc_head + rules->set);
  if (hy_value_table_size (self, abi) > 0)
    add_block (visit, hy_value_table_size (self, abi) + hy_value_table_header (self, abi));
  return tally_items (visit, self);
}

/* Python makes an int of one digit as a whole struct where even 0 has a digit; a longer one ends with its digits. */
static guint64
int_block_size (const HyValueVisit *visit, guint64 digits)
{
  guint64 size = visit->abi->var_object_header + digits * HY_INT_DIGIT_SIZE;

  if (digits > 1 || visit->rules->zero_has_no_digit)
    return size;
  return (size + visit->abi->pointer - 1) / visit->abi->pointer * visit->abi->pointer;
}

/* Digits that an operator asks for when it makes an int of a sum, a difference or a product; 0 for as many as it has.
 * Objects/longobject.c: long_add, long_sub, long_mul, x_add, x_sub, x_mul. Where operands of one length take each other
 * away it depends on all their digits: UINT64_MAX. */
static guint64
digits_made (const HyValue *self, guint64 index)
{
  HyValue *left = self->operands[0], *right = self->operands[1];
  guint64 a = hy_value_int_digits (left, index), b = hy_value_int_digits (right, index);
  gboolean apart = (hy_value_int_number (left, index) < 0) != (hy_value_int_number (right, index) < 0);

  if (a <= 1 && b <= 1)
    return 0;
  if (self->maker == HY_INT_PRODUCT)
    return a + b;
  if (apart == (self->maker == HY_INT_DIFFERENCE))
    return MAX (a, b) + 1;
  return a == b ? G_MAXUINT64 : MAX (a, b);
}

static guint64
int_room (const HyValueVisit *visit, const HyValue *self)
{
  if (self->maker != HY_INT_GIVEN)
    return digits_made (self, visit->index);
  if (self->compact && hy_rule_holds (HY_RULE_COMPACT_INT_OPERATORS, visit->abi->minor))
    return 0;
  return self->int_room;
}

static gboolean
tally_int (HyValueVisit *visit, HyValue *self)
{
  guint64 room;

  if (self->index_scale != 0 && (self->number == G_MAXINT64 || self->number == G_MININT64))
    return give_up (visit, "a number beyond 64 bits depends on the instance");
  if (is_small_int (visit->rules, self, visit->index))
    return TRUE;
  if (self->index_scale == 1 && self->number == 0)
    {
      if (visit->number_counted)
        return TRUE;
      visit->number_counted = TRUE;
    }
  room = int_room (visit, self);
  if (room == G_MAXUINT64)
    return give_up (visit, "how many digits Python takes for a difference of large numbers is not known");
  if (room > 0)
    return add_block (visit, visit->abi->var_object_header + room * HY_INT_DIGIT_SIZE);
  return add_block (visit, int_block_size (visit, hy_value_int_digits (self, visit->index)));
}

static gboolean
tally_library (HyValueVisit *visit, HyValue *self)
{
  HyPayload payload;
  guint64 object;
  gint64 getsizeof;

  if (!hy_payload_find_library (self, visit->abi, &object, &getsizeof, &payload))
    return give_up (visit, "the size of an object of another library type is not modelled");
  add_block (visit, object);
  for (guint i = 0; i < payload.n_blocks; i++)
    add_block (visit, payload.blocks[i].size);
  for (gsize i = 0; i < payload.n_kept; i++)
    if (!tally_value (visit, payload.kept[i]))
      return FALSE;
  return TRUE;
}

/* Whether each instance has one of its own. */
static gboolean
is_new_object (const HyValueVisit *visit, const HyValue *self)
{
  return self->fresh || (self->folded && !hy_rule_holds (HY_RULE_FOLDS_LONG_CONSTANTS, visit->abi->minor));
}

static gboolean
is_container (HyValue *self)
{
  return self->kind >= HY_VALUE_TUPLE && self->kind <= HY_VALUE_FROZENSET;
}

static gboolean
tally_value (HyValueVisit *visit, HyValue *self)
{
  const HyValueRules *rules = visit->rules;

  if (self->kind == HY_VALUE_UNKNOWN)
    return give_up (visit, self->reason != NULL ? self->reason : "the value can't be evaluated without running it");
  if (!is_new_object (visit, self))
    return TRUE;
  if (!is_container (self) && !is_first_sight (visit, self))
    return TRUE;
  switch (self->kind)
    {
    case HY_VALUE_NONE:
    case HY_VALUE_BOOL:
    case HY_VALUE_GLOBAL:
      return TRUE;
    case HY_VALUE_INT:
      return tally_int (visit, self);
    case HY_VALUE_FLOAT:
      return add_block (visit, rules->floating);
    case HY_VALUE_COMPLEX:
      return add_block (visit, rules->complex);
    case HY_VALUE_STR:
      return is_shared_text (visit, self) ||
             add_block (visit, (guint64) hy_value_getsizeof (self, visit->abi, visit->index));
    case HY_VALUE_BYTES:
      return self->length <= 1 || add_block (visit, rules->bytes + self->length);
    case HY_VALUE_BYTEARRAY:
      add_block (visit, rules->bytearray);
      return self->length == 0 || add_block (visit, self->length + rules->bytearray_extra);
    case HY_VALUE_TUPLE:
    case HY_VALUE_LIST:
    case HY_VALUE_DICT:
    case HY_VALUE_SET:
    case HY_VALUE_FROZENSET:
      return tally_container (visit, self);
    case HY_VALUE_LIBRARY:
      return tally_library (visit, self);
    case HY_VALUE_OBJECT:
      return give_up (visit, "the size of an instance of another class is not known here");
    default:
      return TRUE;
    }
}

static gboolean
start_visit (HyValueVisit *visit, const HyAbi *abi, HyTally *tally, const char **reason)
{
  *visit = (HyValueVisit){ .abi = abi, .tally = tally };
  visit->rules = hy_value_rules_for (abi);
  visit->dict_rules = hy_dict_rules_for (abi);
  if (visit->rules != NULL && visit->dict_rules != NULL)
    return TRUE;
  *reason = "this build of CPython is not modelled";
  return FALSE;
}

gboolean
hy_value_tally (HyValue *self, const HyAbi *abi, guint64 index, guint64 count, HyTally *tally, const char **reason)
{
  HyValueVisit visit;
  if (!start_visit (&visit, abi, tally, reason))
    return FALSE;
  visit.index = index;
  visit.count = count;
  if (tally_value (&visit, self))
    return TRUE;
  *reason = visit.reason;
  return FALSE;
}

/* The first instance on the other side of @edge, which divides numbers below it from others; 0 when there is none. */
static guint64
crossing (HyValue *self, gint64 edge)
{
  gint64 scale = self->index_scale, way;
  /* Downwards the first one below, so one past the last that is not. */
  if (scale > 0 ? __builtin_sub_overflow (edge, self->number, &way)
                : __builtin_sub_overflow (self->number, edge, &way) || __builtin_add_overflow (way, 1, &way))
    return 0;
  gint64 step = ABS (scale);
  return way <= 0 ? 0 : (guint64) (way / step + (way % step != 0));
}

void
hy_value_collect_breaks (HyValue *self, const HyAbi *abi, guint64 count, GArray *breaks)
{
  const HyValueRules *rules = hy_value_rules_for (abi);
  if (self->kind == HY_VALUE_STR && self->index_digits > 0)
    for (guint64 power = 10; power < count && power < G_MAXUINT64 / 10; power *= 10)
      g_array_append_val (breaks, power);
  if (self->kind == HY_VALUE_INT && self->index_scale != 0)
    {
      gint64 edges[] = { SMALL_INT_MIN, rules->small_int_max + 1, 0, 0, 0, 0, 0 };
      for (guint i = 0; i < 2; i++)
        {
          edges[2 + i] = G_GINT64_CONSTANT (1) << (HY_INT_DIGIT_BITS * (i + 1));
          edges[4 + i] = 1 - edges[2 + i];
        }
      for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
        {
          guint64 at = crossing (self, edges[i]);
          if (at > 0 && at < count)
            g_array_append_val (breaks, at);
        }
    }
  for (gsize i = 0; i < self->n_items; i++)
    hy_value_collect_breaks (self->items[i], abi, count, breaks);
  for (gsize i = 0; self->maker != HY_INT_GIVEN && i < G_N_ELEMENTS (self->operands); i++)
    hy_value_collect_breaks (self->operands[i], abi, count, breaks);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;
  return x < y ? -1 : x > y;
}

gboolean
hy_values_sum (HyValue *const *values, gsize n_values, const HyAbi *abi, guint64 count, HyTally *tally,
               const char **reason)
{
  HyValueVisit visit;
  guint64 zero = 0;
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (!start_visit (&visit, abi, tally, reason))
    return FALSE;
  g_array_append_val (breaks, zero);
  for (gsize i = 0; i < n_values; i++)
    hy_value_collect_breaks (values[i], abi, count, breaks);
  g_array_sort (breaks, compare_numbers);
  g_array_append_val (breaks, count);
  for (guint segment = 0; segment + 1 < breaks->len; segment++)
    {
      visit.index = g_array_index (breaks, guint64, segment);
      visit.count = g_array_index (breaks, guint64, segment + 1) - visit.index;
      visit.number_counted = FALSE;
      visit.n_seen = 0;
      for (gsize i = 0; visit.count > 0 && i < n_values; i++)
        if (!tally_value (&visit, values[i]))
          {
            *reason = visit.reason;
            return FALSE;
          }
    }
  return TRUE;
}
