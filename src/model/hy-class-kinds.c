/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-kinds.h"

#include "hy-class-bases.h"
#include "hy-class-rules.h"
#include "hy-class-statement.h"
#include "hy-enumeration.h"
#include "hy-rule.h"
#include "hy-texts.h"

#include <string.h>

static const char *const no_arguments[] = { NULL };

static void
set_bases (HyType *self, HyType *first, HyType *second)
{
  self->bases = g_new0 (HyType *, 2);
  self->bases[self->n_bases++] = first;
  if (second != NULL)
    self->bases[self->n_bases++] = second;
}

/* Generic and Protocol. */

/* Of the classes of collections.abc those that count as protocols in all versions. Source: Lib/typing.py,
 * _PROTO_ALLOWLIST. */
static const char *const protocols[] = { "Callable",      "Awaitable",  "Iterable", "Iterator",
                                         "AsyncIterable", "Hashable",   "Sized",    "Container",
                                         "Collection",    "Reversible", NULL };

static gboolean
is_protocol (const HyType *type)
{
  const char *const module = "collections.abc.";
  if (type->library != NULL)
    return (g_str_has_prefix (type->library->name, module) &&
            g_strv_contains (protocols, type->library->name + strlen (module))) ||
           g_str_has_prefix (type->library->name, "contextlib.Abstract") ||
           g_str_has_prefix (type->library->name, "typing.") || g_str_equal (type->library->name, "object");
  for (gsize i = 0; i < type->n_bases; i++)
    if (type->bases[i]->library != NULL && g_str_equal (type->bases[i]->library->name, "typing.Protocol"))
      return TRUE;
  return FALSE;
}

static gboolean
check_protocol (HyType *self)
{
  gboolean protocol = FALSE;
  for (gsize i = 0; i < self->n_bases; i++)
    protocol |= self->bases[i]->library != NULL && g_str_equal (self->bases[i]->library->name, "typing.Protocol");
  for (gsize i = 0; protocol && i < self->n_bases; i++)
    if (!is_protocol (self->bases[i]))
      return hy_type_unknown (self, "a protocol can't inherit from %s, which is none", self->bases[i]->name);
  return TRUE;
}

gboolean
hy_class_kinds_check (HyTypes *types, HyType *self)
{
  if (hy_rule_holds (HY_RULE_PROTOCOL_BASES_FIRST, hy_types_get_abi (types)->minor) && !check_protocol (self))
    return FALSE;
  return hy_enumeration_check (types, self);
}

gboolean
hy_class_kinds_check_made (HyTypes *types, HyType *self)
{
  for (gsize i = 0; i < self->def->n_bases; i++)
    if (hy_class_bases_is_library (&self->def->bases[i], "typing.Generic") && !self->def->bases[i].subscripted)
      return hy_type_refuse (self, "TypeError", "Cannot inherit from plain Generic");
  return check_protocol (self);
}

/* Named tuples. */

static const char *const keywords[] = {
  "False",  "None",     "True", "and",    "as",      "assert", "async",  "await",  "break", "class",  "continue", "def",
  "del",    "elif",     "else", "except", "finally", "for",    "from",   "global", "if",    "import", "in",       "is",
  "lambda", "nonlocal", "not",  "or",     "pass",    "raise",  "return", "try",    "while", "with",   "yield",    NULL,
};

