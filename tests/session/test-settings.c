/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-settings.h"

static GSettings *
new_settings (void)
{
  g_autoptr (GError) error = NULL;
  GSettings *settings = hy_settings_new (&error);

  g_assert_no_error (error);
  return settings;
}

/* Each key that the program names is in the schema, and the first start is what the design says. */
static void
test_defaults (void)
{
  g_autoptr (GSettings) settings = new_settings ();
  g_autofree char *python = g_settings_get_string (settings, HY_SETTINGS_PYTHON);

  g_assert_cmpstr (python, ==, "");
  g_assert_cmpuint (g_settings_get_flags (settings, HY_SETTINGS_INCLUDE), ==, 0);
  g_assert_cmpint (g_settings_get_enum (settings, HY_SETTINGS_ARRANGEMENT), ==, 0);
  g_assert_cmpint (g_settings_get_enum (settings, HY_SETTINGS_COLOUR_SCHEME), ==, 0);
  g_assert_false (g_settings_get_boolean (settings, HY_SETTINGS_LOGARITHMIC));
  g_assert_true (g_settings_get_boolean (settings, HY_SETTINGS_SHOW_INSPECTOR));
  g_assert_cmpfloat (g_settings_get_double (settings, HY_SETTINGS_TEXT_SCALE), ==, 1);
  g_assert_cmpfloat (g_settings_get_double (settings, HY_SETTINGS_CHART_SHARE), <, 1);
  g_assert_cmpint (g_settings_get_int (settings, HY_SETTINGS_WINDOW_WIDTH), ==, 1280);
  g_assert_cmpint (g_settings_get_int (settings, HY_SETTINGS_WINDOW_HEIGHT), ==, 800);
  g_assert_false (g_settings_get_boolean (settings, HY_SETTINGS_WINDOW_MAXIMIZED));
  g_assert_cmpint (g_settings_get_int (settings, HY_SETTINGS_EXPORT_SCALE), ==, 2);
}

static void
test_recent (void)
{
  g_autoptr (GSettings) settings = new_settings ();
  g_auto (GStrv) uris = NULL;

  for (int i = 0; i < 15; i++)
    {
      g_autofree char *uri = g_strdup_printf ("file:///%d.py", i);

      hy_settings_add_recent (settings, uri);
    }
  hy_settings_add_recent (settings, "file:///9.py");
  hy_settings_remove_recent (settings, "file:///14.py");
  uris = g_settings_get_strv (settings, HY_SETTINGS_RECENT_FILES);
  g_assert_cmpuint (g_strv_length (uris), ==, 9);
  g_assert_cmpstr (uris[0], ==, "file:///9.py");
  g_assert_cmpstr (uris[1], ==, "file:///13.py");
  g_assert_cmpstr (uris[8], ==, "file:///5.py");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/defaults", test_defaults);
  g_test_add_func ("/settings/recent", test_recent);
  return g_test_run ();
}
