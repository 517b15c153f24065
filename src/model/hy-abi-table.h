/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-abi.h"

G_BEGIN_DECLS

extern const HyAbi hy_abi_table[];
extern const gsize hy_abi_table_length;

G_END_DECLS
