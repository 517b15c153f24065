/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-library.h"
#include "hy-maker.h"
#include "hy-runtime.h"

G_BEGIN_DECLS

/* What a CPython says when an attribute can't be had. Formats take the class's
 * name as %1$s and the attribute's as %2$s. Static rows in hy-runtime-texts.c. */
typedef struct
{
  guint from_minor, to_minor;
  const char *missing_get;    /* get of a name that is nowhere */
  const char *missing_delete; /* del of a name that is not in the __dict__ */
  const char *no_place;       /* set or del of a name where there is no __dict__ */
  const char *read_only;      /* set or del of a class attribute where there is no __dict__ */
  const char *unset_get;      /* get of a slot that holds nothing */
  const char *unset_delete;
  const char *no_setter; /* property */
  const char *no_deleter;
  const char *weakref_read_only;
  const char *super_of_other; /* super (B, o) where o is no B; %2$s is B */
} HyRuntimeTexts;

const HyRuntimeTexts *hy_runtime_texts_for (const HyAbi *abi);

/* The bytes behind a runtime at one moment. */
typedef struct
{
  guint64 requested, allocated;
} HyRuntimeBytes;

HyRuntimeBytes hy_runtime_measure (HyRuntime *self, gsize instance);

/* Sets the deltas of @outcome from what was measured @before. */
void hy_runtime_settle (HyRuntime *self, gsize instance, HyRuntimeBytes before, HyOutcome *outcome);

HyLayout *hy_runtime_get_layout (HyRuntime *self);
HyMaker *hy_runtime_get_maker (HyRuntime *self);

/* NULL when there is no such instance; @outcome then says so. */
HyInstance *hy_runtime_get_instance (HyRuntime *self, gsize instance, HyOutcome *outcome);

/* Each sets @outcome and returns. The format is one of HyRuntimeTexts. */
void hy_outcome_done (HyOutcome *outcome, const char *explanation);
void hy_outcome_unknown (HyOutcome *outcome, const char *reason);
void hy_outcome_raise (HyOutcome *outcome, const char *type, const char *format, const char *class_name,
                       const char *name);

/* tp_name: what CPython's texts call the type, for a C type with its module. */
const char *hy_runtime_type_name (HyLayout *layout);

/* What the body of a class binds @name to in the end, annotations left out; NULL when nothing. Owned by @def. */
const HyMember *hy_runtime_find_member (const HyClassDef *def, const char *name);

/* TRUE when the class, or a base, is a frozen dataclass that refuses the change, with what it raises in @outcome. */
gboolean hy_runtime_refuse_frozen (HyRuntime *self, const char *name, gboolean set, HyOutcome *outcome);

/* Whether a library type may have an attribute @name (double underscores left out) that is found on the class before
 * the instance's own (@any: any attribute at all). */
gboolean hy_runtime_library_has (const HyLibraryType *type, const char *name, gboolean any);

/* What setting __dict__ raises where a C type's own __dict__ does not allow it; NULL where it does. @known is FALSE
 * where the model does not know; @own is TRUE where the __dict__ is that of a class statement. */
const char *hy_runtime_dict_refusal (HyLayout *layout, gboolean *known, gboolean *own);

/* del o.__dict__ */
void hy_runtime_delete_dict (HyRuntime *self, gsize instance, HyOutcome *outcome);

G_END_DECLS
