/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-class-def.h"

G_BEGIN_DECLS

/* As many classes of what is opened come into play by themselves. */
#define HY_OFFER_MAX_IN_PLAY 6

/* Which of @offered (HyClassDef) come into play by themselves: the first ones that have figures on @abi; places that
 * these leave free go to the first of the others. Written to @chosen in the order of @offered; returns how many. */
gsize hy_offer_choose (GPtrArray *offered, const HyAbi *abi, HyClassDef *chosen[HY_OFFER_MAX_IN_PLAY]);

G_END_DECLS
