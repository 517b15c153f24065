/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-value.h"

G_BEGIN_DECLS

/* Reads one Python literal at *@text and moves *@text behind it: None, True, False, a number, a plain string, a list,
 * tuple, set or dict of literals. NULL when there is none, *@text being undefined then. (transfer full) */
HyValue *hy_literal_parse (const char **text);

G_END_DECLS
