/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-report.h"

G_BEGIN_DECLS

/* Words of the picture for what the model names technically. */

/* "Building", "Warehouse: values array" … Translated; static. */
const char *hy_block_title (const HyBlock *block);

/* One sentence: what a span of that kind is for. Translated; static. */
const char *hy_span_why (HySpanKind kind);

/* What the span holds in instance @rank: "'ORD-57'", "Order"; NULL where that says nothing. (transfer full) */
char *hy_span_holds (const HySpan *span, const HyReportClass *class, guint64 rank);

/* The value that attribute @name is given when instance @rank (from 1) is made, as Python prints it; NULL when it is
 * given none or that is not known. (transfer full) */
char *hy_attribute_repr (const HyClassDef *def, const char *name, guint64 rank);

/* The __dict__ of instance @rank as Python prints it; NULL without one, or when it is not known. (transfer full) */
char *hy_dict_repr (const HyLayout *layout, guint64 rank);

G_END_DECLS
