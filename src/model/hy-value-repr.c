/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value-repr.h"
#include "hy-value-size.h"

#include <string.h>

/* f'ORD-{i}' with the number put in; NULL when the text is no such template. */
static char *
fill_template (const char *text, guint64 index)
{
  if ((text[0] != 'f' && text[0] != 'F') || (text[1] != '\'' && text[1] != '"') || strstr (text, "{i}") == NULL)
    return NULL;
  GString *filled = g_string_new (text + 1);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, index);
  g_string_replace (filled, "{i}", number, 0);
  if (strchr (filled->str, '{') != NULL)
    return g_string_free (filled, TRUE);
  return g_string_free (filled, FALSE);
}

char *
hy_value_repr (HyValue *self, guint64 index)
{
  if (self->kind == HY_VALUE_NONE)
    return g_strdup ("None");
  if (self->kind == HY_VALUE_BOOL)
    return g_strdup (self->number != 0 ? "True" : "False");
  gint64 number = hy_value_int_number (self, index);
  if (self->kind == HY_VALUE_INT && self->index_scale != 0 && number != G_MAXINT64 && number != G_MININT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  if (self->kind == HY_VALUE_STR && self->index_digits > 0 && self->text != NULL)
    {
      char *filled = fill_template (self->text, index);
      if (filled != NULL)
        return filled;
    }
  return g_strdup (self->text != NULL ? self->text : "...");
}
