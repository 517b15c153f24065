/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-type.h"

G_BEGIN_DECLS

/* Sets the MRO of @self from its bases, or refuses it as CPython does for a repeated base and for bases that have no
 * consistent order. Source: Objects/typeobject.c, mro_implementation, check_duplicates, pmerge, set_mro_error. */
gboolean hy_mro_linearize (HyType *self, const HyAbi *abi);

G_END_DECLS
