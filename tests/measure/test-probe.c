/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-probe.h"

#include "fake-python.h"
#include "hy-workbench.h"

/* Notes what it is asked, then answers as the probe does, with figures that follow from how often it was asked before.
 */
#define ANSWERS                                                                                                        \
  "field () { printf '%s' \"$request\" | tail -n 1 | sed 's/.*\"'\"$1\"'\":\"\\{0,1\\}\\([^\",}]*\\).*/\\1/'; }\n"     \
  "token=$(field token); step=$(field step); count=$(field count)\n"                                                   \
  "echo \"$step $count\" >> \"$0.log\"\n"                                                                              \
  "n=$(grep -c \"^$step\" \"$0.log\")\n"                                                                               \
  "say () { printf '%s%s\\n' \"$token\" \"$1\" >&3; }\n"                                                               \
  "fail () { say '{\"event\": \"error\", \"phase\": \"import\", \"type\": \"'$1'\", \"message\": \"no\"}'; }\n"
#define LAYOUT                                                                                                         \
  "say '{\"event\": \"result\", \"requested\": 96, \"getsizeof\": 48, \"by_rank\": [[96, 40]], \"blocks\": [96], "     \
  "\"dict\": null, \"type\": {\"name\": \"C\", \"basicsize\": 16, \"itemsize\": 0, \"dictoffset\": 0, "                \
  "\"weakrefoffset\": 0, \"flags\": [], \"members\": {}}, \"values_apart\": true, \"warmed\": true}'"
#define WELL                                                                                                           \
  ANSWERS                                                                                                              \
  "case $step in\n"                                                                                                    \
  "layout) say '{\"event\": \"phase\", \"phase\": \"import\"}'; " LAYOUT ";;\n"                                        \
  "total) say '{\"event\": \"result\", \"current\": '$((count * 100 + n))', \"peak\": '$((count * 200 + n))'}' "       \
  ";;\n"                                                                                                               \
  "run) say '{\"event\": \"result\", \"seconds\": '$n', \"rss\": '$((n * 4096))', \"read_name\": \"a'$n'\"}' "         \
  ";;\n"                                                                                                               \
  "esac"

typedef struct
{
  char *folder;
  HyInterpreter *python;
  HyMeasureRequest *request;
  GString *told; /* progress */
} Fixture;

static void
set_up (Fixture *fixture, const char *body)
{
  const HyMeasureItem item = { .file = "a.py", .class_name = "A", .factory = "A(i)" };
  g_autofree char *path = hy_workbench_file (&fixture->folder, "unused", "");

  fixture->python = fake_python_new (fixture->folder, body);
  fixture->request = hy_measure_request_new (fixture->python);
  fixture->request->sandbox = FALSE;
  fixture->told = g_string_new (NULL);
  hy_measure_request_add (fixture->request, &item);
}

static void
tear_down (Fixture *fixture)
{
  hy_measure_request_unref (fixture->request);
  hy_interpreter_unref (fixture->python);
  g_string_free (fixture->told, TRUE);
  hy_workbench_folder_free (fixture->folder);
}

static void
tell (const HyProbeProgress *progress, gpointer data)
{
  Fixture *fixture = data;

  g_string_append_printf (fixture->told, "%u/%u %s %s\n", progress->step, progress->n_steps, progress->name,
                          progress->phase ? progress->phase : "-");
}

