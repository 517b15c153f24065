/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-window-private.h"

#include <glib/gi18n.h>

#include "hy-adaptive.h"
#include "hy-chart.h"
#include "hy-label.h"
#include "hy-problem-bar.h"
#include "hy-settings.h"

#define BUSY_MS 600
#define TOAST_MARGINS 130 /* pixels */
#define LEAST_TOAST 12    /* letters in a line */
#define MOST_TOAST 64

G_DEFINE_FINAL_TYPE (HyWindow, hy_window, ADW_TYPE_APPLICATION_WINDOW)

/* Letters that a toast has room for beside its button and margins. */
static int
toast_chars (HyWindow *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (self->toasts), NULL, NULL);
  int letter = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return CLAMP ((gtk_widget_get_width (self->toasts) - TOAST_MARGINS) / MAX (letter, 1), LEAST_TOAST, MOST_TOAST);
}

/* A toast's own title is one line, cut off where the window is narrow. */
void
hy_window_say (HyWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);
  GtkWidget *title = hy_label_new (text, 0, "heading");

  hy_label_wrap_anywhere (title);
  gtk_label_set_max_width_chars (GTK_LABEL (title), toast_chars (self));
  adw_toast_set_custom_title (toast, title);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static void
said (HySession *session, const char *text, HyWindow *self)
{
  hy_window_say (self, text);
}

static void
title_changed (HyWindow *self)
{
  g_autofree char *title = hy_session_dup_title (self->session);
  g_autofree char *window_title = g_strdup_printf (_ ("%s – Heapyard"), title);

  gtk_label_set_text (GTK_LABEL (self->title_label), title);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static gboolean
show_busy (gpointer user_data)
{
  HyWindow *self = user_data;

  self->busy_id = 0;
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (self->busy, TRUE);
  return G_SOURCE_REMOVE;
}

/* What is done in a moment needs no announcement. */
static void
busy_changed (HyWindow *self)
{
  if (!hy_session_is_busy (self->session))
    {
      g_clear_handle_id (&self->busy_id, g_source_remove);
      gtk_spinner_stop (GTK_SPINNER (self->spinner));
      gtk_widget_set_visible (self->busy, FALSE);
    }
  else if (self->busy_id == 0 && !gtk_widget_get_visible (self->busy))
    {
      self->busy_id = g_timeout_add (BUSY_MS, show_busy, self);
    }
}

static void
history_changed (HyWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", hy_session_can_undo (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", hy_session_can_redo (self->session));
}

static void
files_changed (HyWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reload", hy_session_get_files (self->session)->len > 0);
}

/* Where the switcher has no room above, it is below. */
static void
pages_changed (HyWindow *self)
{
  gboolean several =
      g_list_model_get_n_items (G_LIST_MODEL (adw_view_stack_get_pages (ADW_VIEW_STACK (self->pages)))) > 1;
  gboolean squeezed;

  g_object_get (self->switcher_title, "title-visible", &squeezed, NULL);
  g_object_set (self->switcher_title, "view-switcher-enabled", several && !self->narrow, NULL);
  adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (self->switcher_bar), several && (self->narrow || squeezed));
}

/* Pages in the order of the switcher; a page is added here once it exists. */
static void
add_pages (HyWindow *self)
{
  AdwViewStackPage *page;

  self->yard = g_object_new (HY_TYPE_YARD_PAGE, "session", self->session, NULL);
  page = adw_view_stack_add_titled (ADW_VIEW_STACK (self->pages), GTK_WIDGET (self->yard), "yard", _ ("Yard"));
  adw_view_stack_page_set_icon_name (page, "view-grid-symbolic");
  hy_window_add_evidence (self);
  pages_changed (self);
}

/* What takes time to make comes after the first frame, or when it is needed before. */
static void
furnish (HyWindow *self)
{
  if (self->yard != NULL || self->session == NULL)
    return;
  add_pages (self);
  hy_window_add_python (self);
  hy_window_add_export (self);
}

HyYardPage *
hy_window_get_yard (HyWindow *self)
{
  furnish (self);
  return self->yard;
}

/* Actions */

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_session_undo (HY_WINDOW (widget)->session);
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_session_redo (HY_WINDOW (widget)->session);
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_session_cancel (HY_WINDOW (widget)->session);
}

static void
open_lesson (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_session_open_lesson (HY_WINDOW (widget)->session);
}

