/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-interpreter-list.h"
#include "hy-measure.h"

G_BEGIN_DECLS

/* What the tests of this folder share. */

/* The usable interpreters of this machine, newest first, one for each version and build; may be empty. */
GPtrArray *hy_workbench_interpreters (void);

/* A folder of its own with one file in it; gone with hy_workbench_folder_free. Returns the file's path. */
char *hy_workbench_file (char **folder, const char *name, const char *text);
void hy_workbench_folder_free (char *folder);

/* Measures one item, totals at four counts or, without @runs, at one; never NULL. */
HyEvidence *hy_workbench_measure (HyInterpreter *interpreter, const HyMeasureItem *item, guint64 count, guint runs);

G_END_DECLS
