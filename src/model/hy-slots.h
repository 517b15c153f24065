/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-type.h"

G_BEGIN_DECLS

/* @name as the compiler and type_new write it inside class @class_name: __x becomes _Class__x. Caller frees.
 * Source: Python/compile.c, _Py_Mangle. */
char *hy_slots_mangle (const char *class_name, const char *name);

/* As str.isidentifier. */
gboolean hy_slots_is_identifier (const char *name);

/* What __slots__ says of one class, and the namespace that it must not collide with. */
typedef struct
{
  HySlotsState state;
  const HySlot *slots;
  gsize n_slots;
  const char *slots_type;
  GHashTable *namespace; /* set of mangled names; NULL for none */
} HySlotsBody;

/* Decides which of __dict__ and __weakref__ @self adds to its base and places its slots from the end of the base on:
 * sets own_dict, own_weakref, members. Refuses as CPython does. @self has name, base and bases.
 * Source: Objects/typeobject.c, type_new (3.6-3.9), type_new_slots and what it calls (3.10+). */
gboolean hy_slots_apply (HyType *self, const HySlotsBody *body, const HyAbi *abi);

G_END_DECLS
