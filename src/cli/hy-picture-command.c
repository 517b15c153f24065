/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-picture-command.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "hy-counts.h"
#include "hy-export-file.h"
#include "hy-measured-reply.h"
#include "hy-model-choice.h"
#include "hy-selection.h"

#define LESSON_WORKLOAD 100000

static gboolean
parse_side (const char *text, guint *side)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, HY_RENDER_MIN_SIZE, HY_RENDER_MAX_SIZE, &number, NULL))
    return FALSE;
  *side = number;
  return TRUE;
}

static gboolean
parse_size (const char *text, HyRenderSpec *spec, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (text != NULL ? text : "1280x720", "x", 3);

  if (g_strv_length (sides) == 2 && parse_side (sides[0], &spec->width) && parse_side (sides[1], &spec->height))
    return TRUE;
  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--size: “%s” is no size; give WxH, %d to %d each"), text,
               HY_RENDER_MIN_SIZE, HY_RENDER_MAX_SIZE);
  return FALSE;
}

static gboolean
parse_scale (const char *text, HyRenderSpec *spec, GError **error)
{
  char *end = NULL;

  spec->scale = text != NULL ? g_ascii_strtod (text, &end) : 1;
  if (text == NULL || (*text != '\0' && *end == '\0' && spec->scale >= 1 && spec->scale <= HY_RENDER_MAX_SCALE))
    return TRUE;
  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--scale: “%s” is no scale; give 1 to %d"), text,
               HY_RENDER_MAX_SCALE);
  return FALSE;
}

static gboolean
spec_init (HyRenderSpec *spec, const HyOptions *options, GError **error)
{
  *spec = (HyRenderSpec){ 0 };
  if (options->output == NULL)
    {
      g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                           _ ("--output: say where the picture goes, as -o yard.png"));
      return FALSE;
    }
  return hy_render_format_from_path (options->output, &spec->format, error) &&
         parse_size (options->size, spec, error) && parse_scale (options->scale, spec, error);
}

/* A wrong ending or size is the command line's fault. */
static void
blame_usage (GError **error)
{
  if (error == NULL || *error == NULL || (*error)->domain != HY_EXPORT_ERROR)
    return;
  if ((*error)->code == HY_EXPORT_ERROR_FORMAT || (*error)->code == HY_EXPORT_ERROR_SIZE)
    {
      (*error)->domain = HY_CLI_ERROR;
      (*error)->code = HY_CLI_ERROR_USAGE;
    }
}

/* The picture of an upgrade has all versions of a build: the newest stands for it. */
static const HyAbi *
choose_abi (const HyOptions *options, HyReportPictureFunc draw, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (draw != hy_report_picture_upgrade)
    return hy_model_choice_one (options, error);
  rows = hy_model_choice (options, error);
  return rows != NULL ? g_ptr_array_index (rows, rows->len - 1) : NULL;
}

static HyReport *
report_new (const HyInvocation *invocation, HySelection *selection, HyReportPictureFunc draw, guint64 count,
            guint64 pin, GError **error)
{
  const HyAbi *abi = choose_abi (&invocation->options, draw, error);
  HyInclude include;

  if (abi == NULL || !hy_include_choice (&invocation->options, &include, error))
    return NULL;
  /* What tracemalloc counted: a line that leaves out values and list would lie beside its points. */
  if (invocation->options.measured_reply != NULL && invocation->options.include == NULL)
    include = HY_INCLUDE_VALUES | HY_INCLUDE_LIST;
  return hy_report_new ((HyClassDef *const *) selection->classes->pdata, selection->classes->len, abi, count, include,
                        hy_chart_axis_end (count, pin));
}

static gboolean
draw_and_write (HyReport *report, const HyOptions *options, const HyRenderSpec *spec, HyReportPictureFunc draw,
                const HyReportPictureOptions *picture, GError **error)
{
  g_autoptr (GBytes) bytes = draw (report, spec, picture, error);

  if (bytes != NULL)
    return hy_export_write (options->output, bytes, error);
  blame_usage (error);
  return FALSE;
}

HyExit
hy_picture_command_run (HyInvocation *invocation, HyReportPictureFunc draw, HyReportPictureOptions *picture,
                        GError **error)
{
  HyOptions *options = &invocation->options;
  g_autoptr (HySelection) selection = NULL;
  g_autoptr (HyReport) report = NULL;
  g_autoptr (HyMeasuredReply) measured = NULL;
  HyRenderSpec spec;
  guint64 count = LESSON_WORKLOAD;

  if (!spec_init (&spec, options, error))
    {
      blame_usage (error);
      return HY_EXIT_USAGE;
    }
  if (options->count != NULL && !hy_counts_parse_one (options->count, "--count", &count, error))
    return HY_EXIT_USAGE;
  selection = hy_selection_read (options, invocation->arguments, error);
  if (selection == NULL)
    return HY_EXIT_USAGE;
  if (selection->classes->len == 0)
    return hy_selection_report (selection);
  picture->palette = options->dark ? HY_PALETTE_DARK : HY_PALETTE_LIGHT;
  picture->pin = invocation->arguments[0] == NULL ? LESSON_WORKLOAD : 0;
  report = report_new (invocation, selection, draw, count, picture->pin, error);
  if (report == NULL)
    return HY_EXIT_USAGE;
  if (draw == hy_report_picture_upgrade && options->size == NULL)
    spec.height = hy_report_picture_upgrade_height (report, spec.width, picture);
  if (options->measured_reply != NULL)
    {
      measured = hy_measured_reply_read (options->measured_reply, report, error);
      if (measured == NULL)
        return HY_EXIT_CANNOT;
      picture->measured = measured->points;
    }
  if (!draw_and_write (report, options, &spec, draw, picture, error))
    return HY_EXIT_CANNOT;
  return hy_selection_report (selection);
}
