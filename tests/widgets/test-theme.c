/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-theme.h"

#include "widget-window.h"

#include <adwaita.h>

static void
count (guint *changes)
{
  (*changes)++;
}

static void
counted (GtkWidget *widget)
{
  count (g_object_get_data (G_OBJECT (widget), "changes"));
}

static void
test_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  guint changes = 0;

  g_object_set_data (G_OBJECT (label), "changes", &changes);
  hy_theme_watch (label, G_CALLBACK (counted));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpint (hy_theme_palette ()->kind, ==, HY_PALETTE_DARK);
  g_assert_cmpuint (changes, ==, 1);
  g_object_unref (label);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_assert_cmpint (hy_theme_palette ()->kind, ==, HY_PALETTE_LIGHT);
  g_assert_cmpuint (changes, ==, 1);
}

/* Pictures write in letters of the size that labels have. */
static void
test_font (void)
{
  GtkWidget *label = gtk_label_new ("x");
  GtkWidget *window = test_window_new (label, 100, 100);
  const char *family;
  double normal, larger;
  int dpi;

  hy_theme_font (label, &family, &normal);
  g_assert_nonnull (family);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * dpi, NULL);
  test_window_frames (window, 2);
  hy_theme_font (label, &family, &larger);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpfloat_with_epsilon (larger, 2 * normal, 0.5);
  test_window_close (window, label);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/theme/palette", test_palette);
  g_test_add_func ("/theme/font", test_font);
  return g_test_run ();
}
