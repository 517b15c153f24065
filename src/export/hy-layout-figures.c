/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-layout-figures.h"

#include "hy-csv.h"
#include "hy-figures-document.h"
#include "hy-json-text.h"

gsize
hy_layout_figures_by_rank (HyFootprint *footprint, HyRankFigure *figures)
{
  gsize n = 0;

  for (guint64 rank = 1; rank <= HY_FIGURES_RANKS; rank++)
    {
      const HyRankRun *run = hy_footprint_run_at (footprint, rank);
      guint64 requested;

      if (run == NULL)
        return 0;
      requested = run->requested + run->class_delta;
      if (n > 0 && figures[n - 1].requested == requested)
        figures[n - 1].count++;
      else
        figures[n++] = (HyRankFigure){ requested, 1 };
    }
  return n;
}

static void
add_type_facts (JsonBuilder *builder, HyLayout *layout)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **flags = hy_type_flags_to_names (layout->flags);

  hy_json_add_int (builder, "basicsize", layout->basicsize);
  hy_json_add_int (builder, "itemsize", layout->itemsize);
  hy_json_add_int (builder, "dictoffset", layout->dictoffset);
  hy_json_add_int (builder, "weakrefoffset", layout->weakrefoffset);
  hy_json_add_strv (builder, "flags", flags);
  hy_json_add_bool (builder, "has_dict", layout->has_dict);
  hy_json_add_bool (builder, "has_weakref", layout->has_weakref);
  json_builder_set_member_name (builder, "members");
  json_builder_begin_object (builder);
  for (gsize i = 0; i < layout->n_members; i++)
    {
      /* A name that __slots__ repeats takes a place each time; its descriptor knows the first. */
      if (g_hash_table_add (seen, layout->members[i].name))
        hy_json_add_int (builder, layout->members[i].name, layout->members[i].offset);
    }
  json_builder_end_object (builder);
}

static const char *const type_fact_keys[] = { "basicsize",     "itemsize", "dictoffset",
                                              "weakrefoffset", "flags",    "has_dict",
                                              "has_weakref",   "members",  NULL };

static void
add_nulls (JsonBuilder *builder, const char *const *keys)
{
  for (gsize i = 0; keys[i] != NULL; i++)
    hy_json_add_null (builder, keys[i]);
}

/* Bytes after rounding are 0 where the allocator is not modelled. */
static void
add_allocated (JsonBuilder *builder, guint64 requested, guint64 allocated)
{
  hy_json_add_int_if (builder, "allocated", allocated, allocated > 0 || requested == 0);
}

