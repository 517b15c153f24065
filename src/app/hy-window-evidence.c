/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-window-private.h"

#include <glib/gi18n.h>

#include "hy-evidence-page.h"
#include "hy-export-file.h"
#include "hy-file-dialog.h"
#include "hy-measure-document.h"
#include "hy-measure-html.h"
#include "hy-measure-markdown.h"
#include "hy-message.h"
#include "hy-report-picture.h"
#include "hy-settings.h"
#include "hy-theme.h"

#define CHART_WIDTH 960
#define CHART_HEIGHT 540

/* The measured points on the modelled lines; NULL without an @error where there are no lines. */
static GBytes *
render_chart (HyWindow *self, HyRenderFormat format, GError **error)
{
  HyEvidence *evidence = hy_measuring_get_evidence (self->measuring);
  HyReport *report = hy_measuring_get_report (self->measuring);
  g_autofree HyMeasuredPoints *measured = NULL;
  GBytes *bytes;
  HyRenderSpec spec = { .format = format, .width = CHART_WIDTH, .height = CHART_HEIGHT, .scale = 1 };
  HyReportPictureOptions options = { .palette = hy_theme_palette ()->kind };

  if (report == NULL || report->n_classes > evidence->classes->len)
    return NULL;
  if (format == HY_RENDER_PNG)
    spec.scale = g_settings_get_int (self->settings, HY_SETTINGS_EXPORT_SCALE);
  measured = g_new0 (HyMeasuredPoints, report->n_classes);
  for (gsize i = 0; i < report->n_classes; i++)
    {
      const HyMeasured *one = ((HyEvidenceClass *) evidence->classes->pdata[i])->measured;
      HyChartPoint *points = g_new0 (HyChartPoint, MAX (one->n_points, 1));

      for (gsize j = 0; j < one->n_points; j++)
        points[j] =
            (HyChartPoint){ one->points[j].count, one->points[j].current, one->points[j].min, one->points[j].max };
      measured[i] = (HyMeasuredPoints){ points, one->n_points };
    }
  options.measured = measured;
  bytes = hy_report_picture_chart (report, &spec, &options, error);
  for (gsize i = 0; i < report->n_classes; i++)
    g_free ((HyChartPoint *) measured[i].points);
  return bytes;
}

static GBytes *
make_bytes (HyWindow *self, const char *form, GError **error)
{
  const HyEvidence *evidence = hy_measuring_get_evidence (self->measuring);
  g_autoptr (GBytes) svg = NULL;
  char *text = NULL;
  HyRenderFormat format;

  if (g_str_equal (form, "md"))
    text = hy_measure_markdown (evidence, NULL);
  else if (g_str_equal (form, "json"))
    text = hy_measure_document (evidence, NULL, 0);
  else if (g_str_equal (form, "csv"))
    text = hy_measure_csv (evidence);
  else if (g_str_equal (form, "html"))
    {
      svg = render_chart (self, HY_RENDER_SVG, NULL);
      text = hy_measure_html (evidence, svg);
    }
  if (text != NULL)
    return g_bytes_new_take (text, strlen (text));
  format = g_str_equal (form, "png") ? HY_RENDER_PNG : g_str_equal (form, "svg") ? HY_RENDER_SVG : HY_RENDER_PDF;
  svg = render_chart (self, format, error);
  if (svg == NULL && *error == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("There is a chart only of what was measured in this window, and is modelled."));
  return g_steal_pointer (&svg);
}

typedef struct
{
  HyWindow *window;
  char *form;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_free (request->form);
  g_free (request);
}

static void
place_chosen (GFile *file, gpointer data)
{
  Request *request = data;
  HyWindow *self = request->window;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (path != NULL && self->measuring != NULL && hy_measuring_get_evidence (self->measuring) != NULL)
    bytes = make_bytes (self, request->form, &error);
  if (bytes != NULL && hy_export_write (path, bytes, &error))
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_autofree char *text = g_strdup_printf (_ ("Saved %s"), name);

      hy_window_say (self, text);
    }
  if (error != NULL)
    hy_message_present (GTK_WINDOW (self), _ ("The evidence could not be saved"), error->message);
  request_free (request);
}

