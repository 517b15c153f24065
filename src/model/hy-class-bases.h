/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-types.h"

G_BEGIN_DECLS

/* Sets the bases of @self to what its class statement names, with typing's aliases replaced as their __mro_entries__
 * does; object where it names none. Refuses what is no class. Source: Python/bltinmodule.c, update_bases;
 * Lib/typing.py, _GenericAlias.__mro_entries__ (3.7+), GenericMeta.__new__ (3.6). */
gboolean hy_class_bases_resolve (HyTypes *types, HyType *self);

/* Fails @self like the class among those its statement names of which the own statement failed; of several the one that
 * stands first is the one that stops Python. */
gboolean hy_class_bases_check_failed (HyTypes *types, HyType *self);

/* The type that @base names; NULL with @self refused or unknown. */
HyType *hy_class_bases_resolve_one (HyTypes *types, HyType *self, const HyBase *base);

/* Whether @base is that type of the library, as written. */
gboolean hy_class_bases_is_library (const HyBase *base, const char *name);

G_END_DECLS
