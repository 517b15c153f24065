/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-class-def.h"

G_BEGIN_DECLS

/* The same class stored otherwise: slotted, as a dataclass, a NamedTuple, a tuple, a dict. */
typedef struct
{
  char *name;      /* "__slots__", "dataclass", "dataclass(slots=True)", "NamedTuple", "tuple", "dict" */
  char *text;      /* the whole file with the class so changed; NULL where no class is needed or it is refused */
  char *factory;   /* how instance number i is made of it */
  char *diff;      /* unified, from the file's text to @text; NULL */
  char *refused;   /* why this can't be made of the class; NULL */
  HyClassDef *def; /* the class as read from @text, or the tuple or dict; NULL where refused or not readable */
} HyPlan;

void hy_plan_free (HyPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyPlan, hy_plan_free)

/* All plan names, in their order; NULL-terminated. */
const char *const *hy_plan_names (void);

/* A tuple (or, with @names, a dict) of what the recipe of @def hands to the class. (transfer full); NULL where @def
 * does not say, or not the same for all versions. @name: "tuple" or "dict". @factory: the expression. */
HyClassDef *hy_plan_display (HyClassDef *def, const char *name, const char *factory);

G_END_DECLS
