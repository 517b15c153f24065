/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-workbench.h"
#include "truth.h"

/* Shapes of tests/data/truth measured here and now: each figure that the model
 * gives is what the interpreter does. */

#define EVERY 5 /* of the shapes; the others are held against what was measured before, in the suite "truth" */
#define LEAST 60

static gboolean
is_figure (const HyVerdictRow *row)
{
  return row->part == HY_VERDICT_PART_REQUESTED || row->part == HY_VERDICT_PART_RANKS ||
         row->part == HY_VERDICT_PART_GETSIZEOF || row->part >= HY_VERDICT_PART_BASICSIZE;
}

/* How many figures differ; the number of classes with known bytes is added to @compared. */
static guint
judge (const HyEvidenceClass *class, const char *id, guint *compared)
{
  guint wrong = 0;

  if (class->measured->error)
    {
      g_autofree char *why = hy_measured_error_describe (class->measured->error);

      g_test_message ("%s: not measured: %s", id, why);
      return 0;
    }
  *compared += class->modelled->requested >= 0 && class->measured->values_apart;
  for (guint i = 0; i < class->verdict->rows->len; i++)
    {
      const HyVerdictRow *row = class->verdict->rows->pdata[i];

      if (row->state != HY_VERDICT_OFF || !is_figure (row))
        continue;
      g_test_message ("%s: %s: measured %s, modelled %s", id, row->label, row->measured_text, row->modelled_text);
      wrong++;
    }
  return wrong;
}

static HyMeasureRequest *
request_of (HyInterpreter *interpreter, TruthShapes *shapes, GPtrArray *ids)
{
  HyMeasureRequest *request = hy_measure_request_new (interpreter);

  request->totals = 0;
  request->runs = 0;
  for (gsize i = 0; i < shapes->n_shapes; i += EVERY)
    {
      const TruthShape *shape = &shapes->shapes[i];
      const HyMeasureItem item = { .file = "shape.py",
                                   .class_name = "C",
                                   .factory = shape->def ? shape->def->recipe.factory : NULL,
                                   .text = shape->reading->text,
                                   .def = shape->def };

      if (!shape->def || shape->minor > interpreter->minor || !item.factory || shape->def->recipe.unknown ||
          shape->def->recipe.refusal.text)
        continue;
      hy_measure_request_add (request, &item);
      g_ptr_array_add (ids, shape->id);
    }
  return request;
}

static void
test_shapes (gconstpointer data)
{
  HyInterpreter *interpreter = (HyInterpreter *) data;
  g_autoptr (TruthShapes) shapes = truth_shapes_load ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (HyMeasureRequest) request = request_of (interpreter, shapes, ids);
  g_autoptr (GError) error = NULL;
  g_autoptr (HyEvidence) evidence = hy_measure_run (request, NULL, NULL, NULL, &error);
  guint compared = 0, wrong = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < evidence->classes->len; i++)
    wrong += judge (evidence->classes->pdata[i], ids->pdata[i], &compared);
  g_test_message ("%u shapes compared on CPython %s, %u figures wrong", compared, interpreter->version, wrong);
  g_assert_cmpuint (compared, >=, LEAST);
  g_assert_cmpuint (wrong, ==, 0);
}

/* The one argument: 3.@minor, so that versions can be tried side by side. */
int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) interpreters = NULL;
  guint minor;

  g_test_init (&argc, &argv, NULL);
  minor = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;
  interpreters = hy_workbench_interpreters ();
  for (guint i = 0; i < interpreters->len; i++)
    {
      HyInterpreter *interpreter = interpreters->pdata[i];
      g_autofree char *name = g_strdup_printf ("/shapes/%s-%s", interpreter->version, interpreter->build);

      if (interpreter->minor == minor)
        g_test_add_data_func (name, interpreter, test_shapes);
    }
  return g_test_run ();
}
