/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reply.h"

#include <string.h>

#include "hy-json-bounds.h"
#include "hy-reply-class.h"
#include "hy-reply-recipe.h"

#define MAX_CLASSES 20000

/* Codes of the describer, with the sentence that says what to do. %s is its own message. */
static const struct
{
  const char *word;
  HySourceErrorCode code;
  const char *format;
} problems[] = {
  { "syntax", HY_SOURCE_ERROR_SYNTAX, "Not Python that the interpreter can parse: %s" },
  { "encoding", HY_SOURCE_ERROR_ENCODING,
    "Its bytes are not in its encoding: %s. Save it as UTF-8, or name its encoding in the first line" },
  { "empty", HY_SOURCE_ERROR_EMPTY, "%s: there is nothing to read" },
  { "no-classes", HY_SOURCE_ERROR_NO_CLASSES, "%s in it: nothing whose instances could be measured" },
  { "complex", HY_SOURCE_ERROR_TOO_COMPLEX, "%s" },
  { "no-class", HY_SOURCE_ERROR_CLASS, "The file has no class “%s”" },
  { "factory", HY_SOURCE_ERROR_FACTORY, "The factory %s" },
};

static void
read_problem (HyReading *reading, JsonObject *object)
{
  const char *word = hy_json_text (object, "code");
  const char *message = hy_json_text (object, "message");

  for (gsize i = 0; word != NULL && message != NULL && i < G_N_ELEMENTS (problems); i++)
    {
      const char *mark;
      g_autofree char *text = NULL;

      if (!g_str_equal (problems[i].word, word))
        continue;
      mark = strstr (problems[i].format, "%s");
      text = g_strdup_printf ("%.*s%s%s", (int) (mark - problems[i].format), problems[i].format, message, mark + 2);
      hy_reading_fail (reading, problems[i].code, "%s", text);
      reading->line = (guint) hy_json_integer (object, "line", 0, G_MAXINT, 0);
      reading->column = (guint) hy_json_integer (object, "column", 0, G_MAXINT, 0);
      reading->excerpt = hy_json_dup_text (object, "excerpt");
      return;
    }
  hy_reading_fail (reading, HY_SOURCE_ERROR_INTERPRETER, "The interpreter answered what is not understood");
}

static HyClassDef *
made_by (HyClassDef *def, JsonObject *object)
{
  HyRecipe recipe = { 0 };

  hy_reply_recipe (&recipe, object);
  return hy_class_def_with_recipe (def, &recipe);
}

/* Hangs on @self what older versions make of it, the newest first. FALSE when that makes no sense. */
static gboolean
add_earlier (HyClassDef *self, JsonObject *object, GPtrArray *defs)
{
  JsonArray *earlier = hy_json_array (object, "earlier", HY_NEWEST_MINOR);

  for (guint i = 0; earlier != NULL && i < json_array_get_length (earlier); i++)
    {
      JsonObject *item = hy_json_item_object (earlier, i);

      gint64 index = item != NULL ? hy_json_integer (item, "i", 0, (gint64) defs->len - 1, -1) : -1;

      if (index < 0)
        return FALSE;
      self->last_earlier = (guint) hy_json_integer (item, "last", 0, G_MAXINT, 0);
      self = self->earlier = made_by (g_ptr_array_index (defs, index), item);
    }
  return TRUE;
}

/* Takes the class numbered @index, made by the recipe that @entry holds. FALSE when the entry makes no sense. */
static gboolean
add_listed (HyReading *reading, JsonObject *entry, GPtrArray *defs)
{
  gint64 index = entry != NULL ? hy_json_integer (entry, "i", 0, (gint64) defs->len - 1, -1) : -1;
  JsonObject *object = entry != NULL ? hy_json_object (entry, "recipe") : NULL;
  HyClassDef *made;

  if (index < 0 || object == NULL)
    return FALSE;
  made = reading->classes[reading->n_classes++] = made_by (g_ptr_array_index (defs, index), object);
  return add_earlier (made, object, defs);
}

static gboolean
read_classes (HyReading *reading, JsonObject *object, const char *file)
{
  JsonArray *described = hy_json_array (object, "classes", MAX_CLASSES);
  JsonArray *listed = hy_json_array (object, "listed", MAX_CLASSES);
  g_autoptr (GPtrArray) defs = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_class_def_unref);

  if (described == NULL || listed == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (described); i++)
    {
      JsonObject *entry = hy_json_item_object (described, i);
      HyClassDef *def = entry != NULL ? hy_reply_class (entry, defs, file) : NULL;

      if (def == NULL)
        return FALSE;
      g_ptr_array_add (defs, def);
    }
  reading->classes = g_new0 (HyClassDef *, json_array_get_length (listed));
  for (guint i = 0; i < json_array_get_length (listed); i++)
    {
      if (!add_listed (reading, hy_json_item_object (listed, i), defs))
        return FALSE;
    }
  return TRUE;
}

void
hy_reply_read (HyReading *reading, const char *line, gsize length, const char *file)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object = hy_json_parse_object (parser, line, length);
  gboolean understood;

  if (object != NULL && hy_json_object (object, "error") != NULL)
    {
      read_problem (reading, hy_json_object (object, "error"));
      return;
    }
  understood = object != NULL && read_classes (reading, object, file);
  if (understood && reading->text == NULL)
    reading->text = hy_json_dup_text (object, "text");
  if (!understood)
    {
      hy_reading_clear_classes (reading);
      hy_reading_fail (reading, HY_SOURCE_ERROR_INTERPRETER, "The interpreter answered what is not understood");
    }
}
