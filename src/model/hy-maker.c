/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-maker.h"

#include <string.h>

#include "hy-attribute.h"
#include "hy-layout-private.h"
#include "hy-slots.h"
#include "hy-value-size.h"

#define MOST_EARLY 64 /* more than the keys of any version have places */

/* An op of the recipe with its name resolved. */
typedef struct
{
  HyOpKind kind;
  int slot;   /* of all_members, then of the maker's fields; -1 */
  guint name; /* of the store, when it is no slot */
  HyValue *value;
} HyStep;

struct _HyMaker
{
  HyLayout *layout;
  HyStore *store;
  HyPayload payload; /* of the first instance */
  gboolean payload_varies;
  GPtrArray *fields; /* names of the members of library types that the steps set */
  HyStep *steps;
  gsize n_steps;
};

static HyStoreTraits
find_traits (HyLayout *layout, const HyPayload *payload)
{
  const HyType *type = hy_layout_get_type (layout);
  gboolean by_statement = type->def != NULL || (type->library->flags & HY_LIBRARY_PYTHON) != 0;
  gboolean managed = (layout->flags & HY_FLAG_MANAGED_DICT) != 0;
  return (HyStoreTraits){
    .has_dict = layout->has_dict,
    .managed = managed || (by_statement && layout->abi->store == HY_STORE_SPLIT_DICT),
    .inline_values = (layout->flags & HY_FLAG_INLINE_VALUES) != 0,
    .plain_new = hy_payload_has_plain_new (layout),
    .dict_at_creation = payload->dict_at_creation,
  };
}

HyPayload
hy_maker_payload (HyMaker *self, guint64 index)
{
  HyPayload payload;
  g_autofree char *unknown = NULL;
  if (index == 0 || !self->payload_varies)
    return self->payload;
  hy_payload_find (self->layout, index, &payload, &unknown);
  return payload;
}

int
hy_maker_find_slot (HyMaker *self, const char *name)
{
  HyLayout *layout = self->layout;
  for (gsize i = layout->n_all_members; i > 0; i--)
    if (strcmp (layout->all_members[i - 1].name, name) == 0)
      return (int) (i - 1);
  return -1;
}

gsize
hy_maker_count_slots (HyMaker *self)
{
  return self->layout->n_all_members + self->fields->len;
}

static int
find_field (HyMaker *self, const char *name)
{
  guint index;
  if (!g_ptr_array_find_with_equal_func (self->fields, name, g_str_equal, &index))
    {
      index = self->fields->len;
      g_ptr_array_add (self->fields, g_strdup (name));
    }
  return (int) (self->layout->n_all_members + index);
}

/* Whether the slot of a base hides behind what a subclass has under its name. */
static gboolean
is_shadowed (HyMaker *self, const char *name)
{
  g_auto (HyAttribute) found = { 0 };
  return hy_attribute_find (hy_layout_get_type (self->layout), name, self->layout->abi->minor, &found) &&
         found.stage != HY_LOOKUP_DATA_DESCRIPTOR;
}

static char *
resolve_step (HyMaker *self, const HyOp *op, HyStep *step)
{
  *step = (HyStep){ .kind = op->kind, .slot = -1, .value = op->value };
  if (op->name == NULL)
    return NULL;
  g_autofree char *mangled =
      op->owner != NULL && op->kind != HY_OP_DICT_SET ? hy_slots_mangle (op->owner, op->name) : g_strdup (op->name);
  if (op->kind != HY_OP_DICT_SET)
    step->slot = hy_maker_find_slot (self, mangled);
  if (step->slot >= 0 && !is_shadowed (self, mangled))
    return NULL;
  step->slot = -1;
  HyPayloadPlace place = op->kind != HY_OP_DICT_SET ? hy_payload_place (self->layout, mangled) : HY_PAYLOAD_PLACE_NONE;
  if (place == HY_PAYLOAD_PLACE_UNKNOWN)
    return g_strdup_printf ("what setting %s does is not modelled", mangled);
  if (place == HY_PAYLOAD_PLACE_ARGUMENTS)
    step->value = NULL; /* counted with the payload */
  if (place != HY_PAYLOAD_PLACE_NONE)
    {
      step->slot = find_field (self, mangled);
      return NULL;
    }
  if (!self->layout->has_dict)
    return g_strdup_printf ("an instance has no place for attribute %s", mangled);
  step->name = hy_store_name (self->store, mangled, TRUE);
  return NULL;
}

/* Weak references that code keeps elsewhere make something else grow that is not modelled. Of those that the library
 * keeps, the steps say so. */
