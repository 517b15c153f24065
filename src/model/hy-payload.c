/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-payload.h"

#include <string.h>

#include "hy-dict.h"
#include "hy-layout-private.h"
#include "hy-payload-table.h"
#include "hy-value-rules.h"
#include "hy-value-size.h"

/* Modules/_collectionsmodule.c: BLOCKLEN items and two links in each block; extend () starts at the second place. */
#define DEQUE_BLOCK_ITEMS 64
#define DEQUE_FIRST_ITEMS (DEQUE_BLOCK_ITEMS - 1)
/* Modules/_io/stringio.c: two characters of four bytes. */
#define STRINGIO_BUFFER 8
/* Objects/descrobject.c, property_init_impl: a subclass keeps its __doc__, None too, in the instance since 3.12. */
#define PROPERTY_DOC_SINCE 12
/* Modules/_decimal/libmpdec: MPD_MINALLOC words are in the object; each takes MPD_RDIGITS decimal digits. */
#define DECIMAL_OWN_WORDS 4
#define UUID_BITS 128

typedef struct
{
  const HyAbi *abi;
  const HyValueRules *rules;
  gint64 c_basicsize;         /* of the C type */
  gint64 basicsize, itemsize; /* of the type itself */
  gboolean has_dict;
  gboolean exact;    /* an instance of the C type itself, not of a class below it */
  HyValue *value;    /* NULL when the constructor was given nothing */
  gsize n_arguments; /* that it was given, by name too */
  guint64 index;
  HyPayload *payload;
} HyPayloadVisit;

static const HyPayloadRow *
find_library_row (const HyLibraryType *library, guint minor)
{
  for (gsize i = 0; i < hy_payload_table_length; i++)
    {
      const HyPayloadRow *row = &hy_payload_table[i];
      if (row->since <= minor && minor <= row->until && strcmp (row->name, library->name) == 0)
        return row;
    }
  return NULL;
}

static gboolean
is_c_type (const HyType *type)
{
  return type->library != NULL && (type->library->flags & HY_LIBRARY_PYTHON) == 0;
}

/* The innermost C type that the table knows, from the one whose layout is extended upwards: an exception is a
 * BaseException whatever its own name. */
static const HyPayloadRow *
find_kind (HyLayout *layout, const HyType **c_type)
{
  const HyType *type = hy_layout_get_type (layout);
  while (!is_c_type (type))
    type = type->base;
  *c_type = type;
  for (; type != NULL; type = type->base)
    {
      const HyPayloadRow *row = find_library_row (type->library, layout->abi->minor);
      gboolean covers = type == *c_type || (row != NULL && row->kind == HY_PAYLOAD_ARGUMENTS);
      if (row != NULL && (covers || row->kind == HY_PAYLOAD_UNKNOWN))
        return row;
    }
  return NULL;
}

HyPayloadKind
hy_payload_kind (HyLayout *layout)
{
  const HyType *type;
  const HyPayloadRow *row = find_kind (layout, &type);
  return row != NULL ? row->kind : HY_PAYLOAD_UNKNOWN;
}

gboolean
hy_payload_has_plain_new (HyLayout *layout)
{
  const HyType *type;
  const HyPayloadRow *row = find_kind (layout, &type);
  return row != NULL && row->plain_new;
}

static void
add_block (HyPayloadVisit *visit, const char *what, guint64 size, gboolean counted)
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

static void
visit_int (HyPayloadVisit *visit)
{
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
}

static void
visit_str (HyPayloadVisit *visit)
{
  guint64 length = hy_value_str_length (visit->value, visit->index);
  guint64 size = (length + 1) * MAX (1, visit->value->char_width);

  if (visit->exact)
    {
      guint64 whole = (guint64) hy_value_getsizeof (visit->value, visit->abi, visit->index);
      visit->payload->object_extra = (gint64) whole - visit->basicsize;
      visit->payload->getsizeof_extra = visit->payload->object_extra;
      return;
    }
  add_block (visit, "characters", size, TRUE);
  /* str.__sizeof__ knows nothing of fields that a class adds. */
  visit->payload->getsizeof_extra += visit->c_basicsize - visit->basicsize;
}

