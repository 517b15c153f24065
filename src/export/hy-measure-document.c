/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-document.h"

#include "hy-figures-document.h"
#include "hy-json-text.h"
#include "hy-probe-reply.h"

static void
add_figure (JsonBuilder *builder, const char *name, gint64 value)
{
  hy_json_add_int_if (builder, name, value, value >= 0);
}

/* The figures that a measurement and the model both have. */
static void
add_figures (JsonBuilder *builder, gint64 requested, gint64 getsizeof, gint64 dict_getsizeof, gint64 materialized,
             gint64 current)
{
  add_figure (builder, "requested", requested);
  add_figure (builder, "getsizeof", getsizeof);
  add_figure (builder, "dict_getsizeof", dict_getsizeof);
  add_figure (builder, "materialized", materialized);
  add_figure (builder, "current", current);
}

static void
add_real (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (value == (gint64) value)
    json_builder_add_int_value (builder, (gint64) value);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_spread (JsonBuilder *builder, const char *name, const HySpread *spread)
{
  if (spread->runs == 0)
    {
      hy_json_add_null (builder, name);
      return;
    }
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_real (builder, "median", spread->median);
  add_real (builder, "min", spread->min);
  add_real (builder, "max", spread->max);
  hy_json_add_int (builder, "runs", spread->runs);
  json_builder_end_object (builder);
}

static void
add_pair (JsonBuilder *builder, gint64 first, gint64 second)
{
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, first);
  json_builder_add_int_value (builder, second);
  json_builder_end_array (builder);
}

static void
add_ranks (JsonBuilder *builder, const HyMeasuredRank *ranks, gsize n_ranks)
{
  json_builder_set_member_name (builder, "by_rank");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n_ranks; i++)
    add_pair (builder, ranks[i].requested, ranks[i].count);
  json_builder_end_array (builder);
}

static void
add_type (JsonBuilder *builder, const HyTypeFacts *type)
{
  g_autofree const char **flags = hy_type_flags_to_names (type->flags);

  if (!type->known)
    {
      hy_json_add_null (builder, "type");
      return;
    }
  json_builder_set_member_name (builder, "type");
  json_builder_begin_object (builder);
  hy_json_add_string (builder, "name", type->name);
  hy_json_add_int (builder, "basicsize", type->basicsize);
  hy_json_add_int (builder, "itemsize", type->itemsize);
  hy_json_add_int (builder, "dictoffset", type->dictoffset);
  hy_json_add_int (builder, "weakrefoffset", type->weakrefoffset);
  hy_json_add_strv (builder, "flags", flags);
  if (type->has_members)
    {
      json_builder_set_member_name (builder, "members");
      json_builder_begin_object (builder);
      for (gsize i = 0; i < type->n_members; i++)
        hy_json_add_int (builder, type->members[i].name, type->members[i].offset);
      json_builder_end_object (builder);
    }
  else
    hy_json_add_null (builder, "members");
  json_builder_end_object (builder);
}

static void
add_error (JsonBuilder *builder, const HyMeasuredError *error)
{
  if (!error)
    {
      hy_json_add_null (builder, "error");
      return;
    }
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  hy_json_add_string (builder, "phase", error->phase);
  hy_json_add_string (builder, "type", error->type);
  hy_json_add_string (builder, "message", error->message);
  hy_json_add_string (builder, "file", error->file);
  hy_json_add_int_if (builder, "line", error->line, error->line > 0);
  json_builder_end_object (builder);
}

static void
add_measured (JsonBuilder *builder, const HyMeasured *measured)
{
  json_builder_set_member_name (builder, "measured");
  json_builder_begin_object (builder);
  add_figures (builder, measured->requested, measured->getsizeof, measured->dict_getsizeof, measured->materialized,
               measured->current);
  add_figure (builder, "peak", measured->peak);
  add_spread (builder, "rss", &measured->rss);
  add_spread (builder, "seconds", &measured->seconds);
  add_spread (builder, "read_seconds", &measured->read_seconds);
  hy_json_add_string (builder, "read_name", measured->read_name);
  add_spread (builder, "allocated_blocks", &measured->allocated_blocks);
  add_ranks (builder, measured->ranks, measured->n_ranks);
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < measured->n_blocks; i++)
    json_builder_add_int_value (builder, measured->blocks[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < measured->n_points; i++)
    add_pair (builder, measured->points[i].count, measured->points[i].current);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "points_spread");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < measured->n_points; i++)
    add_pair (builder, measured->points[i].min, measured->points[i].max);
  json_builder_end_array (builder);
  add_type (builder, &measured->type);
  json_builder_set_member_name (builder, "made_before");
  json_builder_add_int_value (builder, measured->made_before);
  hy_json_add_bool (builder, "values_apart", measured->values_apart);
  hy_json_add_bool (builder, "warmed", measured->warmed);
  json_builder_end_object (builder);
}

