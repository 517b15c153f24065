/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-types.h"

G_BEGIN_DECLS

/* Executes the class statement of @self->def: bases, metaclass, type.__new__, then what its kind and decorators do. */
gboolean hy_class_statement_make (HyTypes *types, HyType *self);

/* The names in the class's namespace when type.__new__ sees it, mangled; a new set of strings. */
GHashTable *hy_class_statement_namespace (const HyAbi *abi, const HyClassDef *def);

G_END_DECLS
