/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-lookup.h"
#include "hy-type.h"

G_BEGIN_DECLS

/* What the first class of an MRO that has a name holds under it. */
typedef struct
{
  const HyType *owner; /* NULL: no class has it */
  HyLookupStage stage;
  gboolean member; /* a member descriptor: a slot, or a C type's */
  char *what;
  gboolean unknown; /* a class of the library whose attributes are not modelled may have it */
} HyAttribute;

void hy_attribute_clear (HyAttribute *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HyAttribute, hy_attribute_clear)

/* Looks for @name, mangled, in the classes of the MRO of @type. Source: Objects/typeobject.c, _PyType_Lookup. */
gboolean hy_attribute_find (const HyType *type, const char *name, guint minor, HyAttribute *found);

/* Whether the class statement gives a value to @name. @def: (nullable) */
gboolean hy_attribute_defines (const HyClassDef *def, const char *name);

/* The same for one of @names, NULL-terminated. @def: (nullable) */
gboolean hy_attribute_defines_any (const HyClassDef *def, const char *const *names);

G_END_DECLS
