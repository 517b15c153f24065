/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-bases.h"
#include "hy-rule.h"
#include "hy-texts.h"

gboolean
hy_class_bases_is_library (const HyBase *base, const char *name)
{
  return base->kind == HY_BASE_LIBRARY && g_str_equal (base->name, name);
}

static HyType *
resolve_library (HyTypes *types, HyType *self, const HyBase *base)
{
  HyType *found = hy_types_library (types, base->name);
  if (found == NULL)
    hy_type_unknown (self, "%s is not modelled for CPython 3.%u", base->name, hy_types_get_abi (types)->minor);
  return found;
}

HyType *
hy_class_bases_resolve_one (HyTypes *types, HyType *self, const HyBase *base)
{
  HyType *found = NULL;
  switch (base->kind)
    {
    case HY_BASE_DEF:
      found = hy_types_class (types, base->def);
      break;
    case HY_BASE_LIBRARY:
      found = resolve_library (types, self, base);
      break;
    case HY_BASE_NOT_A_CLASS:
      hy_type_unknown (self, "an object of type %s stands where a class should", base->name);
      break;
    case HY_BASE_UNKNOWN:
    default:
      hy_type_unknown (self, "%s", base->reason != NULL ? base->reason : base->name);
      break;
    }
  if (found != NULL && found->library != NULL && (found->library->flags & HY_LIBRARY_REFUSES))
    {
      hy_type_unknown (self, "%s refuses subclasses in words of its own", found->name);
      return NULL;
    }
  if (found == NULL || found->status == HY_STATUS_EXACT)
    return found;
  hy_type_fail_like (self, found);
  return NULL;
}

/* What one base of the statement comes to. */
typedef struct
{
  HyType *type;
  gboolean named_alias; /* typing.List: brings Generic along */
  gboolean alias;       /* any object of typing that stands for a class */
} Resolved;

static gboolean
resolve_all (HyTypes *types, HyType *self, Resolved *resolved)
{
  guint minor = hy_types_get_abi (types)->minor;
  for (gsize i = 0; i < self->def->n_bases; i++)
    {
      const HyBase *base = &self->def->bases[i];
      HyType *type = hy_class_bases_resolve_one (types, self, base);
      if (type == NULL)
        return FALSE;
      const HyLibraryAlias *alias = base->kind == HY_BASE_LIBRARY ? hy_library_find_alias (base->name, minor) : NULL;
      gboolean generic = hy_type_inherits_library (type, "typing.Generic");
      resolved[i].type = type;
      resolved[i].named_alias = alias != NULL && alias->generic;
      resolved[i].alias = resolved[i].named_alias || (base->subscripted && generic);
      if (base->subscripted && !resolved[i].alias && !hy_rule_holds (HY_RULE_CLASSES_HAVE_ITEMS, minor) &&
          !g_str_has_prefix (base->name, "typing."))
        return hy_type_refuse (self, "TypeError", "'%s' object is not subscriptable", type->metaclass->name);
    }
  return TRUE;
}

static gboolean
names_type (const Resolved *resolved, gsize n, const HyType *type)
{
  for (gsize i = 0; i < n; i++)
    if (!resolved[i].alias && resolved[i].type == type)
      return TRUE;
  return FALSE;
}

static gboolean
alias_follows (const Resolved *resolved, gsize n, gsize i, gboolean or_generic_class)
{
  for (gsize j = i + 1; j < n; j++)
    if (resolved[j].alias || (or_generic_class && hy_type_inherits_library (resolved[j].type, "typing.Generic")))
      return TRUE;
  return FALSE;
}

static void
add_base (HyType *self, HyType *base)
{
  self->bases[self->n_bases++] = base;
}

static void
expand (HyTypes *types, HyType *self, const Resolved *resolved, gsize n)
{
  HyType *generic = hy_types_library (types, "typing.Generic");
  HyType *protocol = hy_types_library (types, "typing.Protocol");
  for (gsize i = 0; i < n; i++)
    {
      HyType *type = resolved[i].type;
      if (resolved[i].named_alias)
        {
          if (!names_type (resolved, n, type))
            add_base (self, type);
          if (!alias_follows (resolved, n, i, TRUE))
            add_base (self, generic);
        }
      else if (type != generic || !resolved[i].alias ||
               !(alias_follows (resolved, n, i, FALSE) || (protocol != NULL && names_type (resolved, n, protocol))))
        add_base (self, type);
    }
}