static void
add_per_instance (JsonBuilder *builder, const HyRankRun *steady)
{
  json_builder_set_member_name (builder, "per_instance");
  if (steady == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  hy_json_add_int (builder, "requested", steady->requested);
  add_allocated (builder, steady->requested, steady->allocated);
  hy_json_add_int (builder, "blocks", steady->n_blocks);
  json_builder_set_member_name (builder, "parts");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < steady->n_blocks; i++)
    {
      const HyBlock *block = &steady->blocks[i];

      json_builder_begin_object (builder);
      hy_json_add_string (builder, "what", block->what);
      hy_json_add_int (builder, "requested", block->requested);
      add_allocated (builder, block->requested, block->allocated);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_by_rank (JsonBuilder *builder, HyFootprint *footprint)
{
  HyRankFigure figures[HY_FIGURES_RANKS];
  gsize n = hy_layout_figures_by_rank (footprint, figures);

  json_builder_set_member_name (builder, "by_rank");
  if (n == 0)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  for (gsize i = 0; i < n; i++)
    {
      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, figures[i].requested);
      json_builder_add_int_value (builder, figures[i].count);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_spans (JsonBuilder *builder, const HyRankRun *steady)
{
  json_builder_set_member_name (builder, "spans");
  if (steady == NULL || steady->n_blocks == 0)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  for (gsize i = 0; i < steady->blocks[0].n_spans; i++)
    {
      const HySpan *span = &steady->blocks[0].spans[i];

      json_builder_begin_object (builder);
      hy_json_add_int (builder, "offset", span->offset);
      hy_json_add_int (builder, "size", span->size);
      hy_json_add_string (builder, "kind", hy_span_kind_to_string (span->kind));
      hy_json_add_string (builder, "label", span->label);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_figures (JsonBuilder *builder, HyFootprint *footprint)
{
  const HyRankRun *steady = hy_footprint_steady (footprint);

  json_builder_set_member_name (builder, "getsizeof");
  json_builder_begin_object (builder);
  hy_json_add_int_if (builder, "instance", footprint->getsizeof_instance, footprint->getsizeof_instance >= 0);
  hy_json_add_int_if (builder, "dict", footprint->getsizeof_dict, footprint->getsizeof_dict >= 0);
  json_builder_end_object (builder);
  add_per_instance (builder, steady);
  add_by_rank (builder, footprint);
  json_builder_set_member_name (builder, "materialized");
  if (steady != NULL && footprint->has_materialized)
    {
      json_builder_begin_object (builder);
      hy_json_add_int (builder, "requested", footprint->materialized_requested);
      add_allocated (builder, footprint->materialized_requested, footprint->materialized_allocated);
      json_builder_end_object (builder);
    }
  else
    json_builder_add_null_value (builder);
  add_spans (builder, steady);
}

static const char *const figure_keys[] = { "getsizeof", "per_instance", "by_rank", "materialized", "spans", NULL };

/* A key keeps its first reason. */
static void
add_reason (JsonBuilder *builder, GHashTable *seen, const char *key, const char *reason)
{
  if (reason == NULL || !g_hash_table_add (seen, (gpointer) key))
    return;
  hy_json_add_string (builder, key, reason);
}

static void
add_reasons (JsonBuilder *builder, GHashTable *seen, const char *const *keys, const char *reason)
{
  for (gsize i = 0; keys[i] != NULL; i++)
    add_reason (builder, seen, keys[i], reason);
}

static void
add_unknown (JsonBuilder *builder, HyFootprint *footprint)
{
  HyLayout *layout = footprint->layout;
  char **figures = footprint->unknown_figures;
  const HyRankRun *steady = hy_footprint_steady (footprint);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  json_builder_set_member_name (builder, "unknown");
  json_builder_begin_object (builder);
  if (layout->status == HY_STATUS_UNKNOWN)
    {
      add_reasons (builder, seen, type_fact_keys, layout->reason);
      add_reasons (builder, seen, figure_keys, layout->reason);
    }
  for (gsize i = 0; layout->status == HY_STATUS_EXACT && figures != NULL && figures[i] != NULL; i += 2)
    add_reason (builder, seen, figures[i], figures[i + 1]);
  if (layout->status == HY_STATUS_EXACT && steady == NULL)
    {
      /* What getsizeof says may be known where what is allocated is not. */
      if (footprint->getsizeof_instance < 0)
        add_reason (builder, seen, "getsizeof", footprint->unknown);
      add_reasons (builder, seen, figure_keys + 1, footprint->unknown);
    }
  if (steady != NULL && steady->allocated == 0 && steady->requested > 0)
    add_reason (builder, seen, "allocated", "the allocator of this build is not modelled");
  json_builder_end_object (builder);
}

static char *
class_to_json (HyFootprint *footprint)
{
  HyLayout *layout = footprint->layout;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hy_figures_add_build (builder, layout->abi);
  hy_json_add_string (builder, "file", layout->def->file);
  hy_json_add_string (builder, "name", layout->def->qualname);
  hy_json_add_int_if (builder, "line", layout->def->line, layout->def->line > 0);
  if (layout->mro != NULL)
    hy_json_add_strv (builder, "mro", (const char *const *) layout->mro);
  else
    hy_json_add_null (builder, "mro");
  hy_figures_add_status (builder, layout);
  hy_figures_add_error (builder, layout);
  if (layout->status == HY_STATUS_EXACT)
    add_type_facts (builder, layout);
  else
    add_nulls (builder, type_fact_keys);
  hy_json_add_string (builder, "factory", layout->def->recipe.factory);
  if (layout->status == HY_STATUS_EXACT)
    add_figures (builder, footprint);
  else
    add_nulls (builder, figure_keys);
  add_unknown (builder, footprint);
  if (hy_footprint_settle (footprint) != NULL)
    hy_json_add_string (builder, "settle", hy_footprint_settle (footprint));
  json_builder_end_object (builder);
  return hy_json_to_ascii (builder);
}

char *
hy_layout_figures_to_json (HyFootprint *const *footprints, gsize n_footprints, HyFiguresError *const *errors,
                           gsize n_errors)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n_footprints; i++)
    g_ptr_array_add (classes, class_to_json (footprints[i]));
  return hy_figures_document ("{\"schema\":\"heapyard.layout/1\"", "classes", classes, errors, n_errors);
}

char *
hy_layout_figures_to_csv (HyFootprint *const *footprints, gsize n_footprints)
{
  g_autoptr (GString) csv = g_string_new ("file,name,line,python,build,bits,status,basicsize,getsizeof_instance,"
                                          "getsizeof_dict,requested,allocated,blocks,materialized_requested,note\n");

  for (gsize i = 0; i < n_footprints; i++)
    {
      HyFootprint *footprint = footprints[i];
      HyLayout *layout = footprint->layout;
      const HyRankRun *steady = hy_footprint_steady (footprint);
      g_autofree char *note = hy_figures_note (footprint);

      hy_csv_add_text (csv, layout->def->file);
      hy_csv_add_text (csv, layout->def->qualname);
      hy_csv_add_number_if (csv, layout->def->line, layout->def->line > 0);
      hy_figures_add_build_cells (csv, layout);
      hy_csv_add_number_if (csv, layout->basicsize, layout->status == HY_STATUS_EXACT);
      hy_csv_add_number_if (csv, footprint->getsizeof_instance, steady != NULL && footprint->getsizeof_instance >= 0);
      hy_csv_add_number_if (csv, footprint->getsizeof_dict, steady != NULL && footprint->getsizeof_dict >= 0);
      hy_csv_add_number_if (csv, steady != NULL ? steady->requested : 0, steady != NULL);
      hy_csv_add_number_if (csv, steady != NULL ? steady->allocated : 0, steady != NULL && steady->allocated > 0);
      hy_csv_add_number_if (csv, steady != NULL ? steady->n_blocks : 0, steady != NULL);
      hy_csv_add_number_if (csv, footprint->materialized_requested, steady != NULL && footprint->has_materialized);
      hy_csv_add_text (csv, note);
      hy_csv_end_row (csv);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}
