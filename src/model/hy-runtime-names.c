/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-runtime-private.h"

#include <string.h>

#include "hy-layout-private.h"
#include "hy-rule.h"

/* The data descriptors of a library type but for those with double underscores: what an instance can't hide. */
typedef struct
{
  const char *type;
  const char *names; /* separated by blanks */
} HyLibraryNames;

/* Read off running interpreters 3.6-3.15. */
static const HyLibraryNames rows[] = {
  { "object", "" },
  { "abc.ABC", "" },
  { "typing.Generic", "" },
  { "typing.Protocol", "" },
  { "contextlib.ContextDecorator", "" },
  { "list", "" },
  { "dict", "" },
  { "set", "" },
  { "frozenset", "" },
  { "tuple", "" },
  { "str", "" },
  { "bytes", "" },
  { "bytearray", "" },
  { "int", "real imag numerator denominator" },
  { "float", "real imag" },
  { "complex", "real imag" },
  { "property", "fget fset fdel" },
  { "staticmethod", "" },
  { "classmethod", "" },
  { "reversed", "" },
  { "zip", "" },
  { "map", "" },
  { "filter", "" },
  { "enumerate", "" },
  { "BaseException", "args" },
  { "Exception", "" },
  { "ArithmeticError", "" },
  { "AttributeError", "name obj" },
  { "ImportError", "msg name path name_from" },
  { "KeyError", "" },
  { "LookupError", "" },
  { "IndexError", "" },
  { "NameError", "name" },
  { "OSError", "errno strerror filename filename2 characters_written" },
  { "RuntimeError", "" },
  { "StopIteration", "value" },
  { "SyntaxError", "msg filename lineno offset text print_file_and_line end_lineno end_offset" },
  { "SystemExit", "code" },
  { "TypeError", "" },
  { "ValueError", "" },
  { "collections.OrderedDict", "" },
  { "collections.defaultdict", "default_factory" },
  { "collections.deque", "maxlen" },
  { "array.array", "typecode itemsize" },
  { "functools.partial", "func args keywords" },
  { "datetime.date", "year month day" },
  { "datetime.datetime", "hour minute second microsecond tzinfo fold" },
  { "datetime.time", "hour minute second microsecond tzinfo fold" },
  { "datetime.timedelta", "days seconds microseconds" },
  { "decimal.Decimal", "real imag" },
  { "types.SimpleNamespace", "" },
  { "weakref", "" },
  { "weakref.ReferenceType", "" },
};

/* Types of the library that bring an own __dict__ and do not let it be replaced. */
static const HyLibraryNames fixed_dicts[] = {
  { "types.SimpleNamespace", "readonly attribute" },
  { "_io._IOBase", "attribute '__dict__' of '_io._IOBase' objects is not writable" },
};

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  return g_strv_contains ((const char *const *) list, word);
}

gboolean
hy_runtime_library_has (const HyLibraryType *type, const char *name, gboolean any)
{
  if (strcmp (type->name, "object") == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].type, type->name) == 0)
      return any ? rows[i].names[0] != '\0' || type->bases[0] != '\0' : has_word (rows[i].names, name);
  return TRUE;
}

const char *
hy_runtime_type_name (HyLayout *layout)
{
  const HyType *type = hy_layout_get_type (layout);
  if (type->library == NULL || (type->library->flags & HY_LIBRARY_PYTHON) != 0 || strchr (type->tp_name, '.') != NULL)
    return type->tp_name;
  return type->library->name;
}

const char *
hy_runtime_dict_refusal (HyLayout *layout, gboolean *known, gboolean *own)
{
  const HyType *type = hy_layout_get_type (layout);
  *known = TRUE;
  while (type->base != NULL && type->base->dictoffset != 0)
    type = type->base;
  *own = type->library == NULL || (type->library->flags & HY_LIBRARY_PYTHON) != 0;
  if (*own)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (fixed_dicts); i++)
    if (strcmp (fixed_dicts[i].type, type->library->name) == 0)
      return fixed_dicts[i].names;
  *known = strcmp (type->library->name, "BaseException") == 0 || strcmp (type->library->name, "functools.partial") == 0;
  return NULL;
}

const HyMember *
hy_runtime_find_member (const HyClassDef *def, const char *name)
{
  const HyMember *found = NULL;
  for (gsize i = 0; i < def->n_members; i++)
    if (def->members[i].kind != HY_MEMBER_ANNOTATION && strcmp (def->members[i].name, name) == 0)
      found = &def->members[i];
  return found;
}

/* Whether @name is a field of the dataclass at @place of the MRO, its own or of one of its bases. */
static gboolean
has_field (const HyType *type, gsize place, const char *name)
{
  for (gsize i = place; i < type->n_mro; i++)
    {
      const HyClassDef *def = type->mro[i]->def;
      if (def != NULL && def->kind == HY_KIND_DATACLASS && def->fields != NULL &&
          g_strv_contains ((const char *const *) def->fields, name))
        return TRUE;
    }
  return FALSE;
}

/* Lib/dataclasses.py, _frozen_get_del_attr: for any name of an instance of the very class, else for its fields. */
gboolean
hy_runtime_refuse_frozen (HyRuntime *self, const char *name, gboolean set, HyOutcome *outcome)
{
  const HyLayout *layout = hy_runtime_get_layout (self);
  const HyType *type = hy_layout_get_type (hy_runtime_get_layout (self));

  for (gsize i = 0; i < type->n_mro; i++)
    {
      const HyClassDef *def = type->mro[i]->def;
      if (def != NULL && hy_runtime_find_member (def, set ? "__setattr__" : "__delattr__") != NULL)
        return FALSE;
      if (def == NULL || def->kind != HY_KIND_DATACLASS || def->dataclass.frozen != 1)
        continue;
      gboolean replaced =
          def->dataclass.slots == 1 && !hy_rule_holds (HY_RULE_DATACLASS_SLOTS_FIX_CELLS, layout->abi->minor);
      if ((i == 0 && !replaced) || has_field (type, i, name))
        hy_outcome_raise (outcome, "FrozenInstanceError",
                          set ? "cannot assign to field '%2$s'" : "cannot delete field '%2$s'", def->name, name);
      else if (replaced)
        hy_outcome_raise (outcome, "TypeError", hy_runtime_texts_for (layout->abi)->super_of_other, layout->def->name,
                          def->name);
      else
        continue;
      return TRUE;
    }
  return FALSE;
}