/* The metaclass GenericMeta leaves Generic out where another generic class is a base. */
static void
expand_by_metaclass (HyTypes *types, HyType *self, const Resolved *resolved, gsize n)
{
  HyType *generic = hy_types_library (types, "typing.Generic");
  gboolean others = FALSE;
  for (gsize i = 0; i < n; i++)
    others |= resolved[i].type != generic && hy_type_is_subtype (resolved[i].type->metaclass, generic->metaclass);
  for (gsize i = 0; i < n; i++)
    if (!others || resolved[i].type != generic)
      add_base (self, resolved[i].type);
}

/* Whether one of the first @n bases is an alias like typing.List, which looks at those that follow it. */
static gboolean
names_alias (HyTypes *types, const HyClassDef *def, gsize n)
{
  guint minor = hy_types_get_abi (types)->minor;
  for (gsize i = 0; i < n; i++)
    {
      const HyLibraryAlias *alias =
          def->bases[i].kind == HY_BASE_LIBRARY ? hy_library_find_alias (def->bases[i].name, minor) : NULL;
      if (alias != NULL && alias->generic)
        return TRUE;
    }
  return FALSE;
}

/* An object among the bases: its type is called where it decides the metaclass, else the types of all don't fit. */
static gboolean
refuse_object (HyTypes *types, HyType *self, gsize index)
{
  static const char *const none[] = { NULL };
  const HyClassDef *def = self->def;
  const char *type_name = def->bases[index].name;
  guint minor = hy_types_get_abi (types)->minor;
  if (def->n_bases == 1 && def->metaclass == NULL && def->kind != HY_KIND_TYPE_CALL)
    {
      if (def->keywords != NULL && def->keywords[0] != NULL)
        return hy_type_unknown (self, "its base is an object of type %s, which is no class", type_name);
      return hy_texts_refuse_base (self, minor, type_name);
    }
  if (names_alias (types, def, index))
    return hy_texts_refuse (self, minor, HY_TEXT_ALIAS_BEFORE_OBJECT, none);
  if (g_str_equal (type_name, "object"))
    return hy_texts_refuse (self, minor, HY_TEXT_BASES_NOT_TYPES, none);
  return hy_type_refuse (self, "TypeError", "%s", HY_TYPE_METACLASS_CONFLICT);
}

/* The first base of which nothing is known: what it is decides what Python says of the others. */
static gboolean
check_known (HyType *self)
{
  for (gsize i = 0; i < self->def->n_bases; i++)
    {
      const HyBase *base = &self->def->bases[i];
      if (base->kind == HY_BASE_UNKNOWN)
        return hy_type_unknown (self, "%s", base->reason != NULL ? base->reason : base->name);
    }
  return TRUE;
}

static gboolean
check_not_a_class (HyTypes *types, HyType *self)
{
  guint n_generic = 0;
  for (gsize i = 0; i < self->def->n_bases; i++)
    {
      const HyBase *base = &self->def->bases[i];
      if (base->kind == HY_BASE_NOT_A_CLASS)
        return refuse_object (types, self, i);
      n_generic += base->subscripted && hy_class_bases_is_library (base, "typing.Generic");
    }
  if (n_generic > 1)
    return hy_type_unknown (self, "whether its two Generic bases have the same parameters is not known");
  return TRUE;
}

gboolean
hy_class_bases_check_failed (HyTypes *types, HyType *self)
{
  const HyType *first = NULL;
  for (gsize i = 0; i <= self->def->n_bases; i++)
    {
      const HyBase *base = i < self->def->n_bases ? &self->def->bases[i] : self->def->metaclass;
      if (base == NULL || base->kind != HY_BASE_DEF)
        continue;
      const HyType *type = hy_types_class (types, base->def);
      if (type->status != HY_STATUS_EXACT && (first == NULL || type->failed_line < first->failed_line))
        first = type;
    }
  return first == NULL || hy_type_fail_like (self, first);
}

gboolean
hy_class_bases_resolve (HyTypes *types, HyType *self)
{
  gsize n = self->def->n_bases;
  self->bases = g_new0 (HyType *, 2 * n + 1);
  if (!hy_class_bases_check_failed (types, self))
    return FALSE;
  if (n == 0)
    {
      add_base (self, hy_types_library (types, "object"));
      return TRUE;
    }
  if (!check_known (self) || !check_not_a_class (types, self))
    return FALSE;
  g_autofree Resolved *resolved = g_new0 (Resolved, n);
  if (!resolve_all (types, self, resolved))
    return FALSE;
  if (hy_rule_holds (HY_RULE_ALIASES_HAVE_MRO_ENTRIES, hy_types_get_abi (types)->minor))
    expand (types, self, resolved, n);
  else
    expand_by_metaclass (types, self, resolved, n);
  return TRUE;
}
