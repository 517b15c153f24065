/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-runtime-private.h"

#include <string.h>

#include "hy-literal.h"
#include "hy-msgid.h"

static const char understood[] =
    N_ ("Understood are: o.x, o.x = 42, del o.x, o.__dict__, o.__dict__ = {}, o.__dict__['x'] = 42, vars(o), "
        "hasattr(o, 'x'), "
        "getattr(o, 'x'), setattr(o, 'x', 42), delattr(o, 'x'), copy.copy(o), sys.getsizeof(o) and "
        "sys.getsizeof(o.__dict__)");

/* The longest statement that is read. */
#define MAX_STATEMENT 4096

typedef struct
{
  const char *text; /* what is left of the statement */
  HyRuntime *runtime;
  gsize instance;
  HyOutcome *outcome;
} HyTry;

static void
skip_blanks (HyTry *try)
{
  while (g_ascii_isspace (*try->text))
    try->text++;
}

/* Takes @token when it comes next, blanks before it left out. */
static gboolean
take (HyTry *try, const char *token)
{
  gsize length = strlen (token);
  skip_blanks (try);
  if (strncmp (try->text, token, length) != 0)
    return FALSE;
  gboolean word = g_ascii_isalnum (token[length - 1]);
  if (word && (g_ascii_isalnum (try->text[length]) || try->text[length] == '_'))
    return FALSE;
  try->text += length;
  return TRUE;
}

static gboolean
at_end (HyTry *try)
{
  skip_blanks (try);
  return *try->text == '\0' || *try->text == '#';
}

/* An identifier; NULL when none comes next. */
static char *
take_name (HyTry *try)
{
  skip_blanks (try);
  const char *start = try->text;
  if (!g_ascii_isalpha (*start) && *start != '_' && (guchar) *start < 0x80)
    return NULL;
  while (g_ascii_isalnum (*try->text) || *try->text == '_' || (guchar) *try->text >= 0x80)
    try->text++;
  return g_strndup (start, (gsize) (try->text - start));
}

/* A plain string that is an argument; NULL when none comes next. */
static char *
take_string (HyTry *try)
{
  skip_blanks (try);
  char quote = *try->text;
  const char *end = quote == '\'' || quote == '"' ? strchr (try->text + 1, quote) : NULL;
  if (end == NULL || memchr (try->text, '\\', (gsize) (end - try->text)) != NULL)
    return NULL;
  char *text = g_strndup (try->text + 1, (gsize) (end - try->text - 1));
  try->text = end + 1;
  return text;
}

/* o.__dict__[key] = value, from the key on. */
static gboolean
try_item (HyTry *try)
{
  g_autoptr (HyValue) key = hy_literal_parse (&try->text);
  if (key == NULL || (key->kind != HY_VALUE_STR && key->kind != HY_VALUE_INT) || !take (try, "]") || !take (try, "="))
    return FALSE;
  g_autoptr (HyValue) value = hy_literal_parse (&try->text);
  if (value == NULL || !at_end (try))
    return FALSE;
  hy_runtime_set_item (try->runtime, try->instance, key, value, try->outcome);
  return TRUE;
}

static gboolean
try_attribute (HyTry *try, gboolean is_deletion)
{
  g_autofree char *name = take_name (try);
  if (name == NULL)
    return FALSE;
  if (!is_deletion && take (try, "="))
    {
      g_autoptr (HyValue) value = hy_literal_parse (&try->text);
      if (value == NULL || !at_end (try))
        return FALSE;
      hy_runtime_set (try->runtime, try->instance, name, value, try->outcome);
      return TRUE;
    }
  if (!is_deletion && strcmp (name, "__dict__") == 0 && take (try, "["))
    return try_item (try);
  if (!at_end (try))
    return FALSE;
  if (is_deletion)
    hy_runtime_delete (try->runtime, try->instance, name, try->outcome);
  else
    hy_runtime_get (try->runtime, try->instance, name, try->outcome);
  return TRUE;
}

/* hasattr touches __dict__ when that is what it asks for. */
static void
answer_hasattr (HyTry *try, const char *name)
{
  hy_runtime_get (try->runtime, try->instance, name, try->outcome);
  if (try->outcome->unknown != NULL)
    return;
  gboolean ok = try->outcome->ok;
  gint64 requested = try->outcome->requested_delta, allocated = try->outcome->allocated_delta;
  hy_outcome_clear (try->outcome);
  hy_outcome_done (try->outcome, ok ? N_ ("the name is found") : N_ ("the name is not found"));
  try->outcome->result = g_strdup (ok ? "True" : "False");
  try->outcome->requested_delta = requested;
  try->outcome->allocated_delta = allocated;
}