static void
keep (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static HyMeasured *
probe (Fixture *fixture, GCancellable *cancellable, GError **error)
{
  g_autoptr (HySandbox) sandbox = hy_sandbox_new (FALSE, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  hy_probe_run_async (fixture->request, 0, sandbox, cancellable, tell, fixture, keep, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return hy_probe_run_finish (result, error);
}

/* One process for the layout, then so many for each count and for what varies; medians of what they say. */
static void
test_steps (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyMeasured) measured = NULL;
  g_autofree char *log = NULL;
  g_autofree char *asked = NULL;

  set_up (&fixture, WELL);
  fixture.request->count = 1000;
  fixture.request->totals = 2;
  fixture.request->total_runs = 3;
  fixture.request->runs = 2;
  measured = probe (&fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (measured->error);
  log = g_build_filename (fixture.folder, "python3.log", NULL);
  g_assert_true (g_file_get_contents (log, &asked, NULL, NULL));
  g_assert_cmpstr (asked, ==,
                   "layout 1000\ntotal 500\ntotal 500\ntotal 500\ntotal 1000\ntotal 1000\ntotal 1000\nrun 1000\nrun "
                   "1000\n");
  g_assert_cmpint (measured->requested, ==, 96);
  g_assert_cmpuint (measured->n_points, ==, 2);
  g_assert_cmpuint (measured->points[0].count, ==, 500);
  g_assert_cmpint (measured->points[0].current, ==, 50002);
  g_assert_cmpint (measured->points[0].min, ==, 50001);
  g_assert_cmpint (measured->points[0].max, ==, 50003);
  g_assert_cmpuint (measured->points[1].count, ==, 1000);
  g_assert_cmpint (measured->points[1].current, ==, 100005);
  g_assert_cmpint (measured->current, ==, 100005);
  g_assert_cmpint (measured->peak, ==, 200005);
  g_assert_cmpuint (measured->seconds.runs, ==, 2);
  g_assert_cmpfloat (measured->seconds.median, ==, 1.5);
  g_assert_cmpfloat (measured->rss.max, ==, 8192);
  g_assert_cmpuint (measured->allocated_blocks.runs, ==, 0);
  g_assert_cmpstr (measured->read_name, ==, "a2");
  g_assert_true (g_str_has_prefix (fixture.told->str, "0/9 layout -\n0/9 layout import\n1/9 total -\n2/9 total -\n"));
  g_assert_true (g_str_has_suffix (fixture.told->str, "7/9 run -\n8/9 run -\n"));
  tear_down (&fixture);
}

/* Counts that are the same are one point; without totals or runs there is none of what they bring. */
static void
test_few (void)
{
  static const struct
  {
    guint64 count;
    guint totals, runs, n_points, seconds_runs;
    gint64 current;
  } cases[] = {
    { 1, 4, 0, 1, 0, 104 },
    { 3, 4, 1, 3, 1, 304 },
    { 10, 0, 1, 0, 1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autoptr (HyMeasured) measured = NULL;

      set_up (&fixture, WELL);
      fixture.request->count = cases[i].count;
      fixture.request->totals = cases[i].totals;
      fixture.request->total_runs = 1;
      fixture.request->runs = cases[i].runs;
      measured = probe (&fixture, NULL, NULL);
      g_assert_null (measured->error);
      g_assert_cmpuint (measured->n_points, ==, cases[i].n_points);
      g_assert_cmpuint (measured->seconds.runs, ==, cases[i].seconds_runs);
      g_assert_cmpint (measured->current, ==, cases[i].current);
      tear_down (&fixture);
    }
}

/* Each way in which there is no answer has its sentence, and no further process is started. */
static void
test_silence (void)
{
  static const struct
  {
    const char *body, *message;
  } cases[] = {
    { "exit 3", "it ended its own process before it answered (exit status 3)" },
    { "exit 0", "it ended its own process before it answered (exit status 0)" },
    { "exit 113", "it closed the channel that the answer goes through" },
    { "kill -9 $$", "its process was ended by signal 9 (Killed) before it answered" },
    { "exit 139", "its process was ended by signal 11 (Segmentation fault) before it answered" },
    { "echo garbage >&3; exit 3",
      "it ended its own process before it answered (exit status 3); something wrote garbage to the reply channel" },
    { "yes >&3", "it wrote more to the reply channel than an answer has, and was stopped" },
    { "sleep 1000", "the time limit was reached, and everything it had started was stopped (" },
    { ANSWERS "fail ValueError", "no" },
    { ANSWERS "fail MemoryError", "the memory limit of 1.0\302\240GiB was reached" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autoptr (HyMeasured) measured = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *body = g_strdup_printf ("echo >> \"$0.count\"\n%s", cases[i].body);
      g_autofree char *path = NULL;
      g_autofree char *times = NULL;

      set_up (&fixture, body);
      fixture.request->memory_limit = 1 << 30;
      fixture.request->time_limit_ms = g_str_has_prefix (cases[i].body, "sleep") ? 300 : 60000;
      measured = probe (&fixture, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (measured->error);
      if (!g_str_has_prefix (measured->error->message, cases[i].message))
        g_assert_cmpstr (measured->error->message, ==, cases[i].message);
      path = g_build_filename (fixture.folder, "python3.count", NULL);
      g_assert_true (g_file_get_contents (path, &times, NULL, NULL));
      g_assert_cmpstr (times, ==, "\n");
      tear_down (&fixture);
    }
}

static void
test_no_process (void)
{
  Fixture fixture;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) absent = NULL;

  set_up (&fixture, WELL);
  g_cancellable_cancel (cancellable);
  g_assert_null (probe (&fixture, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_free (fixture.python->path);
  fixture.python->path = g_strdup ("/nonexistent/python3");
  g_assert_null (probe (&fixture, NULL, &absent));
  g_assert_nonnull (absent);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/probe/steps", test_steps);
  g_test_add_func ("/probe/few", test_few);
  g_test_add_func ("/probe/silence", test_silence);
  g_test_add_func ("/probe/no-process", test_no_process);
  return g_test_run ();
}
