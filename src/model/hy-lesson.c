/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-def.h"

#define INIT_SOURCE                                                                                                    \
  "    def __init__(self, id, customer, total, status):\n"                                                             \
  "        self.id = id\n"                                                                                             \
  "        self.customer = customer\n"                                                                                 \
  "        self.total = total\n"                                                                                       \
  "        self.status = status\n"

static const char *const field_names[] = { "id", "customer", "total", "status", NULL };

static HyValue *
new_string (const char *repr, guint64 length, guint index_digits)
{
  HyValue *value = hy_value_new (HY_VALUE_STR);
  value->text = g_strdup (repr);
  value->length = length;
  value->index_digits = index_digits;
  value->fresh = index_digits > 0;
  return value;
}

static HyValue *
new_price (void)
{
  HyValue *value = hy_value_new (HY_VALUE_FLOAT);
  value->text = g_strdup ("99.99");
  return value;
}

static void
fill_recipe (HyRecipe *recipe, const char *class_name)
{
  recipe->factory = g_strdup_printf ("%s(f'ORD-{i}', 'Alice Chen', 99.99, 'paid')", class_name);
  recipe->n_arguments = 4;
  recipe->arguments = g_new0 (HyValue *, recipe->n_arguments);
  recipe->arguments[0] = new_string ("f'ORD-{i}'", 4, 1);
  recipe->arguments[1] = new_string ("'Alice Chen'", 10, 0);
  recipe->arguments[2] = new_price ();
  recipe->arguments[3] = new_string ("'paid'", 4, 0);
  recipe->n_ops = recipe->n_arguments;
  recipe->ops = g_new0 (HyOp, recipe->n_ops);
  for (gsize i = 0; i < recipe->n_ops; i++)
    recipe->ops[i] = (HyOp){
      .kind = HY_OP_SET,
      .name = g_strdup (field_names[i]),
      .owner = g_strdup (class_name),
      .value = hy_value_ref (recipe->arguments[i]),
    };
}

static HyClassDef *
new_lesson_class (const char *name, gboolean slotted)
{
  HyClassDef *self = hy_class_def_new (name);
  self->line = 1;
  self->source = g_strdup_printf (
      "class %s:\n%s%s", name, slotted ? "    __slots__ = ('id', 'customer', 'total', 'status')\n\n" : "", INIT_SOURCE);
  self->static_attributes = g_strdupv ((char **) field_names);
  self->n_members = 1;
  self->members = g_new0 (HyMember, 1);
  self->members[0] = (HyMember){ .kind = HY_MEMBER_METHOD, .name = g_strdup ("__init__"), .line = slotted ? 4 : 2 };
  if (slotted)
    {
      self->slots_state = HY_SLOTS_NAMES;
      self->n_slots = 4;
      self->slots = g_new0 (HySlot, self->n_slots);
      for (gsize i = 0; i < self->n_slots; i++)
        self->slots[i].name = g_strdup (field_names[i]);
    }
  fill_recipe (&self->recipe, name);
  return self;
}

HyClassDef *
hy_class_def_new_order (void)
{
  return new_lesson_class ("Order", FALSE);
}

HyClassDef *
hy_class_def_new_slotted_order (void)
{
  return new_lesson_class ("SlottedOrder", TRUE);
}
