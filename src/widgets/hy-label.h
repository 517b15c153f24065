/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label that can be copied from. @css_class: NULL for none. (transfer floating) */
GtkWidget *hy_label_new (const char *text, float xalign, const char *css_class);

/* Lets @label break lines in the middle of words too, without a hyphen: it may hold Python. */
void hy_label_wrap_anywhere (GtkWidget *label);

G_END_DECLS
