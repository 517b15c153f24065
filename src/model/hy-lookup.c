/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-lookup.h"
#include "hy-layout-private.h"
#include "hy-slots.h"

/* What the first class of the MRO that has the name holds under it. */
typedef struct
{
  const HyType *owner; /* NULL: no class has it */
  HyLookupStage stage;
  char *what;
  gboolean unknown; /* a class of the library that is not modelled may have it */
} Found;

static gboolean
defines_any (const HyClassDef *def, const char *const *names)
{
  for (gsize i = 0; def != NULL && i < def->n_members; i++)
    if (def->members[i].kind != HY_MEMBER_ANNOTATION && g_strv_contains (names, def->members[i].name))
      return TRUE;
  return FALSE;
}

/* Whether a class of the file, or one that it inherits from, defines one of @names. */
static gboolean
inherits_any (const HyClassDef *def, const char *const *names)
{
  if (defines_any (def, names))
    return TRUE;
  for (gsize i = 0; def != NULL && i < def->n_bases; i++)
    if (inherits_any (def->bases[i].def, names))
      return TRUE;
  return FALSE;
}

static void
describe_descriptor (const HyMember *member, Found *found)
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
describe_member (const HyMember *member, Found *found)
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

/* Whether a decorator took the name out of the class again: a field whose place a slot took, or without a default. */
static gboolean
is_removed (const HyType *type, const HyMember *member)
{
  if (member->kind == HY_MEMBER_ANNOTATION)
    return TRUE;
  if (member->annotation == NULL || type->fields == NULL)
    return FALSE;
  return (type->slotted && type->def->slots_state == HY_SLOTS_ABSENT) ||
         (member->field != NULL && !member->field->has_default);
}

static gboolean
find_in_slots (const HyType *type, const char *name, Found *found)
{
  for (gsize i = 0; i < type->n_members; i++)
    if (g_str_equal (type->members[i].name, name))
      {
        found->stage = HY_LOOKUP_DATA_DESCRIPTOR;
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
find_in_statement (const HyType *type, const char *name, Found *found)
{
  const HyClassDef *def = type->def;
  for (gsize i = 0; def != NULL && i < def->n_members; i++)
    {
      g_autofree char *mangled = def->kind == HY_KIND_TYPE_CALL ? g_strdup (def->members[i].name)
                                                                : hy_slots_mangle (def->name, def->members[i].name);
      if (g_str_equal (mangled, name) && !is_removed (type, &def->members[i]))
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
find_in_library (const HyType *type, const char *name, guint minor, Found *found)
{
  static const char *const words[] = {
    [HY_ATTRIBUTE_DATA] = "getset or member descriptor",
    [HY_ATTRIBUTE_METHOD] = "method of the library",
    [HY_ATTRIBUTE_VALUE] = "value of the library",
  };
  static const HyLookupStage stages[] = {
    [HY_ATTRIBUTE_DATA] = HY_LOOKUP_DATA_DESCRIPTOR,
    [HY_ATTRIBUTE_METHOD] = HY_LOOKUP_NON_DATA_DESCRIPTOR,
    [HY_ATTRIBUTE_VALUE] = HY_LOOKUP_CLASS_ATTRIBUTE,
  };
  const HyLibraryAttribute *row = hy_library_find_attribute (type->library, name, minor);
  found->unknown |= row == NULL && !hy_library_knows_attribute (type->library, name);
  if (row == NULL)
    return FALSE;
  found->stage = stages[row->kind];
  found->what = g_strdup (words[row->kind]);
  return TRUE;
}

static void
find_in_mro (const HyType *type, const char *name, guint minor, Found *found)
{
  for (gsize i = 0; i < type->n_mro && found->owner == NULL && !found->unknown; i++)
    {
      const HyType *t = type->mro[i];
      if (find_in_slots (t, name, found) || find_in_statement (t, name, found) ||
          (t->library != NULL && find_in_library (t, name, minor, found)))
        found->owner = t;
    }
}

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
add_class_step (GArray *steps, HyLookupStage stage, const Found *found)
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
    if (defines_any (type->mro[i]->def, hook))
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
  Found found = { 0 };
  *n_steps = 0;
  if (layout->status != HY_STATUS_EXACT)
    return NULL;
  for (gsize i = 0; i < type->n_mro; i++)
    if (defines_any (type->mro[i]->def, getattribute))
      return NULL;
  find_in_mro (type, name, layout->abi->minor, &found);
  if (found.unknown)
    return NULL;
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (HyLookupStep));
  gboolean done = add_class_step (steps, HY_LOOKUP_DATA_DESCRIPTOR, &found);
  if (!done && layout->has_dict)
    {
      done = is_in_instance (layout->def, name);
      add_step (steps, HY_LOOKUP_INSTANCE, done, "instance __dict__", done ? "attribute of the instance" : NULL);
    }
  done = done || add_class_step (steps, HY_LOOKUP_NON_DATA_DESCRIPTOR, &found) ||
         add_class_step (steps, HY_LOOKUP_CLASS_ATTRIBUTE, &found);
  if (!done)
    add_getattr_step (steps, type);
  g_free (found.what);
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
