/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-type.h"

G_BEGIN_DECLS

/* The type objects of one CPython, made when first asked for. Owns them; for one caller. */
typedef struct _HyTypes HyTypes;

HyTypes *hy_types_new (const HyAbi *abi);
void hy_types_free (HyTypes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyTypes, hy_types_free)

const HyAbi *hy_types_get_abi (HyTypes *self);

/* The library type of that name; NULL where this CPython has none or its layout is not known. */
HyType *hy_types_library (HyTypes *self, const char *name);

/* What the class statement @def makes. Never NULL: what Python refuses or the model does not know is in its status. */
HyType *hy_types_class (HyTypes *self, HyClassDef *def);

G_END_DECLS
