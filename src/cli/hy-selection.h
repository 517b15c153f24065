/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-class-def.h"
#include "hy-layout-figures.h"
#include "hy-option.h"

G_BEGIN_DECLS

/* The classes that a command line is about. */
typedef struct
{
  GPtrArray *classes;  /* of HyClassDef, in the order of FILEs and lines */
  GPtrArray *errors;   /* of HyFiguresError: what could not be read; the rest is answered */
  GPtrArray *messages; /* of char *: the same for people, with the line at fault */
  gboolean usage;      /* one of the errors is the batch's, not a file's */
  gboolean cannot;     /* one of them is a file's */
} HySelection;

/* Reads what @arguments (NULL-terminated; none means the lesson's two classes) or --batch name, in one run of one
 * interpreter, with --factory. Does I/O; never runs a file.
 * NULL with HY_CLI_ERROR_USAGE: a CLASS that its FILE lacks, a factory that makes none of it, arguments beside
 * --batch; with HY_CLI_ERROR_CANNOT: no batch. */
HySelection *hy_selection_read (const HyOptions *options, char *const *arguments, GError **error);

void hy_selection_free (HySelection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HySelection, hy_selection_free)

/* Says on standard error what could not be read; returns the exit status that it means. */
int hy_selection_report (HySelection *self);

G_END_DECLS
