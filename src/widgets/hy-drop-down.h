/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the button of @drop_down, a GtkDropDown of strings, named by what is chosen. It is the button that takes the
 * focus, and GTK leaves it without a name. @what: its description, what there is to choose. */
void hy_drop_down_tell_chosen (GtkWidget *drop_down, const char *what);

G_END_DECLS
