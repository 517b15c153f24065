/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-window-private.h"

#include <glib/gi18n.h>

#include "hy-export-job.h"
#include "hy-file-dialog.h"
#include "hy-message.h"
#include "hy-settings.h"
#include "hy-theme.h"

/* The inspector is narrower than a picture for a page should be. */
#define VERSIONS_WIDTH 800

/* One answer of the save dialog, or one copy, on its way. */
typedef struct
{
  HyWindow *window;
  HyExportJob *job; /* until it is handed over */
  char *name;       /* for the toast */
} Request;

static Request *
request_new (HyWindow *window, HyExportJob *job)
{
  Request *request = g_new0 (Request, 1);

  request->window = g_object_ref (window);
  request->job = job;
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_clear_pointer (&request->job, hy_export_job_free);
  g_free (request->name);
  g_free (request);
}

/* Takes down what is on screen: picture, size, zoom, axes. */
static HyExportJob *
make_job (HyWindow *self, const char *target)
{
  g_autoptr (HyExportJob) job = hy_export_job_new (hy_session_get_report (self->session));
  HyYardView *yard = hy_yard_page_get_yard (hy_window_get_yard (self));
  GtkWidget *picture;
  const char *family;

  if (!hy_export_job_parse (job, target))
    return NULL;
  picture =
      job->what == HY_EXPORT_YARD ? GTK_WIDGET (yard) : GTK_WIDGET (hy_yard_page_get_chart (hy_window_get_yard (self)));
  job->spec.width = (guint) MAX (gtk_widget_get_width (picture), HY_RENDER_MIN_SIZE);
  job->spec.height = (guint) MAX (gtk_widget_get_height (picture), HY_RENDER_MIN_SIZE);
  job->options.palette = hy_theme_palette ()->kind;
  hy_theme_font (picture, &family, &job->options.text_size);
  job->options.arrange =
      g_settings_get_enum (self->settings, HY_SETTINGS_ARRANGEMENT) == 1 ? HY_ARRANGE_ADDRESS : HY_ARRANGE_INSTANCE;
  job->has_view = hy_yard_view_is_zoomed (yard) && hy_yard_view_get_scene (yard, &job->view) != NULL;
  job->options.log_x = job->options.log_y = g_settings_get_boolean (self->settings, HY_SETTINGS_LOGARITHMIC);
  hy_session_get_upgrade (self->session, &job->options.from_minor, &job->options.to_minor);
  if (job->what == HY_EXPORT_VERSIONS)
    {
      job->spec.width = VERSIONS_WIDTH;
      job->spec.height = hy_report_picture_upgrade_height (job->report, VERSIONS_WIDTH, &job->options);
    }
  job->options.pin = hy_session_is_lesson (self->session) ? HY_SESSION_LESSON_COUNT : 0;
  return g_steal_pointer (&job);
}

static void
set_scale (HyWindow *self, HyExportJob *job)
{
  if (job->form == HY_EXPORT_PICTURE && job->spec.format == HY_RENDER_PNG)
    job->spec.scale = g_settings_get_int (self->settings, HY_SETTINGS_EXPORT_SCALE);
}

/* Saving */

static void
saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hy_export_job_run_finish (result, &error);

  if (bytes != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Saved %s"), request->name);

      hy_window_say (request->window, text);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *heading = g_strdup_printf (_ ("%s could not be saved"), request->name);

      hy_message_present (GTK_WINDOW (request->window), heading, error->message);
    }
  request_free (request);
}

static void
place_chosen (GFile *file, gpointer user_data)
{
  Request *request = user_data;
  HyWindow *self = request->window;
  HyExportJob *job = request->job;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *folder_uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || self->session == NULL)
    {
      g_free (path);
      request_free (request);
      return;
    }
  if (folder_uri != NULL)
    g_settings_set_string (self->settings, HY_SETTINGS_EXPORT_FOLDER, folder_uri);
  job->path = path;
  request->name = g_filename_display_basename (path);
  if (!hy_export_job_set_form_by_name (job, path))
    {
      g_autofree char *heading = g_strdup_printf (_ ("%s could not be saved"), request->name);

      hy_message_present (GTK_WINDOW (self), heading,
                          _ ("The name says the format: let it end in .png, .svg, .pdf, .csv or .json."));
      request_free (request);
      return;
    }
  set_scale (self, job);
  hy_export_job_run_async (g_steal_pointer (&request->job), self->cancellable, saved, request);
}

static void
export_target (HyWindow *self, const char *target)
{
  HyExportJob *job = make_job (self, target);
  g_autofree char *name = NULL;
  g_autofree char *folder_uri = g_settings_get_string (self->settings, HY_SETTINGS_EXPORT_FOLDER);
  g_autoptr (GFile) folder = folder_uri[0] != '\0' ? g_file_new_for_uri (folder_uri) : NULL;

  if (job == NULL)
    return;
  name = hy_export_job_file_name (job);
  hy_file_dialog_save (GTK_WINDOW (self), _ ("Export"), name, folder, place_chosen, request_new (self, job));
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  export_target (HY_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
export_as_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  export_target (HY_WINDOW (widget), "chart-png");
}

/* Copying */

static void
copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hy_export_job_run_finish (result, &error);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture != NULL)
    {
      gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (request->window)), texture);
      hy_window_say (request->window, _ ("Copied as an image"));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      hy_message_present (GTK_WINDOW (request->window), _ ("The picture could not be copied"), error->message);
    }
  request_free (request);
}

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyWindow *self = HY_WINDOW (widget);
  gboolean yard = g_str_equal (g_variant_get_string (parameter, NULL), "yard");
  HyExportJob *job = make_job (self, yard ? "yard-png" : "chart-png");

  set_scale (self, job);
  hy_export_job_run_async (job, self->cancellable, copied, request_new (self, NULL));
}

void
hy_window_install_export_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.export", "s", export_action);
  gtk_widget_class_install_action (class, "win.export-as", NULL, export_as_action);
  gtk_widget_class_install_action (class, "win.copy-image", "s", copy_action);
}

void
hy_window_add_export (HyWindow *self)
{
  g_autoptr (GAction) scale = g_settings_create_action (self->settings, HY_SETTINGS_EXPORT_SCALE);

  g_action_map_add_action (G_ACTION_MAP (self), scale);
}
