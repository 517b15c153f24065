/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-enumeration.h"

#include "hy-attribute.h"
#include "hy-rule.h"
#include "hy-slots.h"
#include "hy-texts.h"

#include <string.h>

static const char *const no_arguments[] = { NULL };

static gboolean
is_enum (const HyType *type)
{
  return hy_type_inherits_library (type, "enum.Enum");
}

/* _is_dunder, _is_sunder and _is_private of Lib/enum.py. */

static gboolean
is_dunder (const char *name)
{
  gsize length = strlen (name);
  return length > 4 && g_str_has_prefix (name, "__") && g_str_has_suffix (name, "__") && name[2] != '_' &&
         name[length - 3] != '_';
}

static gboolean
is_sunder (const char *name)
{
  gsize length = strlen (name);
  return length > 2 && name[0] == '_' && name[1] != '_' && name[length - 1] == '_' && name[length - 2] != '_';
}

static gboolean
is_private (const char *class_name, const char *name)
{
  g_autofree char *prefix = g_strdup_printf ("_%s__", class_name);
  return g_str_has_prefix (name, prefix) && strlen (name) > strlen (prefix) && !g_str_has_suffix (name, "__");
}

/* Names with underscores around and descriptors are no members, nor in some versions private names. */
static gboolean
is_enum_member (const HyClassDef *def, const HyMember *member, guint minor)
{
  g_autofree char *name = hy_slots_mangle (def->name, member->name);
  return member->kind == HY_MEMBER_VARIABLE && !is_dunder (name) && !is_sunder (name) &&
         !(hy_rule_holds (HY_RULE_ENUM_PRIVATE_NAMES, minor) && is_private (def->name, name));
}

static gboolean
has_enum_members (const HyType *type, guint minor)
{
  for (gsize i = 0; type->def != NULL && i < type->def->n_members; i++)
    if (is_enum_member (type->def, &type->def->members[i], minor))
      return TRUE;
  return FALSE;
}

static gboolean
check_not_extended (HyType *self, guint minor)
{
  for (gsize i = 0; i < self->n_bases; i++)
    for (gsize j = 0; j < self->bases[i]->n_mro; j++)
      {
        const HyType *ancestor = self->bases[i]->mro[j];
        if (is_enum (ancestor) && has_enum_members (ancestor, minor))
          {
            const char *kind = hy_type_inherits_library (ancestor, "enum.Flag") ? "flag" : "enum";
            const char *const arguments[] = { self->name, ancestor->name, kind, NULL };
            return hy_texts_refuse (self, minor, HY_TEXT_ENUM_EXTENDS, arguments);
          }
      }
  return TRUE;
}

/* Members are made by calling the data type; only what certainly succeeds passes. */
static gboolean
makes_members (const HyType *type, const char *name, guint minor)
{
  gboolean number = g_str_equal (name, "int") || g_str_equal (name, "float");
  for (gsize i = 0; i < type->def->n_members; i++)
    {
      const HyMember *member = &type->def->members[i];
      if (!is_enum_member (type->def, member, minor) || member->value == NULL)
        continue;
      gboolean is_int = member->value->kind == HY_VALUE_INT || member->value->kind == HY_VALUE_BOOL;
      gboolean is_str = member->value->kind == HY_VALUE_STR;
      gboolean is_auto =
          member->value->kind == HY_VALUE_LIBRARY && g_strcmp0 (member->value->type_name, "enum.auto") == 0;
      if (is_auto && number)
        continue;
      if (!(number && is_int) && !(g_str_equal (name, "str") && is_str))
        return FALSE;
    }
  return TRUE;
}

/* The type that makes the members where @type is among an enumeration's ancestors; NULL. */
static const char *
data_type_name (const HyType *type)
{
  if (type->library == NULL || g_str_equal (type->library->name, "object"))
    return NULL;
  if (g_str_equal (type->library->name, "enum.Flag"))
    return "int";
  return (type->library->flags & HY_LIBRARY_PYTHON) ? NULL : type->library->name;
}

/* Names with one underscore around that enumerations know. Source: Lib/enum.py, _EnumDict.__setitem__. */
static const struct
{
  const char *name;
  guint since, until;
} sunder_names[] = {
  { "_order_", 6, HY_NEWEST_MINOR },
  { "_create_pseudo_member_", 6, 10 },
  { "_generate_next_value_", 6, HY_NEWEST_MINOR },
  { "_missing_", 6, HY_NEWEST_MINOR },
  { "_ignore_", 7, HY_NEWEST_MINOR },
  { "_numeric_repr_", 11, HY_NEWEST_MINOR },
  { "_iter_member_", 11, HY_NEWEST_MINOR },
  { "_iter_member_by_value_", 11, HY_NEWEST_MINOR },
  { "_iter_member_by_def_", 11, HY_NEWEST_MINOR },
  { "_add_alias_", 13, HY_NEWEST_MINOR },
  { "_add_value_alias_", 13, HY_NEWEST_MINOR },
};

static gboolean
is_reserved (const char *name, guint minor)
{
  if (!is_sunder (name))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (sunder_names); i++)
    if (sunder_names[i].since <= minor && minor <= sunder_names[i].until && g_str_equal (sunder_names[i].name, name))
      return FALSE;
  return !(hy_rule_holds (HY_RULE_ENUM_OWN_REPR, minor) && g_str_has_prefix (name, "_repr_"));
}

