/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-evidence.h"

G_BEGIN_DECLS

/* A report in one file, with nothing to load from elsewhere. @svg: the chart, put into it; NULL for none.
 * (transfer full) */
char *hy_measure_html (const HyEvidence *evidence, GBytes *svg);

/* A row for each class, without lists; RFC 4180. (transfer full) */
char *hy_measure_csv (const HyEvidence *evidence);

G_END_DECLS
