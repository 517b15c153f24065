/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-evidence.h"

/* A file that somebody calls saved evidence. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  HyEvidence *evidence = hy_evidence_from_json ((const char *) data, size, NULL);

  g_clear_pointer (&evidence, hy_evidence_unref);
  return 0;
}
