/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-plan.h"

void
hy_plan_free (HyPlan *self)
{
  g_free (self->name);
  g_free (self->text);
  g_free (self->factory);
  g_free (self->diff);
  g_free (self->refused);
  g_clear_pointer (&self->def, hy_class_def_unref);
  g_free (self);
}

const char *const *
hy_plan_names (void)
{
  static const char *const names[] = { "__slots__", "dataclass", "dataclass(slots=True)", "NamedTuple", "tuple",
                                       "dict",      NULL };

  return names;
}

/* What the constructor keeps, in order: the plans are only made of constructors that keep just their arguments. */
static HyValue **
kept_values (const HyRecipe *recipe, gboolean with_names, gsize *n)
{
  HyValue **items = g_new0 (HyValue *, recipe->n_ops * 2 + 1);

  *n = 0;
  for (gsize i = 0; i < recipe->n_ops; i++)
    {
      const HyOp *op = &recipe->ops[i];

      if (op->kind != HY_OP_SET || !op->value)
        continue;
      if (with_names)
        {
          HyValue *key = hy_value_new (HY_VALUE_STR);

          key->text = g_strdup (op->name);
          key->length = g_utf8_strlen (op->name, -1);
          items[(*n)++] = key;
        }
      items[(*n)++] = hy_value_ref (op->value);
    }
  return items;
}

/* The display is made of what the constructor was handed. */
static void
hand_over (HyRecipe *made, const HyRecipe *recipe)
{
  made->arguments = g_new0 (HyValue *, recipe->n_ops);
  for (gsize i = 0; i < recipe->n_ops; i++)
    if (recipe->ops[i].kind == HY_OP_SET && recipe->ops[i].value)
      made->arguments[made->n_arguments++] = hy_value_ref (recipe->ops[i].value);
}

HyClassDef *
hy_plan_display (HyClassDef *def, const char *name, const char *factory)
{
  gboolean is_dict = g_str_equal (name, "dict");
  HyClassDef *self;
  HyValue *payload;
  gsize n_values = 0;

  if (def->recipe.unknown || def->recipe.n_ops == 0 || def->earlier)
    return NULL;
  payload = hy_value_new (is_dict ? HY_VALUE_DICT : HY_VALUE_TUPLE);
  payload->fresh = TRUE;
  payload->text = g_strdup (factory);
  payload->growth = HY_GROWTH_LITERAL;
  payload->items = kept_values (&def->recipe, is_dict, &n_values);
  payload->n_items = n_values;
  payload->length = is_dict ? n_values / 2 : n_values;
  payload->str_keys = is_dict;
  self = hy_class_def_new (name);
  self->kind = HY_KIND_FACTORY;
  self->file = g_strdup (def->file);
  self->line = def->line;
  self->recipe.factory = g_strdup (factory);
  self->recipe.payload = payload;
  hand_over (&self->recipe, &def->recipe);
  return self;
}
