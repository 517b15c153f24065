/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-runtime-private.h"

#include <string.h>

#include "hy-layout-private.h"
#include "hy-value-repr.h"
#include "hy-msgid.h"

/* What a name means on an instance before its own attributes are looked at. */
typedef enum
{
  HY_NAME_FREE,        /* nothing on the class that stands in the way */
  HY_NAME_SLOT,        /* a member descriptor */
  HY_NAME_PROPERTY,    /* a data descriptor with user code behind it */
  HY_NAME_CLASS_VALUE, /* a class attribute that the instance may hide */
  HY_NAME_DICT,
  HY_NAME_WEAKREF,
  HY_NAME_FIELD,  /* of a named tuple, to be set or deleted */
  HY_NAME_OPAQUE, /* user code or a library type decides */
} HyNameKind;

/* Modules/_collectionsmodule.c, tuplegetter_descr_set; 3.6 and 3.7: Objects/descrobject.c, property_descr_set. */
#define FIELD_SET "can't set attribute"
#define FIELD_DELETED "can't delete attribute"

typedef struct
{
  HyNameKind kind;
  int slot;
  const HyMember *member;
} HyName;

typedef enum
{
  HY_ACCESS_GET,
  HY_ACCESS_SET,
  HY_ACCESS_DELETE,
} HyAccess;

static const char *const hooks[][2] = {
  { "__getattr__", "__getattribute__" },
  { "__setattr__", NULL },
  { "__delattr__", NULL },
};

static gboolean
is_dunder (const char *name)
{
  return g_str_has_prefix (name, "__") && g_str_has_suffix (name, "__");
}

static gboolean
has_hook (const HyClassDef *def, HyAccess access)
{
  for (gsize i = 0; i < def->n_members; i++)
    for (gsize j = 0; j < 2; j++)
      if (hooks[access][j] != NULL && strcmp (def->members[i].name, hooks[access][j]) == 0)
        return TRUE;
  return FALSE;
}

static gboolean
is_field (const HyClassDef *def, const char *name)
{
  return def->kind == HY_KIND_NAMEDTUPLE && def->fields != NULL &&
         g_strv_contains ((const char *const *) def->fields, name);
}

static HyName
name_of_member (const HyMember *member)
{
  HyName name = { HY_NAME_CLASS_VALUE, -1, member };
  if (member->kind == HY_MEMBER_PROPERTY)
    name.kind = HY_NAME_PROPERTY;
  else if (member->kind == HY_MEMBER_DESCRIPTOR)
    name.kind = HY_NAME_OPAQUE;
  return name;
}

/* Whether code of a class is asked for any attribute. */
static gboolean
is_hooked (HyRuntime *self, HyAccess access)
{
  const HyType *type = hy_layout_get_type (hy_runtime_get_layout (self));
  for (gsize i = 0; i < type->n_mro; i++)
    if (type->mro[i]->def != NULL && has_hook (type->mro[i]->def, access))
      return TRUE;
  return FALSE;
}

