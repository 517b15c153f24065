/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-workbench.h"

#define LESSON_COUNT 100000

static void
print_rows (const HyEvidenceClass *class)
{
  for (guint i = 0; i < class->verdict->rows->len; i++)
    {
      HyVerdictRow *row = class->verdict->rows->pdata[i];

      g_test_message ("%-8s %s: measured %s, modelled %s", hy_verdict_state_to_string (row->state), row->label,
                      row->measured_text ? row->measured_text : "?", row->modelled_text ? row->modelled_text : "?");
    }
}

/* The lesson's classes at its own count: every figure of the model is what the interpreter does. */
static void
test_lesson (gconstpointer data)
{
  HyInterpreter *interpreter = (HyInterpreter *) data;
  HyClassDef *(*const lesson[]) (void) = { hy_class_def_new_order, hy_class_def_new_slotted_order };
  gint64 measured[2], modelled[2];

  for (gsize i = 0; i < G_N_ELEMENTS (lesson); i++)
    {
      g_autoptr (HyClassDef) def = lesson[i]();
      const HyMeasureItem item = {
        .file = "lesson.py", .class_name = def->name, .factory = def->recipe.factory, .text = def->source, .def = def
      };
      g_autoptr (HyEvidence) evidence = hy_workbench_measure (interpreter, &item, LESSON_COUNT, 1);
      HyEvidenceClass *class = evidence->classes->pdata[0];

      g_test_message ("CPython %s, %s, %s", interpreter->version, def->name, evidence->sandbox);
      if (class->measured->error)
        {
          g_autofree char *why = hy_measured_error_describe (class->measured->error);

          g_test_message ("%s", why);
        }
      g_assert_null (class->measured->error);
      print_rows (class);
      g_assert_cmpint (class->verdict->state, ==, HY_VERDICT_EQUAL);
      g_assert_cmpuint (class->measured->n_points, ==, 4);
      g_assert_cmpuint (class->measured->seconds.runs, ==, 1);
      g_assert_cmpstr (class->measured->read_name, !=, NULL);
      measured[i] = class->measured->current;
      modelled[i] = class->modelled->current;
    }
  g_assert_cmpint (measured[0] - measured[1], ==, modelled[0] - modelled[1]);
}

static void
count_progress (const HyMeasureProgress *progress, gpointer data)
{
  guint *steps = data;

  g_assert_cmpuint (progress->step, <, progress->n_steps);
  *steps = MAX (*steps, progress->step + 1);
}

static void
test_progress (gconstpointer data)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = hy_workbench_file (&folder, "thing.py", "class Thing:\n    pass\n");
  g_autoptr (HyMeasureRequest) request = hy_measure_request_new ((HyInterpreter *) data);
  const HyMeasureItem item = { .file = path, .class_name = "Thing", .factory = "Thing()" };
  guint steps = 0;

  request->count = 100;
  request->runs = 3;
  hy_measure_request_add (request, &item);
  hy_measure_request_add (request, &item);
  {
    g_autoptr (HyEvidence) evidence = hy_measure_run (request, NULL, count_progress, &steps, NULL);

    g_assert_cmpuint (evidence->classes->len, ==, 2);
    g_assert_cmpuint (steps, ==, 2 * (1 + 4 * 2 + 3));
    g_assert_cmpuint (((HyEvidenceClass *) evidence->classes->pdata[0])->measured->n_points, ==, 4);
    g_assert_cmpuint (((HyEvidenceClass *) evidence->classes->pdata[1])->measured->rss.runs, ==, 3);
    g_assert_cmpint (((HyEvidenceClass *) evidence->classes->pdata[1])->verdict->state, ==, HY_VERDICT_UNKNOWN);
  }
  hy_workbench_folder_free (g_steal_pointer (&folder));
}

static gboolean
cancel (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
cancel_at_first (const HyMeasureProgress *progress, gpointer data)
{
  cancel (data);
}

static void
test_cancel (gconstpointer data)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = hy_workbench_file (&folder, "slow.py", "import time\ntime.sleep(1000)\n");
  g_autoptr (HyMeasureRequest) request = hy_measure_request_new ((HyInterpreter *) data);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const HyMeasureItem item = { .file = path, .class_name = "Thing", .factory = "Thing()" };

  hy_measure_request_add (request, &item);
  g_assert_null (hy_measure_run (request, cancellable, cancel_at_first, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  hy_workbench_folder_free (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) interpreters = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  interpreters = hy_workbench_interpreters ();
  for (guint i = 0; i < interpreters->len; i++)
    {
      HyInterpreter *interpreter = interpreters->pdata[i];
      g_autofree char *name = g_strdup_printf ("/measure/lesson/%s-%s", interpreter->version, interpreter->build);

      g_test_add_data_func (name, interpreter, test_lesson);
    }
  if (interpreters->len > 0)
    {
      g_test_add_data_func ("/measure/progress", interpreters->pdata[0], test_progress);
      g_test_add_data_func ("/measure/cancel", interpreters->pdata[0], test_cancel);
    }
  else
    g_test_message ("no usable interpreter on this machine: nothing to measure");
  status = g_test_run ();
  return status;
}
