/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-attribute.h"
#include "hy-slots.h"

gboolean
hy_attribute_defines_any (const HyClassDef *def, const char *const *names)
{
  for (gsize i = 0; def != NULL && i < def->n_members; i++)
    if (def->members[i].kind != HY_MEMBER_ANNOTATION && g_strv_contains (names, def->members[i].name))
      return TRUE;
  return FALSE;
}

gboolean
hy_attribute_defines (const HyClassDef *def, const char *name)
{
  const char *const names[] = { name, NULL };
  return hy_attribute_defines_any (def, names);
}

/* Whether a class of the file, or one that it inherits from, defines one of @names. */
static gboolean
inherits_any (const HyClassDef *def, const char *const *names)
{
  if (hy_attribute_defines_any (def, names))
    return TRUE;
  for (gsize i = 0; def != NULL && i < def->n_bases; i++)
    if (inherits_any (def->bases[i].def, names))
      return TRUE;
  return FALSE;
}

static void
describe_descriptor (const HyMember *member, HyAttribute *found)
{
  static const char *const setters[] = { "__set__", "__delete__", NULL };
  static const char *const getters[] = { "__get__", NULL };
  const char *name = member->descriptor != NULL ? member->descriptor->name : "object";
  if (inherits_any (member->descriptor, setters))
    found->stage = HY_LOOKUP_DATA_DESCRIPTOR;
  else if (inherits_any (member->descriptor, getters))
    found->stage = HY_LOOKUP_NON_DATA_DESCRIPTOR;
  else
    found->stage = HY_LOOKUP_CLASS_ATTRIBUTE;
  found->what = g_strdup_printf ("instance of %s", name);
}

static void
describe_member (const HyMember *member, HyAttribute *found)
{
  static const struct
  {
    HyLookupStage stage;
    const char *what;
  } kinds[] = {
    [HY_MEMBER_VARIABLE] = { HY_LOOKUP_CLASS_ATTRIBUTE, "class variable" },
    [HY_MEMBER_METHOD] = { HY_LOOKUP_NON_DATA_DESCRIPTOR, "function" },
    [HY_MEMBER_STATICMETHOD] = { HY_LOOKUP_NON_DATA_DESCRIPTOR, "staticmethod" },
    [HY_MEMBER_CLASSMETHOD] = { HY_LOOKUP_NON_DATA_DESCRIPTOR, "classmethod" },
    [HY_MEMBER_PROPERTY] = { HY_LOOKUP_DATA_DESCRIPTOR, "property" },
    [HY_MEMBER_CACHED_PROPERTY] = { HY_LOOKUP_NON_DATA_DESCRIPTOR, "cached_property" },
  };
  if (member->kind == HY_MEMBER_DESCRIPTOR)
    {
      describe_descriptor (member, found);
      return;
    }
  g_return_if_fail ((gsize) member->kind < G_N_ELEMENTS (kinds));
  gboolean read_only = member->kind == HY_MEMBER_PROPERTY && !member->has_setter;
  found->stage = kinds[member->kind].stage;
  found->what = g_strdup (read_only ? "property without a setter" : kinds[member->kind].what);
}

static const HyTypeField *
find_field (const HyType *type, const char *name)
{
  for (guint i = 0; type->fields != NULL && i < type->fields->len; i++)
    {
      const HyTypeField *field = &g_array_index (type->fields, HyTypeField, i);
      if (g_str_equal (field->name, name))
        return field;
    }
  return NULL;
}

/* Whether a decorator took the name out of the class again: a field whose place a slot took, or without a default. */
static gboolean
is_removed (const HyType *type, const HyMember *member, const char *name)
{
  if (member->kind == HY_MEMBER_ANNOTATION)
    return TRUE;
  const HyTypeField *field = member->annotation != NULL ? find_field (type, name) : NULL;
  if (field == NULL)
    return FALSE;
  gboolean slotted = type->slotted && type->def->slots_state == HY_SLOTS_ABSENT;
  return (slotted && !field->pseudo) || (member->field != NULL && !member->field->has_default);
}

