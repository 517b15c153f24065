/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-report-picture.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "hy-chart-paint.h"
#include "hy-scene-paint.h"
#include "hy-upgrade.h"

#define MARGIN 16.0
#define TITLE_SIZE 20.0
#define FOOTER_SIZE 12.0
#define LINE 20.0

typedef struct
{
  HyReport *report;
  const HyReportPictureOptions *options;
  char *title, *footer, *date;
} Job;

/* SOURCE_DATE_EPOCH makes a picture that can be made again byte by byte. */
static char *
date_text (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) date = NULL;
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &seconds, NULL))
    date = g_date_time_new_from_unix_utc (seconds);
  else
    date = g_date_time_new_now_local ();
  return g_date_time_format (date, "%Y-%m-%d");
}

static const char *
scope_text (HyInclude include)
{
  switch ((guint) include)
    {
    case HY_INCLUDE_VALUES:
      return _ ("objects, attribute stores and their values");
    case HY_INCLUDE_LIST:
      return _ ("objects, attribute stores and the list, values not counted");
    case HY_INCLUDE_VALUES | HY_INCLUDE_LIST:
      return _ ("objects, attribute stores, their values and the list");
    case HY_INCLUDE_POOLS:
      return _ ("whole pools of objects and attribute stores, values not counted");
    case HY_INCLUDE_POOLS | HY_INCLUDE_VALUES:
      return _ ("whole pools of objects, attribute stores and their values");
    case HY_INCLUDE_POOLS | HY_INCLUDE_LIST:
      return _ ("whole pools of objects, attribute stores and the list, values not counted");
    case HY_INCLUDE_POOLS | HY_INCLUDE_VALUES | HY_INCLUDE_LIST:
      return _ ("whole pools of objects, attribute stores, their values and the list");
    default:
      return _ ("objects and attribute stores, values not counted");
    }
}

char *
hy_report_picture_footer (HyReport *report, const char *date)
{
  g_autofree char *label = hy_abi_label (report->abi);
  g_autofree char *today = date != NULL ? g_strdup (date) : date_text ();

  return g_strdup_printf (_ ("%s · modelled, CPython %s · Heapyard, %s"), scope_text (report->include), label, today);
}

static char *
title_text (HyReport *report)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (gsize i = 0; i < report->n_classes; i++)
    {
      if (report->classes[i].hidden)
        continue;
      if (title->len > 0)
        g_string_append (title, ", ");
      g_string_append (title, report->classes[i].label);
    }
  return g_string_free (g_steal_pointer (&title), FALSE);
}

static void
job_init (Job *job, HyReport *report, const HyReportPictureOptions *options)
{
  *job = (Job){ .report = report, .options = options, .title = title_text (report) };
  job->date = options->date != NULL ? g_strdup (options->date) : date_text ();
  job->footer = hy_report_picture_footer (report, job->date);
}

static void
job_clear (Job *job)
{
  g_free (job->title);
  g_free (job->footer);
  g_free (job->date);
}

/* One line of text, cut at @width; returns its height. */
static double
paint_text (cairo_t *cr, const HyColor *color, const char *text, double size, gboolean bold, double x, double y,
            double width)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  int height;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (layout, NULL, &height);
  hy_color_set_source (color, cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
  return height;
}

static gsize
lines_new (const Job *job, HyChartLine **lines)
{
  HyReport *report = job->report;
  const HyMeasuredPoints *measured = job->options->measured;

  *lines = g_new0 (HyChartLine, MAX (report->n_classes, 1));
  for (gsize i = 0; i < report->n_classes; i++)
    {
      const HyReportClass *class = &report->classes[i];

      (*lines)[i] = (HyChartLine){
        .label = class->label,
        .plan = class->plan != NULL,
        .color = class->colour,
        .hidden = class->hidden,
        .series = class->series,
        .per_instance = hy_report_per_instance (report, i),
        .measured = measured != NULL ? measured[i].points : NULL,
        .n_measured = measured != NULL ? measured[i].n_points : 0,
      };
    }
  return report->n_classes;
}

static void
paint_chart (cairo_t *cr, const HyRenderSpec *spec, gpointer user_data)
{
  const Job *job = user_data;
  g_autofree HyChartLine *lines = NULL;
  g_autoptr (HyChart) chart = NULL;
  HyChartOptions options = {
    .width = spec->width,
    .height = spec->height,
    .text_size = job->options->text_size,
    .count = job->report->count,
    .pin = job->options->pin,
    .log_x = job->options->log_x,
    .log_y = job->options->log_y,
    .title = job->title,
    .footer = job->footer,
  };
  gsize n_lines = lines_new (job, &lines);

  chart = hy_chart_new (lines, n_lines, &options);
  hy_paint_chart (cr, chart, hy_palette_get (job->options->palette));
}

static HyScene *
scene_new (HyReport *report, HyArrange arrange, double width, double height)
{
  g_autofree HyLane *lanes = g_new0 (HyLane, MAX (report->n_classes, 1));
  HySceneOptions options = {
    .arrange = arrange,
    .width = width,
    .height = height,
    .heading_height = 28,
    .footer_height = LINE,
    .padding = MARGIN,
    .counts_more = report->include != 0,
  };
  gsize n_lanes = 0;

  for (gsize i = 0; i < report->n_classes; i++)
    {
      const HyReportClass *class = &report->classes[i];

      if (!class->hidden)
        lanes[n_lanes++] = (HyLane){
          .footprint = class->footprint,
          .label = class->label,
          .note = _ (hy_report_kind (class->layout)),
          .color = class->colour,
          .count = report->count,
        };
    }
  return hy_scene_new (lanes, n_lanes, &options);
}

