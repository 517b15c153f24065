/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-types.h"

G_BEGIN_DECLS

/* What @dataclass does with the made class @self: collects the fields, refuses what it refuses, and with slots=True
 * makes the class a second time. Source: Lib/dataclasses.py, _process_class, _get_field, _init_fn, _add_slots. */
gboolean hy_dataclass_apply (HyTypes *types, HyType *self);

/* What attrs' decorators do: with slots they make the class a second time. Source: attrs, src/attr/_make.py,
 * _ClassBuilder._create_slots_class. */
gboolean hy_dataclass_apply_attrs (HyTypes *types, HyType *self);

G_END_DECLS
