/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-class-def.h"
#include "hy-json-bounds.h"

G_BEGIN_DECLS

/* One class of a reply, whose bases stand among @defs before it. @file: display path for a class without one of its
 * own. NULL when it makes no sense. (transfer full) */
HyClassDef *hy_reply_class (JsonObject *object, GPtrArray *defs, const char *file);

G_END_DECLS
