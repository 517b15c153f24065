/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-theme.h"

#include <adwaita.h>

/* 11 points at 96 dots per inch. */
#define USUAL_TEXT_SIZE 14.67

const HyPalette *
hy_theme_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return hy_palette_get (dark ? HY_PALETTE_CONTRAST_DARK : HY_PALETTE_CONTRAST_LIGHT);
  return hy_palette_get (dark ? HY_PALETTE_DARK : HY_PALETTE_LIGHT);
}

void
hy_theme_watch (GtkWidget *widget, GCallback changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
}

void
hy_theme_font (GtkWidget *widget, const char **family, double *size)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double points = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  *family = pango_font_description_get_family (font);
  if (pango_font_description_get_size_is_absolute (font))
    *size = points;
  else
    *size = points * pango_cairo_context_get_resolution (context) / 72;
}

double
hy_theme_text_factor (GtkWidget *widget)
{
  const char *family;
  double size;

  hy_theme_font (widget, &family, &size);
  return MAX (size / USUAL_TEXT_SIZE, 1);
}
