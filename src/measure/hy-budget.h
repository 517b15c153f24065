/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a class may cost, as a pyproject.toml says it. Texts as written, NULL where not given. */
typedef struct
{
  char *select;    /* FILE:CLASS, relative to the folder of pyproject.toml */
  char *max_bytes; /* per instance */
  char *max_total, *count;
  char *factory, *python;
} HyBudget;

void hy_budget_free (HyBudget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyBudget, hy_budget_free)

/* The pyproject.toml of @folder or of the nearest folder above it; NULL. (transfer full) */
char *hy_budget_find_file (const char *folder);

/* The budgets under [tool.heapyard.budgets] of the file at @path, read by the tomllib of an interpreter of this
 * machine. (element-type HyBudget, transfer full); NULL with G_IO_ERROR: NOT_SUPPORTED where there is no Python 3.11 or
 * newer, INVALID_DATA where the file is wrong, those of reading it. Blocks. */
GPtrArray *hy_budget_read (const char *path, GCancellable *cancellable, GError **error);

/* The same from what budgets.py answers: @length bytes, whatever they are. NULL with G_IO_ERROR_INVALID_DATA. */
GPtrArray *hy_budget_parse (const char *reply, gsize length, GError **error);

G_END_DECLS
