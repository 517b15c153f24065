/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-plain-source.h"

#include <string.h>

#include "hy-reading-private.h"

#define NAME "([A-Za-z_][A-Za-z0-9_]*)"

typedef struct
{
  HyReading *reading;
  GPtrArray *classes; /* of HyClassDef, in order */
  HyClassDef *class;  /* the one whose body stands here; NULL */
  GString *source;    /* of it */
  GPtrArray *ops;     /* of HyOp, of its __init__ */
  char **parameters;  /* of the __init__ that is being read; NULL outside of one */
  guint line;
} Reader;

/* The groups of @pattern where it matches all of @text; NULL. (transfer full) */
static char **
match (const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_ANCHORED | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  return g_regex_match (regex, text, 0, &info) ? g_match_info_fetch_all (info) : NULL;
}

static void
op_free (gpointer data)
{
  HyOp *op = data;

  g_free (op->name);
  g_free (op->owner);
  g_clear_pointer (&op->value, hy_value_unref);
  g_free (op);
}

/* None, True, False, a whole number, or a parameter, for which None is passed; NULL for anything else. */
static HyValue *
read_value (Reader *self, const char *text)
{
  HyValue *value;
  gint64 number = 0;

  if (g_strv_contains ((const char *const *) self->parameters, text) || strcmp (text, "None") == 0)
    value = hy_value_new (HY_VALUE_NONE);
  else if (strcmp (text, "True") == 0 || strcmp (text, "False") == 0)
    {
      value = hy_value_new (HY_VALUE_BOOL);
      value->number = text[0] == 'T';
    }
  else if (g_ascii_string_to_signed (text, 10, -G_MAXINT32, G_MAXINT32, &number, NULL))
    {
      value = hy_value_new (HY_VALUE_INT);
      value->number = number;
      value->int_bits = number == 0 ? 0 : (guint) g_bit_storage ((gulong) ABS (number));
    }
  else
    return NULL;
  value->text = g_strdup (g_strv_contains ((const char *const *) self->parameters, text) ? "None" : text);
  return value;
}

/* The recipe: the class called with None for each parameter. */
static void
finish_recipe (Reader *self, guint n_parameters)
{
  HyRecipe *recipe = &self->class->recipe;
  GString *factory = g_string_new (self->class->name);

  g_string_append_c (factory, '(');
  for (guint i = 0; i < n_parameters; i++)
    g_string_append (factory, i > 0 ? ", None" : "None");
  g_string_append_c (factory, ')');
  g_free (recipe->factory);
  recipe->factory = g_string_free (factory, FALSE);
}

static void
finish_class (Reader *self)
{
  HyClassDef *class = self->class;
  GPtrArray *names = g_ptr_array_new ();

  if (class == NULL)
    return;
  class->source = g_strdup (self->source->str);
  class->recipe.n_ops = self->ops->len;
  class->recipe.ops = g_new0 (HyOp, self->ops->len);
  for (guint i = 0; i < self->ops->len; i++)
    {
      HyOp *op = self->ops->pdata[i];

      class->recipe.ops[i] = *op;
      g_ptr_array_add (names, g_strdup (op->name));
      g_free (op);
    }
  g_ptr_array_set_free_func (self->ops, NULL);
  g_ptr_array_set_size (self->ops, 0);
  g_ptr_array_set_free_func (self->ops, op_free);
  g_ptr_array_add (names, NULL);
  class->static_attributes = (char **) g_ptr_array_free (names, FALSE);
  g_ptr_array_add (self->classes, g_steal_pointer (&self->class));
  g_string_truncate (self->source, 0);
  g_clear_pointer (&self->parameters, g_strfreev);
}

/* @names are those of classes before, or object. FALSE when one is not. */
static gboolean
add_bases (Reader *self, const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, ",", -1);

  self->class->bases = g_new0 (HyBase, g_strv_length (parts));
  for (char **part = parts; *part != NULL; part++)
    {
      HyBase *base = &self->class->bases[self->class->n_bases];
      const char *name = g_strstrip (*part);

      if (*name == '\0')
        continue;
      *base = (HyBase){ .kind = HY_BASE_LIBRARY, .line = self->line };
      for (guint i = 0; i < self->classes->len; i++)
        if (strcmp (((HyClassDef *) self->classes->pdata[i])->name, name) == 0)
          {
            g_clear_pointer (&base->def, hy_class_def_unref);
            base->kind = HY_BASE_DEF;
            base->def = hy_class_def_ref (self->classes->pdata[i]);
          }
      if (base->kind == HY_BASE_LIBRARY && strcmp (name, "object") != 0)
        return FALSE;
      base->name = g_strdup (name);
      self->class->n_bases++;
    }
  return TRUE;
}

static gboolean
begin_class (Reader *self, char **groups)
{
  finish_class (self);
  self->class = hy_class_def_new (groups[1]);
  self->class->line = self->line;
  finish_recipe (self, 0);
  return groups[2] == NULL || groups[2][0] == '\0' || add_bases (self, groups[3]);
}

static gboolean
add_slots (Reader *self, const char *items)
{
  g_auto (GStrv) parts = g_strsplit (items, ",", -1);
  HyClassDef *class = self->class;

  if (class->slots_state != HY_SLOTS_ABSENT)
    return FALSE;
  class->slots_state = HY_SLOTS_NAMES;
  class->slots = g_new0 (HySlot, g_strv_length (parts));
  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) groups = match ("(['\"])" NAME "\\1$", g_strstrip (*part));

      if (**part == '\0' && part[1] == NULL)
        break;
      if (groups == NULL)
        return FALSE;
      class->slots[class->n_slots++].name = g_strdup (groups[2]);
    }
  return TRUE;
}

