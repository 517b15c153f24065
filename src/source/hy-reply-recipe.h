/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-class-def.h"
#include "hy-json-bounds.h"

G_BEGIN_DECLS

/* Fills the blank @recipe from a reply's object. A step that makes no sense makes the recipe unknown. */
void hy_reply_recipe (HyRecipe *recipe, JsonObject *object);

G_END_DECLS