static gboolean
keeps_weakref (const HyRecipe *recipe)
{
  gboolean taken = FALSE, kept = FALSE;
  for (gsize i = 0; i < recipe->n_ops; i++)
    {
      const HyValue *value = recipe->ops[i].value;
      taken = taken || (recipe->ops[i].kind == HY_OP_WEAKREF && value == NULL);
      kept = kept || (value != NULL && hy_value_is_weakref (value));
    }
  return !taken || kept;
}

/* Whether what an instance holds depends on its number. */
static gboolean
value_varies (const HyValue *value)
{
  gboolean varies = value->index_digits > 0 || value->index_scale != 0;
  for (gsize i = 0; !varies && i < value->n_items; i++)
    varies = value_varies (value->items[i]);
  return varies;
}

static char *
resolve_steps (HyMaker *self, const HyRecipe *recipe)
{
  HyStep *step = self->steps = g_new0 (HyStep, recipe->n_ops + 1);
  if (self->payload.sets != NULL)
    *step++ = (HyStep){ .kind = HY_OP_SET, .slot = -1, .name = hy_store_name (self->store, self->payload.sets, TRUE) };
  for (gsize i = 0; i < recipe->n_ops; i++)
    {
      char *unknown = resolve_step (self, &recipe->ops[i], step++);
      if (unknown != NULL)
        return unknown;
    }
  self->n_steps = (gsize) (step - self->steps);
  return NULL;
}

/* Makes what the file itself makes: it uses up places that the class's keys have at first. */
static void
make_early (HyMaker *self, guint n)
{
  for (guint i = 0; i < MIN (n, MOST_EARLY); i++)
    {
      HyInstance *instance = hy_instance_new (self);
      hy_maker_make (self, instance);
      hy_instance_free (instance, self);
    }
  hy_store_forget_growth (self->store);
}

HyMaker *
hy_maker_new (HyLayout *layout, char **unknown)
{
  const HyRecipe *recipe = &layout->def->recipe;
  g_autoptr (HyMaker) self = g_new0 (HyMaker, 1);

  self->layout = layout;
  self->fields = g_ptr_array_new_with_free_func (g_free);
  if (recipe->unknown != NULL || recipe->refusal.text != NULL)
    *unknown =
        g_strdup (recipe->unknown != NULL ? recipe->unknown : hy_refusal_text (&recipe->refusal, layout->abi->minor));
  else if (!keeps_weakref (recipe))
    *unknown = g_strdup ("a weak reference is kept somewhere else");
  else if (hy_payload_find (layout, 0, &self->payload, unknown))
    {
      HyStoreTraits traits = find_traits (layout, &self->payload);
      const HyValue *value = hy_payload_value (layout);
      self->payload_varies = value != NULL && value_varies (value);
      self->store = hy_store_new (layout->abi, &traits);
      for (gsize i = 0; layout->def->static_attributes != NULL && layout->def->static_attributes[i] != NULL; i++)
        hy_store_seed (self->store, layout->def->static_attributes[i]);
      *unknown = resolve_steps (self, recipe);
      if (*unknown == NULL)
        make_early (self, recipe->n_early);
    }
  return *unknown == NULL ? g_steal_pointer (&self) : NULL;
}

void
hy_maker_free (HyMaker *self)
{
  g_clear_pointer (&self->store, hy_store_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self->steps);
  g_free (self);
}

HyStore *
hy_maker_get_store (HyMaker *self)
{
  return self->store;
}

HyInstance *
hy_instance_new (HyMaker *self)
{
  HyInstance *instance = g_new0 (HyInstance, 1);
  instance->slots = g_new0 (HyValue *, hy_maker_count_slots (self));
  instance->slot_set = g_new0 (gboolean, hy_maker_count_slots (self));
  return instance;
}

static void
forget_instance (HyInstance *self, HyMaker *maker)
{
  hy_attributes_forget (&self->attributes);
  for (gsize i = 0; i < hy_maker_count_slots (maker); i++)
    {
      g_clear_pointer (&self->slots[i], hy_value_unref);
      self->slot_set[i] = FALSE;
    }
  self->weakly_referenced = FALSE;
  self->n_watchers = 0;
  self->watcher = NULL;
}

void
hy_instance_free (HyInstance *self, HyMaker *maker)
{
  forget_instance (self, maker);
  hy_attributes_clear (&self->attributes);
  g_free (self->slots);
  g_free (self->slot_set);
  g_free (self);
}

/* A str key without its quotes; any other as Python prints it. */
static char *
key_text (const HyValue *key)
{
  const char *text = key->text != NULL ? key->text : "";
  gsize length = strlen (text);
  if (key->kind == HY_VALUE_STR && length >= 2 && (text[0] == '\'' || text[0] == '"'))
    return g_strndup (text + 1, length - 2);
  return g_strdup (text);
}

