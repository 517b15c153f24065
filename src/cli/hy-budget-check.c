/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-budget-check.h"

#include <glib/gi18n.h>

#include "hy-counts.h"
#include "hy-figures-document.h"
#include "hy-json-text.h"
#include "hy-measure-choice.h"
#include "hy-measure-words.h"
#include "hy-measure.h"
#include "hy-model-choice.h"
#include "hy-text-table.h"

void
hy_budget_check_free (HyBudgetCheck *self)
{
  g_free (self->file);
  g_free (self->name);
  g_free (self->python);
  g_free (self->reason);
  g_free (self);
}

/* A budget with its texts read. */
typedef struct
{
  guint64 max_bytes, max_total, count;
  gboolean has_bytes, has_total;
} Limits;

static gboolean
limits_init (Limits *limits, const HyBudget *budget, GError **error)
{
  *limits = (Limits){ .has_bytes = budget->max_bytes != NULL, .has_total = budget->max_total != NULL };
  if (limits->has_total && !budget->count)
    {
      g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                           _ ("--max-total needs --count: how many instances"));
      return FALSE;
    }
  if (limits->has_bytes &&
      !hy_measure_parse_bytes (budget->max_bytes, "--max-bytes-per-instance", &limits->max_bytes, error))
    return FALSE;
  if (limits->has_total && !hy_measure_parse_bytes (budget->max_total, "--max-total", &limits->max_total, error))
    return FALSE;
  return !budget->count || hy_counts_parse_one (budget->count, "--count", &limits->count, error);
}

/* Adds a copy of @told, whose file and name are those of @def. */
static HyExit
add_check (GPtrArray *checks, const HyClassDef *def, const HyBudgetCheck *told)
{
  HyBudgetCheck *check = g_memdup2 (told, sizeof *told);

  check->file = g_strdup (def->file);
  check->name = g_strdup (def->qualname);
  check->python = g_strdup (told->python);
  check->reason = told->found < 0 ? g_strdup (told->reason ? told->reason : "there is no figure") : NULL;
  g_ptr_array_add (checks, check);
  return check->found < 0 ? HY_EXIT_CANNOT : (guint64) check->found > check->budget ? HY_EXIT_NO : HY_EXIT_FINE;
}

static HyExit
check_modelled (const Limits *limits, HyClassDef *def, const HyAbi *abi, GPtrArray *checks)
{
  g_autoptr (HyLayout) layout = hy_layouter_layout (def, abi);
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  const HyRankRun *steady = hy_footprint_steady (footprint);
  const char *refusal = hy_figures_refusal (footprint);
  g_autofree char *python = hy_abi_label (abi);
  g_autofree char *note = hy_figures_note (footprint);
  g_autofree char *refused = refusal ? g_strdup_printf ("%s: %s", refusal, note) : NULL;
  HyBudgetCheck told = { .python = python, .refused = refusal != NULL };
  HyExit status = HY_EXIT_FINE;

  if (limits->has_bytes)
    {
      told.budget = limits->max_bytes;
      told.found = steady ? (gint64) steady->requested : -1;
      told.reason = refused ? refused : note;
      status = add_check (checks, def, &told);
    }
  if (limits->has_total)
    {
      g_autoptr (GError) why = NULL;
      HyFootprintTotal total;
      gboolean known = hy_footprint_total (footprint, limits->count, HY_INCLUDE_VALUES | HY_INCLUDE_LIST, &total, &why);
      HyExit one;

      told.is_total = TRUE;
      told.count = limits->count;
      told.budget = limits->max_total;
      told.found = known ? (gint64) total.requested : -1;
      told.reason = refused ? refused : why ? why->message : NULL;
      one = add_check (checks, def, &told);
      status = MAX (status, one);
    }
  return status;
}

static HyExit
check_measured (const Limits *limits, const HyEvidenceClass *class, const HyClassDef *def, char *python,
                GPtrArray *checks)
{
  const HyMeasured *measured = class->measured;
  g_autofree char *why = measured->error ? hy_measured_error_describe (measured->error) : NULL;
  HyBudgetCheck told = { .python = python, .measured = TRUE, .reason = why };
  HyExit status = HY_EXIT_FINE;

  if (limits->has_bytes)
    {
      told.budget = limits->max_bytes;
      told.found = measured->requested;
      status = add_check (checks, def, &told);
    }
  if (limits->has_total)
    {
      HyExit one;

      told.is_total = TRUE;
      told.count = limits->count;
      told.budget = limits->max_total;
      told.found = measured->error ? -1 : measured->current;
      one = add_check (checks, def, &told);
      status = MAX (status, one);
    }
  return status;
}

static HyExit
check_evidence (const Limits *limits, HyEvidence *evidence, HySelection *selection, GPtrArray *checks)
{
  HyExit status = HY_EXIT_FINE;

  for (guint i = 0; i < evidence->classes->len; i++)
    {
      HyExit one = check_measured (limits, evidence->classes->pdata[i], selection->classes->pdata[i],
                                   evidence->interpreter->version, checks);

      status = MAX (status, one);
    }
  return status;
}

