/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-lookup.h"
#include "hy-attribute.h"
#include "hy-layout-private.h"
#include "hy-slots.h"
#include "hy-msgid.h"

/* Whether the recipe leaves that name in the instance's dict. */
static gboolean
is_in_instance (const HyClassDef *def, const char *name)
{
  gboolean there = def->recipe.n_ops == 0 && def->static_attributes != NULL &&
                   g_strv_contains ((const char *const *) def->static_attributes, name);
  for (gsize i = 0; i < def->recipe.n_ops; i++)
    {
      const HyOp *op = &def->recipe.ops[i];
      if (op->name == NULL)
        continue;
      g_autofree char *mangled = op->owner != NULL ? hy_slots_mangle (op->owner, op->name) : g_strdup (op->name);
      if (!g_str_equal (mangled, name))
        continue;
      if (op->kind == HY_OP_SET || op->kind == HY_OP_DICT_SET)
        there = TRUE;
      else if (op->kind == HY_OP_DEL)
        there = FALSE;
    }
  return there;
}

static void
add_step (GArray *steps, HyLookupStage stage, gboolean found, const char *where, const char *what)
{
  HyLookupStep step = { stage, found, g_strdup (where), g_strdup (what) };
  g_array_append_val (steps, step);
}

static gboolean
add_class_step (GArray *steps, HyLookupStage stage, const HyAttribute *found)
{
  gboolean here = found->owner != NULL && found->stage == stage;
  add_step (steps, stage, here, here ? found->owner->name : NULL, here ? found->what : NULL);
  return here;
}

static void
add_getattr_step (GArray *steps, const HyType *type)
{
  static const char *const hook[] = { "__getattr__", NULL };
  for (gsize i = 0; i < type->n_mro; i++)
    if (hy_attribute_defines_any (type->mro[i]->def, hook))
      {
        add_step (steps, HY_LOOKUP_GETATTR, TRUE, type->mro[i]->name, "__getattr__");
        return;
      }
  add_step (steps, HY_LOOKUP_GETATTR, FALSE, NULL, NULL);
}

HyLookupStep *
hy_lookup_chain (HyLayout *layout, const char *name, gsize *n_steps)
{
  static const char *const getattribute[] = { "__getattribute__", NULL };
  const HyType *type = hy_layout_get_type (layout);
  g_auto (HyAttribute) found = { 0 };
  *n_steps = 0;
  if (layout->status != HY_STATUS_EXACT)
    return NULL;
  for (gsize i = 0; i < type->n_mro; i++)
    if (hy_attribute_defines_any (type->mro[i]->def, getattribute))
      return NULL;
  hy_attribute_find (type, name, layout->abi->minor, &found);
  if (found.unknown)
    return NULL;
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (HyLookupStep));
  gboolean done = add_class_step (steps, HY_LOOKUP_DATA_DESCRIPTOR, &found);
  if (!done && layout->has_dict)
    {
      done = is_in_instance (layout->def, name);
      add_step (steps, HY_LOOKUP_INSTANCE, done, N_ ("instance __dict__"),
                done ? N_ ("attribute of the instance") : NULL);
    }
  done = done || add_class_step (steps, HY_LOOKUP_NON_DATA_DESCRIPTOR, &found) ||
         add_class_step (steps, HY_LOOKUP_CLASS_ATTRIBUTE, &found);
  if (!done)
    add_getattr_step (steps, type);
  *n_steps = steps->len;
  return (HyLookupStep *) g_array_free (steps, FALSE);
}

void
hy_lookup_steps_free (HyLookupStep *steps, gsize n_steps)
{
  for (gsize i = 0; i < n_steps; i++)
    {
      g_free (steps[i].where);
      g_free (steps[i].what);
    }
  g_free (steps);
}
