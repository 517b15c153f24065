/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-def.h"

/* The public struct comes first, so that a pointer to it is a pointer to this. */
typedef struct
{
  HyClassDef def;
  gatomicrefcount ref_count;
  HyClassDef *shared; /* owner of all but the recipe; NULL when this owns it */
} HyClassDefOwned;

HyClassDef *
hy_class_def_new (const char *name)
{
  HyClassDefOwned *self = g_new0 (HyClassDefOwned, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->def.name = g_strdup (name);
  self->def.qualname = g_strdup (name);
  self->def.dataclass = (HyDataclassArgs){ -1, -1, -1, -1, -1, -1, -1, -1, -1, 0 };
  return &self->def;
}

HyClassDef *
hy_class_def_ref (HyClassDef *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&((HyClassDefOwned *) self)->ref_count);
  return self;
}

static void
clear_base (HyBase *base)
{
  g_clear_pointer (&base->def, hy_class_def_unref);
  g_free (base->name);
  g_free (base->reason);
}

static void
clear_member (HyMember *member)
{
  g_free (member->name);
  g_free (member->annotation);
  g_clear_pointer (&member->value, hy_value_unref);
  if (member->field != NULL)
    g_clear_pointer (&member->field->value, hy_value_unref);
  g_free (member->field);
  g_clear_pointer (&member->descriptor, hy_class_def_unref);
}

void
hy_recipe_clear (HyRecipe *self)
{
  g_free (self->factory);
  for (gsize i = 0; i < self->n_ops; i++)
    {
      g_free (self->ops[i].name);
      g_free (self->ops[i].owner);
      g_clear_pointer (&self->ops[i].value, hy_value_unref);
    }
  g_free (self->ops);
  g_clear_pointer (&self->payload, hy_value_unref);
  for (gsize i = 0; i < self->n_arguments; i++)
    hy_value_unref (self->arguments[i]);
  g_free (self->arguments);
  g_free (self->unknown);
  hy_refusal_clear (&self->refusal);
  *self = (HyRecipe){ 0 };
}

HyRecipe
hy_recipe_copy (const HyRecipe *self)
{
  HyRecipe copy = *self;
  copy.factory = g_strdup (self->factory);
  copy.ops = g_memdup2 (self->ops, self->n_ops * sizeof (HyOp));
  for (gsize i = 0; i < self->n_ops; i++)
    {
      copy.ops[i].name = g_strdup (self->ops[i].name);
      copy.ops[i].owner = g_strdup (self->ops[i].owner);
      if (self->ops[i].value != NULL)
        hy_value_ref (self->ops[i].value);
    }
  if (self->payload != NULL)
    hy_value_ref (self->payload);
  copy.arguments = g_memdup2 (self->arguments, self->n_arguments * sizeof (HyValue *));
  for (gsize i = 0; i < self->n_arguments; i++)
    hy_value_ref (self->arguments[i]);
  copy.unknown = g_strdup (self->unknown);
  copy.refusal = hy_refusal_copy (&self->refusal);
  return copy;
}

static void
clear_class (HyClassDef *self)
{
  g_free (self->file);
  g_free (self->name);
  g_free (self->qualname);
  for (gsize i = 0; i < self->n_bases; i++)
    clear_base (&self->bases[i]);
  g_free (self->bases);
  if (self->metaclass != NULL)
    clear_base (self->metaclass);
  g_free (self->metaclass);
  for (gsize i = 0; i < self->n_slots; i++)
    {
      g_free (self->slots[i].name);
      g_free (self->slots[i].type_name);
    }
  g_free (self->slots);
  g_free (self->slots_type);
  for (gsize i = 0; i < self->n_members; i++)
    clear_member (&self->members[i]);
  g_free (self->members);
  g_strfreev (self->static_attributes);
  g_strfreev (self->fields);
  g_strfreev (self->keywords);
  g_strfreev (self->unknown_decorators);
  hy_refusal_clear (&self->refusal);
  g_free (self->unknown);
  g_free (self->since_reason);
  g_free (self->source);
}

void
hy_class_def_unref (HyClassDef *self)
{
  g_return_if_fail (self != NULL);
  HyClassDefOwned *owned = (HyClassDefOwned *) self;
  if (!g_atomic_ref_count_dec (&owned->ref_count))
    return;
  hy_recipe_clear (&self->recipe);
  g_clear_pointer (&self->earlier, hy_class_def_unref);
  if (owned->shared != NULL)
    hy_class_def_unref (owned->shared);
  else
    clear_class (self);
  g_free (owned);
}

HyClassDef *
hy_class_def_with_recipe (HyClassDef *self, HyRecipe *recipe)
{
  HyClassDefOwned *copy = g_new0 (HyClassDefOwned, 1);
  g_atomic_ref_count_init (&copy->ref_count);
  copy->def = *self;
  copy->shared = hy_class_def_ref (self);
  copy->def.recipe = *recipe;
  *recipe = (HyRecipe){ 0 };
  return &copy->def;
}

HyClassDef *
hy_class_def_for (HyClassDef *self, guint minor)
{
  while (self->earlier != NULL && minor <= self->last_earlier)
    self = self->earlier;
  return self;
}