static guint
key_name (HyMaker *self, const HyValue *key)
{
  g_autofree char *text = key_text (key);
  return hy_store_name (self->store, text, key->kind == HY_VALUE_STR);
}

static void
update_dict (HyMaker *self, HyInstance *instance, const HyValue *dict)
{
  guint n = (guint) dict->n_items / 2;
  g_autofree guint *names = g_new (guint, n + 1);
  g_autofree HyValue **values = g_new (HyValue *, n + 1);
  HyAttributes other;

  for (guint i = 0; i < n; i++)
    {
      names[i] = key_name (self, dict->items[2 * i]);
      values[i] = dict->items[2 * i + 1];
    }
  hy_attributes_init_dict (&other, names, values, n);
  hy_store_copy_dict (self->store, &other, &instance->attributes);
  hy_attributes_clear (&other);
}

void
hy_instance_set_slot (HyInstance *self, int slot, HyValue *value)
{
  hy_instance_unset_slot (self, slot);
  self->slots[slot] = value != NULL ? hy_value_ref (value) : NULL;
  self->slot_set[slot] = TRUE;
}

void
hy_instance_unset_slot (HyInstance *self, int slot)
{
  g_clear_pointer (&self->slots[slot], hy_value_unref);
  self->slot_set[slot] = FALSE;
}

void
hy_maker_set_item (HyMaker *self, HyInstance *instance, const HyValue *key, HyValue *value)
{
  hy_store_dict_set (self->store, &instance->attributes, key_name (self, key), value);
}

void
hy_maker_replace_dict (HyMaker *self, HyInstance *instance, HyValue *dict)
{
  hy_store_replace_dict (self->store, &instance->attributes);
  for (gsize i = 0; dict != NULL && i + 1 < dict->n_items; i += 2)
    hy_maker_set_item (self, instance, dict->items[i], dict->items[i + 1]);
}

void
hy_maker_copy_state (HyMaker *self, HyInstance *from, HyInstance *to)
{
  if (from->attributes.n_items > 0)
    {
      hy_store_touch_dict (self->store, &from->attributes);
      hy_store_copy_dict (self->store, &from->attributes, &to->attributes);
    }
  for (gsize i = 0; i < hy_maker_count_slots (self); i++)
    if (from->slot_set[i])
      hy_instance_set_slot (to, (int) i, from->slots[i]);
}

/* copy.copy (o). The copy counts as one more instance of the class; nobody keeps it. */
static void
copy_instance (HyMaker *self, HyInstance *instance)
{
  HyInstance *copy = hy_instance_new (self);
  hy_store_begin (self->store, &copy->attributes);
  hy_maker_copy_state (self, instance, copy);
  hy_store_delete_dict (self->store, &copy->attributes);
  hy_instance_free (copy, self);
}

static void
run_step (HyMaker *self, HyInstance *instance, const HyStep *step)
{
  HyAttributes *attributes = &instance->attributes;
  switch (step->kind)
    {
    case HY_OP_SET:
      if (step->slot >= 0)
        hy_instance_set_slot (instance, step->slot, step->value);
      else
        hy_store_set (self->store, attributes, step->name, step->value);
      break;
    case HY_OP_DEL:
      if (step->slot >= 0)
        hy_instance_unset_slot (instance, step->slot);
      else
        hy_store_delete (self->store, attributes, step->name);
      break;
    case HY_OP_GET:
    case HY_OP_DICT_SET:
      if (step->slot >= 0)
        break;
      hy_store_touch_dict (self->store, attributes);
      hy_store_dict_set (self->store, attributes, step->name, step->value);
      break;
    case HY_OP_DICT_UPDATE:
      if (step->value != NULL)
        update_dict (self, instance, step->value);
      break;
    case HY_OP_REPLACE_DICT:
      hy_maker_replace_dict (self, instance, step->value);
      break;
    case HY_OP_WEAKREF:
      instance->weakly_referenced = instance->weakly_referenced || step->value == NULL;
      instance->n_watchers += step->value != NULL;
      instance->watcher = step->value != NULL ? step->value : instance->watcher;
      break;
    case HY_OP_COPY:
      copy_instance (self, instance);
      break;
    case HY_OP_TOUCH_DICT:
    default:
      hy_store_touch_dict (self->store, attributes);
      break;
    }
}

void
hy_maker_make (HyMaker *self, HyInstance *instance)
{
  forget_instance (instance, self);
  hy_store_begin (self->store, &instance->attributes);
  for (gsize i = 0; i < self->n_steps; i++)
    run_step (self, instance, &self->steps[i]);
}
