/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply-value.h"

/* Items that a value may hold; the length may be larger. */
#define MAX_ITEMS 8192
#define MAX_VALUE_DEPTH 16
/* Beyond this no address space holds it: sizes in bytes stay far from 63 bits. */
#define MAX_LENGTH (G_GINT64_CONSTANT (1) << 47)
/* Digits of an int. */
#define MAX_ROOM (1 << 20)

static const struct
{
  const char *word;
  HyValueKind kind;
} kinds[] = {
  { "none", HY_VALUE_NONE },           { "bool", HY_VALUE_BOOL },           { "int", HY_VALUE_INT },
  { "float", HY_VALUE_FLOAT },         { "complex", HY_VALUE_COMPLEX },     { "str", HY_VALUE_STR },
  { "bytes", HY_VALUE_BYTES },         { "bytearray", HY_VALUE_BYTEARRAY }, { "tuple", HY_VALUE_TUPLE },
  { "list", HY_VALUE_LIST },           { "dict", HY_VALUE_DICT },           { "set", HY_VALUE_SET },
  { "frozenset", HY_VALUE_FROZENSET }, { "library", HY_VALUE_LIBRARY },     { "object", HY_VALUE_OBJECT },
  { "global", HY_VALUE_GLOBAL },
};

static const struct
{
  const char *word;
  HyGrowth growth;
} growths[] = {
  { "literal", HY_GROWTH_LITERAL },
  { "append", HY_GROWTH_APPEND },
  { "comprehension", HY_GROWTH_COMPREHENSION },
  { "copy", HY_GROWTH_COPY },
  { "constructor", HY_GROWTH_CONSTRUCTOR },
  { "repeat", HY_GROWTH_REPEAT },
  { "constants", HY_GROWTH_CONSTANTS },
  { "extended", HY_GROWTH_EXTENDED },
  { "unsized", HY_GROWTH_UNSIZED },
  { "generator", HY_GROWTH_GENERATOR },
  { "hashed", HY_GROWTH_HASHED },
  { "hashed-extended", HY_GROWTH_HASHED_EXTENDED },
  { "mixed", HY_GROWTH_MIXED },
};

static HyValue *read_value (JsonObject *object, guint depth);

static HyValueKind
read_kind (JsonObject *object)
{
  const char *word = hy_json_text (object, "k");

  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].word, word))
        return kinds[i].kind;
    }
  return HY_VALUE_UNKNOWN;
}

static HyGrowth
read_growth (JsonObject *object)
{
  const char *word = hy_json_text (object, "g");

  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (growths); i++)
    {
      if (g_str_equal (growths[i].word, word))
        return growths[i].growth;
    }
  return HY_GROWTH_LITERAL;
}

static void
read_items (HyValue *value, JsonObject *object, guint depth)
{
  JsonArray *items = hy_json_array (object, "items", MAX_ITEMS);

  if (items == NULL)
    return;
  value->n_items = json_array_get_length (items);
  value->items = g_new0 (HyValue *, value->n_items);
  for (guint i = 0; i < value->n_items; i++)
    {
      JsonObject *item = hy_json_item_object (items, i);

      value->items[i] = item != NULL ? read_value (item, depth + 1) : hy_value_new_unknown ("not described");
    }
}

static const struct
{
  const char *word;
  HyIntMaker maker;
} makers[] = {
  { "sum", HY_INT_SUM },
  { "difference", HY_INT_DIFFERENCE },
  { "product", HY_INT_PRODUCT },
};

/* What an int is the result of: given whole, or not at all. */
static void
read_operands (HyValue *value, JsonObject *object, guint depth)
{
  const char *word = hy_json_text (object, "made");
  JsonArray *operands = hy_json_array (object, "of", G_N_ELEMENTS (value->operands));

  if (operands == NULL || json_array_get_length (operands) != G_N_ELEMENTS (value->operands))
    return;
  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (makers); i++)
    {
      if (g_str_equal (makers[i].word, word))
        value->maker = makers[i].maker;
    }
  for (guint i = 0; value->maker != HY_INT_GIVEN && i < G_N_ELEMENTS (value->operands); i++)
    {
      JsonObject *operand = hy_json_item_object (operands, i);

      value->operands[i] = operand != NULL ? read_value (operand, depth + 1) : hy_value_new (HY_VALUE_INT);
    }
}

/* FALSE where a number is said that is more than @max. */
static gboolean
fits (JsonObject *object, const char *name, gint64 max)
{
  return !json_object_has_member (object, name) || hy_json_integer (object, name, 0, max, -1) >= 0;
}

static HyValue *
read_value (JsonObject *object, guint depth)
{
  HyValueKind kind = read_kind (object);
  HyValue *value;

  if (depth > MAX_VALUE_DEPTH)
    return hy_value_new_unknown ("nested too deeply");
  if (kind == HY_VALUE_UNKNOWN)
    {
      const char *reason = hy_json_text (object, "reason");

      value = hy_value_new_unknown (reason != NULL ? reason : "not described");
      value->fresh = hy_json_truth (object, "fresh", FALSE);
      return value;
    }
  if (!fits (object, "len", MAX_LENGTH) || !fits (object, "bits", G_MAXUINT))
    return hy_value_new_unknown ("more than fits into memory");
  value = hy_value_new (kind);
  value->fresh = hy_json_truth (object, "fresh", FALSE);
  value->folded = hy_json_truth (object, "folded", FALSE);
  value->own = hy_json_truth (object, "own", FALSE);
  value->identity = (guint) hy_json_integer (object, "id", 0, G_MAXUINT, 0);
  value->text = hy_json_dup_text (object, "text");
  value->type_name = hy_json_dup_text (object, "type");
  value->number = hy_json_integer (object, "n", G_MININT64, G_MAXINT64, 0);
  value->int_bits = (guint) hy_json_integer (object, "bits", 0, G_MAXUINT, 0);
  value->length = (guint64) hy_json_integer (object, "len", 0, MAX_LENGTH, 0);
  value->char_width = (guint) hy_json_integer (object, "w", 0, 4, 0);
  value->index_digits = (guint) hy_json_integer (object, "digits", 0, 1000, 0);
  value->int_room = (guint) hy_json_integer (object, "room", 0, MAX_ROOM, 0);
  value->compact = hy_json_truth (object, "compact", FALSE);
  read_operands (value, object, depth);
  value->index_scale = hy_json_integer (object, "idx", -HY_MAX_INDEX_SCALE, HY_MAX_INDEX_SCALE, 0);
  value->str_keys = hy_json_truth (object, "sk", FALSE);
  value->growth = read_growth (object);
  read_items (value, object, depth);
  return value;
}

HyValue *
hy_reply_value (JsonObject *object)
{
  return read_value (object, 0);
}

HyValue *
hy_reply_value_member (JsonObject *object, const char *name)
{
  JsonObject *member = hy_json_object (object, name);

  return member != NULL ? read_value (member, 0) : NULL;
}
