/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-payload-private.h"

#include <string.h>

#include "hy-dict.h"

/* Modules/_collectionsmodule.c: BLOCKLEN items and two links in each block; extend () starts at the second place. */
#define DEQUE_BLOCK_ITEMS 64
#define DEQUE_FIRST_ITEMS (DEQUE_BLOCK_ITEMS - 1)
/* Modules/_io/stringio.c: two characters of four bytes. */
#define STRINGIO_BUFFER 8
/* Modules/_decimal/libmpdec: MPD_MINALLOC words are in the object; each takes MPD_RDIGITS decimal digits. */
#define DECIMAL_OWN_WORDS 4
/* Modules/_ctypes/ctypes.h, union value: a long double; more takes a block of its own. */
#define STRUCTURE_OWN_BYTES 16

/* Digits of the number that a Decimal is made of; -1 when the argument does not say. */
static gint64
decimal_digits (const HyValue *value)
{
  if (value == NULL || value->n_items == 0)
    return 1;
  const HyValue *argument = value->items[0];
  gint64 digits = 0;
  if ((argument->kind != HY_VALUE_STR && argument->kind != HY_VALUE_INT) || argument->index_digits > 0 ||
      argument->index_scale != 0 || argument->text == NULL)
    return -1;
  for (const char *c = argument->text; *c != '\0' && *c != 'e' && *c != 'E'; c++)
    if (g_ascii_isdigit (*c) && (digits > 0 || *c != '0'))
      digits++;
    else if (g_ascii_isalpha (*c))
      return -1;
  return MAX (digits, 1);
}

gboolean
hy_payload_visit_decimal (HyPayloadVisit *visit)
{
  gint64 digits = decimal_digits (visit->value);
  gint64 per_word = visit->abi->pointer == 8 ? 19 : 9;
  gint64 words = (digits + per_word - 1) / per_word;
  if (digits < 0)
    return FALSE;
  if (words > DECIMAL_OWN_WORDS)
    hy_payload_add_block (visit, "digits", (guint64) words * visit->abi->pointer, TRUE);
  return TRUE;
}

/* uuid.UUID holds nothing but a number. */
gboolean
hy_payload_visit_uuid (HyPayloadVisit *visit)
{
  return visit->value->n_items == 1 && visit->value->items[0]->kind == HY_VALUE_INT;
}

gboolean
hy_payload_visit_fraction (HyPayloadVisit *visit)
{
  const HyValue *value = visit->value;
  for (gsize i = 0; i < value->n_items; i++)
    if (value->items[i]->kind != HY_VALUE_INT || value->items[i]->index_scale != 0 ||
        ABS (value->items[i]->number) > 256)
      return FALSE;
  return value->n_items > 0 && value->items[0]->number >= -5 && value->items[value->n_items - 1]->number >= -5;
}

gboolean
hy_payload_visit_deque (HyPayloadVisit *visit)
{
  const HyValue *value = visit->value;
  guint64 length = 0, blocks = 1;
  if (value != NULL && value->n_items > 1)
    return FALSE;
  if (value != NULL && value->n_items == 1)
    {
      HyValueKind kind = value->items[0]->kind;
      if (kind != HY_VALUE_LIST && kind != HY_VALUE_TUPLE && kind != HY_VALUE_STR && kind != HY_VALUE_SET)
        return FALSE;
      length = value->items[0]->length;
    }
  if (length > DEQUE_FIRST_ITEMS)
    blocks += (length - DEQUE_FIRST_ITEMS + DEQUE_BLOCK_ITEMS - 1) / DEQUE_BLOCK_ITEMS;
  for (guint64 i = 0; i < MIN (blocks, HY_PAYLOAD_MAX_BLOCKS); i++)
    hy_payload_add_block (visit, "block of items", (DEQUE_BLOCK_ITEMS + 2) * (guint64) visit->abi->pointer, TRUE);
  return blocks <= HY_PAYLOAD_MAX_BLOCKS;
}

static guint
array_item_size (const HyAbi *abi, const char *code)
{
  static const char *const sizes[] = { "bB", "hH", "iIf", "qQd" };
  if (code == NULL || strlen (code) != 3)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (strchr (sizes[i], code[1]) != NULL)
      return 1u << i;
  return code[1] == 'l' || code[1] == 'L' ? abi->pointer : 0;
}

