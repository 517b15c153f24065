/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-types.h"

G_BEGIN_DECLS

/* What enum's metaclass checks before it makes @self, which has bases and metaclass; TRUE for a class of any other.
 * Source: Lib/enum.py, EnumMeta.__prepare__ and __new__. */
gboolean hy_enumeration_check (HyTypes *types, HyType *self);

/* What enum's metaclass makes of a refusal; returns @made. Where it looks for two data types first, it names them in
 * the order of a set. Source: Lib/enum.py, EnumMeta._find_data_type_. */
gboolean hy_enumeration_judge (HyTypes *types, HyType *self, gboolean made);

G_END_DECLS
