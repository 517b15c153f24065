/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-slots.h"

G_BEGIN_DECLS

/* Sets the metaclass of @self to the most derived one among @metaclass (what the statement names, or the type of the
 * first base) and those of its bases, or refuses. Source: Objects/typeobject.c, _PyType_CalculateMetaclass. */
gboolean hy_class_rules_metaclass (HyType *self, HyType *metaclass);

/* All that type.__new__ does, in its order: best base, slots, sizes and offsets, MRO. @self has name, bases and
 * metaclass. Refuses as CPython does. */
gboolean hy_class_rules_make (HyType *self, const HySlotsBody *body, const HyAbi *abi);

/* Takes back what hy_class_rules_make set, for a decorator that makes the class a second time. */
void hy_class_rules_unmake (HyType *self);

G_END_DECLS
