/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-types.h"
#include "hy-class-rules.h"
#include "hy-class-statement.h"
#include "hy-mro.h"

struct _HyTypes
{
  const HyAbi *abi;
  GPtrArray *owned;
  GHashTable *classes; /* HyClassDef → HyType */
  GHashTable *library; /* HyLibraryType → HyType */
  guint depth;
};

/* Longer chains than any real code has; keeps the recursion off the end of the stack. */
#define MAX_DEPTH 500

HyTypes *
hy_types_new (const HyAbi *abi)
{
  HyTypes *self = g_new0 (HyTypes, 1);
  self->abi = abi;
  self->owned = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_type_free);
  self->classes = g_hash_table_new (NULL, NULL);
  self->library = g_hash_table_new (NULL, NULL);
  return self;
}

void
hy_types_free (HyTypes *self)
{
  g_hash_table_unref (self->classes);
  g_hash_table_unref (self->library);
  g_ptr_array_unref (self->owned);
  g_free (self);
}

const HyAbi *
hy_types_get_abi (HyTypes *self)
{
  return self->abi;
}

/* A blank type, owned by @self. */
static HyType *
add_type (HyTypes *self, const char *name)
{
  HyType *type = hy_type_new (name);
  g_ptr_array_add (self->owned, type);
  return type;
}

static void
set_single_mro (HyType *type)
{
  type->n_mro = type->n_bases == 0 ? 1 : type->bases[0]->n_mro + 1;
  type->mro = g_new0 (HyType *, type->n_mro);
  type->mro[0] = type;
  for (gsize i = 1; i < type->n_mro; i++)
    type->mro[i] = type->bases[0]->mro[i - 1];
}

static void
fill_c_type (HyTypes *self, HyType *type)
{
  const HyLibraryType *row = type->library;
  HyLibrarySize sizes;
  type->basetype = (row->flags & HY_LIBRARY_BASETYPE) != 0;
  type->heap = (row->flags & HY_LIBRARY_HEAP) != 0;
  if (row->tp_name != NULL)
    type->tp_name = row->tp_name;
  type->flags = ((row->flags & HY_LIBRARY_GC) ? HY_FLAG_HAVE_GC : 0) |
                ((row->flags & HY_LIBRARY_MANAGED_DICT) ? HY_FLAG_MANAGED_DICT : 0) |
                ((row->flags & HY_LIBRARY_MANAGED_WEAKREF) ? HY_FLAG_MANAGED_WEAKREF : 0) |
                ((row->flags & HY_LIBRARY_INLINE_VALUES) ? HY_FLAG_INLINE_VALUES : 0);
  type->base = type->n_bases > 0 ? type->bases[0] : NULL;
  set_single_mro (type);
  type->sizes_unknown = !hy_library_sizes (row, self->abi, &sizes);
  if (type->sizes_unknown)
    return;
  type->basicsize = sizes.basicsize;
  type->itemsize = sizes.itemsize;
  type->dictoffset = sizes.dictoffset;
  type->weakrefoffset = sizes.weakrefoffset;
}

static gboolean
inherits_unknown_sizes (const HyType *type)
{
  for (gsize i = 0; i < type->n_bases; i++)
    if (type->bases[i]->sizes_unknown)
      return TRUE;
  return FALSE;
}

static gboolean
fill_python_type (HyTypes *self, HyType *type, HyType *metaclass)
{
  const HyLibraryType *row = type->library;
  HySlotsBody body = { 0 };
  if (inherits_unknown_sizes (type))
    {
      type->sizes_unknown = type->basetype = type->heap = TRUE;
      type->base = type->bases[0];
      return hy_class_rules_metaclass (type, metaclass) && hy_mro_linearize (type, self->abi);
    }
  g_auto (GStrv) names = row->slots != NULL ? g_strsplit (row->slots, " ", -1) : NULL;
  g_autofree HySlot *slots = NULL;
  if (names != NULL)
    {
      body.state = HY_SLOTS_NAMES;
      body.n_slots = *row->slots != '\0' ? g_strv_length (names) : 0;
      slots = g_new0 (HySlot, body.n_slots + 1);
      for (gsize i = 0; i < body.n_slots; i++)
        slots[i].name = names[i];
      body.slots = slots;
    }
  return hy_class_rules_metaclass (type, metaclass) && hy_class_rules_make (type, &body, self->abi);
}

