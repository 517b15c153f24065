/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-abi.h"

G_BEGIN_DECLS

/* What measuring adds or hides: a block that came from a free list was not asked of the allocator, one that went there
 * was not given back, and the first instance of a class may fill a cache. */

/* Whether @difference (measured − modelled) is that of one block of a size that @abi keeps a free list for. */
gboolean truth_noise_is_free_list (const HyAbi *abi, gint64 difference);

/* Whether @difference at creation rank @rank (from 1) is no fault of the model. */
gboolean truth_noise_explains (const HyAbi *abi, guint rank, gint64 difference);

G_END_DECLS
