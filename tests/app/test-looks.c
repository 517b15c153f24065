/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-looks.h"

#include <adwaita.h>

#include "hy-settings.h"
#include "widget-window.h"

static int
dpi (void)
{
  int value;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &value, NULL);
  return value;
}

/* By steps, back to where it was by as many, within bounds; the desktop's own size is what 1 means. */
static void
test_scale (void)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);
  HyLooks *looks;
  int normal;

  g_settings_reset (settings, HY_SETTINGS_TEXT_SCALE);
  looks = hy_looks_new (settings);
  normal = dpi ();
  hy_looks_scale_text (looks, 1);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, HY_SETTINGS_TEXT_SCALE), 1.1, 1e-9);
  g_assert_cmpint (ABS (dpi () - normal * 11 / 10), <=, 1);
  hy_looks_scale_text (looks, -1);
  g_assert_cmpfloat (g_settings_get_double (settings, HY_SETTINGS_TEXT_SCALE), ==, 1);
  g_assert_cmpint (dpi (), ==, normal);
  for (int i = 0; i < 30; i++)
    hy_looks_scale_text (looks, 1);
  g_assert_cmpfloat (g_settings_get_double (settings, HY_SETTINGS_TEXT_SCALE), ==, 2.5);
  for (int i = 0; i < 30; i++)
    hy_looks_scale_text (looks, -1);
  g_assert_cmpfloat (g_settings_get_double (settings, HY_SETTINGS_TEXT_SCALE), ==, 0.8);
  /* What is nearly the normal size is. */
  g_settings_set_double (settings, HY_SETTINGS_TEXT_SCALE, 0.92);
  hy_looks_scale_text (looks, 1);
  g_assert_cmpfloat (g_settings_get_double (settings, HY_SETTINGS_TEXT_SCALE), ==, 1);
  hy_looks_scale_text (looks, -1);
  hy_looks_scale_text (looks, 0);
  g_assert_cmpint (dpi (), ==, normal);
  hy_looks_free (looks);
  /* Freed, it follows no more. */
  g_settings_set_double (settings, HY_SETTINGS_TEXT_SCALE, 2);
  g_assert_cmpint (dpi (), ==, normal);
  g_settings_reset (settings, HY_SETTINGS_TEXT_SCALE);
}

static void
test_scheme (void)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  g_autoptr (GSettings) settings = hy_settings_new (NULL);
  HyLooks *looks = hy_looks_new (settings);

  for (gsize i = G_N_ELEMENTS (schemes); i-- > 0;)
    {
      g_settings_set_enum (settings, HY_SETTINGS_COLOUR_SCHEME, (int) i);
      g_assert_cmpint (adw_style_manager_get_color_scheme (adw_style_manager_get_default ()), ==, schemes[i]);
    }
  hy_looks_free (looks);
}

int
main (int argc, char **argv)
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/looks/scale", test_scale);
  g_test_add_func ("/looks/scheme", test_scheme);
  return g_test_run ();
}
