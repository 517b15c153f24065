/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-yard-page.h"

#include "widget-window.h"

#include "hy-adaptive.h"
#include "hy-settings.h"
#include "hy-split.h"

static void
view_action (GtkWidget *page, const char *name)
{
  /* Activating goes through the widget tree, as a menu's item does. */
  g_autofree char *full = g_strconcat ("view.", name, NULL);

  g_assert_true (gtk_widget_activate_action (page, full, NULL));
}

static void
test_actions (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GSettings *settings = hy_session_get_settings (session);
  GtkWidget *page = g_object_new (HY_TYPE_YARD_PAGE, "session", session, NULL);
  GtkWidget *window = test_window_new (page, 1280, 700);
  HyYardView *yard = hy_yard_page_get_yard (HY_YARD_PAGE (page));
  gboolean by_address;

  view_action (page, "include-list");
  g_assert_cmpuint (hy_session_get_report (session)->include, ==, HY_INCLUDE_LIST);
  view_action (page, "include-list");
  g_assert_cmpuint (hy_session_get_report (session)->include, ==, 0);
  view_action (page, "logarithmic");
  g_assert_true (g_settings_get_boolean (settings, HY_SETTINGS_LOGARITHMIC));
  g_assert_true (gtk_widget_activate_action (page, "view.arrangement", "s", "address"));
  g_object_get (yard, "by-address", &by_address, NULL);
  g_assert_true (by_address);
  gtk_widget_activate_action (page, "page.zoom-in", NULL);
  g_assert_true (hy_yard_view_is_zoomed (yard));
  gtk_widget_activate_action (page, "page.zoom-out", NULL);
  gtk_widget_activate_action (page, "page.fit", NULL);
  g_assert_false (hy_yard_view_is_zoomed (yard));
  hy_yard_page_focus_count (HY_YARD_PAGE (page));
  hy_yard_page_toggle_inspector (HY_YARD_PAGE (page));
  g_assert_false (g_settings_get_boolean (settings, HY_SETTINGS_SHOW_INSPECTOR));
  hy_yard_page_toggle_inspector (HY_YARD_PAGE (page));
  g_assert_nonnull (hy_chart_view_get_chart (hy_yard_page_get_chart (HY_YARD_PAGE (page))));
  test_window_close (window, page);
}

static void
test_narrow (void)
{
  static const struct
  {
    const char *show, *hide;
  } panes[] = { { "show-start", "page.hide-classes" }, { "show-end", "page.hide-inspector" } };
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *page = g_object_new (HY_TYPE_YARD_PAGE, "session", session, NULL);
  GtkWidget *window = test_window_new (page, 360, 640);
  GtkWidget *split;
  gboolean shown;

  test_window_frames (window, 30);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (hy_yard_page_get_yard (HY_YARD_PAGE (page)))), <=, 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (hy_yard_page_get_yard (HY_YARD_PAGE (page)))), >=, 300);
  split = test_find (page, HY_TYPE_SPLIT, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (panes); i++)
    {
      g_object_set (split, panes[i].show, TRUE, NULL);
      g_assert_true (gtk_widget_activate_action (page, panes[i].hide, NULL));
      g_object_get (split, panes[i].show, &shown, NULL);
      g_assert_false (shown);
    }
  test_window_close (window, page);
}

/* Nor does larger text push anything out of a narrow window. */
static void
test_narrow_large_text (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *page = g_object_new (HY_TYPE_YARD_PAGE, "session", session, NULL);
  GtkWidget *window, *adaptive;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 2, NULL);
  window = test_window_new (page, 350, 640);
  test_window_frames (window, 30);
  for (guint i = 0; (adaptive = test_find (page, HY_TYPE_ADAPTIVE, i)) != NULL; i++)
    g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_first_child (adaptive)), <=, gtk_widget_get_width (adaptive));
  g_assert_cmpuint (gtk_widget_get_width (page), ==, 350);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  test_window_close (window, page);
}

/* Without classes to be seen the page says what to do. */
static void
test_nothing (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *page = g_object_new (HY_TYPE_YARD_PAGE, "session", session, NULL);
  GtkWidget *window = test_window_new (page, 1280, 700);
  GtkWidget *yard = GTK_WIDGET (hy_yard_page_get_yard (HY_YARD_PAGE (page)));

  g_assert_true (gtk_widget_get_mapped (yard));
  hy_session_set_hidden (session, 0, TRUE);
  hy_session_set_hidden (session, 1, TRUE);
  test_window_frames (window, 2);
  g_assert_false (gtk_widget_get_mapped (yard));
  g_assert_true (test_has_label (page, "All classes are hidden"));
  hy_session_remove (session, 0);
  hy_session_remove (session, 0);
  g_assert_true (test_has_label (page, "No classes"));
  hy_session_open_lesson (session);
  test_window_frames (window, 2);
  g_assert_true (gtk_widget_get_mapped (yard));
  test_window_close (window, page);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/yard-page/actions", test_actions);
  g_test_add_func ("/yard-page/narrow", test_narrow);
  g_test_add_func ("/yard-page/narrow-large-text", test_narrow_large_text);
  g_test_add_func ("/yard-page/nothing", test_nothing);
  return g_test_run ();
}
