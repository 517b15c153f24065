/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-types.h"

G_BEGIN_DECLS

/* What enum's and typing's metaclasses check before the class is made. @self has bases and metaclass. */
gboolean hy_class_kinds_check (HyTypes *types, HyType *self);

/* ... and after. Source: Lib/typing.py, Generic.__init_subclass__, Protocol.__init_subclass__. */
gboolean hy_class_kinds_check_made (HyTypes *types, HyType *self);

/* A class with the base typing.NamedTuple, or what namedtuple () returns.
 * Source: Lib/typing.py, NamedTupleMeta; Lib/collections/__init__.py, namedtuple. */
gboolean hy_class_kinds_make_namedtuple (HyTypes *types, HyType *self);

/* Whether @def is a typing.TypedDict. */
gboolean hy_class_kinds_is_typed_dict (HyTypes *types, const HyClassDef *def);

/* Source: Lib/typing.py, _TypedDictMeta.__new__. */
gboolean hy_class_kinds_make_typed_dict (HyTypes *types, HyType *self);

G_END_DECLS
