/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-output.h"

G_BEGIN_DECLS

/* Cells in columns as wide as their widest cell, two blanks apart. */
typedef struct _HyTextTable HyTextTable;

/* @columns: a letter each, 'l' for text on the left, 'r' for numbers on the right. */
HyTextTable *hy_text_table_new (const char *columns);
void hy_text_table_free (HyTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyTextTable, hy_text_table_free)

/* The next cell, row by row. */
void hy_text_table_add (HyTextTable *self, HyStyle style, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Two blanks before each row, none at its end. */
void hy_text_table_print (HyTextTable *self, HyOutput *output);

G_END_DECLS
