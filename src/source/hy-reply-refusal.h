/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-refusal.h"
#include "hy-json-bounds.h"

G_BEGIN_DECLS

/* Reads the member @name of a reply's object: {"text", "earlier": [{"last", "text"}]}; without a text where it is
 * absent. Clear it with hy_refusal_clear. */
HyRefusal hy_reply_refusal (JsonObject *object, const char *name);

G_END_DECLS
