/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one of @words (NULL-terminated) that @text was probably meant to be: at most a third of its letters away, case
 * not counted. NULL when none is near. */
const char *hy_suggest (const char *text, const char *const *words);

G_END_DECLS
