/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-budget.h"

/* The budgets of a pyproject.toml, as an interpreter answers them. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) budgets = hy_budget_parse ((const char *) data, size, &error);

  g_assert ((budgets == NULL) == (error != NULL));
  return 0;
}
