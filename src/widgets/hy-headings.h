/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-yard-view.h"

G_BEGIN_DECLS

/* What each lane of a yard holds, in real labels that lie over the picture
 * and move with it. Pointer events go through. Property: "yard". */
#define HY_TYPE_HEADINGS (hy_headings_get_type ())
G_DECLARE_FINAL_TYPE (HyHeadings, hy_headings, HY, HEADINGS, GtkWidget)

G_END_DECLS