static gboolean
find_in_slots (const HyType *type, const char *name, HyAttribute *found)
{
  for (gsize i = 0; i < type->n_members; i++)
    if (g_str_equal (type->members[i].name, name))
      {
        found->stage = HY_LOOKUP_DATA_DESCRIPTOR;
        found->member = TRUE;
        found->what =
            g_strdup_printf ("member descriptor (slot at offset %" G_GUINT64_FORMAT ")", type->members[i].offset);
        return TRUE;
      }
  gboolean special =
      (type->own_dict && g_str_equal (name, "__dict__")) || (type->own_weakref && g_str_equal (name, "__weakref__"));
  if (special)
    {
      found->stage = HY_LOOKUP_DATA_DESCRIPTOR;
      found->what = g_strdup ("getset descriptor");
    }
  return special;
}

static gboolean
find_in_statement (const HyType *type, const char *name, HyAttribute *found)
{
  const HyClassDef *def = type->def;
  for (gsize i = 0; def != NULL && i < def->n_members; i++)
    {
      g_autofree char *mangled = def->kind == HY_KIND_TYPE_CALL ? g_strdup (def->members[i].name)
                                                                : hy_slots_mangle (def->name, def->members[i].name);
      if (g_str_equal (mangled, name) && !is_removed (type, &def->members[i], name))
        {
          describe_member (&def->members[i], found);
          return TRUE;
        }
    }
  gboolean field = def != NULL && def->kind == HY_KIND_NAMEDTUPLE && def->fields != NULL &&
                   g_strv_contains ((const char *const *) def->fields, name);
  if (field)
    {
      found->stage = HY_LOOKUP_DATA_DESCRIPTOR;
      found->what = g_strdup ("field of the named tuple");
    }
  return field;
}

static gboolean
find_in_library (const HyType *type, const char *name, guint minor, HyAttribute *found)
{
  static const char *const words[] = {
    [HY_ATTRIBUTE_DATA] = "getset descriptor",
    [HY_ATTRIBUTE_MEMBER] = "member descriptor",
    [HY_ATTRIBUTE_METHOD] = "method of the library",
    [HY_ATTRIBUTE_VALUE] = "value of the library",
  };
  static const HyLookupStage stages[] = {
    [HY_ATTRIBUTE_DATA] = HY_LOOKUP_DATA_DESCRIPTOR,
    [HY_ATTRIBUTE_MEMBER] = HY_LOOKUP_DATA_DESCRIPTOR,
    [HY_ATTRIBUTE_METHOD] = HY_LOOKUP_NON_DATA_DESCRIPTOR,
    [HY_ATTRIBUTE_VALUE] = HY_LOOKUP_CLASS_ATTRIBUTE,
  };
  const HyLibraryAttribute *row = hy_library_find_attribute (type->library, name, minor);
  found->unknown |= row == NULL && !hy_library_knows_attribute (type->library, name);
  if (row == NULL)
    return FALSE;
  found->stage = stages[row->kind];
  found->member = row->kind == HY_ATTRIBUTE_MEMBER;
  found->what = g_strdup (words[row->kind]);
  return TRUE;
}

gboolean
hy_attribute_find (const HyType *type, const char *name, guint minor, HyAttribute *found)
{
  *found = (HyAttribute){ 0 };
  for (gsize i = 0; i < type->n_mro && !found->unknown; i++)
    {
      const HyType *t = type->mro[i];
      if (find_in_slots (t, name, found) || find_in_statement (t, name, found) ||
          (t->library != NULL && find_in_library (t, name, minor, found)))
        {
          found->owner = t;
          return TRUE;
        }
    }
  return FALSE;
}

void
hy_attribute_clear (HyAttribute *self)
{
  g_clear_pointer (&self->what, g_free);
}
