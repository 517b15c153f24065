/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes the templates, the style sheet and the shortcuts window known; needs no GTK. */
void hy_widgets_register_resources (void);

/* Makes the templates and every widget type that they name known, and has malloc keep the memory of a frame for the
 * next. To be called once before any widget is made, after GTK was initialised; calling it again does no harm. */
void hy_widgets_init (void);

G_END_DECLS