static void
add_modelled (JsonBuilder *builder, const HyModelled *modelled)
{
  json_builder_set_member_name (builder, "modelled");
  json_builder_begin_object (builder);
  hy_json_add_string (builder, "python", modelled->python);
  add_figures (builder, modelled->requested, modelled->getsizeof, modelled->dict_getsizeof, modelled->materialized,
               modelled->current);
  add_ranks (builder, modelled->ranks, modelled->n_ranks);
  json_builder_set_member_name (builder, "blocks");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < modelled->n_blocks; i++)
    {
      json_builder_begin_object (builder);
      hy_json_add_string (builder, "what", modelled->blocks[i].what);
      hy_json_add_int (builder, "requested", modelled->blocks[i].requested);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_type (builder, &modelled->type);
  json_builder_set_member_name (builder, "unknown");
  json_builder_begin_object (builder);
  if (modelled->unknown)
    hy_json_add_string (builder, "requested", modelled->unknown);
  if (modelled->current < 0 && (modelled->unknown || modelled->current_unknown))
    hy_json_add_string (builder, "current", modelled->current_unknown ? modelled->current_unknown : modelled->unknown);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_difference (JsonBuilder *builder, const HyMeasured *measured, const HyModelled *modelled)
{
  const struct
  {
    const char *name;
    gint64 measured, modelled;
  } figures[] = {
    { "requested", measured->values_apart ? measured->requested : -1, modelled->requested },
    { "getsizeof", measured->getsizeof, modelled->getsizeof },
    { "dict_getsizeof", measured->dict_getsizeof, modelled->dict_getsizeof },
    { "materialized", measured->materialized, modelled->materialized },
    { "current", measured->current, modelled->current },
  };

  json_builder_set_member_name (builder, "difference");
  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    hy_json_add_int_if (builder, figures[i].name, figures[i].measured - figures[i].modelled,
                        figures[i].measured >= 0 && figures[i].modelled >= 0);
  json_builder_end_object (builder);
}

static char *
class_entry (const HyEvidenceClass *class)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = hy_verdict_describe (class->verdict);

  json_builder_begin_object (builder);
  hy_json_add_string (builder, "file", class->file);
  hy_json_add_string (builder, "name", class->name);
  hy_json_add_string (builder, "plan", class->plan);
  hy_json_add_int (builder, "count", class->count);
  hy_json_add_string (builder, "factory", class->factory);
  add_error (builder, class->measured->error);
  add_measured (builder, class->measured);
  add_modelled (builder, class->modelled);
  add_difference (builder, class->measured, class->modelled);
  hy_json_add_string (builder, "verdict", hy_verdict_state_to_string (class->verdict->state));
  hy_json_add_string (builder, "verdict_text", text);
  hy_json_add_string (builder, "source", class->source);
  json_builder_end_object (builder);
  return hy_json_to_ascii (builder);
}

/* The members before the classes, without the closing brace. */
static char *
document_head (const HyEvidence *evidence)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  hy_json_add_string (builder, "schema", "heapyard.measure/1");
  json_builder_set_member_name (builder, "interpreter");
  json_builder_add_value (builder, hy_interpreter_to_json (evidence->interpreter));
  hy_json_add_strv (builder, "command", (const char *const *) evidence->command);
  hy_json_add_string (builder, "date", evidence->date);
  hy_json_add_string (builder, "system", evidence->system);
  hy_json_add_string (builder, "sandbox", evidence->sandbox);
  hy_json_add_int (builder, "runs", evidence->runs);
  hy_json_add_int (builder, "time_limit_ms", evidence->time_limit_ms);
  hy_json_add_int (builder, "memory_limit", evidence->memory_limit);
  json_builder_end_object (builder);
  text = hy_json_to_ascii (builder);
  return g_strndup (text, strlen (text) - 1);
}

char *
hy_measure_document (const HyEvidence *evidence, HyFiguresError *const *errors, gsize n_errors)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *head = document_head (evidence);

  for (guint i = 0; i < evidence->classes->len; i++)
    g_ptr_array_add (entries, class_entry (evidence->classes->pdata[i]));
  return hy_figures_document (head, "classes", entries, errors, n_errors);
}
