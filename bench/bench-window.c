/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames of the real widgets: the yard at 1600×900 while it is zoomed and panned, and the whole page at each step of
 * the count. A frame is what the frame clock does between "before-paint" and "after-paint", the step included. */
#include <adwaita.h>
#include <string.h>
#include <time.h>

#include "hy-bench.h"
#include "hy-chart.h"
#include "hy-settings.h"
#include "hy-widgets.h"
#include "hy-yard-page.h"

#define WIDTH 1600
#define HEIGHT 900
#define WARM_UP 10
#define FRAMES 120
#define FRAME_GOAL 16.7
#define HOVERS 1000

typedef struct _Bench Bench;

typedef struct
{
  const char *name;
  guint64 count;
  gboolean whole_page; /* the page with chart, lists and inspector instead of the yard alone */
  void (*step) (Bench *bench, guint frame);
} Phase;

struct _Bench
{
  GtkWindow *window;
  HySession *session;
  HyYardView *yard;
  guint phase, frame;
  gint64 begun, cpu_begun;
  double samples[FRAMES], cpu_samples[FRAMES];
};

static void
zoom (Bench *bench, guint frame)
{
  hy_yard_view_zoom (bench->yard, frame / 30 % 2 == 0 ? 1.1 : 1 / 1.1);
}

/* Down through the yard and back, a little to and fro on the way. */
static void
pan (Bench *bench, guint frame)
{
  if (frame == 0)
    hy_yard_view_zoom (bench->yard, 8);
  hy_yard_view_pan (bench->yard, frame % 2 == 0 ? 9 : -7, frame < (WARM_UP + FRAMES) / 2 ? -31 : 29);
}

static void
slide (Bench *bench, guint frame)
{
  hy_session_set_count (bench->session, 1000 + 7777 * (guint64) frame);
}

static const Phase phases[] = {
  { "yard frame, zooming, 10 k instances, p95", 10000, FALSE, zoom },
  { "yard frame, panning, 10 k instances, p95", 10000, FALSE, pan },
  { "yard frame, zooming, 1 M instances, p95", 1000000, FALSE, zoom },
  { "yard frame, panning, 1 M instances, p95", 1000000, FALSE, pan },
  { "yard frame, zooming, 10 M instances, p95", 10000000, FALSE, zoom },
  { "yard frame, panning, 10 M instances, p95", 10000000, FALSE, pan },
  { "slider step, drag to painted, p95", 100, TRUE, slide },
};

static void
report_hover (Bench *bench)
{
  HyView view;
  HyScene *scene = hy_yard_view_get_scene (bench->yard, &view);
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 0; i < HOVERS; i++)
    {
      HyHit hit;

      hy_scene_pick (scene, &view, i * 7 % WIDTH, i * 13 % HEIGHT, &hit);
    }
  hy_bench_row ("hover: what is under the pointer, 10 M instances",
                (double) (g_get_monotonic_time () - begun) / 1000 / HOVERS, "ms", 1);
}

static void
report_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL) && (line = strstr (status, "VmRSS:")) != NULL)
    hy_bench_row ("resident at 10 M", (double) g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10) / 1024, "MiB", 0);
}

static void
enter_phase (Bench *bench)
{
  const Phase *phase = &phases[bench->phase];

  bench->frame = 0;
  hy_session_set_count (bench->session, phase->count);
  if (phase->whole_page)
    {
      GtkWidget *page = g_object_new (HY_TYPE_YARD_PAGE, "session", bench->session, NULL);

      gtk_window_set_child (bench->window, page);
      bench->yard = hy_yard_page_get_yard (HY_YARD_PAGE (page));
    }
  else
    hy_yard_view_fit (bench->yard);
}

/* Microseconds that this thread has computed: on a busy machine, what a frame would take with a free core. */
static gint64
thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Before a frame: the change that it has to show. */
static void
before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->begun = g_get_monotonic_time ();
  bench->cpu_begun = thread_time ();
  phases[bench->phase].step (bench, bench->frame);
}

static void
report_phase (Bench *bench)
{
  g_autofree char *cpu = g_strdup_printf ("%s, of its thread alone", phases[bench->phase].name);

  hy_bench_row (phases[bench->phase].name, hy_bench_quantile (bench->samples, FRAMES, 0.95), "ms", FRAME_GOAL);
  hy_bench_row (cpu, hy_bench_quantile (bench->cpu_samples, FRAMES, 0.95), "ms", FRAME_GOAL);
}

static void
after_paint (GdkFrameClock *clock, Bench *bench)
{
  if (bench->frame >= WARM_UP)
    {
      bench->samples[bench->frame - WARM_UP] = (double) (g_get_monotonic_time () - bench->begun) / 1000;
      bench->cpu_samples[bench->frame - WARM_UP] = (double) (thread_time () - bench->cpu_begun) / 1000;
    }
  if (++bench->frame == WARM_UP + FRAMES)
    {
      report_phase (bench);
      if (phases[bench->phase].step == pan && phases[bench->phase].count == 10000000)
        {
          report_hover (bench);
          report_memory ();
        }
      if (++bench->phase == G_N_ELEMENTS (phases))
        gtk_window_destroy (bench->window);
      else
        enter_phase (bench);
    }
}

static void
activate (GtkApplication *app, Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = NULL;
  GdkFrameClock *clock;

  hy_widgets_init ();
  settings = hy_settings_new (&error);
  if (settings == NULL)
    g_error ("%s", error->message);
  bench->session = hy_session_new (settings, hy_chart_axis_end);
  bench->yard = g_object_new (HY_TYPE_YARD_VIEW, "session", bench->session, NULL);
  bench->window = GTK_WINDOW (gtk_application_window_new (app));
  gtk_window_set_decorated (bench->window, FALSE);
  gtk_window_set_default_size (bench->window, WIDTH, HEIGHT);
  gtk_window_set_child (bench->window, GTK_WIDGET (bench->yard));
  enter_phase (bench);
  gtk_window_present (bench->window);
  clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (bench->window)));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint), bench);
  gdk_frame_clock_begin_updating (clock);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app = NULL;
  Bench bench = { 0 };

  hy_widgets_register_resources ();
  app = adw_application_new ("io.github.heapyard.Bench", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (app, "activate", G_CALLBACK (activate), &bench);
  g_application_run (G_APPLICATION (app), argc, argv);
  g_clear_object (&bench.session);
  return 0;
}
