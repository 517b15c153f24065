/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "truth-noise.h"
#include "truth.h"

#include "hy-runtime.h"
#include "hy-value-size.h"

/* `scenario` of truth by the runtime: what each Python scenario does, told again as steps, and row for row its bytes
 * and sizes. */

#define MAX_UNKNOWN_SHARE 0.15
/* Labels, the scenario's own list and blocks that stay on free lists are in a row's bytes: facts that show as jumps are
 * larger. */
#define ROW_SLACK 128

/* One row, or @repeat rows with their numbers from 1 for %u. */
typedef struct
{
  guint repeat;
  guint make;            /* new instances, before the statement */
  const char *statement; /* tried on instance @on; NULL for none */
  guint on;              /* whose sizes the row has */
  gboolean carry;        /* its bytes are told with those of the next row */
  guint list;            /* items of a list that a comprehension made */
  guint names;           /* n00, n01 ... that the new instance is given */
  const char *unknown;   /* why the runtime has no answer */
} Step;

typedef struct
{
  const char *id;
  gboolean bare;  /* the names are given by steps, not by the class */
  Step steps[20]; /* up to one without rows */
} Scenario;

static const char weak[] = "weak references are no operation of the runtime";
static const char values[] = "a dict that is copied is a value of its own, no instance";
static const char other[] = "an instance of another class";

