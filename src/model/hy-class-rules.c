/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-rules.h"
#include "hy-mro.h"

gboolean
hy_class_rules_metaclass (HyType *self, HyType *metaclass)
{
  HyType *winner = metaclass;
  for (gsize i = 0; i < self->n_bases; i++)
    {
      HyType *other = self->bases[i]->metaclass;
      if (hy_type_is_subtype (winner, other))
        continue;
      if (!hy_type_is_subtype (other, winner))
        return hy_type_refuse (
            self, "TypeError",
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
            "the metaclasses of all its bases");
      winner = other;
    }
  self->metaclass = winner;
  return TRUE;
}

/* Source: Objects/typeobject.c, extra_ivars. Only a run-time type's trailing pointers are forgiven. */
static gint64
forgive_pointer (const HyType *type, gint64 size, gint64 offset, gint64 base_offset, const HyAbi *abi)
{
  if (type->heap && offset != 0 && base_offset == 0 && offset + abi->pointer == size)
    return size - abi->pointer;
  return size;
}

static gboolean
has_own_layout (const HyType *type, const HyType *base, const HyAbi *abi)
{
  if (type->itemsize != base->itemsize)
    return TRUE;
  gint64 size = type->basicsize;
  if (abi->solid == HY_SOLID_BEYOND_POINTERS && type->itemsize == 0)
    {
      size = forgive_pointer (type, size, type->weakrefoffset, base->weakrefoffset, abi);
      size = forgive_pointer (type, size, type->dictoffset, base->dictoffset, abi);
    }
  return size != base->basicsize;
}

/* The nearest of @type and its ancestors with a layout of its own; object at last. */
static const HyType *
solid_base (const HyType *type, const HyAbi *abi)
{
  const HyType *object = type->mro[type->n_mro - 1];
  const HyType *solid = object;
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  for (const HyType *t = type; t != object; t = t->base)
    g_ptr_array_add (line, (gpointer) t);
  for (guint i = line->len; i > 0; i--)
    {
      const HyType *t = line->pdata[i - 1];
      if (has_own_layout (t, solid, abi))
        solid = t;
    }
  return solid;
}

/* Where only one class is a base, nothing is compared, and what its ancestors measure does not matter. */
static gboolean
check_sizes (HyType *self, const HyType *base, const HyAbi *abi)
{
  for (const HyType *t = base; t != NULL; t = self->n_bases > 1 ? t->base : NULL)
    if (t->sizes_unknown)
      {
        g_autofree char *label = hy_abi_label (abi);
        return hy_type_unknown (self, "the size of %s in CPython %s is not known", t->library->name, label);
      }
  return TRUE;
}

/* Sets the base whose layout @self extends, or refuses. Source: Objects/typeobject.c, best_base, solid_base. */
static gboolean
set_best_base (HyType *self, const HyAbi *abi)
{
  const HyType *winner = NULL;
  for (gsize i = 0; i < self->n_bases; i++)
    {
      HyType *base = self->bases[i];
      if (!base->basetype)
        return hy_type_refuse (self, "TypeError", "type '%s' is not an acceptable base type", base->tp_name);
      if (!check_sizes (self, base, abi))
        return FALSE;
      const HyType *candidate = solid_base (base, abi);
      if (winner != NULL && hy_type_is_subtype (winner, candidate))
        continue;
      if (winner != NULL && !hy_type_is_subtype (candidate, winner))
        return hy_type_refuse (self, "TypeError", "multiple bases have instance lay-out conflict");
      winner = candidate;
      self->base = base;
    }
  return TRUE;
}

/* Source: Objects/typeobject.c, type_new (until 3.9), type_new_descriptors (3.10, 3.11), type_new_alloc (3.12+). */
static void
place_dict (HyType *self, const HyAbi *abi)
{
  if (!self->own_dict)
    return;
  if (abi->managed_dict && (self->itemsize == 0 || abi->var_managed_dict))
    {
      self->flags |= HY_FLAG_MANAGED_DICT;
      self->dictoffset = abi->managed_dictoffset;
      return;
    }
  self->dictoffset = self->itemsize != 0 ? -(gint64) abi->pointer : self->basicsize;
  self->basicsize += abi->pointer;
}

static void
place_weakref (HyType *self, const HyAbi *abi)
{
  if (self->own_weakref && abi->managed_weakref)
    {
      self->flags |= HY_FLAG_MANAGED_WEAKREF;
      self->weakrefoffset = abi->managed_weakrefoffset;
    }
  else if (self->own_weakref)
    {
      self->weakrefoffset = self->basicsize;
      self->basicsize += abi->pointer;
    }
  if (self->own_dict && (self->flags & HY_FLAG_MANAGED_DICT) && abi->managed_dictoffset == 0)
    self->dictoffset = -self->basicsize - 3 * (gint64) abi->pointer;
}

static gboolean
has_inline_values (const HyType *self, const HyAbi *abi)
{
  if (!(self->flags & HY_FLAG_MANAGED_DICT) || self->itemsize != 0)
    return FALSE;
  switch (abi->inline_values)
    {
    case HY_INLINE_BARE_OBJECT:
      return self->basicsize == abi->object_header;
    case HY_INLINE_FIXED_SIZE:
      return TRUE;
    case HY_INLINE_NONE:
    default:
      return FALSE;
    }
}

static void
set_sizes (HyType *self, const HyAbi *abi)
{
  const HyType *base = self->base;
  self->basetype = TRUE;
  self->heap = TRUE;
  self->basicsize = base->basicsize + self->n_members * abi->pointer;
  self->itemsize = base->itemsize;
  self->dictoffset = base->dictoffset;
  self->weakrefoffset = base->weakrefoffset;
  self->flags = base->flags & (HY_FLAG_HAVE_GC | HY_FLAG_MANAGED_DICT | HY_FLAG_MANAGED_WEAKREF);
  place_dict (self, abi);
  place_weakref (self, abi);
  if (abi->heap_types_gc || self->basicsize > base->basicsize)
    self->flags |= HY_FLAG_HAVE_GC;
  if (has_inline_values (self, abi))
    self->flags |= HY_FLAG_INLINE_VALUES;
}

void
hy_class_rules_unmake (HyType *self)
{
  for (gsize i = 0; i < self->n_members; i++)
    g_free (self->members[i].name);
  g_clear_pointer (&self->members, g_free);
  g_clear_pointer (&self->mro, g_free);
  g_clear_pointer (&self->slot_names, g_strfreev);
  self->n_members = self->n_mro = 0;
  self->basicsize = self->itemsize = self->dictoffset = self->weakrefoffset = 0;
  self->flags = 0;
  self->slotted = self->own_dict = self->own_weakref = FALSE;
}

gboolean
hy_class_rules_make (HyType *self, const HySlotsBody *body, const HyAbi *abi)
{
  if (!set_best_base (self, abi) || !hy_slots_apply (self, body, abi))
    return FALSE;
  set_sizes (self, abi);
  return hy_mro_linearize (self, abi);
}
