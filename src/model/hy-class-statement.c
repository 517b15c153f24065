/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-statement.h"
#include "hy-attribute.h"
#include "hy-class-bases.h"
#include "hy-class-kinds.h"
#include "hy-class-rules.h"
#include "hy-dataclass.h"
#include "hy-enumeration.h"
#include "hy-rule.h"
#include "hy-texts.h"

typedef enum
{
  WHEN_ALWAYS,
  WHEN_ANNOTATED,
  WHEN_SUBSCRIPTED, /* a base was replaced by its __mro_entries__ */
} ImplicitWhen;

/* Names that a class statement puts into the namespace by itself. Source: Python/compile.c (3.13+: codegen.c),
 * compiler_class_body; Python/bltinmodule.c, builtin___build_class__. */
static const struct
{
  const char *name;
  guint since, until;
  ImplicitWhen when;
} implicit_names[] = {
  { "__module__", 6, HY_NEWEST_MINOR, WHEN_ALWAYS },
  { "__qualname__", 6, HY_NEWEST_MINOR, WHEN_ALWAYS },
  { "__firstlineno__", 13, HY_NEWEST_MINOR, WHEN_ALWAYS },
  { "__static_attributes__", 13, HY_NEWEST_MINOR, WHEN_ALWAYS },
  { "__annotations__", 6, 13, WHEN_ANNOTATED },
  { "__annotate_func__", 14, HY_NEWEST_MINOR, WHEN_ANNOTATED },
  { "__orig_bases__", 7, HY_NEWEST_MINOR, WHEN_SUBSCRIPTED },
};