static gboolean
begin_init (Reader *self, const char *list)
{
  g_auto (GStrv) parts = g_strsplit (list, ",", -1);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) groups = match (NAME "$", g_strstrip (parts[i]));

      if (groups == NULL)
        return FALSE;
    }
  if (n == 0 || strcmp (parts[0], "self") != 0 || self->class->n_members > 0)
    return FALSE;
  self->class->members = g_new0 (HyMember, 1);
  self->class->members[0] = (HyMember){ .kind = HY_MEMBER_METHOD, .name = g_strdup ("__init__"), .line = self->line };
  self->class->n_members = 1;
  finish_recipe (self, n - 1);
  self->parameters = g_steal_pointer (&parts);
  return TRUE;
}

static gboolean
add_assignment (Reader *self, char **groups)
{
  HyValue *value = read_value (self, groups[2]);
  HyOp *op;

  if (value == NULL || strcmp (groups[2], "self") == 0)
    {
      g_clear_pointer (&value, hy_value_unref);
      return FALSE;
    }
  op = g_new0 (HyOp, 1);
  *op = (HyOp){ .kind = HY_OP_SET,
                .name = g_strdup (groups[1]),
                .owner = g_strdup (self->class->name),
                .value = value,
                .line = self->line };
  g_ptr_array_add (self->ops, op);
  return TRUE;
}

/* One line that is neither blank nor a comment; FALSE when it is not understood. */
static gboolean
read_line (Reader *self, const char *line)
{
  g_auto (GStrv) groups = NULL;

  if ((groups = match ("class " NAME "(\\(([A-Za-z0-9_, ]*)\\))?:$", line)) != NULL)
    return begin_class (self, groups);
  if (self->class == NULL)
    return FALSE;
  if ((groups = match ("    __slots__ = (?:\\((.*)\\)|\\[(.*)\\])$", line)) != NULL)
    return self->parameters == NULL &&
           add_slots (self, groups[1][0] == '\0' && groups[2] != NULL ? groups[2] : groups[1]);
  if ((groups = match ("    def __init__\\(([A-Za-z0-9_, ]*)\\):$", line)) != NULL)
    return begin_init (self, groups[1]);
  if ((groups = match ("        self\\." NAME " = (\\S+)$", line)) != NULL)
    return self->parameters != NULL && add_assignment (self, groups);
  if (strcmp (line, "        pass") == 0)
    return self->parameters != NULL;
  return strcmp (line, "    pass") == 0;
}

/* A class whose base makes its instances otherwise than with its own __init__ alone is beyond this reader. */
static gboolean
is_whole (const HyClassDef *class)
{
  for (gsize i = 0; i < class->n_bases; i++)
    if (class->bases[i].kind == HY_BASE_DEF && class->n_members == 0 &&
        (class->bases[i].def->recipe.n_ops > 0 || !is_whole (class->bases[i].def)))
      return FALSE;
  return TRUE;
}

static void
fail (Reader *self, guint line, const char *excerpt)
{
  hy_reading_fail (self->reading, HY_SOURCE_ERROR_NO_INTERPRETER,
                   "without a Python on this machine only plain classes can be read; install python3 for the rest");
  self->reading->line = line;
  self->reading->excerpt = g_strdup (excerpt);
}

static void
take_classes (Reader *self)
{
  finish_class (self);
  for (guint i = 0; i < self->classes->len; i++)
    if (!is_whole (self->classes->pdata[i]))
      {
        fail (self, ((HyClassDef *) self->classes->pdata[i])->line, NULL);
        return;
      }
  if (self->classes->len == 0)
    {
      hy_reading_fail (self->reading, HY_SOURCE_ERROR_NO_CLASSES, "there is no class in it");
      return;
    }
  self->reading->n_classes = self->classes->len;
  self->reading->classes = g_new0 (HyClassDef *, self->classes->len);
  for (guint i = 0; i < self->classes->len; i++)
    self->reading->classes[i] = hy_class_def_ref (self->classes->pdata[i]);
}

HyReading *
hy_plain_source_read (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Reader self = { .reading = hy_reading_new (NULL),
                  .classes = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_class_def_unref),
                  .source = g_string_new (NULL),
                  .ops = g_ptr_array_new_with_free_func (op_free) };
  gboolean understood = TRUE;

  self.reading->text = g_strdup (text);
  for (; understood && lines[self.line] != NULL; self.line++)
    {
      const char *line = g_strchomp (lines[self.line]);
      const char *start = line + strspn (line, " ");

      if (*start == '\0' || *start == '#')
        continue;
      self.line++;
      understood = read_line (&self, line);
      self.line--;
      if (self.class != NULL)
        g_string_append_printf (self.source, "%s\n", line);
      if (!understood)
        fail (&self, self.line + 1, line);
    }
  if (understood)
    take_classes (&self);
  g_clear_pointer (&self.class, hy_class_def_unref);
  g_clear_pointer (&self.parameters, g_strfreev);
  g_ptr_array_unref (self.classes);
  g_ptr_array_unref (self.ops);
  g_string_free (self.source, TRUE);
  return self.reading;
}