static gboolean
has_own_getattribute (HyRuntime *self)
{
  const HyType *type = hy_layout_get_type (hy_runtime_get_layout (self));
  for (gsize i = 0; i < type->n_mro; i++)
    if (type->mro[i]->def != NULL && hy_runtime_find_member (type->mro[i]->def, "__getattribute__") != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the class itself is the one of its MRO to which Python gave a place for weak references: a C type's place has
 * no descriptor, and another class's names that class. */
static gboolean
has_weakref_descriptor (const HyType *type)
{
  gboolean inherited = FALSE;
  for (gsize i = 1; i < type->n_mro; i++)
    inherited = inherited || type->mro[i]->weakrefoffset != 0;
  return type->weakrefoffset != 0 && !inherited;
}

static HyName
resolve_name (HyRuntime *self, const char *text, HyAccess access)
{
  HyLayout *layout = hy_runtime_get_layout (self);
  const HyType *type = hy_layout_get_type (layout);
  HyName opaque = { HY_NAME_OPAQUE, -1, NULL };

  if (is_hooked (self, access))
    return opaque;
  if (layout->has_dict && strcmp (text, "__dict__") == 0)
    return (HyName){ HY_NAME_DICT, -1, NULL };
  if (strcmp (text, "__weakref__") == 0 && (layout->has_weakref || layout->def->dataclass.slots == 1))
    return has_weakref_descriptor (type) ? (HyName){ HY_NAME_WEAKREF, -1, NULL } : opaque;
  int slot = hy_maker_find_slot (hy_runtime_get_maker (self), text);
  for (gsize i = 0; i < type->n_mro; i++)
    {
      const HyType *t = type->mro[i];
      for (gsize j = 0; slot >= 0 && j < t->n_members; j++)
        if (strcmp (t->members[j].name, text) == 0)
          return (HyName){ HY_NAME_SLOT, slot, NULL };
      const HyMember *member = t->def != NULL ? hy_runtime_find_member (t->def, text) : NULL;
      if (t->def != NULL && access != HY_ACCESS_GET && is_field (t->def, text))
        return (HyName){ HY_NAME_FIELD, -1, member };
      if (member != NULL)
        return name_of_member (member);
      if (t->library != NULL && hy_runtime_library_has (t->library, text, access == HY_ACCESS_GET))
        return opaque;
    }
  if (is_dunder (text) && strcmp (text, "__dict__") != 0 && strcmp (text, "__weakref__") != 0)
    return opaque;
  return (HyName){ HY_NAME_FREE, -1, NULL };
}

static void
raise_error (HyRuntime *self, HyOutcome *outcome, const char *format, const char *name)
{
  hy_outcome_raise (outcome, "AttributeError", format, hy_runtime_type_name (hy_runtime_get_layout (self)), name);
}

static const char opaque_reason[] = N_ ("what happens is up to code that the model does not run");

/* Code of the class runs for @name: it may leave anything behind. Of a library type only what sets or deletes. */
static void
give_up (HyRuntime *self, HyInstance *o, const HyName *name, HyAccess access, HyOutcome *outcome)
{
  o->doubted = o->doubted || access != HY_ACCESS_GET || name->member != NULL || is_hooked (self, access);
  hy_outcome_unknown (outcome, opaque_reason);
}

static void
get_slot (HyRuntime *self, gsize instance, HyInstance *o, int slot, const char *name, HyOutcome *outcome)
{
  if (!o->slot_set[slot])
    {
      raise_error (self, outcome, hy_runtime_texts_for (hy_runtime_get_layout (self)->abi)->unset_get, name);
      return;
    }
  hy_outcome_done (outcome, N_ ("read from its slot by a member descriptor of the class"));
  outcome->result = o->slots[slot] != NULL ? hy_value_repr (o->slots[slot], instance) : NULL;
}

/* Objects/object.c, _PyObject_GenericGetAttrWithDict (3.13+): where inline values are no more, looking for a name that
 * is no data descriptor makes an empty dict. */
static void
look_where_dict_is_gone (HyRuntime *self, gsize instance, HyInstance *o, const HyName *name, HyOutcome *outcome)
{
  if (o->attributes.form != HY_ATTRIBUTES_ABSENT || o->attributes.inline_places == 0)
    return;
  if (name->kind == HY_NAME_OPAQUE)
    o->doubted = TRUE;
  else if (name->kind == HY_NAME_FREE || name->kind == HY_NAME_CLASS_VALUE)
    {
      HyRuntimeBytes before = hy_runtime_measure (self, instance);
      hy_store_replace_dict (hy_maker_get_store (hy_runtime_get_maker (self)), &o->attributes);
      hy_runtime_settle (self, instance, before, outcome);
    }
}

void
hy_runtime_get (HyRuntime *self, gsize instance, const char *name, HyOutcome *outcome)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, outcome);
  if (o == NULL)
    return;
  HyName resolved = resolve_name (self, name, HY_ACCESS_GET);
  HyStore *store = hy_maker_get_store (hy_runtime_get_maker (self));
  int index = hy_attributes_find (&o->attributes, hy_store_name (store, name, TRUE));

  if (has_own_getattribute (self))
    give_up (self, o, &resolved, HY_ACCESS_GET, outcome);
  else if (resolved.kind == HY_NAME_DICT)
    hy_runtime_touch_dict (self, instance, outcome);
  else if (resolved.kind == HY_NAME_SLOT)
    get_slot (self, instance, o, resolved.slot, name, outcome);
  else if (resolved.kind == HY_NAME_PROPERTY || (resolved.kind == HY_NAME_OPAQUE && index < 0))
    give_up (self, o, &resolved, HY_ACCESS_GET, outcome);
  else if (index >= 0)
    {
      hy_outcome_done (outcome, N_ ("found among the instance's own attributes"));
      if (o->attributes.items[index].value != NULL)
        outcome->result = hy_value_repr (o->attributes.items[index].value, instance);
    }
  else if (resolved.kind == HY_NAME_CLASS_VALUE && resolved.member->kind == HY_MEMBER_CACHED_PROPERTY)
    give_up (self, o, &resolved, HY_ACCESS_GET, outcome);
  else if (resolved.kind == HY_NAME_CLASS_VALUE)
    {
      hy_outcome_done (outcome, N_ ("found on the class"));
      if (resolved.member->value != NULL)
        outcome->result = hy_value_repr (resolved.member->value, instance);
    }
  else if (resolved.kind == HY_NAME_WEAKREF)
    {
      hy_outcome_done (outcome, N_ ("no weak reference to the instance exists"));
      outcome->result = g_strdup ("None");
    }
  else
    raise_error (self, outcome, hy_runtime_texts_for (hy_runtime_get_layout (self)->abi)->missing_get, name);
  look_where_dict_is_gone (self, instance, o, &resolved, outcome);
}