/* Digits of the number that a Decimal is made of; -1 when the argument does not say. */
static gint64
decimal_digits (const HyValue *value)
{
  if (value == NULL || value->n_items == 0)
    return 1;
  const HyValue *argument = value->items[0];
  gint64 digits = 0;
  if ((argument->kind != HY_VALUE_STR && argument->kind != HY_VALUE_INT) || argument->index_digits > 0 ||
      argument->index_number || argument->text == NULL)
    return -1;
  for (const char *c = argument->text; *c != '\0' && *c != 'e' && *c != 'E'; c++)
    if (g_ascii_isdigit (*c) && (digits > 0 || *c != '0'))
      digits++;
    else if (g_ascii_isalpha (*c))
      return -1;
  return MAX (digits, 1);
}

static gboolean
visit_decimal (HyPayloadVisit *visit)
{
  gint64 digits = decimal_digits (visit->value);
  gint64 per_word = visit->abi->pointer == 8 ? 19 : 9;
  gint64 words = (digits + per_word - 1) / per_word;
  if (digits < 0)
    return FALSE;
  if (words > DECIMAL_OWN_WORDS)
    add_block (visit, "digits", (guint64) words * visit->abi->pointer, TRUE);
  return TRUE;
}

/* uuid.UUID: given as text, the number is a new int with room for all 128 bits; given as int=5, it is that constant. */
static gboolean
visit_uuid (HyPayloadVisit *visit)
{
  const HyValue *value = visit->value;
  const char *given = value->text != NULL ? strstr (value->text, "int=") : NULL;

  if (given != NULL)
    return g_ascii_isdigit (given[4]);
  if (value->n_items != 1 || value->items[0]->kind != HY_VALUE_STR)
    return FALSE;
  add_block (visit, "number", visit->abi->var_object_header + (UUID_BITS + 29) / 30 * 4, FALSE);
  return TRUE;
}

static gboolean
visit_fraction (HyPayloadVisit *visit)
{
  const HyValue *value = visit->value;
  for (gsize i = 0; i < value->n_items; i++)
    if (value->items[i]->kind != HY_VALUE_INT || value->items[i]->index_number || ABS (value->items[i]->number) > 256)
      return FALSE;
  return value->n_items > 0 && value->items[0]->number >= -5 && value->items[value->n_items - 1]->number >= -5;
}

static gboolean
visit_deque (HyPayloadVisit *visit)
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
    add_block (visit, "block of items", (DEQUE_BLOCK_ITEMS + 2) * (guint64) visit->abi->pointer, TRUE);
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

static gboolean
visit_array (HyPayloadVisit *visit)
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
  add_block (visit, "items", value->items[1]->length * size, TRUE);
  return TRUE;
}

/* A tuple of the @n last arguments, that a constructor keeps. */
static void
add_tuple (HyPayloadVisit *visit, const char *what, guint64 n)
{
  if (n > 0)
    add_block (visit, what, visit->abi->gc_head + visit->rules->tuple + n * visit->abi->pointer, FALSE);
}

static void
add_empty_dict (HyPayloadVisit *visit)
{
  const HyDictRules *rules = hy_dict_rules_for (visit->abi);
  add_block (visit, "keyword arguments", visit->abi->gc_head + rules->object, FALSE);
  if (rules->empty_slots > 0)
    add_block (visit, "keyword arguments",
               hy_keys_size (rules, hy_keys_log2_for_slots (rules->empty_slots), HY_KEYS_UNICODE), FALSE);
}

/* Modules/_datetimemodule.c, datetime_alloc and time_alloc: an exact object without a time zone lacks the last field.
 */
static void
visit_zoned (HyPayloadVisit *visit)
{
  const HyValue *value = visit->value;
  gboolean naive = value == NULL || value->text == NULL || strstr (value->text, "tz") == NULL;
  if (visit->exact && naive)
    visit->payload->object_extra = -(gint64) visit->abi->pointer;
}

static gboolean
has_arguments (HyPayloadVisit *visit)
{
  return (visit->value != NULL && visit->value->n_items > 0) || visit->n_arguments > 0;
}

static gboolean
visit_stringio (HyPayloadVisit *visit, HyPayloadKind kind)
{
  if (has_arguments (visit))
    return FALSE;
  add_block (visit, "buffer", STRINGIO_BUFFER, FALSE);
  if (kind == HY_PAYLOAD_STRINGIO_LIST)
    add_block (visit, "list", visit->abi->gc_head + visit->rules->list, FALSE);
  /* _PyUnicodeWriter: five words and four ints */
  if (kind == HY_PAYLOAD_STRINGIO_WRITER)
    add_block (visit, "writer", 5 * (guint64) visit->abi->pointer + 16, FALSE);
  return TRUE;
}

static gboolean
visit_container (HyPayloadVisit *visit, HyPayloadKind kind)
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
  add_block (visit, names[kind], size + header, TRUE);
  visit->payload->getsizeof_extra -= (gint64) header;
  return TRUE;
}