static HyExit
measure_and_check (const Limits *limits, const HyOptions *options, char *const *arguments, HySelection *selection,
                   GPtrArray *checks, GError **error)
{
  g_autoptr (HyInterpreter) interpreter = hy_measure_choose_interpreter (options, arguments, error);
  g_autoptr (HyMeasureRequest) request = interpreter ? hy_measure_choose_bounds (options, interpreter, error) : NULL;
  g_autoptr (HyEvidence) evidence = NULL;

  if (!request || !hy_measure_choose_classes (request, options, selection, error))
    return HY_EXIT_USAGE;
  request->totals = request->total_runs = limits->has_total ? 1 : 0;
  request->runs = 0;
  evidence = hy_measure_run (request, NULL, NULL, NULL, error);
  return evidence ? check_evidence (limits, evidence, selection, checks) : HY_EXIT_CANNOT;
}

HyExit
hy_budget_check_run (const HyBudget *budget, const HyOptions *options, GPtrArray *checks, GError **error)
{
  HyOptions own = *options;
  char *arguments[] = { budget->select, NULL };
  g_autoptr (HySelection) selection = NULL;
  g_autoptr (GPtrArray) builds = NULL;
  HyExit status = HY_EXIT_FINE;
  Limits limits;

  own.factory = budget->factory;
  own.python = budget->python;
  own.count = budget->count;
  own.plans = FALSE;
  if (!limits_init (&limits, budget, error))
    return HY_EXIT_USAGE;
  selection = hy_selection_read (&own, arguments, error);
  if (!selection)
    return HY_EXIT_USAGE;
  status = hy_selection_report (selection);
  if (options->measured)
    {
      HyExit one = measure_and_check (&limits, &own, arguments, selection, checks, error);

      return MAX (status, one);
    }
  builds = hy_model_choice (&own, error);
  for (guint i = 0; builds && i < selection->classes->len * builds->len; i++)
    {
      HyExit one =
          check_modelled (&limits, selection->classes->pdata[i / builds->len], builds->pdata[i % builds->len], checks);

      status = MAX (status, one);
    }
  return builds ? status : HY_EXIT_USAGE;
}

char *
hy_budget_checks_to_json (GPtrArray *checks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  hy_json_add_string (builder, "schema", "heapyard.check/1");
  json_builder_set_member_name (builder, "checks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < checks->len; i++)
    {
      const HyBudgetCheck *check = checks->pdata[i];

      json_builder_begin_object (builder);
      hy_json_add_string (builder, "file", check->file);
      hy_json_add_string (builder, "name", check->name);
      hy_json_add_string (builder, "python", check->python);
      hy_json_add_string (builder, "source", check->measured ? "measured" : "modelled");
      hy_json_add_string (builder, "budget", check->is_total ? "max-total" : "max-bytes-per-instance");
      hy_json_add_int_if (builder, "count", check->count, check->is_total);
      hy_json_add_int (builder, "allowed", check->budget);
      hy_json_add_int_if (builder, "found", check->found, check->found >= 0);
      json_builder_set_member_name (builder, "kept");
      if (check->found >= 0)
        json_builder_add_boolean_value (builder, (guint64) check->found <= check->budget);
      else
        json_builder_add_null_value (builder);
      hy_json_add_string (builder, "reason", check->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  text = hy_json_to_ascii (builder);
  return g_strconcat (text, "\n", NULL);
}

static void
print_check (const HyBudgetCheck *check, HyOutput *output)
{
  const char *how = check->measured ? "measured" : "modelled";
  g_autofree char *allowed = hy_measure_words_grouped (check->budget);
  g_autofree char *found = hy_measure_words_grouped (check->found);
  g_autofree char *count = hy_measure_words_grouped (check->count);
  g_autofree char *what = check->is_total ? g_strdup_printf ("%s instances", count) : g_strdup ("an instance");
  g_autofree char *over = NULL;

  hy_output_style (output, HY_STYLE_HEAD, "%s", check->name);
  hy_output_style (output, HY_STYLE_DIM, "  CPython %s, %s", check->python, how);
  if (check->found < 0)
    hy_output_style (output, HY_STYLE_BAD, check->refused ? "  %s" : "  unknown: %s", check->reason);
  else if ((guint64) check->found <= check->budget)
    hy_output_style (output, HY_STYLE_GOOD, "  %s: %s of %s bytes", what, found, allowed);
  else
    {
      over = hy_measure_words_grouped (check->found - (gint64) check->budget);
      hy_output_style (output, HY_STYLE_BAD, "  %s: %s bytes, %s over the budget of %s", what, found, over, allowed);
    }
  hy_output_add (output, "\n");
}

void
hy_budget_checks_print (GPtrArray *checks, HyOutput *output)
{
  for (guint i = 0; i < checks->len; i++)
    print_check (checks->pdata[i], output);
}
