/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-evidence.h"

G_BEGIN_DECLS

/* What goes into a pull request: a table of the classes, the verdict, interpreter, system, date, method and the command
 * that measures the same again. @picture: a path or address to show; NULL. UTF-8. (transfer full) */
char *hy_measure_markdown (const HyEvidence *evidence, const char *picture);

G_END_DECLS
