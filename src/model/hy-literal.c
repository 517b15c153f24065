/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-literal.h"

#include <string.h>

/* Literals nested deeper than this are not read. */
#define MAX_DEPTH 16

static HyValue *parse_value (const char **text, guint depth);

static void
skip_blanks (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

static HyValue *
parse_word (const char **text)
{
  static const struct
  {
    const char *word;
    HyValueKind kind;
    gint64 number;
  } words[] = { { "None", HY_VALUE_NONE, 0 }, { "True", HY_VALUE_BOOL, 1 }, { "False", HY_VALUE_BOOL, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);
      if (strncmp (*text, words[i].word, length) != 0 || g_ascii_isalnum ((*text)[length]) || (*text)[length] == '_')
        continue;
      HyValue *value = hy_value_new (words[i].kind);
      value->number = words[i].number;
      *text += length;
      return value;
    }
  return NULL;
}

static gboolean
is_number_end (char c)
{
  return !g_ascii_isalnum (c) && c != '_' && c != '.';
}

static HyValue *
parse_number (const char **text)
{
  const char *start = *text;
  char *end_int = NULL, *end_float = NULL;
  gint64 number = g_ascii_strtoll (start, &end_int, 10);
  g_ascii_strtod (start, &end_float);
  HyValue *value;

  if (end_float == start || !is_number_end (*end_float) ||
      !(g_ascii_isdigit (*start) || strchr ("+-.", *start) != NULL))
    return NULL;
  if (end_int == end_float && number != G_MAXINT64 && number != G_MININT64)
    {
      value = hy_value_new (HY_VALUE_INT);
      value->number = number;
      value->int_bits = number == 0 ? 0 : g_bit_storage ((gulong) ABS (number));
    }
  else if (end_int == end_float)
    return NULL;
  else
    value = hy_value_new (HY_VALUE_FLOAT);
  *text = end_float;
  return value;
}

/* A character of a string as Python escapes it; 0 at an escape that is not read here. */
static gunichar
parse_character (const char **text)
{
  static const char escapes[] = "\\\\''\"\"n\nt\tr\r";
  gunichar c = g_utf8_get_char_validated (*text, -1);

  if (c == (gunichar) -1 || c == (gunichar) -2 || c == '\n')
    return 0;
  *text = g_utf8_next_char (*text);
  if (c != '\\')
    return c;
  for (gsize i = 0; escapes[i] != '\0'; i += 2)
    if (escapes[i] == **text)
      {
        (*text)++;
        return (guchar) escapes[i + 1];
      }
  return 0;
}

/* As repr() shows a string: in single quotes, unless it has some and no double ones. Objects/unicodeobject.c,
 * unicode_repr. */
static char *
repr_of_string (const char *content)
{
  static const char escapes[] = "\\\\\nn\tt\rr";
  char quote = strchr (content, '\'') != NULL && strchr (content, '"') == NULL ? '"' : '\'';
  GString *repr = g_string_new (NULL);

  g_string_append_c (repr, quote);
  for (const char *c = content; *c != '\0'; c++)
    {
      const char *escape = strchr (escapes, *c);
      if (*c == quote)
        g_string_append_printf (repr, "\\%c", quote);
      else if (escape != NULL && (escape - escapes) % 2 == 0)
        g_string_append_printf (repr, "\\%c", escape[1]);
      else
        g_string_append_c (repr, *c);
    }
  g_string_append_c (repr, quote);
  return g_string_free (repr, FALSE);
}

static HyValue *
parse_string (const char **text)
{
  char quote = **text;
  g_autoptr (HyValue) value = hy_value_new (HY_VALUE_STR);
  g_autoptr (GString) content = g_string_new (NULL);

  if (quote != '\'' && quote != '"')
    return NULL;
  for ((*text)++; **text != quote; value->length++)
    {
      gunichar c = **text != '\0' ? parse_character (text) : 0;
      guint width = c < 0x80 ? 0 : c < 0x100 ? 1 : c < 0x10000 ? 2 : 4;
      if (c == 0)
        return NULL;
      value->char_width = MAX (value->char_width, width);
      g_string_append_unichar (content, c);
    }
  (*text)++;
  value->text = repr_of_string (content->str);
  return g_steal_pointer (&value);
}

static void
set_items (HyValue *value, GPtrArray *items, gboolean is_dict)
{
  value->length = is_dict ? items->len / 2 : items->len;
  value->str_keys = is_dict;
  for (guint i = 0; is_dict && i < items->len; i += 2)
    value->str_keys = value->str_keys && ((HyValue *) items->pdata[i])->kind == HY_VALUE_STR;
  for (guint i = 0; i < items->len; i++)
    hy_value_ref (items->pdata[i]);
  value->n_items = items->len;
  value->items = g_memdup2 (items->pdata, items->len * sizeof (gpointer));
  value->fresh = TRUE;
}

/* As repr() shows a display; NULL for a set, of which the order is not that of its items. */
static char *
repr_of_display (HyValueKind kind, GPtrArray *items)
{
  const char *brackets = kind == HY_VALUE_LIST ? "[]" : kind == HY_VALUE_TUPLE ? "()" : "{}";
  gboolean pairs = kind == HY_VALUE_DICT;
  GString *repr;

  if (kind == HY_VALUE_SET && items->len > 1)
    return NULL;
  repr = g_string_new (NULL);
  g_string_append_c (repr, brackets[0]);
  for (guint i = 0; i < items->len; i++)
    {
      const HyValue *item = items->pdata[i];
      g_string_append_printf (repr, "%s%s", i == 0 ? "" : pairs && i % 2 == 1 ? ": " : ", ", item->text);
    }
  if (kind == HY_VALUE_TUPLE && items->len == 1)
    g_string_append_c (repr, ',');
  g_string_append_c (repr, brackets[1]);
  return g_string_free (repr, FALSE);
}

static gboolean
parse_item (const char **text, guint depth, GPtrArray *items)
{
  HyValue *item = parse_value (text, depth + 1);
  skip_blanks (text);
  if (item == NULL)
    return FALSE;
  g_ptr_array_add (items, item);
  return TRUE;
}

static HyValueKind
display_kind (char open, gboolean pairs, gboolean comma, guint n)
{
  if (open == '[')
    return HY_VALUE_LIST;
  if (open == '(')
    return n == 1 && !comma ? HY_VALUE_UNKNOWN : HY_VALUE_TUPLE;
  return pairs || n == 0 ? HY_VALUE_DICT : HY_VALUE_SET;
}

static HyValue *
parse_display (const char **text, guint depth)
{
  char open = **text;
  char close = open == '(' ? ')' : open == '[' ? ']' : '}';
  gboolean pairs = FALSE, comma = FALSE;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_value_unref);

  (*text)++;
  for (skip_blanks (text); **text != close; skip_blanks (text))
    {
      if ((items->len > 0 && !comma) || !parse_item (text, depth, items))
        return NULL;
      if (open == '{' && **text == ':' && (items->len == 1 || pairs))
        {
          (*text)++;
          pairs = TRUE;
          if (!parse_item (text, depth, items))
            return NULL;
        }
      else if (pairs)
        return NULL;
      comma = **text == ',';
      *text += comma;
    }
  (*text)++;
  HyValueKind kind = display_kind (open, pairs, comma, items->len);
  if (kind == HY_VALUE_UNKNOWN)
    return hy_value_ref (items->pdata[0]);
  HyValue *value = hy_value_new (kind);
  set_items (value, items, kind == HY_VALUE_DICT);
  value->text = repr_of_display (kind, items);
  return value;
}

static HyValue *
parse_value (const char **text, guint depth)
{
  skip_blanks (text);
  const char *start = *text;
  HyValue *value;

  if (depth > MAX_DEPTH)
    return NULL;
  if (*start == '[' || *start == '(' || *start == '{')
    value = parse_display (text, depth);
  else if (*start == '\'' || *start == '"')
    value = parse_string (text);
  else if (g_ascii_isalpha (*start))
    value = parse_word (text);
  else
    value = parse_number (text);
  if (value != NULL && value->text == NULL)
    value->text = g_strndup (start, (gsize) (*text - start));
  return value;
}

HyValue *
hy_literal_parse (const char **text)
{
  return parse_value (text, 0);
}
