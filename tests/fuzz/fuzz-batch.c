/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-selector.h"

/* The lines of --batch. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) selectors = hy_batch_parse ("fuzz", (const char *) data, size, &error);

  g_assert ((selectors == NULL) == (error != NULL));
  return 0;
}