gboolean
hy_payload_visit_array (HyPayloadVisit *visit)
{
  const HyValue *value = visit->value;
  if (value == NULL || value->n_items == 0 || value->n_items > 2 || value->items[0]->kind != HY_VALUE_STR)
    return FALSE;
  guint size = array_item_size (visit->abi, value->items[0]->text);
  if (size == 0)
    return FALSE;
  if (value->n_items == 1)
    return TRUE;
  if (value->items[1]->kind != HY_VALUE_LIST && value->items[1]->kind != HY_VALUE_TUPLE)
    return FALSE;
  hy_payload_add_block (visit, "items", value->items[1]->length * size, TRUE);
  return TRUE;
}

static void
add_empty_dict (HyPayloadVisit *visit)
{
  const HyDictRules *rules = hy_dict_rules_for (visit->abi);
  hy_payload_add_block (visit, "keyword arguments", visit->abi->gc_head + rules->object, FALSE);
  if (rules->empty_slots > 0)
    hy_payload_add_block (visit, "keyword arguments",
                          hy_keys_size (rules, hy_keys_log2_for_slots (rules->empty_slots), HY_KEYS_UNICODE), FALSE);
}

/* Modules/_datetimemodule.c, datetime_alloc and time_alloc: an exact object without a time zone lacks the last field.
 */
gboolean
hy_payload_visit_zoned (HyPayloadVisit *visit)
{
  if (visit->exact && (visit->value == NULL || visit->value->n_items == 0))
    visit->payload->object_extra = -(gint64) visit->abi->pointer;
  return TRUE;
}

gboolean
hy_payload_visit_stringio (HyPayloadVisit *visit)
{
  if (hy_payload_has_arguments (visit))
    return FALSE;
  hy_payload_add_block (visit, "buffer", STRINGIO_BUFFER, FALSE);
  if (visit->kind == HY_PAYLOAD_STRINGIO_LIST)
    hy_payload_add_block (visit, "list", visit->abi->gc_head + visit->rules->list, FALSE);
  /* _PyUnicodeWriter: five words and four ints */
  if (visit->kind == HY_PAYLOAD_STRINGIO_WRITER)
    hy_payload_add_block (visit, "writer", 5 * (guint64) visit->abi->pointer + 16, FALSE);
  return TRUE;
}

gboolean
hy_payload_visit_defaultdict (HyPayloadVisit *visit)
{
  HyValue *value = visit->value;
  gboolean empty = value == NULL || (value->kind == HY_VALUE_LIBRARY && value->n_items <= 1) ||
                   (value->kind == HY_VALUE_DICT && value->length == 0);
  gboolean factory_only = value == NULL || value->n_items == 0 || value->items[0]->kind == HY_VALUE_GLOBAL ||
                          value->items[0]->kind == HY_VALUE_NONE;
  HyPayloadVisit plain = *visit;
  plain.kind = HY_PAYLOAD_DICT;
  plain.value = NULL;
  return empty && factory_only && visit->n_arguments <= 1 && hy_payload_visit_container (&plain);
}

gboolean
hy_payload_visit_partial (HyPayloadVisit *visit)
{
  const HyValue *value = visit->value;
  guint64 positional = value != NULL ? value->n_items : 0;
  if (positional == 0 || visit->n_arguments > positional)
    return FALSE;
  hy_payload_add_tuple (visit, "arguments", positional - 1);
  add_empty_dict (visit);
  return TRUE;
}

/* Modules/_ctypes/_ctypes.c, PyCData_MallocBuffer. Sizes are those of 64 bits. */
gboolean
hy_payload_visit_structure (HyPayloadVisit *visit)
{
  const HyValue *value = visit->value;
  if (value == NULL || value->n_items != 1 || value->items[0]->kind != HY_VALUE_INT || visit->abi->bits != 64)
    return FALSE;
  if (value->items[0]->number > STRUCTURE_OWN_BYTES)
    hy_payload_add_block (visit, "fields", (guint64) value->items[0]->number, FALSE);
  return TRUE;
}
