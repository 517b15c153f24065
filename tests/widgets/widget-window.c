/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widget-window.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "hy-chart.h"
#include "hy-settings.h"
#include "hy-widgets.h"

void
test_widgets_init (int *argc, char ***argv)
{
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_print ("1..0 # SKIP no display\n");
      exit (0);
    }
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  hy_widgets_init ();
}

HySession *
test_session_new (void)
{
  g_autoptr (GSettings) settings = hy_settings_new (NULL);
  HySession *session;

  g_settings_set_string (settings, HY_SETTINGS_PYTHON, "3.12");
  g_settings_reset (settings, HY_SETTINGS_INCLUDE);
  g_settings_reset (settings, HY_SETTINGS_ARRANGEMENT);
  g_settings_reset (settings, HY_SETTINGS_LOGARITHMIC);
  session = hy_session_new (settings, hy_chart_axis_end);
  hy_session_unselect (session);
  return session;
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  (*(guint *) user_data)++;
  return G_SOURCE_CONTINUE;
}

void
test_window_frames (GtkWidget *window, guint n)
{
  guint frames = 0;
  guint id = gtk_widget_add_tick_callback (window, count_frame, &frames, NULL);

  while (frames < n + 1)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (window, id);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

GtkWidget *
test_window_new (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  test_wait_until (is_mapped, widget);
  test_window_frames (window, 2);
  return window;
}

void
test_window_close (GtkWidget *window, GtkWidget *widget)
{
  gpointer alive = widget;

  g_object_add_weak_pointer (G_OBJECT (widget), &alive);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (alive);
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      if (*skip == 0)
        return widget;
      (*skip)--;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
test_find (GtkWidget *widget, GType type, guint skip)
{
  return find (widget, type, &skip);
}

gboolean
test_has_label (GtkWidget *widget, const char *text)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = test_find (widget, GTK_TYPE_LABEL, i);

      if (label == NULL)
        return FALSE;
      if (gtk_widget_is_visible (label) && strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL)
        return TRUE;
    }
}
