/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-slots.h"

#include <string.h>

char *
hy_slots_mangle (const char *class_name, const char *name)
{
  if (!g_str_has_prefix (name, "__") || g_str_has_suffix (name, "__") || strchr (name, '.') != NULL)
    return g_strdup (name);
  const char *stripped = class_name + strspn (class_name, "_");
  if (*stripped == '\0')
    return g_strdup (name);
  return g_strconcat ("_", stripped, name, NULL);
}

gboolean
hy_slots_is_identifier (const char *name)
{
  if (*name == '\0')
    return FALSE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);
      gboolean letter = c == '_' || g_unichar_isalpha (c) || type == G_UNICODE_LETTER_NUMBER;
      gboolean follows = type == G_UNICODE_DECIMAL_NUMBER || type == G_UNICODE_NON_SPACING_MARK ||
                         type == G_UNICODE_SPACING_MARK || type == G_UNICODE_CONNECT_PUNCTUATION;
      if (!letter && (p == name || !follows))
        return FALSE;
    }
  return TRUE;
}

static gboolean
may_add_dict (const HyType *self)
{
  return self->base->dictoffset == 0;
}

static gboolean
may_add_weakref (const HyType *self)
{
  return self->base->weakrefoffset == 0 && self->base->itemsize == 0;
}

/* On a base with items, some versions allow what they would not add of themselves. */
static gboolean
may_name_weakref (const HyType *self, const HyAbi *abi)
{
  return may_add_weakref (self) || (abi->var_slots == HY_VAR_SLOTS_AFTER_ITEMS && self->base->weakrefoffset == 0);
}

static gboolean
check_slot (HyType *self, const HySlot *slot, const HyAbi *abi)
{
  if (slot->name == NULL)
    return hy_type_refuse (self, "TypeError", "__slots__ items must be strings, not '%s'", slot->type_name);
  if (!hy_slots_is_identifier (slot->name))
    return hy_type_refuse (self, "TypeError", "__slots__ must be identifiers");
  if (g_str_equal (slot->name, "__dict__"))
    {
      if (self->own_dict || !may_add_dict (self))
        return hy_type_refuse (self, "TypeError", "__dict__ slot disallowed: we already got one");
      self->own_dict = TRUE;
    }
  if (g_str_equal (slot->name, "__weakref__"))
    {
      if (self->own_weakref || !may_name_weakref (self, abi))
        return hy_type_refuse (self, "TypeError", "%s", abi->weakref_refusal);
      self->own_weakref = TRUE;
    }
  return TRUE;
}

static gboolean
is_special (const char *name)
{
  return g_str_equal (name, "__dict__") || g_str_equal (name, "__weakref__");
}

static gboolean
conflicts (const HySlotsBody *body, const char *mangled, const HyAbi *abi)
{
  if (body->namespace == NULL || !g_hash_table_contains (body->namespace, mangled))
    return FALSE;
  return !(abi->qualname_slot && g_str_equal (mangled, "__qualname__")) && !g_str_equal (mangled, "__classcell__");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const HySlotMember *) a)->name, ((const HySlotMember *) b)->name);
}

/* CPython sorts the mangled names; each, a repeated one too, takes a pointer after the base's fields. */
static gboolean
place_members (HyType *self, const HySlotsBody *body, const HyAbi *abi)
{
  self->members = g_new0 (HySlotMember, body->n_slots);
  for (gsize i = 0; i < body->n_slots; i++)
    {
      if (is_special (body->slots[i].name))
        continue;
      char *mangled = hy_slots_mangle (self->name, body->slots[i].name);
      self->members[self->n_members++].name = mangled;
      if (conflicts (body, mangled, abi))
        return hy_type_refuse (self, "ValueError", "'%s' in __slots__ conflicts with class variable", mangled);
      if (g_str_equal (mangled, "__classcell__") && !abi->qualname_slot)
        return hy_type_unknown (self, "the slot __classcell__ conflicts with what super () in a method needs");
      if (g_str_equal (mangled, "__module__"))
        return hy_type_unknown (self, "the module's name hides the slot __module__ of a class that a call makes");
    }
  if (self->n_members > 1)
    qsort (self->members, self->n_members, sizeof (HySlotMember), compare_names);
  for (gsize i = 0; i < self->n_members; i++)
    self->members[i].offset = self->base->basicsize + i * abi->pointer;
  return TRUE;
}

/* What a slotted class lacks, a base other than the best one may bring. Source: type_new_slots_bases. */
static void
adopt_from_bases (HyType *self, const HyAbi *abi)
{
  for (gsize i = 0; i < self->n_bases; i++)
    {
      const HyType *base = self->bases[i];
      if (base == self->base)
        continue;
      self->own_dict |= may_add_dict (self) && base->dictoffset != 0;
      self->own_weakref |= may_name_weakref (self, abi) && base->weakrefoffset != 0;
    }
}

static gboolean
refuse_var_slots (HyType *self, const HyAbi *abi)
{
  return hy_type_refuse (self, "TypeError", "%s '%s'", abi->var_slots_refusal, self->base->tp_name);
}

/* Places the names after __dict__ and __weakref__ are taken out; on a base with items only tuple's can have them. */
static gboolean
place_slots (HyType *self, const HySlotsBody *body, const HyAbi *abi)
{
  for (gsize i = 0; i < body->n_slots; i++)
    if (!check_slot (self, &body->slots[i], abi))
      return FALSE;
  if (!place_members (self, body, abi))
    return FALSE;
  if (self->base->itemsize != 0 && self->n_members > 0 && !hy_type_inherits_library (self->base, "tuple"))
    return refuse_var_slots (self, abi);
  return TRUE;
}

gboolean
hy_slots_apply (HyType *self, const HySlotsBody *body, const HyAbi *abi)
{
  switch (body->state)
    {
    case HY_SLOTS_ABSENT:
      self->own_dict = may_add_dict (self);
      self->own_weakref = may_add_weakref (self);
      return TRUE;
    case HY_SLOTS_NOT_ITERABLE:
      return hy_type_refuse (self, "TypeError", "'%s' object is not iterable", body->slots_type);
    case HY_SLOTS_UNKNOWN:
      return hy_type_unknown (self, "its __slots__ can't be known without running the file");
    case HY_SLOTS_NAMES:
    default:
      break;
    }
  self->slotted = TRUE;
  if (self->base->itemsize != 0 && body->n_slots > 0 && abi->var_slots == HY_VAR_SLOTS_NONE)
    return refuse_var_slots (self, abi);
  if (!place_slots (self, body, abi))
    return FALSE;
  self->slot_names = g_new0 (char *, body->n_slots + 1);
  for (gsize i = 0; i < body->n_slots; i++)
    self->slot_names[i] = g_strdup (body->slots[i].name);
  adopt_from_bases (self, abi);
  return TRUE;
}