/* getattr (o, 'x') and its relations, from the comma on. */
static gboolean
try_named (HyTry *try, const char *function)
{
  g_autofree char *name = take (try, ",") ? take_string (try) : NULL;
  g_autoptr (HyValue) value = NULL;

  if (name == NULL)
    return FALSE;
  if (strcmp (function, "setattr") == 0 && (!take (try, ",") || (value = hy_literal_parse (&try->text)) == NULL))
    return FALSE;
  if (!take (try, ")") || !at_end (try))
    return FALSE;
  if (value != NULL)
    hy_runtime_set (try->runtime, try->instance, name, value, try->outcome);
  else if (strcmp (function, "getattr") == 0)
    hy_runtime_get (try->runtime, try->instance, name, try->outcome);
  else if (strcmp (function, "delattr") == 0)
    hy_runtime_delete (try->runtime, try->instance, name, try->outcome);
  else
    answer_hasattr (try, name);
  return TRUE;
}

static void
answer_getsizeof (HyTry *try)
{
  gint64 size = hy_runtime_getsizeof (try->runtime, try->instance);
  if (size < 0)
    {
      hy_outcome_unknown (try->outcome, N_ ("the size is not known"));
      return;
    }
  hy_outcome_done (try->outcome, N_ ("the object itself; neither its values nor its dict are counted"));
  try->outcome->result = g_strdup_printf ("%" G_GINT64_FORMAT, size);
}

/* Asking for it makes the dict object. */
static void
answer_getsizeof_dict (HyTry *try)
{
  hy_runtime_touch_dict (try->runtime, try->instance, try->outcome);
  if (!try->outcome->ok)
    return;
  gint64 size = hy_runtime_getsizeof_dict (try->runtime, try->instance);
  g_free (try->outcome->result);
  try->outcome->result = g_strdup_printf ("%" G_GINT64_FORMAT, size);
}

/* vars: its own text where there is no __dict__. */
static void
answer_vars (HyTry *try)
{
  if (hy_runtime_get_layout (try->runtime)->has_dict)
    hy_runtime_touch_dict (try->runtime, try->instance, try->outcome);
  else
    hy_outcome_raise (try->outcome, "TypeError", "vars() argument must have __dict__ attribute", "", "");
}

static gboolean
try_call (HyTry *try, const char *function)
{
  if (!take (try, "(") || !take (try, "o"))
    return FALSE;
  if (strcmp (function, "hasattr") == 0 || strcmp (function, "getattr") == 0 || strcmp (function, "setattr") == 0 ||
      strcmp (function, "delattr") == 0)
    return try_named (try, function);
  gboolean sizes = strcmp (function, "sys.getsizeof") == 0 || strcmp (function, "getsizeof") == 0;
  gboolean of_dict = sizes && take (try, ".") && take (try, "__dict__");
  if (!take (try, ")") || !at_end (try))
    return FALSE;
  if (strcmp (function, "vars") == 0)
    answer_vars (try);
  else if (strcmp (function, "copy.copy") == 0 || strcmp (function, "copy") == 0)
    hy_runtime_copy (try->runtime, try->instance, try->outcome);
  else if (of_dict)
    answer_getsizeof_dict (try);
  else if (sizes)
    answer_getsizeof (try);
  else
    return FALSE;
  return TRUE;
}

static gboolean
try_statement (HyTry *try)
{
  if (take (try, "del"))
    return take (try, "o") && take (try, ".") && try_attribute (try, TRUE);
  if (take (try, "o"))
    return take (try, ".") && try_attribute (try, FALSE);
  GString *function = g_string_new (NULL);
  g_autofree char *first = take_name (try);
  g_autofree char *second = first != NULL && take (try, ".") ? take_name (try) : NULL;
  g_string_append_printf (function, "%s%s%s", first != NULL ? first : "", second != NULL ? "." : "",
                          second != NULL ? second : "");
  gboolean done = try_call (try, function->str);
  g_string_free (function, TRUE);
  return done;
}

void
hy_runtime_try (HyRuntime *self, gsize instance, const char *statement, HyOutcome *outcome)
{
  HyTry try = { statement, self, instance, outcome };

  if (hy_runtime_get_instance (self, instance, outcome) == NULL)
    return;
  if (strlen (statement) > MAX_STATEMENT || !g_utf8_validate (statement, -1, NULL) || !try_statement (&try))
    hy_outcome_unknown (outcome, understood);
}
