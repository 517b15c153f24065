/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-layout.h"

G_BEGIN_DECLS

typedef enum
{
  HY_LOOKUP_DATA_DESCRIPTOR,
  HY_LOOKUP_INSTANCE,
  HY_LOOKUP_NON_DATA_DESCRIPTOR,
  HY_LOOKUP_CLASS_ATTRIBUTE,
  HY_LOOKUP_GETATTR,
} HyLookupStage;

/* One place where Python looks for o.NAME, in its order. */
typedef struct
{
  HyLookupStage stage;
  gboolean found; /* the search ends here */
  char *where;    /* class of the MRO, or "instance __dict__"; NULL where a class is searched in vain */
  char *what;     /* "member descriptor (slot at offset 16)", "property", "function" ... English; NULL with not found */
} HyLookupStep;

/* The chain for @name, mangled, on an instance made by the class's recipe: @n_steps, the last one found unless
 * AttributeError. (transfer full), free with hy_lookup_steps_free. NULL and 0 when the layout is not exact, when a
 * class has its own __getattribute__, or when the name may be an attribute of a library class whose attributes are not
 * modelled. Source: Objects/object.c, _PyObject_GenericGetAttrWithDict. */
HyLookupStep *hy_lookup_chain (HyLayout *layout, const char *name, gsize *n_steps);
void hy_lookup_steps_free (HyLookupStep *steps, gsize n_steps);

G_END_DECLS
