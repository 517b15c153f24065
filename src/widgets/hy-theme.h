/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-palette.h"

G_BEGIN_DECLS

/* The palette that goes with the window's colours now: light or dark, high contrast or not. */
const HyPalette *hy_theme_palette (void);

/* Calls @changed (@widget) whenever the palette changes, as long as @widget lives. */
void hy_theme_watch (GtkWidget *widget, GCallback changed);

/* Family and size, in pixels, of the text that @widget shows: pictures write in the window's letters. @family is owned
 * by the widget. */
void hy_theme_font (GtkWidget *widget, const char **family, double *size);

/* How much larger than usual its text is, at least 1: widths that texts have to fit into grow with it. */
double hy_theme_text_factor (GtkWidget *widget);

G_END_DECLS
