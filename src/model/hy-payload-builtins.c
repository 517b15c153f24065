/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-payload-private.h"

#include "hy-value-size.h"

void
hy_payload_add_block (HyPayloadVisit *visit, const char *what, guint64 size, gboolean counted)
{
  HyPayload *payload = visit->payload;
  if (size == 0)
    return;
  payload->blocks[payload->n_blocks].what = what;
  payload->blocks[payload->n_blocks].size = size;
  payload->n_blocks++;
  if (counted)
    payload->getsizeof_extra += (gint64) size;
}

void
hy_payload_add_tuple (HyPayloadVisit *visit, const char *what, guint64 n)
{
  if (n > 0)
    hy_payload_add_block (visit, what, visit->abi->gc_head + visit->rules->tuple + n * visit->abi->pointer, FALSE);
}

static gboolean
holds (const HyPayloadVisit *visit, HyValueKind kind)
{
  return visit->value != NULL && visit->value->kind == kind;
}

/* PyType_GenericAlloc: room for one item more than there are, in whole words; an exact object gets just what it needs.
 */
static void
set_items (HyPayloadVisit *visit, guint64 n, guint64 shown)
{
  guint64 basicsize = (guint64) visit->basicsize, itemsize = (guint64) visit->itemsize;
  guint64 pointer = visit->abi->pointer;
  guint64 end =
      visit->exact ? basicsize + n * itemsize : (basicsize + (n + 1) * itemsize + pointer - 1) / pointer * pointer;
  visit->payload->object_extra = (gint64) (end - basicsize);
  visit->payload->items = (gint64) (n * itemsize);
  visit->payload->getsizeof_extra = (gint64) (shown * itemsize);
}

gboolean
hy_payload_visit_int (HyPayloadVisit *visit)
{
  if (!holds (visit, HY_VALUE_INT))
    return FALSE;
  const HyAbi *abi = visit->abi;
  guint64 digits = hy_value_int_digits (visit->value, visit->index);
  gboolean zero = hy_value_int_is_zero (visit->value, visit->index);

  /* long_subtype_new: no digit for 0 where getsizeof counts none; room for it comes from the one item more. */
  set_items (visit, zero && visit->rules->zero_has_no_digit ? 0 : digits,
             zero && visit->rules->zero_has_no_digit ? 0 : digits);
  if (zero && visit->rules->zero_has_no_digit && visit->exact)
    visit->payload->object_extra = visit->itemsize;
  /* int.__sizeof__ knows nothing of fields that a class adds. */
  visit->payload->getsizeof_extra += (gint64) abi->var_object_header - visit->basicsize;
  return TRUE;
}

gboolean
hy_payload_visit_str (HyPayloadVisit *visit)
{
  if (!holds (visit, HY_VALUE_STR))
    return FALSE;
  guint64 length = hy_value_str_length (visit->value, visit->index);
  guint64 size = (length + 1) * MAX (1, visit->value->char_width);

  if (visit->exact)
    {
      guint64 whole = (guint64) hy_value_getsizeof (visit->value, visit->abi, visit->index);
      visit->payload->object_extra = (gint64) whole - visit->basicsize;
      visit->payload->getsizeof_extra = visit->payload->object_extra;
      return TRUE;
    }
  hy_payload_add_block (visit, "characters", size, TRUE);
  /* str.__sizeof__ knows nothing of fields that a class adds. */
  visit->payload->getsizeof_extra += visit->c_basicsize - visit->basicsize;
  return TRUE;
}

gboolean
hy_payload_visit_tuple (HyPayloadVisit *visit)
{
  if (!holds (visit, HY_VALUE_TUPLE))
    return FALSE;
  set_items (visit, visit->value->length, visit->value->length);
  return TRUE;
}

gboolean
hy_payload_visit_bytes (HyPayloadVisit *visit)
{
  if (!holds (visit, HY_VALUE_BYTES))
    return FALSE;
  set_items (visit, visit->value->length, visit->value->length);
  return TRUE;
}

gboolean
hy_payload_visit_container (HyPayloadVisit *visit)
{
  HyValueKind expected[] = { [HY_PAYLOAD_LIST] = HY_VALUE_LIST,
                             [HY_PAYLOAD_DICT] = HY_VALUE_DICT,
                             [HY_PAYLOAD_SET] = HY_VALUE_SET,
                             [HY_PAYLOAD_BYTEARRAY] = HY_VALUE_BYTEARRAY };
  static const char *const names[] = { [HY_PAYLOAD_LIST] = "items",
                                       [HY_PAYLOAD_DICT] = "keys",
                                       [HY_PAYLOAD_SET] = "table",
                                       [HY_PAYLOAD_BYTEARRAY] = "bytes" };
  g_autoptr (HyValue) empty = NULL;
  HyPayloadKind kind = visit->kind;
  HyValue *value = visit->value;
  if (value == NULL)
    {
      value = empty = hy_value_new (expected[kind]);
      empty->growth = HY_GROWTH_CONSTRUCTOR;
      empty->str_keys = TRUE;
    }
  else if (kind == HY_PAYLOAD_BYTEARRAY && value->kind == HY_VALUE_LIBRARY)
    {
      const HyValue *given = value->n_items == 1 ? value->items[0] : NULL;
      if (value->n_items > 1 || (given != NULL && given->kind != HY_VALUE_BYTES))
        return FALSE;
      value = empty = hy_value_new (HY_VALUE_BYTEARRAY);
      empty->length = given != NULL ? given->length : 0;
    }
  gboolean fits = value->kind == expected[kind] || (kind == HY_PAYLOAD_SET && value->kind == HY_VALUE_FROZENSET);
  if (!fits)
    return FALSE;
  guint64 size = hy_value_table_size (value, visit->abi), header = hy_value_table_header (value, visit->abi);
  hy_payload_add_block (visit, names[kind], size + header, TRUE);
  visit->payload->getsizeof_extra -= (gint64) header;
  return TRUE;
}

/* Objects/exceptions.c, BaseException_new: args. A constant that is assigned to it belongs to nobody. */
gboolean
hy_payload_visit_arguments (HyPayloadVisit *visit)
{
  if (holds (visit, HY_VALUE_TUPLE) && visit->value->fresh)
    hy_payload_add_tuple (visit, "arguments", visit->value->length);
  return visit->value == NULL || holds (visit, HY_VALUE_TUPLE);
}