/* The part of set and delete that is the same: TRUE when @outcome says it all. */
static gboolean
refuse_change (HyRuntime *self, HyInstance *o, const HyName *resolved, const char *name, HyAccess access,
               HyOutcome *outcome)
{
  const HyLayout *layout = hy_runtime_get_layout (self);
  const HyRuntimeTexts *texts = hy_runtime_texts_for (layout->abi);

  if (hy_runtime_refuse_frozen (self, name, access == HY_ACCESS_SET, outcome))
    return TRUE;
  if (resolved->kind == HY_NAME_OPAQUE ||
      (resolved->kind == HY_NAME_PROPERTY && access == HY_ACCESS_DELETE && resolved->member->has_setter) ||
      (resolved->kind == HY_NAME_PROPERTY && access == HY_ACCESS_SET && resolved->member->has_setter))
    give_up (self, o, resolved, access, outcome);
  else if (resolved->kind == HY_NAME_FIELD)
    raise_error (self, outcome, access == HY_ACCESS_SET ? FIELD_SET : FIELD_DELETED, name);
  else if (resolved->kind == HY_NAME_PROPERTY)
    raise_error (self, outcome, access == HY_ACCESS_SET ? texts->no_setter : texts->no_deleter, name);
  else if (resolved->kind == HY_NAME_WEAKREF)
    raise_error (self, outcome, texts->weakref_read_only, name);
  else if (resolved->kind == HY_NAME_CLASS_VALUE && !layout->has_dict)
    raise_error (self, outcome, texts->read_only, name);
  else if (resolved->kind == HY_NAME_FREE && !layout->has_dict)
    raise_error (self, outcome, texts->no_place, name);
  else
    return FALSE;
  return TRUE;
}