static gboolean
is_annotated (const HyClassDef *def)
{
  for (gsize i = 0; i < def->n_members; i++)
    if (def->members[i].annotation != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_subscripted (const HyClassDef *def)
{
  for (gsize i = 0; i < def->n_bases; i++)
    if (def->bases[i].subscripted)
      return TRUE;
  return FALSE;
}

static void
add_implicit_names (GHashTable *names, const HyAbi *abi, const HyClassDef *def)
{
  const gboolean holds[] = {
    [WHEN_ALWAYS] = TRUE,
    [WHEN_ANNOTATED] = is_annotated (def),
    [WHEN_SUBSCRIPTED] = is_subscripted (def),
  };
  for (gsize i = 0; i < G_N_ELEMENTS (implicit_names); i++)
    if (implicit_names[i].since <= abi->minor && abi->minor <= implicit_names[i].until && holds[implicit_names[i].when])
      g_hash_table_add (names, g_strdup (implicit_names[i].name));
}

GHashTable *
hy_class_statement_namespace (const HyAbi *abi, const HyClassDef *def)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean statement = def->kind != HY_KIND_TYPE_CALL;
  if (statement)
    add_implicit_names (names, abi, def);
  g_hash_table_add (names, g_strdup ("__slots__"));
  for (gsize i = 0; i < def->n_members; i++)
    {
      const HyMember *member = &def->members[i];
      if (member->kind != HY_MEMBER_ANNOTATION)
        g_hash_table_add (names, statement ? hy_slots_mangle (def->name, member->name) : g_strdup (member->name));
    }
  return names;
}

/* What a metaclass of the file may define to make classes otherwise than type does. */
static gboolean
check_metaclass (HyType *self)
{
  static const char *const hooks[] = { "__new__", "__prepare__", "mro" };
  for (gsize i = 0; i < self->metaclass->n_mro; i++)
    {
      const HyClassDef *def = self->metaclass->mro[i]->def;
      for (gsize j = 0; def != NULL && j < def->n_members; j++)
        for (gsize k = 0; k < G_N_ELEMENTS (hooks); k++)
          if (g_str_equal (def->members[j].name, hooks[k]) && !(k < 2 && self->def->metaclass_followed))
            return hy_type_unknown (self, "its metaclass %s has its own %s", def->name, hooks[k]);
    }
  if (self->metaclass->def != NULL && self->metaclass->metaclass->def != NULL)
    return hy_type_unknown (self, "the metaclass of its metaclass %s may call it otherwise", self->metaclass->name);
  return TRUE;
}

/* Of the class keywords only those that typing itself passes on are parameters of GenericMeta.__new__. */
static gboolean
check_generic_meta (HyType *self, guint minor)
{
  static const char *const parameters[] = { "tvars", "args", "origin", "extra", "orig_bases", NULL };
  char **names = self->def->keywords;
  if (names == NULL || *names == NULL || !hy_rule_holds (HY_RULE_GENERIC_META, minor) ||
      !hy_type_inherits_library (self->metaclass, "typing.GenericMeta"))
    return TRUE;
  if (self->metaclass->def != NULL || g_strv_contains (parameters, *names))
    return hy_type_unknown (self, "what GenericMeta does with class keywords is not modelled");
  return hy_type_refuse (self, "TypeError", "__new__() got an unexpected keyword argument '%s'", *names);
}

static gboolean
set_metaclass (HyTypes *types, HyType *self)
{
  HyType *metaclass = self->bases[0]->metaclass;
  if (self->def->metaclass != NULL)
    {
      const HyBase *named = self->def->metaclass;
      if (named->kind == HY_BASE_NOT_A_CLASS && !g_str_equal (named->name, "function"))
        return hy_type_refuse (self, "TypeError", "'%s' object is not callable", named->name);
      metaclass = hy_class_bases_resolve_one (types, self, named);
      if (metaclass == NULL)
        return FALSE;
      if (!hy_type_inherits_library (metaclass, "type"))
        return hy_type_unknown (self, "its metaclass %s is no subclass of type", metaclass->name);
    }
  return hy_class_rules_metaclass (self, metaclass) && check_metaclass (self) &&
         check_generic_meta (self, hy_types_get_abi (types)->minor);
}

/* Class keywords go to __init_subclass__, and object's takes none. A metaclass's own __new__ may keep them. */
static gboolean
check_keywords (HyTypes *types, HyType *self)
{
  if (self->def->keywords == NULL || self->def->keywords[0] == NULL)
    return TRUE;
  for (gsize i = 1; i < self->n_mro; i++)
    if (hy_attribute_defines (self->mro[i]->def, "__init_subclass__"))
      return TRUE;
  for (gsize i = 1; i < self->n_mro; i++)
    if (self->mro[i]->library != NULL && (self->mro[i]->library->flags & HY_LIBRARY_INIT_SUBCLASS))
      return hy_type_unknown (self, "what %s does with class keywords is not modelled", self->mro[i]->name);
  for (gsize i = 0; i < self->metaclass->n_mro && !self->def->metaclass_followed; i++)
    if (hy_attribute_defines (self->metaclass->mro[i]->def, "__new__"))
      return hy_type_unknown (self, "its metaclass %s has its own %s", self->metaclass->name, "__new__");
  const char *const arguments[] = { self->name, NULL };
  return hy_texts_refuse (self, hy_types_get_abi (types)->minor, HY_TEXT_INIT_SUBCLASS_KEYWORDS, arguments);
}

static gboolean
check_known (HyTypes *types, HyType *self)
{
  const HyClassDef *def = self->def;
  if (def->unknown != NULL)
    return hy_type_unknown (self, "%s", def->unknown);
  if (def->since_minor > hy_types_get_abi (types)->minor)
    return hy_type_unknown (self, "%s came with CPython 3.%u", def->since_reason != NULL ? def->since_reason : "it",
                            def->since_minor);
  if (def->unknown_decorators != NULL && def->unknown_decorators[0] != NULL)
    return hy_type_unknown (self, "its decorator %s may change it", def->unknown_decorators[0]);
  return TRUE;
}

/* Source: Objects/typeobject.c, type_new: type_new_set_names, then type_new_init_subclass. */
static gboolean
check_hooks (HyTypes *types, HyType *self)
{
  const char *text = hy_refusal_text (&self->def->refusal, hy_types_get_abi (types)->minor);

  if (text == NULL)
    return TRUE;
  g_auto (GStrv) parts = g_strsplit (text, ": ", 2);
  return hy_type_refuse (self, parts[0], "%s", parts[1] != NULL ? parts[1] : "");
}

static gboolean
make_plain (HyTypes *types, HyType *self)
{
  const HyAbi *abi = hy_types_get_abi (types);
  const HyClassDef *def = self->def;
  if (!hy_class_bases_resolve (types, self) || !set_metaclass (types, self) || !hy_class_kinds_check (types, self))
    return FALSE;
  g_autoptr (GHashTable) namespace = def->n_slots > 0 ? hy_class_statement_namespace (abi, def) : NULL;
  HySlotsBody body = { def->slots_state, def->slots, def->n_slots, def->slots_type, namespace };
  return hy_enumeration_judge (types, self, hy_class_rules_make (self, &body, abi)) &&
         hy_class_kinds_check_made (types, self) && check_hooks (types, self) && check_keywords (types, self);
}

gboolean
hy_class_statement_make (HyTypes *types, HyType *self)
{
  if (!check_known (types, self))
    return FALSE;
  if (self->def->kind == HY_KIND_NAMEDTUPLE)
    return hy_class_kinds_make_namedtuple (types, self);
  if (hy_class_kinds_is_typed_dict (types, self->def))
    return hy_class_kinds_make_typed_dict (types, self) && check_hooks (types, self);
  if (!make_plain (types, self))
    return FALSE;
  switch (self->def->kind)
    {
    case HY_KIND_DATACLASS:
      return hy_dataclass_apply (types, self);
    case HY_KIND_ATTRS:
      return hy_dataclass_apply_attrs (types, self);
    case HY_KIND_REGULAR:
    case HY_KIND_TYPE_CALL:
    case HY_KIND_NAMEDTUPLE:
    case HY_KIND_ALIAS:
    case HY_KIND_FACTORY:
    default:
      return TRUE;
    }
}