static const Scenario scenarios[] = {
  { "sc_undeclared_growth", FALSE, { { 1, 1 }, { 44, 0, "o.n%02u = None" }, { 1, 0, "o.__dict__" } } },
  { "sc_undeclared_growth_touched", FALSE, { { 1, 1 }, { 1, 0, "o.__dict__" }, { 44, 0, "o.n%02u = None" } } },
  { "sc_order_differs",
    FALSE,
    { { 1, 1, "o.x = 1; o.y = 2; o.z = 3", 0 },
      { 1, 1, "o.x = 1; o.y = 2; o.z = 3", 1 },
      { 1, 1, NULL, 2 },
      { 1, 0, "o.z = 1", 2 },
      { 1, 0, "o.y = 1", 2 },
      { 1, 0, "o.x = 1", 2 },
      { 1, 1, "o.x = 1; o.y = 2; o.z = 3", 3 },
      { 1, 0, NULL, 0 },
      { 1, 0, NULL, 1 },
      { 1, 0, NULL, 2 },
      { 1, 0, NULL, 3 } } },
  { "sc_delete_last",
    FALSE,
    { { 1, 5, .list = 5 },
      { 1, 0, "del o.c", 4 },
      { 1, 0, "o.c = 4", 4 },
      { 1, 0, NULL, 4 },
      { 1, 0, NULL, 0 },
      { 1, 1, NULL, 5 } } },
  { "sc_delete_first",
    FALSE,
    { { 1, 5, .list = 5 },
      { 1, 0, "del o.a", 4 },
      { 1, 0, NULL, 4 },
      { 1, 0, "o.a = 4", 4 },
      { 1, 1, NULL, 5 },
      { 1, 0, NULL, 5 } } },
  { "sc_delete_touched",
    FALSE,
    { { 1, 4, .list = 4 },
      { 1, 0, "o.__dict__", 3 },
      { 1, 0, "del o.b", 3 },
      { 1, 0, "o.b = 5", 3 },
      { 1, 0, "o.zz = 5", 3 } } },
  { "sc_dict_replaced",
    FALSE,
    { { 1, 4, .list = 4 },
      { 1, .carry = TRUE },
      { 1, 0, "o.__dict__ = {'x': 1}", 3 },
      { 1, 0, "o.y = 2", 3 },
      { 1, 1, NULL, 4 },
      { 1, 0, NULL, 4 } } },
  { "sc_dict_deleted", FALSE, { { 1, 1 }, { 1, 0, "del o.__dict__" }, { 1, 0, "o.a = 2" } } },
  { "sc_nonstr_key", FALSE, { { 1, 3, .list = 3 }, { 1, 0, "o.__dict__[5] = 1", 2 }, { 1, 0, "o.c = 1", 2 } } },
  { "sc_copy_dict", FALSE, { { 1, 3, .list = 3 }, { 8, .unknown = values } } },
  { "sc_slotdict_growth", FALSE, { { 1, 1 }, { 13, 0, "o.n%02u = None" } } },
  { "sc_weakref_cost", FALSE, { { 1, 1 }, { 6, .unknown = weak } } },
  { "sc_class_assign_slots", FALSE, { { 3, .unknown = "a class that is assigned is no operation of the runtime" } } },
  { "sc_threshold_warm",
    TRUE,
    { { 1, 1, NULL, 0, .names = 28 },
      { 1, 1, NULL, 1, .names = 29 },
      { 1, 1, NULL, 2, .names = 30 },
      { 1, 1, NULL, 3, .names = 31 },
      { 1, 1, NULL, 4, .names = 32 },
      { 1, 1, NULL, 5, .names = 33 },
      { 1, 1, NULL, 6, .names = 40 },
      { 1, 0, NULL, 0 },
      { 1, 0, NULL, 1 },
      { 1, 0, NULL, 2 },
      { 1, 0, NULL, 3 },
      { 1, 0, NULL, 4 },
      { 1, 0, NULL, 5 },
      { 1, 0, NULL, 6 },
      { 1, 1, NULL, 7, .names = 3 },
      { 1, 1, NULL, 8, .names = 28 } } },
  { "sc_late_attr_old_class",
    FALSE,
    { { 1, 50, .list = 50 },
      { 1, 0, "o.late = 1", 10 },
      { 1, 0, "o.late = 1", 11 },
      { 1, 0, "o.other = 1", 12 },
      { 1, 0, NULL, 0 },
      { 1, 0, NULL, 10 },
      { 1, 0, NULL, 11 },
      { 1, 0, NULL, 12 },
      { 1, 1, NULL, 50 },
      { 1, 0, "o.late = 1", 50 } } },
  { "sc_copy_pickle",
    FALSE,
    { { 1, 4, "copy.copy(o); copy.copy(o)", 0, .unknown = "the module copy is warmed in it" },
      { 1, 0, "copy.copy(o)", 3 },
      { 1, 0, NULL, 6 },
      { 1, 0, "copy.copy(o)", 3 },
      { 1, 0, NULL, 7 },
      { 2, .unknown = other } } },
  { "sc_vars_methods",
    FALSE,
    { { 1, 6, .list = 6 },
      { 1, 0, "vars(o)", 0 },
      { 1, 0, "o.__dict__", 1 },
      { 1, 0, "o.__dict__", 2, .unknown = "dir makes lists and a dict of its own" },
      { 1, 0, "hasattr(o, '__dict__')", 3 },
      { 1, 0, "getattr(o, 'zz')", 4 },
      { 1, 0, NULL, 5 },
      { 1, 0, NULL, 0 } } },
};

typedef struct
{
  TruthTally *tally;
  TruthBuild *build;
  const char *id;
  HyRuntime *runtime;
  JsonArray *rows;
  gint64 carried; /* measured bytes of rows that are told with the next one */
} Telling;

static gint64
try_one (Telling *self, guint instance, const char *statement)
{
  g_auto (HyOutcome) outcome = { 0 };
  hy_runtime_try (self->runtime, instance, statement, &outcome);
  g_assert_null (outcome.unknown);
  return outcome.requested_delta;
}