static const char *
explain_set (HyAttributesForm before, HyAttributesForm after, gboolean was_there)
{
  if (was_there && before == after)
    return N_ ("the old value gave way in its place");
  if (before == HY_ATTRIBUTES_ABSENT)
    return N_ ("the first attribute: the instance's dict was made");
  if (before != after)
    return N_ ("there was no place left in the keys that the class shares: the instance has a dict of its own now");
  switch (after)
    {
    case HY_ATTRIBUTES_VALUES:
      return N_ ("stored in a free place of the values array");
    case HY_ATTRIBUTES_SPLIT:
      return N_ ("stored in the dict, in a free place of its values array");
    default:
      return N_ ("stored in the instance's own dict");
    }
}

void
hy_runtime_set (HyRuntime *self, gsize instance, const char *name, HyValue *value, HyOutcome *outcome)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, outcome);
  if (o == NULL)
    return;
  HyMaker *maker = hy_runtime_get_maker (self);
  HyName resolved = resolve_name (self, name, HY_ACCESS_SET);

  if (resolved.kind == HY_NAME_DICT)
    {
      hy_runtime_replace_dict (self, instance, value, outcome);
      return;
    }
  if (refuse_change (self, o, &resolved, name, HY_ACCESS_SET, outcome))
    return;
  if (resolved.kind == HY_NAME_SLOT)
    {
      hy_instance_set_slot (o, resolved.slot, value);
      hy_outcome_done (outcome, N_ ("stored in its slot by a member descriptor of the class"));
      return;
    }
  HyStore *store = hy_maker_get_store (maker);
  guint number = hy_store_name (store, name, TRUE);
  HyRuntimeBytes before = hy_runtime_measure (self, instance);
  HyAttributesForm form = o->attributes.form;
  gboolean was_there = hy_attributes_find (&o->attributes, number) >= 0;
  hy_store_set (store, &o->attributes, number, value);
  hy_runtime_settle (self, instance, before, outcome);
  hy_outcome_done (outcome, explain_set (form, o->attributes.form, was_there));
}

static void
delete_slot (HyRuntime *self, HyInstance *o, int slot, const char *name, HyOutcome *outcome)
{
  if (!o->slot_set[slot])
    {
      raise_error (self, outcome, hy_runtime_texts_for (hy_runtime_get_layout (self)->abi)->unset_delete, name);
      return;
    }
  hy_instance_unset_slot (o, slot);
  hy_outcome_done (outcome, N_ ("the slot is empty now and takes as much room as before"));
}

void
hy_runtime_delete (HyRuntime *self, gsize instance, const char *name, HyOutcome *outcome)
{
  HyInstance *o = hy_runtime_get_instance (self, instance, outcome);
  if (o == NULL)
    return;
  HyName resolved = resolve_name (self, name, HY_ACCESS_DELETE);
  HyStore *store = hy_maker_get_store (hy_runtime_get_maker (self));

  if (resolved.kind == HY_NAME_DICT)
    {
      hy_runtime_delete_dict (self, instance, outcome);
      return;
    }
  if (refuse_change (self, o, &resolved, name, HY_ACCESS_DELETE, outcome))
    return;
  if (resolved.kind == HY_NAME_SLOT)
    {
      delete_slot (self, o, resolved.slot, name, outcome);
      return;
    }
  HyRuntimeBytes before = hy_runtime_measure (self, instance);
  gboolean shared = hy_store_shared_keys (store) != NULL;
  gboolean found = hy_store_delete (store, &o->attributes, hy_store_name (store, name, TRUE));
  if (found)
    hy_outcome_done (outcome, shared && hy_store_shared_keys (store) == NULL
                                  ? N_ ("the class shares no keys any more: each new instance has a dict of its own")
                                  : N_ ("its place stays and can be used again"));
  else
    raise_error (self, outcome, hy_runtime_texts_for (hy_runtime_get_layout (self)->abi)->missing_delete, name);
  hy_runtime_settle (self, instance, before, outcome);
}