static void
export_evidence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyWindow *self = HY_WINDOW (widget);
  const char *form = g_variant_get_string (parameter, NULL);
  g_autofree char *name = g_strdup_printf ("evidence.%s", form);
  g_autofree char *folder_uri = g_settings_get_string (self->settings, HY_SETTINGS_EXPORT_FOLDER);
  g_autoptr (GFile) folder = folder_uri[0] != '\0' ? g_file_new_for_uri (folder_uri) : NULL;
  Request *request;

  if (hy_measuring_get_evidence (self->measuring) == NULL)
    return;
  request = g_new0 (Request, 1);
  request->window = g_object_ref (self);
  request->form = g_strdup (form);
  hy_file_dialog_save (GTK_WINDOW (self), _ ("Save evidence"), name, folder, place_chosen, request);
}

static void
copy_evidence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyWindow *self = HY_WINDOW (widget);
  g_autofree char *text = NULL;

  if (hy_measuring_get_evidence (self->measuring) == NULL)
    return;
  text = hy_measure_markdown (hy_measuring_get_evidence (self->measuring), NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  hy_window_say (self, _ ("Copied as Markdown"));
}

/* The whole document: figures, interpreter, source of the plans and the command line. */
static void
report_evidence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyWindow *self = HY_WINDOW (widget);
  g_autofree char *text = NULL;

  if (hy_measuring_get_evidence (self->measuring) == NULL)
    return;
  text = hy_measure_document (hy_measuring_get_evidence (self->measuring), NULL, 0);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  hy_window_say (self, _ ("Copied all that is needed to reproduce it"));
}

void
hy_window_show_evidence (HyWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;

  hy_window_get_yard (self);
  if (hy_measuring_open (self->measuring, path != NULL ? path : uri, &error))
    {
      adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->pages), "evidence");
    }
  else
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *heading = g_strdup_printf (_ ("%s could not be opened"), shown);

      hy_message_present (GTK_WINDOW (self), heading, _ (error->message));
    }
}

static void
evidence_chosen (GListModel *files, gpointer data)
{
  g_autoptr (HyWindow) self = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && self->session != NULL)
    hy_window_show_evidence (self, file);
}

static void
open_evidence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_file_dialog_open_saved (GTK_WINDOW (widget), _ ("Open saved evidence"), "*.json", evidence_chosen,
                             g_object_ref (widget));
}

static void
go_to_evidence (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwViewStack *pages = ADW_VIEW_STACK (HY_WINDOW (widget)->pages);

  adw_view_stack_set_visible_child_name (pages, "evidence");
  gtk_widget_child_focus (adw_view_stack_get_visible_child (pages), GTK_DIR_TAB_FORWARD);
}

/* Shows the class of that name on the Evidence page, ready to be measured. */
static void
measure_class (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyWindow *self = HY_WINDOW (widget);
  GPtrArray *subjects = hy_measuring_get_subjects (self->measuring);

  for (guint i = 0; i < subjects->len; i++)
    if (g_str_equal (((HyClassDef *) subjects->pdata[i])->qualname, g_variant_get_string (parameter, NULL)))
      hy_measuring_set_subject (self->measuring, i);
  go_to_evidence (widget, NULL, NULL);
}

void
hy_window_install_evidence_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "win.export-evidence", "s", export_evidence);
  gtk_widget_class_install_action (class, "win.copy-evidence", NULL, copy_evidence);
  gtk_widget_class_install_action (class, "win.report-evidence", NULL, report_evidence);
  gtk_widget_class_install_action (class, "win.open-evidence", NULL, open_evidence);
  gtk_widget_class_install_action (class, "win.measure-class", "s", measure_class);
  gtk_widget_class_install_action (class, "win.go-to-evidence", NULL, go_to_evidence);
}

void
hy_window_add_evidence (HyWindow *self)
{
  AdwViewStackPage *page;
  GtkWidget *evidence;

  self->measuring = hy_measuring_new (self->session, self->settings);
  evidence = g_object_new (HY_TYPE_EVIDENCE_PAGE, "measuring", self->measuring, NULL);
  page = adw_view_stack_add_titled (ADW_VIEW_STACK (self->pages), evidence, "evidence", _ ("Evidence"));
  adw_view_stack_page_set_icon_name (page, "text-x-generic-symbolic");
}
