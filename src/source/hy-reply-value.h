/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-json-bounds.h"
#include "hy-value.h"

G_BEGIN_DECLS

/* The value that a reply's object describes; of kind UNKNOWN where the reply makes no sense. (transfer full) */
HyValue *hy_reply_value (JsonObject *object);

/* The member's value; NULL where it is absent or null. (transfer full) */
HyValue *hy_reply_value_member (JsonObject *object, const char *name);

G_END_DECLS
