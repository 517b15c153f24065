/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-widgets.h"

#include "widget-window.h"

#define BASE "/io/github/heapyard/Heapyard/"

/* What the program finds below its resource base path by itself. */
static void
test_resources (void)
{
  static const char *const paths[] = { BASE "style.css", BASE "style-hc.css", BASE "ui/shortcuts.ui" };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_true (g_resources_get_info (paths[i], G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
  gtk_icon_theme_set_search_path (theme, (const char *const[]){ NULL });
  gtk_icon_theme_set_resource_path (theme, (const char *const[]){ BASE "icons", NULL });
  g_assert_true (gtk_icon_theme_has_icon (theme, "io.github.heapyard.Heapyard"));
}

/* Tab into a figure must not mark it. */
static void
test_labels (void)
{
  gboolean selects;

  g_object_get (gtk_settings_get_default (), "gtk-label-select-on-focus", &selects, NULL);
  g_assert_false (selects);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/widgets/resources", test_resources);
  g_test_add_func ("/widgets/labels", test_labels);
  return g_test_run ();
}