static gboolean
visit_defaultdict (HyPayloadVisit *visit)
{
  HyValue *value = visit->value;
  gboolean empty = value == NULL || (value->kind == HY_VALUE_LIBRARY && value->n_items <= 1) ||
                   (value->kind == HY_VALUE_DICT && value->length == 0);
  gboolean factory_only = value == NULL || value->n_items == 0 || value->items[0]->kind == HY_VALUE_GLOBAL ||
                          value->items[0]->kind == HY_VALUE_NONE;
  HyPayloadVisit plain = *visit;
  plain.value = NULL;
  return empty && factory_only && visit->n_arguments <= 1 && visit_container (&plain, HY_PAYLOAD_DICT);
}

static gboolean
visit_partial (HyPayloadVisit *visit)
{
  const HyValue *value = visit->value;
  guint64 positional = value != NULL ? value->n_items : 0;
  if (positional == 0 || visit->n_arguments > positional)
    return FALSE;
  add_tuple (visit, "arguments", positional - 1);
  add_empty_dict (visit);
  return TRUE;
}

static void
keep_items (HyPayloadVisit *visit, const HyValue *value)
{
  if (value == NULL)
    return;
  visit->payload->kept = value->items;
  visit->payload->n_kept = value->n_items;
}

/* What of the arguments lives on in the instance; a list that an array or deque was filled from does not. */
static void
keep_arguments (HyPayloadVisit *visit, HyPayloadKind kind)
{
  const HyValue *value = visit->value;
  switch (kind)
    {
    case HY_PAYLOAD_NOTHING:
    case HY_PAYLOAD_TUPLE:
    case HY_PAYLOAD_LIST:
    case HY_PAYLOAD_DICT:
    case HY_PAYLOAD_SET:
    case HY_PAYLOAD_ARGUMENTS:
    case HY_PAYLOAD_PARTIAL:
      keep_items (visit, value);
      break;
    case HY_PAYLOAD_DEQUE:
      keep_items (visit, value != NULL && value->n_items == 1 ? value->items[0] : NULL);
      break;
    default:
      break;
    }
}

static gboolean
visit_kind (HyPayloadVisit *visit, HyPayloadKind kind)
{
  HyValue *value = visit->value;
  HyValueKind held = value != NULL ? value->kind : HY_VALUE_UNKNOWN;

  switch (kind)
    {
    case HY_PAYLOAD_NOTHING:
      return TRUE;
    case HY_PAYLOAD_WITHOUT_ARGUMENTS:
      return !has_arguments (visit);
    case HY_PAYLOAD_INT:
      if (held == HY_VALUE_INT)
        visit_int (visit);
      return held == HY_VALUE_INT;
    case HY_PAYLOAD_TUPLE:
      if (held == HY_VALUE_TUPLE)
        set_items (visit, value->length, value->length);
      return held == HY_VALUE_TUPLE;
    case HY_PAYLOAD_BYTES:
      if (held == HY_VALUE_BYTES)
        set_items (visit, value->length, value->length);
      return held == HY_VALUE_BYTES;
    case HY_PAYLOAD_STR:
      if (held == HY_VALUE_STR)
        visit_str (visit);
      return held == HY_VALUE_STR;
    case HY_PAYLOAD_LIST:
    case HY_PAYLOAD_DICT:
    case HY_PAYLOAD_SET:
    case HY_PAYLOAD_BYTEARRAY:
      return visit_container (visit, kind);
    case HY_PAYLOAD_ARGUMENTS:
      if (held == HY_VALUE_TUPLE)
        add_tuple (visit, "arguments", value->length);
      return held == HY_VALUE_TUPLE || value == NULL;
    case HY_PAYLOAD_DECIMAL:
      return visit_decimal (visit);
    case HY_PAYLOAD_ZONED:
      visit_zoned (visit);
      return TRUE;
    case HY_PAYLOAD_UUID:
      return visit->exact && visit_uuid (visit);
    case HY_PAYLOAD_FRACTION:
      return visit->exact && visit_fraction (visit);
    case HY_PAYLOAD_DEQUE:
      return visit_deque (visit);
    case HY_PAYLOAD_DEFAULTDICT:
      return visit_defaultdict (visit);
    case HY_PAYLOAD_ARRAY:
      return visit_array (visit);
    case HY_PAYLOAD_PARTIAL:
      return visit_partial (visit);
    case HY_PAYLOAD_STRINGIO:
    case HY_PAYLOAD_STRINGIO_LIST:
    case HY_PAYLOAD_STRINGIO_WRITER:
      return visit_stringio (visit, kind);
    case HY_PAYLOAD_NAMESPACE:
      visit->payload->dict_at_creation = TRUE;
      return TRUE;
    case HY_PAYLOAD_PROPERTY:
      if (!visit->exact && visit->abi->minor >= PROPERTY_DOC_SINCE && visit->has_dict)
        visit->payload->sets = "__doc__";
      return !has_arguments (visit);
    case HY_PAYLOAD_UNKNOWN:
    default:
      return FALSE;
    }
}

