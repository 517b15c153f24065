/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "hy-report-picture.h"

#include <string.h>

static HyReport *
lesson_new (HyInclude include)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyClassDef) slotted = hy_class_def_new_slotted_order ();
  HyClassDef *const classes[] = { order, slotted };

  return hy_report_new (classes, 2, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64), 100, include, 1000);
}

typedef GBytes *(*Draw) (HyReport *, const HyRenderSpec *, const HyReportPictureOptions *, GError **);

static const Draw draws[] = { hy_report_picture_chart, hy_report_picture_yard, hy_report_picture_upgrade };

/* Each picture in each format: made, and made the same when asked again (cairo numbers the parts of an SVG through the
 * life of a process). */
static void
test_formats (void)
{
  g_autoptr (HyReport) report = lesson_new (0);
  HyReportPictureOptions options = { .date = "2026-11-24" };

  for (gsize i = 0; i < G_N_ELEMENTS (draws); i++)
    for (HyRenderFormat format = HY_RENDER_PNG; format <= HY_RENDER_PDF; format++)
      {
        HyRenderSpec spec = { .format = format, .width = 640, .height = 400, .scale = 1 };
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) first = draws[i](report, &spec, &options, &error);
        g_autoptr (GBytes) second = draws[i](report, &spec, &options, NULL);

        g_assert_no_error (error);
        g_assert_nonnull (second);
        g_assert_true (format == HY_RENDER_SVG || g_bytes_equal (first, second));
      }
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text)) != NULL;
}

/* What changes the picture, and what the title of a PDF says. */
static void
test_options (void)
{
  g_autoptr (HyReport) report = lesson_new (0);
  HyRenderSpec spec = { .format = HY_RENDER_PNG, .width = 640, .height = 400, .scale = 1 };
  HyRenderSpec pdf = { .format = HY_RENDER_PDF, .width = 640, .height = 400, .scale = 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (draws); i++)
    {
      HyReportPictureOptions light = { .date = "2026-11-24" },
                             dark = { .palette = HY_PALETTE_DARK, .date = "2026-11-24" },
                             later = { .date = "2026-11-25" };
      g_autoptr (GBytes) one = draws[i](report, &spec, &light, NULL);
      g_autoptr (GBytes) two = draws[i](report, &spec, &dark, NULL);
      g_autoptr (GBytes) three = draws[i](report, &spec, &later, NULL);
      g_autoptr (GBytes) document = draws[i](report, &pdf, &light, NULL);

      g_assert_false (g_bytes_equal (one, two));
      g_assert_false (g_bytes_equal (one, three));
      /* From cairo 1.18 on the title lies in a compressed object stream. */
      g_assert_true (contains (document, "/Title (Order, SlottedOrder)") || contains (document, "/ObjStm"));
    }
}

static void
test_measured (void)
{
  g_autoptr (HyReport) report = lesson_new (0);
  HyRenderSpec spec = { .format = HY_RENDER_PNG, .width = 640, .height = 400, .scale = 1 };
  HyChartPoint point = { 80, 9000, 8000, 9500 };
  HyMeasuredPoints measured[] = { { &point, 1 }, { NULL, 0 } };
  HyReportPictureOptions plain = { .date = "d" }, with_points = { .date = "d", .measured = measured };
  g_autoptr (GBytes) without = hy_report_picture_chart (report, &spec, &plain, NULL);
  g_autoptr (GBytes) with = hy_report_picture_chart (report, &spec, &with_points, NULL);

  g_assert_false (g_bytes_equal (without, with));
}

static void
test_footer (void)
{
  static const struct
  {
    HyInclude include;
    const char *says;
  } cases[] = {
    { 0, "values not counted" },
    { HY_INCLUDE_VALUES, "their values" },
    { HY_INCLUDE_VALUES | HY_INCLUDE_LIST, "their values and the list" },
    { HY_INCLUDE_POOLS, "whole pools" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HyReport) report = lesson_new (cases[i].include);
      g_autofree char *footer = hy_report_picture_footer (report, "2026-11-24");

      g_assert_nonnull (strstr (footer, cases[i].says));
      g_assert_nonnull (strstr (footer, "modelled, CPython 3.12"));
      g_assert_nonnull (strstr (footer, "2026-11-24"));
    }
}

static void
test_date (void)
{
  g_autoptr (HyReport) report = lesson_new (0);
  g_autofree char *footer = NULL;

  g_assert_true (g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE));
  footer = hy_report_picture_footer (report, NULL);
  g_assert_nonnull (strstr (footer, "1970-01-02"));
}

static void
test_nothing (void)
{
  g_autoptr (HyReport) report = hy_report_new (NULL, 0, hy_abi_newest (), 100, 0, 1000);
  HyRenderSpec spec = { .format = HY_RENDER_PNG, .width = 64, .height = 64, .scale = 1 };
  HyReportPictureOptions options = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (draws); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = draws[i](report, &spec, &options, &error);

      g_assert_no_error (error);
      g_assert_nonnull (bytes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-picture/formats", test_formats);
  g_test_add_func ("/report-picture/options", test_options);
  g_test_add_func ("/report-picture/measured", test_measured);
  g_test_add_func ("/report-picture/footer", test_footer);
  g_test_add_func ("/report-picture/date", test_date);
  g_test_add_func ("/report-picture/nothing", test_nothing);
  return g_test_run ();
}
