/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-report.h"

G_BEGIN_DECLS

/* The classes in play, in order. Immutable, reference-counted: an edit makes
 * another one, and undo puts the earlier one back. */
typedef struct _HyClassSet HyClassSet;

#define HY_CLASS_SET_MAX 32

HyClassSet *hy_class_set_new (HyClassDef *const *defs, gsize n); /* (transfer full) */
HyClassSet *hy_class_set_ref (HyClassSet *self);
void hy_class_set_unref (HyClassSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyClassSet, hy_class_set_unref)

const HyReportEntry *hy_class_set_entries (HyClassSet *self, gsize *n);

/* @self with @def at its end, in the first colour that is free; @plan (static; NULL: none) says which storage plan it
 * is and @plan_of the name of the class that it was made of. (transfer full) */
HyClassSet *hy_class_set_add (HyClassSet *self, HyClassDef *def, const char *plan, const char *plan_of);

/* @self without the class at @index. (transfer full) */
HyClassSet *hy_class_set_remove (HyClassSet *self, gsize index);

/* @self with the class at @from standing at @to. (transfer full) */
HyClassSet *hy_class_set_move (HyClassSet *self, gsize from, gsize to);

/* @self with the class at @index hidden or shown. (transfer full) */
HyClassSet *hy_class_set_hide (HyClassSet *self, gsize index, gboolean hidden);

/* @self with the class at @index replaced; colour and place stay. (transfer full) */
HyClassSet *hy_class_set_replace (HyClassSet *self, gsize index, HyClassDef *def);

/* Where @def stands, by identity; -1 when it does not. */
gssize hy_class_set_index (HyClassSet *self, const HyClassDef *def);

G_END_DECLS
