/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-maker.h"
#include "hy-payload.h"
#include "hy-runtime.h"

G_BEGIN_DECLS

/* The blocks that one instance owns now, the instance's own first: @layout's type with what @instance of @store has
 * and @payload. (transfer full), free with hy_blocks_free. Labels belong to @layout and @store, or are static. */
HyBlock *hy_blocks_new (HyLayout *layout, HyStore *store, const HyInstance *instance, const HyPayload *payload,
                        gsize *n_blocks);
void hy_blocks_free (HyBlock *blocks, gsize n_blocks);

G_END_DECLS