static void
paint_yard (cairo_t *cr, const HyRenderSpec *spec, gpointer user_data)
{
  const Job *job = user_data;
  const HyPalette *palette = hy_palette_get (job->options->palette);
  HyScenePaint options = { .text_size = job->options->text_size, .headings = TRUE };
  double inner = spec->width - 2 * MARGIN, top, bottom = spec->height - LINE - MARGIN / 2;
  g_autoptr (HyScene) scene = NULL;
  HyView view;

  hy_color_set_source (&palette->background, cr);
  cairo_paint (cr);
  top = MARGIN + paint_text (cr, &palette->text, job->title, TITLE_SIZE, TRUE, MARGIN, MARGIN, inner);
  paint_text (cr, &palette->text_dim, job->footer, FOOTER_SIZE, FALSE, MARGIN, bottom, inner);
  scene = scene_new (job->report, job->options->arrange, spec->width, bottom - top);
  if (job->options->view != NULL)
    view = *job->options->view;
  else
    hy_scene_fit (scene, &view);
  hy_scene_clamp (scene, &view);
  cairo_save (cr);
  cairo_translate (cr, 0, top);
  cairo_rectangle (cr, 0, 0, spec->width, bottom - top);
  cairo_clip (cr);
  hy_paint_scene (cr, scene, &view, palette, &options);
  cairo_restore (cr);
}

static HyUpgrade *
upgrade_new (const HyReport *report, const HyReportPictureOptions *options)
{
  g_autofree HyUpgradeClass *classes = g_new0 (HyUpgradeClass, report->n_classes + 1);
  gsize n = 0;

  for (gsize i = 0; i < report->n_classes; i++)
    if (!report->classes[i].hidden)
      classes[n++] = (HyUpgradeClass){ report->classes[i].def, report->classes[i].label, report->classes[i].colour };
  HyUpgrade *upgrade = hy_upgrade_new (classes, n, report->abi);
  hy_upgrade_compare (upgrade, options->from_minor, options->to_minor);
  return upgrade;
}

static void
paint_upgrade (cairo_t *cr, const HyRenderSpec *spec, gpointer user_data)
{
  const Job *job = user_data;
  const HyPalette *palette = hy_palette_get (job->options->palette);
  g_autoptr (HyUpgrade) upgrade = upgrade_new (job->report, job->options);
  const HyVersions *versions = upgrade->versions;
  g_autofree char *footer =
      g_strdup_printf (_ ("bytes per instance, values not counted · modelled, CPython 3.%u to 3.%u · Heapyard, %s"),
                       versions->abis[0]->minor, versions->abis[versions->n_abis - 1]->minor, job->date);
  double inner = spec->width - 2 * MARGIN, top, bottom = spec->height - LINE - MARGIN / 2;
  double height = hy_upgrade_height (upgrade, inner, job->options->text_size);

  hy_color_set_source (&palette->background, cr);
  cairo_paint (cr);
  top = 1.5 * MARGIN + paint_text (cr, &palette->text, job->title, TITLE_SIZE, TRUE, MARGIN, MARGIN, inner);
  paint_text (cr, &palette->text_dim, footer, FOOTER_SIZE, FALSE, MARGIN, bottom, inner);
  double fit = CLAMP ((bottom - MARGIN / 2 - top) / height, 0.05, 1);
  cairo_translate (cr, MARGIN, top);
  cairo_scale (cr, fit, fit);
  hy_paint_upgrade (cr, upgrade, 0, 0, inner, job->options->text_size, palette);
}

guint
hy_report_picture_upgrade_height (HyReport *report, guint width, const HyReportPictureOptions *options)
{
  g_autoptr (HyUpgrade) upgrade = upgrade_new (report, options);
  double height = hy_upgrade_height (upgrade, width - 2 * MARGIN, options->text_size);

  return (guint) CLAMP (height + 4 * MARGIN + 1.5 * TITLE_SIZE + LINE, HY_RENDER_MIN_SIZE, HY_RENDER_MAX_SIZE);
}

static GBytes *
render (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options, HyRenderFunc paint,
        GError **error)
{
  HyRenderSpec titled = *spec;
  GBytes *bytes;
  Job job;

  job_init (&job, report, options);
  titled.title = job.title;
  titled.date = job.date;
  bytes = hy_render (&titled, paint, &job, error);
  job_clear (&job);
  return bytes;
}

GBytes *
hy_report_picture_chart (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options,
                         GError **error)
{
  return render (report, spec, options, paint_chart, error);
}

GBytes *
hy_report_picture_yard (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options,
                        GError **error)
{
  return render (report, spec, options, paint_yard, error);
}

GBytes *
hy_report_picture_upgrade (HyReport *report, const HyRenderSpec *spec, const HyReportPictureOptions *options,
                           GError **error)
{
  return render (report, spec, options, paint_upgrade, error);
}