static gboolean
resolve_library_bases (HyTypes *self, HyType *type)
{
  if (*type->library->bases == '\0')
    return TRUE;
  g_auto (GStrv) names = g_strsplit (type->library->bases, " ", -1);
  gsize n = g_strv_length (names);
  type->bases = g_new0 (HyType *, n);
  for (gsize i = 0; i < n; i++)
    {
      HyType *base = hy_types_library (self, names[i]);
      if (base == NULL)
        return hy_type_unknown (type, "%s, a base of %s, is not modelled", names[i], type->library->name);
      type->bases[type->n_bases++] = base;
      if (base->status != HY_STATUS_EXACT)
        return hy_type_fail_like (type, base);
    }
  return TRUE;
}

static HyType *
make_library_type (HyTypes *self, const HyLibraryType *row)
{
  HyType *type = add_type (self, hy_library_short_name (row));
  type->library = row;
  g_hash_table_insert (self->library, (gpointer) row, type);
  if (!resolve_library_bases (self, type))
    return type;
  /* object's MRO must stand before its metaclass is made: type inherits from it. */
  if (!(row->flags & HY_LIBRARY_PYTHON))
    fill_c_type (self, type);
  type->metaclass = hy_types_library (self, row->metaclass != NULL ? row->metaclass : "type");
  if (row->flags & HY_LIBRARY_PYTHON)
    fill_python_type (self, type, type->metaclass);
  return type;
}

HyType *
hy_types_library (HyTypes *self, const char *name)
{
  const HyLibraryType *row = hy_library_find (name, self->abi->minor);
  if (row == NULL)
    return NULL;
  HyType *type = g_hash_table_lookup (self->library, row);
  return type != NULL ? type : make_library_type (self, row);
}

/* What a name of the file stands for that is no class statement: a library type, or the type of one value. */
static const char *
stands_for (const HyClassDef *def)
{
  static const char *const value_types[] = {
    [HY_VALUE_NONE] = "NoneType",       [HY_VALUE_BOOL] = "bool",           [HY_VALUE_INT] = "int",
    [HY_VALUE_FLOAT] = "float",         [HY_VALUE_COMPLEX] = "complex",     [HY_VALUE_STR] = "str",
    [HY_VALUE_BYTES] = "bytes",         [HY_VALUE_BYTEARRAY] = "bytearray", [HY_VALUE_TUPLE] = "tuple",
    [HY_VALUE_LIST] = "list",           [HY_VALUE_DICT] = "dict",           [HY_VALUE_SET] = "set",
    [HY_VALUE_FROZENSET] = "frozenset",
  };
  if (def->kind == HY_KIND_ALIAS && def->n_bases == 1 && def->bases[0].kind == HY_BASE_LIBRARY)
    return def->bases[0].name;
  const HyValue *value = def->kind == HY_KIND_FACTORY ? def->recipe.payload : NULL;
  if (value != NULL && value->kind == HY_VALUE_LIBRARY)
    return value->type_name;
  if (value != NULL && (gsize) value->kind < G_N_ELEMENTS (value_types))
    return value_types[value->kind];
  return NULL;
}

static HyType *
find_alias (HyTypes *self, HyClassDef *def)
{
  const char *name = stands_for (def);
  HyType *type = name != NULL ? hy_types_library (self, name) : NULL;
  if (type == NULL)
    {
      type = add_type (self, def->name);
      if (name != NULL)
        hy_type_unknown (type, "%s is not modelled for CPython 3.%u", name, self->abi->minor);
      else
        hy_type_unknown (type, "%s", def->unknown != NULL ? def->unknown : "what it makes is not known");
    }
  return type;
}

HyType *
hy_types_class (HyTypes *self, HyClassDef *def)
{
  HyType *type = g_hash_table_lookup (self->classes, def);
  if (type != NULL)
    return type;
  if (def->kind == HY_KIND_ALIAS || def->kind == HY_KIND_FACTORY)
    {
      type = find_alias (self, def);
      g_hash_table_insert (self->classes, def, type);
      return type;
    }
  type = add_type (self, def->name);
  type->def = def;
  g_hash_table_insert (self->classes, def, type);
  if (self->depth == MAX_DEPTH)
    {
      hy_type_unknown (type, "its bases go deeper than %d classes", MAX_DEPTH);
      return type;
    }
  self->depth++;
  hy_class_statement_make (self, type);
  self->depth--;
  if (type->status != HY_STATUS_EXACT && type->failed_line == 0)
    type->failed_line = def->line;
  return type;
}