static gboolean
has_annotations (const HyClassDef *def)
{
  for (gsize i = 0; i < def->n_members; i++)
    if (def->members[i].annotation != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
check_field_names (HyType *self, guint minor)
{
  char **fields = self->def->fields;
  for (gsize i = 0; fields != NULL && fields[i] != NULL; i++)
    {
      gboolean soft = !hy_rule_holds (HY_RULE_ASYNC_IS_KEYWORD, minor) &&
                      (g_str_equal (fields[i], "async") || g_str_equal (fields[i], "await"));
      if (!hy_slots_is_identifier (fields[i]))
        return hy_type_refuse (self, "ValueError", "Type names and field names must be valid identifiers: '%s'",
                               fields[i]);
      if (g_strv_contains (keywords, fields[i]) && !soft)
        return hy_type_refuse (self, "ValueError", "Type names and field names cannot be a keyword: '%s'", fields[i]);
    }
  for (gsize i = 0; fields != NULL && fields[i] != NULL; i++)
    {
      g_autofree char *renamed = g_strdup_printf ("_%" G_GSIZE_FORMAT, i);
      if (*fields[i] == '_' && (has_annotations (self->def) || !g_str_equal (fields[i], renamed)))
        return hy_type_refuse (self, "ValueError", "Field names cannot start with an underscore: '%s'", fields[i]);
      for (gsize j = 0; j < i; j++)
        if (g_str_equal (fields[i], fields[j]))
          return hy_type_refuse (self, "ValueError", "Encountered duplicate field name: '%s'", fields[i]);
    }
  return TRUE;
}

/* Of a class statement: fields without a default come first. */
static gboolean
check_field_order (HyType *self, guint minor)
{
  g_autoptr (GString) defaults = g_string_new (NULL);
  guint n_defaults = 0;
  for (gsize i = 0; i < self->def->n_members; i++)
    {
      const HyMember *member = &self->def->members[i];
      if (member->annotation == NULL)
        continue;
      if (member->kind == HY_MEMBER_ANNOTATION && n_defaults > 0)
        {
          const char *const arguments[] = { member->name, defaults->str, n_defaults > 1 ? "s" : "", NULL };
          return hy_texts_refuse (self, minor, HY_TEXT_NAMEDTUPLE_ORDER, arguments);
        }
      if (member->kind != HY_MEMBER_ANNOTATION)
        g_string_append_printf (defaults, "%s%s", n_defaults++ > 0 ? ", " : "", member->name);
    }
  return TRUE;
}

static gboolean
check_overwritten (HyType *self)
{
  static const char *const prohibited[] = { "__new__",  "__init__",        "__slots__",    "__getnewargs__",
                                            "_fields",  "_field_defaults", "_field_types", "_make",
                                            "_replace", "_asdict",         "_source",      NULL };
  for (gsize i = 0; i < self->def->n_members; i++)
    if (self->def->members[i].kind != HY_MEMBER_ANNOTATION && g_strv_contains (prohibited, self->def->members[i].name))
      return hy_type_refuse (self, "AttributeError", "Cannot overwrite NamedTuple attribute %s",
                             self->def->members[i].name);
  return TRUE;
}

static gboolean
is_namedtuple_base (const HyBase *base)
{
  return hy_class_bases_is_library (base, "typing.NamedTuple");
}

/* NamedTupleMeta goes together with no metaclass but type. */
static gboolean
check_namedtuple_metaclass (HyTypes *types, HyType *self)
{
  const HyClassDef *def = self->def;
  for (gsize i = 0; i <= def->n_bases; i++)
    {
      const HyBase *named = i < def->n_bases ? &def->bases[i] : def->metaclass;
      if (named == NULL || is_namedtuple_base (named))
        continue;
      const HyType *type = hy_class_bases_resolve_one (types, self, named);
      if (type == NULL)
        return FALSE;
      const HyType *metaclass = i < def->n_bases ? type->metaclass : type;
      if (metaclass->library == NULL || !g_str_equal (metaclass->library->name, "type"))
        return hy_type_refuse (self, "TypeError", HY_TYPE_METACLASS_CONFLICT);
    }
  return TRUE;
}

static gboolean
check_namedtuple_bases (HyType *self, guint minor)
{
  const HyClassDef *def = self->def;
  for (gsize i = 0; i < def->n_bases; i++)
    if (!is_namedtuple_base (&def->bases[i]) && hy_rule_holds (HY_RULE_NAMEDTUPLE_REFUSES_BASES, minor) &&
        !(hy_rule_holds (HY_RULE_NAMEDTUPLE_GENERIC, minor) &&
          hy_class_bases_is_library (&def->bases[i], "typing.Generic")))
      return hy_texts_refuse (self, minor, HY_TEXT_NAMEDTUPLE_BASES, no_arguments);
  return TRUE;
}

/* What Python finds out, in its order, before the metaclass looks at the fields. */
static gboolean
check_namedtuple_statement (HyTypes *types, HyType *self)
{
  guint minor = hy_types_get_abi (types)->minor;
  const char *const arguments[] = { self->def->keywords != NULL ? self->def->keywords[0] : NULL, NULL };
  if (!hy_rule_holds (HY_RULE_NAMEDTUPLE_GENERIC, minor) && !check_namedtuple_bases (self, minor))
    return FALSE;
  if (!check_namedtuple_metaclass (types, self))
    return FALSE;
  if (arguments[0] != NULL)
    return hy_texts_refuse (self, minor, HY_TEXT_NAMEDTUPLE_KEYWORDS, arguments);
  if (self->def->class_cell && hy_rule_holds (HY_RULE_NAMEDTUPLE_REFUSES_CELL, minor))
    return hy_texts_refuse (self, minor, HY_TEXT_NAMEDTUPLE_CLASS_CELL, no_arguments);
  return check_namedtuple_bases (self, minor);
}

/* Its bases: tuple, and Generic where it is kept. */
static void
set_namedtuple_bases (HyTypes *types, HyType *self)
{
  HyType *tuple = hy_types_library (types, "tuple"), *generic = NULL;
  gboolean first = FALSE;
  for (gsize i = 0;
       hy_rule_holds (HY_RULE_NAMEDTUPLE_GENERIC, hy_types_get_abi (types)->minor) && i < self->def->n_bases; i++)
    if (hy_class_bases_is_library (&self->def->bases[i], "typing.Generic"))
      {
        generic = hy_types_library (types, "typing.Generic");
        first = i == 0;
      }
  set_bases (self, first ? generic : tuple, first ? tuple : generic);
}

gboolean
hy_class_kinds_make_namedtuple (HyTypes *types, HyType *self)
{
  const HyAbi *abi = hy_types_get_abi (types);
  gboolean statement = self->def->n_bases > 0;
  if (!hy_class_bases_check_failed (types, self))
    return FALSE;
  if (statement && (!check_namedtuple_statement (types, self) || !check_field_order (self, abi->minor)))
    return FALSE;
  if (!check_field_names (self, abi->minor) || (statement && !check_overwritten (self)))
    return FALSE;
  if (statement && self->def->class_cell && hy_rule_holds (HY_RULE_CLASS_CELL_MUST_BE_SET, abi->minor))
    return hy_type_unknown (self,
                            "Python refuses it in words that name its module: NamedTuple takes no super () in methods");
  set_namedtuple_bases (types, self);
  HySlotsBody body = { .state = HY_SLOTS_NAMES };
  return hy_class_rules_metaclass (self, hy_types_library (types, "type")) && hy_class_rules_make (self, &body, abi);
}

/* Typed dicts. */

static gboolean
is_typed_dict_base (HyTypes *types, const HyBase *base)
{
  return hy_class_bases_is_library (base, "typing.TypedDict") ||
         (base->kind == HY_BASE_DEF && (base->def->kind == HY_KIND_REGULAR || base->def->kind == HY_KIND_TYPE_CALL) &&
          hy_class_kinds_is_typed_dict (types, base->def));
}

gboolean
hy_class_kinds_is_typed_dict (HyTypes *types, const HyClassDef *def)
{
  for (gsize i = 0; i < def->n_bases; i++)
    if (is_typed_dict_base (types, &def->bases[i]))
      return TRUE;
  return FALSE;
}

gboolean
hy_class_kinds_make_typed_dict (HyTypes *types, HyType *self)
{
  const HyAbi *abi = hy_types_get_abi (types);
  HyType *metaclass = hy_types_library (types, "typing._TypedDictMeta");
  HyType *generic = NULL;
  if (metaclass == NULL)
    return hy_type_unknown (self, "typing.TypedDict came with CPython 3.8");
  if (self->def->metaclass != NULL)
    return hy_type_unknown (self, "a TypedDict with a metaclass of its own is not modelled");
  if (!hy_class_bases_check_failed (types, self))
    return FALSE;
  for (gsize i = 0; i < self->def->n_bases; i++)
    {
      const HyBase *base = &self->def->bases[i];
      if (is_typed_dict_base (types, base))
        {
          if (base->kind == HY_BASE_DEF &&
              hy_type_inherits_library (hy_types_class (types, base->def), "typing.Generic"))
            generic = hy_types_library (types, "typing.Generic");
        }
      else if (hy_rule_holds (HY_RULE_TYPED_DICT_GENERIC, abi->minor) &&
               hy_class_bases_is_library (base, "typing.Generic"))
        generic = hy_types_library (types, "typing.Generic");
      else if (hy_rule_holds (HY_RULE_TYPED_DICT_REFUSES_BASES, abi->minor))
        return hy_type_refuse (self, "TypeError",
                               "cannot inherit from both a TypedDict type and a non-TypedDict base class");
    }
  HyType *dict = hy_types_library (types, "dict");
  set_bases (self, generic != NULL ? generic : dict, generic != NULL ? dict : NULL);
  g_autoptr (GHashTable) namespace = hy_class_statement_namespace (abi, self->def);
  HySlotsBody body = { self->def->slots_state, self->def->slots, self->def->n_slots, self->def->slots_type, namespace };
  return hy_class_rules_metaclass (self, metaclass) && hy_class_rules_make (self, &body, abi);
}