/* Does what @step says for its row number @number, from 1; bytes, net. */
static gint64
perform (Telling *self, const Step *step, guint number)
{
  gint64 bytes = 0;
  for (guint i = 0; i < step->make; i++)
    {
      g_auto (HyOutcome) made = { 0 };
      hy_runtime_make (self->runtime, &made);
      g_assert_null (made.unknown);
      bytes += made.requested_delta;
    }
  for (guint i = 0; i < step->names; i++)
    {
      g_autofree char *statement = g_strdup_printf ("o.n%02u = None", i);
      bytes += try_one (self, step->on, statement);
    }
  g_autofree char *digits = g_strdup_printf ("%02u", number);
  g_autoptr (GString) text = g_string_new (step->statement);
  g_string_replace (text, "%02u", digits, 0);
  g_auto (GStrv) statements = g_strsplit (text->str, "; ", -1);
  for (char **statement = statements; *statement != NULL; statement++)
    bytes += try_one (self, step->on, *statement);
  if (step->list > 0)
    {
      g_autoptr (HyValue) list = hy_value_new (HY_VALUE_LIST);
      list->growth = HY_GROWTH_COMPREHENSION;
      list->length = step->list;
      bytes += hy_value_getsizeof (list, self->build->abi, 0);
    }
  return bytes;
}

static void
compare_size (Telling *self, const char *figure, JsonArray *row, guint column, gint64 modelled)
{
  if (!json_array_get_null_element (row, column))
    truth_tally_compare_number (self->tally, self->build, figure, self->id, modelled,
                                json_array_get_int_element (row, column));
}

static void
compare_row (Telling *self, const Step *step, guint number, JsonArray *row)
{
  gint64 measured = self->carried + json_array_get_int_element (row, 1);
  if (step->unknown != NULL)
    truth_tally_unknown (self->tally, self->build, "bytes", self->id, step->unknown);
  gint64 modelled = perform (self, step, number);
  self->carried = step->carry ? measured : 0;
  if (step->carry || step->unknown != NULL)
    return;
  gint64 difference = ABS (measured - modelled) <= ROW_SLACK ? 0 : measured - modelled;
  truth_tally_compare_number (self->tally, self->build, "bytes", self->id, modelled, modelled + difference);
  compare_size (self, "getsizeof", row, 2, hy_runtime_getsizeof (self->runtime, step->on));
  if (json_array_get_null_element (row, 3))
    return;
  g_auto (HyOutcome) touched = { 0 };
  hy_runtime_touch_dict (self->runtime, step->on, &touched);
  compare_size (self, "dict", row, 3, hy_runtime_getsizeof_dict (self->runtime, step->on));
}

static void
compare_scenario (Telling *self, const Scenario *scenario)
{
  guint next = 0;
  for (const Step *step = scenario->steps; step->repeat > 0; step++)
    for (guint number = 1; number <= step->repeat && next < json_array_get_length (self->rows); number++)
      compare_row (self, step, number, json_array_get_array_element (self->rows, next++));
}

static void
compare_shape (TruthTally *tally, TruthBuild *build, const TruthShape *shape)
{
  JsonObject *measured = truth_build_case (build, shape);
  if (measured == NULL || !json_object_has_member (measured, "scenario") ||
      json_object_get_null_member (measured, "scenario"))
    return;
  if (shape->def == NULL)
    {
      truth_tally_unknown (tally, build, "bytes", shape->id,
                           shape->reading->error != NULL ? shape->reading->error->message : "not read");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (scenarios); i++)
    if (g_str_equal (scenarios[i].id, shape->id))
      {
        HyRecipe blank = { 0 };
        g_autoptr (HyClassDef) def =
            scenarios[i].bare ? hy_class_def_with_recipe (shape->def, &blank) : hy_class_def_ref (shape->def);
        g_autoptr (HyLayout) layout = hy_layouter_layout (def, build->abi);
        g_autoptr (HyRuntime) runtime = hy_runtime_new (layout);
        Telling self = { tally, build, shape->id, runtime, json_object_get_array_member (measured, "scenario"), 0 };
        compare_scenario (&self, &scenarios[i]);
        return;
      }
  truth_tally_unknown (tally, build, "bytes", shape->id, "the scenario is not told as steps");
}

static void
test_scenarios (void)
{
  truth_run (compare_shape, MAX_UNKNOWN_SHARE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth/scenarios", test_scenarios);
  return g_test_run ();
}
