/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-texts.h"

static gboolean
refuse_expanded (HyType *self, const char *error_type, const char *words, const char *const *arguments)
{
  g_autoptr (GString) message = g_string_new (words);
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      char mark[] = { '{', (char) ('0' + i), '}', '\0' };
      g_string_replace (message, mark, arguments[i], 0);
    }
  return hy_type_refuse (self, error_type, "%s", message->str);
}

gboolean
hy_texts_refuse_with (HyType *self, guint minor, const char *error_type, HyText text, const char *const *arguments)
{
  for (gsize i = 0; i < hy_texts_table_length; i++)
    {
      const HyTextRow *row = &hy_texts_table[i];
      if (row->text == text && row->since <= minor && minor <= row->until)
        return refuse_expanded (self, error_type, row->words, arguments);
    }
  return hy_type_unknown (self, "the words in which CPython 3.%u refuses it are not known", minor);
}

gboolean
hy_texts_refuse (HyType *self, guint minor, HyText text, const char *const *arguments)
{
  return hy_texts_refuse_with (self, minor, "TypeError", text, arguments);
}

gboolean
hy_texts_refuse_base (HyType *self, guint minor, const char *type_name)
{
  for (gsize i = 0; i < hy_not_a_class_table_length; i++)
    {
      const HyNotAClassRow *row = &hy_not_a_class_table[i];
      if (g_str_equal (row->type_name, type_name) && row->since <= minor && minor <= row->until)
        return hy_type_refuse (self, "TypeError", "%s", row->words);
    }
  return hy_type_unknown (self, "its base is an object of type %s, which is no class", type_name);
}
