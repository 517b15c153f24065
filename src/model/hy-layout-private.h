/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-layout.h"
#include "hy-types.h"

G_BEGIN_DECLS

/* A blank layout of @type; takes over @types, which owns it. */
HyLayout *hy_layout_new (HyClassDef *def, const HyAbi *abi, HyTypes *types, const HyType *type);

/* The type that was laid out; owned by the layout. */
const HyType *hy_layout_get_type (HyLayout *self);

/* Warns where the spans leave the block uncovered, overlap or are out of order. */
void hy_layout_check (HyLayout *self);

G_END_DECLS
