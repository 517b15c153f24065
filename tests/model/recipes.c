/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recipes.h"

#include <string.h>

HyValue *
recipe_value (HyValueKind kind, guint64 length)
{
  HyValue *value = hy_value_new (kind);
  value->fresh = TRUE;
  value->length = length;
  value->str_keys = TRUE;
  return value;
}

static HyValue *
new_key (const char *name)
{
  HyValue *key = hy_value_new (HY_VALUE_STR);
  key->text = g_strdup_printf ("'%s'", name);
  key->length = strlen (name);
  return key;
}

/* {'x': None, 'y': None} of "x,y" */
static HyValue *
new_dict (const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, ",", -1);
  HyValue *dict = recipe_value (HY_VALUE_DICT, *names != '\0' ? g_strv_length (list) : 0);
  dict->n_items = 2 * dict->length;
  dict->items = g_new0 (HyValue *, dict->n_items + 1);
  for (gsize i = 0; i < dict->length; i++)
    {
      dict->items[2 * i] = new_key (list[i]);
      dict->items[2 * i + 1] = hy_value_new (HY_VALUE_NONE);
    }
  return dict;
}

static void
fill_op (HyOp *op, const char *step)
{
  static const struct
  {
    char mark;
    HyOpKind kind;
  } marks[] = { { '-', HY_OP_DEL },         { '@', HY_OP_TOUCH_DICT },   { '[', HY_OP_DICT_SET },
                { '+', HY_OP_DICT_UPDATE }, { '{', HY_OP_REPLACE_DICT }, { '&', HY_OP_WEAKREF } };
  op->kind = HY_OP_SET;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].mark == *step)
      op->kind = marks[i].kind;
  const char *rest = op->kind == HY_OP_SET ? step : step + 1;
  if (op->kind == HY_OP_DICT_UPDATE || op->kind == HY_OP_REPLACE_DICT)
    op->value = new_dict (rest);
  else if (*rest != '\0')
    op->name = g_strdup (rest);
  if (op->kind == HY_OP_SET || op->kind == HY_OP_DICT_SET)
    op->value = hy_value_new (HY_VALUE_NONE);
}

static void
add_slots (HyClassDef *self, const char *slots)
{
  g_auto (GStrv) names = g_strsplit (slots, " ", -1);
  self->slots_state = HY_SLOTS_NAMES;
  self->slots = g_new0 (HySlot, g_strv_length (names) + 1);
  for (gsize i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      self->slots[self->n_slots++].name = g_strdup (names[i]);
}

HyClassDef *
recipe_class (const char *base, const char *slots, const char *steps)
{
  HyClassDef *self = hy_class_def_new ("C");
  g_auto (GStrv) list = g_strsplit (steps, " ", -1);

  if (base != NULL)
    {
      self->bases = g_new0 (HyBase, 1);
      self->n_bases = 1;
      self->bases[0] = (HyBase){ .kind = HY_BASE_LIBRARY, .name = g_strdup (base) };
    }
  if (slots != NULL)
    add_slots (self, slots);
  self->recipe.factory = g_strdup ("C()");
  self->recipe.ops = g_new0 (HyOp, g_strv_length (list) + 1);
  for (gsize i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      {
        HyOp *op = &self->recipe.ops[self->recipe.n_ops++];
        fill_op (op, list[i]);
        if (i > 0 && *list[i - 1] == '&' && op->value != NULL)
          {
            op->value->kind = HY_VALUE_LIBRARY;
            op->value->type_name = g_strdup ("weakref.ref");
          }
      }
  return self;
}

HyClassDef *
recipe_subclass (const char *base, HyValue *payload, const char *steps)
{
  HyClassDef *self = recipe_class (base, NULL, steps);
  self->recipe.payload = payload;
  return self;
}

void
recipe_add_static (HyClassDef *self, const char *name)
{
  guint n = self->static_attributes != NULL ? g_strv_length (self->static_attributes) : 0;
  self->static_attributes = g_renew (char *, self->static_attributes, n + 2);
  self->static_attributes[n] = g_strdup (name);
  self->static_attributes[n + 1] = NULL;
}

HyLayout *
recipe_layout (HyClassDef *def, guint minor)
{
  return hy_layouter_layout (def, hy_abi_lookup (minor, HY_BUILD_DEFAULT, 64));
}

HyRuntime *
recipe_runtime (HyClassDef *def, guint minor, guint n)
{
  g_autoptr (HyLayout) layout = recipe_layout (def, minor);
  HyRuntime *runtime = hy_runtime_new (layout);
  for (guint i = 0; i < n; i++)
    {
      g_auto (HyOutcome) outcome = { 0 };
      g_assert_cmpint (hy_runtime_make (runtime, &outcome), ==, i);
    }
  return runtime;
}
