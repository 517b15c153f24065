/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-file-dialog.h"

#include <glib/gi18n.h>

/* The one place that knows which file dialog the GTK at hand has. */

typedef struct
{
  HyFilesFunc files_chosen;
  HyFileFunc file_chosen;
  gpointer user_data;
} Request;

static Request *
request_new (HyFilesFunc files_chosen, HyFileFunc file_chosen, gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  *request = (Request){ files_chosen, file_chosen, user_data };
  return request;
}

static GListModel *
make_filters (const char *name, const char *const *patterns)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) wanted = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (wanted, name);
  for (; *patterns != NULL; patterns++)
    gtk_file_filter_add_pattern (wanted, *patterns);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, wanted);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

#if GTK_CHECK_VERSION(4, 10, 0)

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  request->files_chosen (files, request->user_data);
}

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  request->file_chosen (file, request->user_data);
}

static void
ask_for_files (GtkWindow *parent, const char *title, GListModel *filters, Request *request)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, parent, NULL, opened, request);
}

void
hy_file_dialog_save (GtkWindow *parent, const char *title, const char *name, GFile *folder, HyFileFunc chosen,
                     gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_save (dialog, parent, NULL, saved, request_new (NULL, chosen, user_data));
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

static void
responded (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autofree Request *request = user_data;
  gboolean accepted = response == GTK_RESPONSE_ACCEPT;

  if (request->files_chosen != NULL)
    {
      g_autoptr (GListModel) files = accepted ? gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)) : NULL;

      request->files_chosen (files, request->user_data);
    }
  else
    {
      g_autoptr (GFile) file = accepted ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

      request->file_chosen (file, request->user_data);
    }
  g_object_unref (dialog);
}

static void
show (GtkFileChooserNative *dialog, Request *request)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (responded), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
ask_for_files (GtkWindow *parent, const char *title, GListModel *filters, Request *request)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  show (dialog, request);
}

void
hy_file_dialog_save (GtkWindow *parent, const char *title, const char *name, GFile *folder, HyFileFunc chosen,
                     gpointer user_data)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  show (dialog, request_new (NULL, chosen, user_data));
}

#endif

void
hy_file_dialog_open (GtkWindow *parent, HyFilesFunc chosen, gpointer user_data)
{
  static const char *const patterns[] = { "*.py", "*.pyi", "*.json", NULL };
  g_autoptr (GListModel) filters = make_filters (_ ("Python files and saved evidence"), patterns);

  ask_for_files (parent, _ ("Open Python files"), filters, request_new (chosen, NULL, user_data));
}

void
hy_file_dialog_open_saved (GtkWindow *parent, const char *title, const char *pattern, HyFilesFunc chosen,
                           gpointer user_data)
{
  const char *const patterns[] = { pattern, NULL };
  g_autoptr (GListModel) filters = make_filters (title, patterns);

  ask_for_files (parent, title, filters, request_new (chosen, NULL, user_data));
}
