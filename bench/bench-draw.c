/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures without a window: frames of the yard while panning and zooming, hover, a slider step, a chart. */
#include "hy-bench.h"
#include "hy-chart-paint.h"
#include "hy-scene-paint.h"

#include <math.h>

#define WIDTH 1600
#define HEIGHT 900
#define FRAMES 120
#define FRAME_MS (1000.0 / 60)

typedef struct
{
  HyFootprint *footprints[2];
  HyScene *scene;
  HyView view;
  guint64 count;
  HyArrange arrange;
  cairo_surface_t *image;
  guint step;
} Subject;

static HyFootprint *
make_footprint (HyClassDef *def)
{
  g_autoptr (HyClassDef) owned = def;
  g_autoptr (HyLayout) layout = hy_layouter_layout (owned, hy_abi_newest ());
  return hy_footprint_new (layout);
}

static HyScene *
make_scene (Subject *subject)
{
  HyLane lanes[] = { { subject->footprints[0], "Order", "dict-backed", 0, subject->count },
                     { subject->footprints[1], "SlottedOrder", "slotted", 1, subject->count } };
  HySceneOptions options = {
    .arrange = subject->arrange, .width = WIDTH, .height = HEIGHT, .heading_height = 26, .padding = 16
  };
  return hy_scene_new (lanes, G_N_ELEMENTS (lanes), &options);
}

static void
paint (Subject *subject)
{
  HyScenePaint options = { .text_size = 14 };
  cairo_t *cr = cairo_create (subject->image);
  hy_paint_scene (cr, subject->scene, &subject->view, hy_palette_get (HY_PALETTE_LIGHT), &options);
  cairo_destroy (cr);
}

/* From fit to a word of 40 pixels and back, panning all the while. */
static void
move_view (Subject *subject, guint frame)
{
  HyView fit;
  hy_scene_fit (subject->scene, &fit);
  double half = FRAMES / 2.0, part = 1 - fabs (frame - half) / half;
  double wanted = fit.scale * pow (MAX (40 / fit.scale, 1), part);
  hy_scene_zoom (subject->scene, &subject->view, wanted / subject->view.scale, WIDTH * 0.4, HEIGHT * 0.3);
  hy_scene_pan (subject->scene, &subject->view, -3, -2);
}

static void
bench_frames (Subject *subject, guint64 count, HyArrange arrange, const char *name)
{
  double samples[FRAMES];
  subject->count = count;
  subject->arrange = arrange;
  subject->scene = make_scene (subject);
  hy_scene_fit (subject->scene, &subject->view);
  paint (subject);
  for (guint i = 0; i < FRAMES; i++)
    {
      move_view (subject, i);
      gint64 begun = g_get_monotonic_time ();
      paint (subject);
      samples[i] = (double) (g_get_monotonic_time () - begun) / 1000;
    }
  hy_bench_row (name, hy_bench_quantile (samples, FRAMES, 0.95), "ms", FRAME_MS);
  hy_scene_free (subject->scene);
}

static void
hover (gpointer data)
{
  Subject *subject = data;
  HyHit hit;
  subject->step++;
  hy_scene_pick (subject->scene, &subject->view, subject->step * 37 % WIDTH, subject->step * 17 % HEIGHT, &hit);
}

static void
step_slider (gpointer data)
{
  Subject *subject = data;
  subject->count = subject->count * 5 / 4 % 10000000 + 1;
  subject->scene = make_scene (subject);
  hy_scene_fit (subject->scene, &subject->view);
  paint (subject);
  g_clear_pointer (&subject->scene, hy_scene_free);
}

static void
chart (gpointer data)
{
  Subject *subject = data;
  HyChartLine lines[] = { { .label = "Order", .per_instance = 96 }, { .label = "SlottedOrder", .color = 1 } };
  guint64 end = hy_chart_axis_end (subject->count, 100000);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    lines[i].series = hy_series_new_breaks (subject->footprints[i], end, 0, 200, NULL);
  HyChartOptions options = { .width = WIDTH, .height = 400, .count = subject->count, .pin = 100000 };
  g_autoptr (HyChart) it = hy_chart_new (lines, G_N_ELEMENTS (lines), &options);
  cairo_t *cr = cairo_create (subject->image);
  hy_paint_chart (cr, it, hy_palette_get (HY_PALETTE_LIGHT));
  cairo_destroy (cr);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    hy_series_unref (lines[i].series);
}

int
main (void)
{
  Subject subject = { .footprints = { make_footprint (hy_class_def_new_order ()),
                                      make_footprint (hy_class_def_new_slotted_order ()) } };
  subject.image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  bench_frames (&subject, 100, HY_ARRANGE_INSTANCE, "yard picture, p95, 100 instances");
  bench_frames (&subject, 10000, HY_ARRANGE_INSTANCE, "yard picture, p95, 10 k");
  bench_frames (&subject, 1000000, HY_ARRANGE_INSTANCE, "yard picture, p95, 1 M");
  bench_frames (&subject, 10000000, HY_ARRANGE_INSTANCE, "yard picture, p95, 10 M");
  bench_frames (&subject, 10000, HY_ARRANGE_ADDRESS, "yard picture by address, p95, 10 k");
  bench_frames (&subject, 1000000, HY_ARRANGE_ADDRESS, "yard picture by address, p95, 1 M");
  bench_frames (&subject, 10000000, HY_ARRANGE_ADDRESS, "yard picture by address, p95, 10 M");

  subject.arrange = HY_ARRANGE_INSTANCE;
  subject.scene = make_scene (&subject);
  hy_scene_fit (subject.scene, &subject.view);
  hy_bench_row ("what is under the pointer, 10 M", 1e3 * hy_bench_median (hover, &subject, 1000, 15), "ms", 1);
  g_clear_pointer (&subject.scene, hy_scene_free);
  hy_bench_row ("slider step, yard laid out and painted", 1e3 * hy_bench_median (step_slider, &subject, 5, 15), "ms",
                FRAME_MS);
  hy_bench_row ("slider step, chart made and painted", 1e3 * hy_bench_median (chart, &subject, 5, 15), "ms", FRAME_MS);
  cairo_surface_destroy (subject.image);
  for (gsize i = 0; i < G_N_ELEMENTS (subject.footprints); i++)
    hy_footprint_unref (subject.footprints[i]);
  return 0;
}