static void
go_to_yard (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyWindow *self = HY_WINDOW (widget);
  GtkWidget *yard = GTK_WIDGET (hy_yard_page_get_yard (hy_window_get_yard (self)));

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->pages), "yard");
  gtk_widget_grab_focus (yard);
}

static void
go_to_count (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_yard_page_focus_count (hy_window_get_yard (HY_WINDOW (widget)));
}

static void
toggle_inspector (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_yard_page_toggle_inspector (hy_window_get_yard (HY_WINDOW (widget)));
}

/* Adaptive header */

static void
adapt (HyWindow *self)
{
  self->narrow = hy_adaptive_is_narrow (HY_ADAPTIVE (self->adaptive));
  gtk_widget_set_visible (self->title_label, !self->narrow);
  gtk_widget_set_visible (self->switcher_title, !self->narrow);
  if (self->narrow)
    gtk_widget_add_css_class (self->toasts, "narrow");
  else
    gtk_widget_remove_css_class (self->toasts, "narrow");
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (self->header), self->narrow ? ":close" : NULL);
  if (self->narrow)
    adw_split_button_set_icon_name (ADW_SPLIT_BUTTON (self->open_button), "document-open-symbolic");
  else
    adw_split_button_set_label (ADW_SPLIT_BUTTON (self->open_button), _ ("Open"));
  if (self->narrow)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->export_button), "document-save-symbolic");
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->export_button), _ ("_Export"));
  hy_window_set_narrow_python (self, self->narrow);
  pages_changed (self);
}

/* Life */

static gboolean
after_first_frame (gpointer user_data)
{
  HyWindow *self = user_data;

  if (self->session != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (hy_yard_page_get_yard (hy_window_get_yard (self))));
  hy_window_find_interpreters (user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
first_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  if (gdk_frame_clock_get_frame_counter (clock) < 1)
    return G_SOURCE_CONTINUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, after_first_frame, g_object_ref (widget), g_object_unref);
  return G_SOURCE_REMOVE;
}

static void
bind_settings (HyWindow *self)
{
  g_settings_bind (self->settings, HY_SETTINGS_WINDOW_WIDTH, self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, HY_SETTINGS_WINDOW_HEIGHT, self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, HY_SETTINGS_WINDOW_MAXIMIZED, self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
connect_session (HyWindow *self)
{
  g_signal_connect_object (self->session, "message", G_CALLBACK (said), self, 0);
  g_signal_connect_object (self->session, "notify::title", G_CALLBACK (title_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::report", G_CALLBACK (title_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (busy_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::history", G_CALLBACK (history_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::files", G_CALLBACK (files_changed), self, G_CONNECT_SWAPPED);
  hy_problem_bar_set_session (HY_PROBLEM_BAR (self->problems), self->session);
  title_changed (self);
  history_changed (self);
  files_changed (self);
}

HyWindow *
hy_window_new (GtkApplication *application, GSettings *settings)
{
  HyWindow *self = g_object_new (HY_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  self->session = hy_session_new (settings, hy_chart_axis_end);
  bind_settings (self);
  connect_session (self);
  hy_window_add_files (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame, NULL, NULL);
  return self;
}

static void
hy_window_dispose (GObject *object)
{
  HyWindow *self = HY_WINDOW (object);

  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->measuring);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hy_window_parent_class)->dispose (object);
}

static void
hy_window_class_init (HyWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = hy_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-window.ui");
  gtk_widget_class_bind_template_child (widget_class, HyWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, adaptive);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, header);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, python);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, busy);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, problems);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, HyWindow, recent);
  hy_window_install_file_actions (widget_class);
  hy_window_install_export_actions (widget_class);
  hy_window_install_evidence_actions (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, adapt);
  gtk_widget_class_bind_template_callback (widget_class, pages_changed);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "win.lesson", NULL, open_lesson);
  gtk_widget_class_install_action (widget_class, "win.go-to-yard", NULL, go_to_yard);
  gtk_widget_class_install_action (widget_class, "win.go-to-count", NULL, go_to_count);
  gtk_widget_class_install_action (widget_class, "win.inspector", NULL, toggle_inspector);
}

/* The button that a split button is made of beside its own has no name of itself. */
static void
name_menu_button (GtkWidget *split_button, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (split_button); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
hy_window_init (HyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_menu_button (self->open_button, _ ("Recent files"));
  self->cancellable = g_cancellable_new ();
}
