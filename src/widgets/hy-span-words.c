/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-span-words.h"
#include "hy-value-repr.h"

#include <glib/gi18n.h>
#include <string.h>

const char *
hy_block_title (const HyBlock *block)
{
  switch (block->role)
    {
    case HY_BLOCK_INSTANCE:
      return _ ("Building");
    case HY_BLOCK_VALUES:
      return _ ("Warehouse: values array");
    case HY_BLOCK_DICT:
      return _ ("Warehouse: dict object");
    case HY_BLOCK_KEYS:
      return _ ("Warehouse: keys of its own");
    case HY_BLOCK_PAYLOAD:
      return _ ("Annex: what its base keeps");
    case HY_BLOCK_WEAKREF:
      return _ ("Weak reference");
    default:
      return _ (block->what);
    }
}

const char *
hy_span_why (HySpanKind kind)
{
  switch (kind)
    {
    case HY_SPAN_PRE_HEADER:
      return _ ("Stands before the object: where its attribute store and its weak references hang.");
    case HY_SPAN_GC_HEAD:
      return _ ("Links the object into the garbage collector's list.");
    case HY_SPAN_HEADER:
      return _ ("Every object has it: how often it is referred to, and what its type is.");
    case HY_SPAN_BASE:
      return _ ("A field of the built-in type that the class extends.");
    case HY_SPAN_SLOT:
      return _ ("A room that __slots__ reserved: a pointer to the attribute's value.");
    case HY_SPAN_DICT_POINTER:
      return _ ("Points to the instance's __dict__.");
    case HY_SPAN_WEAKREF_POINTER:
      return _ ("The list of weak references to the object.");
    case HY_SPAN_ITEMS:
      return _ ("The part whose length differs from object to object.");
    case HY_SPAN_VALUES_PREFIX:
      return _ ("How many places there are and in which order they were filled.");
    case HY_SPAN_VALUE:
      return _ ("A shelf in use: a pointer to the attribute's value.");
    case HY_SPAN_SPARE:
      return _ ("An empty shelf, paid for in case another attribute comes.");
    case HY_SPAN_DICT_OBJECT:
      return _ ("The dict itself; its keys and values lie elsewhere.");
    case HY_SPAN_KEYS:
      return _ ("The keys object: its header and the hash index.");
    case HY_SPAN_ENTRY:
      return _ ("An entry: hash, key and value.");
    case HY_SPAN_PADDING:
    default:
      return _ ("Nothing: it keeps what follows aligned.");
    }
}

static HyValue *
attribute_value (const HyClassDef *def, const char *name)
{
  HyValue *value = NULL;

  for (gsize i = 0; i < def->recipe.n_ops; i++)
    {
      const HyOp *op = &def->recipe.ops[i];

      if (op->name != NULL && strcmp (op->name, name) == 0 && (op->kind == HY_OP_SET || op->kind == HY_OP_DICT_SET))
        value = op->value;
    }
  return value;
}

char *
hy_attribute_repr (const HyClassDef *def, const char *name, guint64 rank)
{
  HyValue *value = attribute_value (def, name);

  return value == NULL || value->text == NULL ? NULL : hy_value_repr (value, rank - 1);
}

char *
hy_span_holds (const HySpan *span, const HyReportClass *class, guint64 rank)
{
  switch (span->kind)
    {
    case HY_SPAN_SLOT:
    case HY_SPAN_VALUE:
    case HY_SPAN_ENTRY:
      return hy_attribute_repr (class->def, span->label, rank);
    case HY_SPAN_HEADER:
      return strcmp (span->label, "type") == 0 ? g_strdup (class->def->name) : NULL;
    default:
      return NULL;
    }
}

static gboolean
is_slot (const HyLayout *layout, const char *name)
{
  for (gsize i = 0; i < layout->n_all_members; i++)
    if (strcmp (layout->all_members[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

/* TRUE when @op is the first to give @name to the instance: a dict keeps that place. */
static gboolean
is_first (const HyRecipe *recipe, gsize op)
{
  for (gsize i = 0; i < op; i++)
    if (g_strcmp0 (recipe->ops[i].name, recipe->ops[op].name) == 0)
      return FALSE;
  return TRUE;
}

char *
hy_dict_repr (const HyLayout *layout, guint64 rank)
{
  const HyRecipe *recipe = &layout->def->recipe;
  g_autoptr (GString) text = g_string_new ("{");

  if (layout->status != HY_STATUS_EXACT || !layout->has_dict || recipe->unknown != NULL)
    return NULL;
  for (gsize i = 0; i < recipe->n_ops; i++)
    {
      const HyOp *op = &recipe->ops[i];
      g_autofree char *value = op->name != NULL ? hy_attribute_repr (layout->def, op->name, rank) : NULL;

      if (op->kind != HY_OP_SET && op->kind != HY_OP_DICT_SET)
        return NULL;
      if (!is_first (recipe, i) || is_slot (layout, op->name))
        continue;
      g_string_append_printf (text, "%s'%s': %s", text->len > 1 ? ", " : "", op->name, value != NULL ? value : "…");
    }
  g_string_append_c (text, '}');
  return g_string_free (g_steal_pointer (&text), FALSE);
}
