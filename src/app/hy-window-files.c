/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-window-private.h"

#include <glib/gi18n.h>

#include "hy-class-editor.h"
#include "hy-file-dialog.h"
#include "hy-settings.h"

static gboolean
is_evidence (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *small = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return small != NULL && g_str_has_suffix (small, ".json");
}

/* Python files together, in the yard; evidence that was saved on its page, the last of several. */
void
hy_window_open (HyWindow *self, GFile *const *files, gsize n_files)
{
  g_autoptr (GPtrArray) python = g_ptr_array_new ();
  GFile *evidence = NULL;

  for (gsize i = 0; i < n_files; i++)
    if (is_evidence (files[i]))
      evidence = files[i];
    else
      g_ptr_array_add (python, files[i]);
  if (python->len > 0)
    hy_session_open (self->session, (GFile **) python->pdata, python->len);
  if (evidence != NULL)
    hy_window_show_evidence (self, evidence);
}

static void
chosen (GListModel *files, gpointer user_data)
{
  g_autoptr (HyWindow) self = user_data;
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (array, g_list_model_get_item (files, i));
  if (self->session != NULL)
    hy_window_open (self, (GFile **) array->pdata, array->len);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_file_dialog_open (GTK_WINDOW (widget), chosen, g_object_ref (widget));
}

static void
open_uri (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  hy_session_open (HY_WINDOW (widget)->session, &file, 1);
}

static void
reload (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_session_reload (HY_WINDOW (widget)->session);
}

static void
write_class (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyWindow *self = HY_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (hy_class_editor_new (GTK_WINDOW (self), self->session, NULL)));
}

static void
update_recent (HyWindow *self)
{
  g_auto (GStrv) uris = g_settings_get_strv (self->settings, HY_SETTINGS_RECENT_FILES);

  g_menu_remove_all (self->recent);
  for (char **uri = uris; *uri != NULL; uri++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (*uri);
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *base = g_path_get_basename (name);
      g_autofree char *folder = g_path_get_dirname (name);
      g_autofree char *label = g_strdup_printf ("%s – %s", base, folder);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      g_menu_item_set_attribute (item, "label", "s", label);
      g_menu_item_set_action_and_target (item, "win.open-uri", "s", *uri);
      g_menu_append_item (self->recent, item);
    }
}

static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, HyWindow *self)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GPtrArray) files = g_ptr_array_new ();
      g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

      for (GSList *link = list; link != NULL; link = link->next)
        g_ptr_array_add (files, link->data);
      if (files->len == 0)
        return FALSE;
      hy_window_open (self, (GFile **) files->pdata, files->len);
      return TRUE;
    }
  if (G_VALUE_HOLDS_STRING (value))
    {
      GtkWidget *editor = hy_class_editor_new (GTK_WINDOW (self), self->session, g_value_get_string (value));

      gtk_window_present (GTK_WINDOW (editor));
      hy_class_editor_apply (HY_CLASS_EDITOR (editor));
      return TRUE;
    }
  return FALSE;
}

void
hy_window_add_files (HyWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  g_signal_connect_object (self->settings, "changed::" HY_SETTINGS_RECENT_FILES, G_CALLBACK (update_recent), self,
                           G_CONNECT_SWAPPED);
  update_recent (self);
}

void
hy_window_install_file_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (class, "win.open-uri", "s", open_uri);
  gtk_widget_class_install_action (class, "win.reload", NULL, reload);
  gtk_widget_class_install_action (class, "win.write-class", NULL, write_class);
}
