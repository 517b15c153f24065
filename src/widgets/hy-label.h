/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label that can be copied from. @css_class: NULL for none. (transfer floating)
 */
GtkWidget *hy_label_new (const char *text, float xalign, const char *css_class);

G_END_DECLS
