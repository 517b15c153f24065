/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hy-measuring.h"

G_BEGIN_DECLS

/* Every interpreter that was found, those that can't measure with their reason; here more are added, and those that
 * were added removed. */
#define HY_TYPE_INTERPRETER_ROW (hy_interpreter_row_get_type ())
G_DECLARE_FINAL_TYPE (HyInterpreterRow, hy_interpreter_row, HY, INTERPRETER_ROW, AdwExpanderRow)

/* Once: whose interpreters they are. */
void hy_interpreter_row_set_measuring (HyInterpreterRow *self, HyMeasuring *measuring);

G_END_DECLS