/* An __init__ that sets what Enum has as a property fails while the first member is made. */
static gboolean
sets_property (const HyClassDef *def)
{
  char **names = def->static_attributes;
  return names != NULL && (g_strv_contains ((const char *const *) names, "name") ||
                           g_strv_contains ((const char *const *) names, "value"));
}

static gboolean
check_member_names (HyType *self, guint minor)
{
  for (gsize i = 0; i < self->def->n_members; i++)
    {
      const char *const arguments[] = { self->def->members[i].name, NULL };
      if (self->def->members[i].kind != HY_MEMBER_ANNOTATION && is_reserved (arguments[0], minor))
        return hy_texts_refuse_with (self, minor, "ValueError", HY_TEXT_ENUM_RESERVED, arguments);
    }
  for (gsize i = 0; i < self->def->n_members; i++)
    if (is_enum_member (self->def, &self->def->members[i], minor) && g_str_equal (self->def->members[i].name, "mro"))
      return hy_texts_refuse_with (self, minor, "ValueError", HY_TEXT_ENUM_MRO, no_arguments);
  return TRUE;
}

static gboolean
check_members (HyType *self, guint minor)
{
  if (has_enum_members (self, minor) && sets_property (self->def))
    return hy_type_unknown (self, "how its members are made is not modelled");
  if (!hy_rule_holds (HY_RULE_ENUM_ONE_DATA_TYPE, minor) && self->n_bases > 1 && has_enum_members (self, minor) &&
      data_type_name (self->bases[0]) == NULL)
    return hy_type_unknown (self, "how its members are made is not modelled");
  for (gsize i = 0; i < self->n_bases && has_enum_members (self, minor); i++)
    for (gsize j = 0; j < self->bases[i]->n_mro; j++)
      {
        const HyType *t = self->bases[i]->mro[j];
        const char *data = data_type_name (t);
        if (data != NULL && !makes_members (self, data, minor))
          return hy_type_unknown (self, "whether %s makes its members is not modelled", t->library->name);
      }
  return TRUE;
}

static gboolean
check_enum_keywords (HyType *self, guint minor)
{
  char **names = self->def->keywords;
  if (names == NULL || *names == NULL)
    return TRUE;
  if (!hy_rule_holds (HY_RULE_ENUM_KEYWORDS, minor))
    return hy_type_refuse (self, "TypeError", "__prepare__() got an unexpected keyword argument '%s'", *names);
  if (g_str_equal (*names, "boundary"))
    return hy_type_unknown (self, "what an enumeration's boundary changes is not modelled");
  return TRUE;
}

/* Whether the metaclass takes something of @base for the type of the members' values. */
static gboolean
brings_data_type (const HyType *base)
{
  static const char *const makers[] = { "__new__", NULL };
  for (gsize i = 0; i < base->n_mro; i++)
    if (data_type_name (base->mro[i]) != NULL || base->mro[i]->fields != NULL ||
        hy_attribute_defines_any (base->mro[i]->def, makers))
      return TRUE;
  return FALSE;
}

static gboolean
check_data_types (HyType *self, guint minor)
{
  guint n = 0;
  for (gsize i = 0; i < self->n_bases; i++)
    n += brings_data_type (self->bases[i]);
  if (n > 1 && hy_rule_holds (HY_RULE_ENUM_ONE_DATA_TYPE, minor))
    return hy_type_unknown (self, "an enumeration with several data types is refused in words that vary");
  return TRUE;
}

static gboolean
is_made_by_enum (const HyType *type)
{
  return hy_type_inherits_library (type->metaclass, "enum.EnumMeta") ||
         hy_type_inherits_library (type->metaclass, "enum.EnumType");
}

gboolean
hy_enumeration_check (HyTypes *types, HyType *self)
{
  if (!is_made_by_enum (self) || self->metaclass->def != NULL)
    return TRUE;
  guint minor = hy_types_get_abi (types)->minor;
  if (self->def->kind == HY_KIND_TYPE_CALL)
    return hy_type_unknown (self, "an enumeration made by a call of type is not modelled");
  if (!check_enum_keywords (self, minor))
    return FALSE;
  gboolean ends_with_enum = is_enum (self->bases[self->n_bases - 1]);
  if (!ends_with_enum && hy_rule_holds (HY_RULE_ENUM_LAST_BASE_FIRST, minor))
    return hy_texts_refuse (self, minor, HY_TEXT_ENUM_LAST, no_arguments);
  if (!check_not_extended (self, minor))
    return FALSE;
  if (!ends_with_enum)
    return hy_texts_refuse (self, minor, HY_TEXT_ENUM_LAST, no_arguments);
  return check_member_names (self, minor) && check_data_types (self, minor) && check_members (self, minor);
}

gboolean
hy_enumeration_judge (HyTypes *types, HyType *self, gboolean made)
{
  if (made || self->status != HY_STATUS_ERROR ||
      !hy_rule_holds (HY_RULE_ENUM_ONE_DATA_TYPE, hy_types_get_abi (types)->minor) || !is_made_by_enum (self) ||
      self->n_bases < 2)
    return made;
  g_clear_pointer (&self->error_type, g_free);
  g_clear_pointer (&self->error_message, g_free);
  return hy_type_unknown (self, "an enumeration with several data types is refused in words that vary");
}
