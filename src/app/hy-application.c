/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-application.h"

#include <glib/gi18n.h>

#include "hy-about.h"
#include "hy-config.h"
#include "hy-looks.h"
#include "hy-preferences.h"
#include "hy-settings.h"
#include "hy-widgets.h"
#include "hy-window.h"

#define SHORTCUTS "/io/github/heapyard/Heapyard/ui/shortcuts.ui"

struct _HyApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  HyLooks *looks;
};

G_DEFINE_FINAL_TYPE (HyApplication, hy_application, ADW_TYPE_APPLICATION)

static HyWindow *
make_window (HyApplication *self)
{
  HyWindow *window = hy_window_new (GTK_APPLICATION (self), self->settings);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
hy_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    make_window (HY_APPLICATION (application));
}

static void
hy_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (!HY_IS_WINDOW (window))
    window = GTK_WINDOW (make_window (HY_APPLICATION (application)));
  gtk_window_present (window);
  hy_window_open (HY_WINDOW (window), files, (gsize) n_files);
}

static int
hy_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("heapyard %s\n", HY_VERSION);
      return 0;
    }
  return -1;
}

/* Actions */

static void
quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_application_quit (user_data);
}

static void
new_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  make_window (user_data);
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hy_about_present (gtk_application_get_active_window (user_data));
}

static void
preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HyApplication *self = user_data;

  hy_preferences_present (gtk_application_get_active_window (user_data), self->settings);
}

/* Made when asked for: GTK would build the one at gtk/help-overlay.ui with each window, before its first frame. */
static void
shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (SHORTCUTS);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (user_data));
  gtk_window_present (window);
}

static void
larger (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hy_looks_scale_text (HY_APPLICATION (user_data)->looks, 1);
}

static void
smaller (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hy_looks_scale_text (HY_APPLICATION (user_data)->looks, -1);
}

static void
normal_size (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hy_looks_scale_text (HY_APPLICATION (user_data)->looks, 0);
}

static const GActionEntry actions[] = {
  { "quit", quit },           { "new-window", new_window }, { "about", about },          { "preferences", preferences },
  { "shortcuts", shortcuts }, { "larger-text", larger },    { "smaller-text", smaller }, { "normal-text", normal_size },
};

static const struct
{
  const char *action;
  const char *keys[4];
} accelerators[] = {
  { "app.quit", { "<Primary>q" } },
  { "app.new-window", { "<Primary>n" } },
  { "app.preferences", { "<Primary>comma" } },
  { "app.shortcuts", { "<Primary>question", "F1" } },
  { "app.larger-text", { "<Primary>plus", "<Primary>equal", "<Primary>KP_Add" } },
  { "app.smaller-text", { "<Primary>minus", "<Primary>KP_Subtract" } },
  { "app.normal-text", { "<Primary>0", "<Primary>KP_0" } },
  { "win.open", { "<Primary>o" } },
  { "win.reload", { "<Primary>r", "F5" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Primary><Shift>z", "<Primary>y" } },
  { "win.write-class", { "<Primary>t" } },
  { "win.copy-image::chart", { "<Primary><Shift>c" } },
  { "win.export-as", { "<Primary>e", "<Primary>s" } },
  { "win.inspector", { "F9" } },
  { "win.go-to-yard", { "<Alt>1" } },
  { "win.go-to-evidence", { "<Alt>2" } },
  { "win.go-to-count", { "<Primary>g" } },
  { "window.close", { "<Primary>w" } },
};

static void
hy_application_startup (GApplication *application)
{
  HyApplication *self = HY_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  /* The style sheet is found at the resource base path while the parent starts. */
  hy_widgets_register_resources ();
  G_APPLICATION_CLASS (hy_application_parent_class)->startup (application);

  hy_widgets_init ();
  self->settings = hy_settings_new (&error);
  if (self->settings == NULL)
    g_error ("%s", error->message);
  self->looks = hy_looks_new (self->settings);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action, accelerators[i].keys);
}

static void
hy_application_dispose (GObject *object)
{
  HyApplication *self = HY_APPLICATION (object);

  g_clear_pointer (&self->looks, hy_looks_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hy_application_parent_class)->dispose (object);
}

static void
hy_application_class_init (HyApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = hy_application_dispose;
  application_class->startup = hy_application_startup;
  application_class->activate = hy_application_activate;
  application_class->open = hy_application_open;
  application_class->handle_local_options = hy_application_handle_local_options;
}

static void
hy_application_init (HyApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Print the version and exit"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE …]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self),
      _ ("Shows what the instances of a Python class cost, byte by byte. A file is read, never run; saved evidence "
         "(.json) is shown on its page."));
}

HyApplication *
hy_application_new (void)
{
  return g_object_new (HY_TYPE_APPLICATION, "application-id", HY_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/heapyard/Heapyard", NULL);
}
