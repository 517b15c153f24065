/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-runtime.h"
#include "hy-store.h"

G_BEGIN_DECLS

/* The blocks that one instance owns now, the instance's own first: @layout's type with @attributes of @store.
 * (transfer full), free with hy_blocks_free. Labels belong to @layout and @store. */
HyBlock *hy_blocks_new (HyLayout *layout, HyStore *store, const HyAttributes *attributes, gsize *n_blocks);

G_END_DECLS
