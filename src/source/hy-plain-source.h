/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-reading.h"

G_BEGIN_DECLS

/* Reads @text where there is no Python to parse it: plain class statements with __slots__, an __init__ that assigns
 * its parameters, None, True, False or whole numbers to attributes, bases of the same text. Anything else is
 * HY_SOURCE_ERROR_NO_INTERPRETER at its line: it is never guessed. (transfer full) */
HyReading *hy_plain_source_read (const char *text);

G_END_DECLS
