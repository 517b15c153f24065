/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-layout.h"

G_BEGIN_DECLS

/* What one class of the MRO adds to an instance. */
typedef struct
{
  char *name;
  char *adds;       /* translated: "slots id, customer", "__dict__", "nothing" */
  gint64 basicsize; /* of its own instances; -1 unknown */
} HyContribution;

/* Every class of the file in @layout's MRO, itself first, with what it adds to the layout. (transfer full) of
 * HyContribution; empty where Python refuses the class or it is not known. */
GPtrArray *hy_bases_contributions (HyLayout *layout);

G_END_DECLS