/* A constructor of a Python class of the library ran: what it leaves in the instance is not modelled. */
static gboolean
is_python_library_made (const HyAbi *abi, const HyValue *value)
{
  if (value == NULL || value->kind != HY_VALUE_LIBRARY || value->type_name == NULL)
    return FALSE;
  const HyLibraryType *library = hy_library_find (value->type_name, abi->minor);
  return library == NULL || (library->flags & HY_LIBRARY_PYTHON) != 0;
}

gboolean
hy_payload_find (HyLayout *layout, guint64 index, HyPayload *payload, char **unknown)
{
  const HyRecipe *recipe = &layout->def->recipe;
  const HyType *c_type;
  const HyPayloadRow *row = find_kind (layout, &c_type);
  HyPayloadVisit visit = {
    .abi = layout->abi,
    .rules = hy_value_rules_for (layout->abi),
    .c_basicsize = c_type->basicsize,
    .basicsize = layout->basicsize,
    .itemsize = layout->itemsize,
    .has_dict = layout->has_dict,
    .exact = hy_layout_get_type (layout) == c_type,
    .value = recipe->payload,
    .n_arguments = recipe->n_arguments,
    .index = index,
    .payload = payload,
  };

  *payload = (HyPayload){ 0 };
  if (row == NULL || is_python_library_made (layout->abi, recipe->payload))
    *unknown = g_strdup_printf ("what the constructor of %s allocates is not modelled",
                                row == NULL ? c_type->library->name : recipe->payload->type_name);
  else if (!visit_kind (&visit, row->kind))
    *unknown = g_strdup_printf ("what %s holds after these arguments is not known", row->name);
  else
    {
      keep_arguments (&visit, row->kind);
      return TRUE;
    }
  return FALSE;
}

/* The block of an exact instance of @library without what its constructor adds; 0 when not known. */
static guint64
library_block (const HyLibraryType *library, const HyAbi *abi, HyPayloadVisit *visit)
{
  HyLibrarySize sizes;
  if ((library->flags & HY_LIBRARY_PYTHON) != 0)
    {
      g_autoptr (HyTypes) types = hy_types_new (abi);
      const HyType *type = hy_types_library (types, library->name);
      if (type == NULL)
        return 0;
      gboolean managed = (type->flags & (HY_FLAG_MANAGED_DICT | HY_FLAG_MANAGED_WEAKREF)) != 0;
      visit->basicsize = visit->c_basicsize = type->basicsize;
      return (managed ? abi->pre_header : 0) + abi->gc_head + (guint64) type->basicsize;
    }
  if (!hy_library_sizes (library, abi, &sizes))
    return 0;
  visit->basicsize = visit->c_basicsize = sizes.basicsize;
  visit->itemsize = sizes.itemsize;
  return (library->flags & HY_LIBRARY_GC ? abi->gc_head : 0) + (guint64) sizes.basicsize;
}

gboolean
hy_payload_find_library (HyValue *value, const HyAbi *abi, guint64 *object, gint64 *getsizeof_object,
                         HyPayload *payload)
{
  const HyLibraryType *library = value->type_name != NULL ? hy_library_find (value->type_name, abi->minor) : NULL;
  const HyPayloadRow *row = library != NULL ? find_library_row (library, abi->minor) : NULL;
  HyPayloadVisit visit = {
    .abi = abi,
    .rules = hy_value_rules_for (abi),
    .exact = TRUE,
    .value = value,
    .n_arguments = value->n_items,
    .payload = payload,
  };

  *payload = (HyPayload){ 0 };
  guint64 block = row != NULL ? library_block (library, abi, &visit) : 0;
  if (block == 0 || !visit_kind (&visit, row->kind))
    return FALSE;
  keep_arguments (&visit, row->kind);
  *object = block + (guint64) payload->object_extra;
  *getsizeof_object = (gint64) block + payload->getsizeof_extra;
  return TRUE;
}
