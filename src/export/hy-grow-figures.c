/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-grow-figures.h"

#include "hy-csv.h"
#include "hy-figures-document.h"
#include "hy-json-text.h"

static const struct
{
  HyInclude include;
  const char *name;
} includes[] = {
  { HY_INCLUDE_VALUES, "values" },
  { HY_INCLUDE_LIST, "list" },
  { HY_INCLUDE_POOLS, "pools" },
};

static gboolean
include_word (const char *word, HyInclude *include)
{
  for (gsize i = 0; i < G_N_ELEMENTS (includes); i++)
    {
      if (g_str_equal (includes[i].name, word))
        {
          *include |= includes[i].include;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
hy_include_from_string (const char *text, HyInclude *include, char **wrong)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  *include = 0;
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (!include_word (g_strstrip (words[i]), include))
        {
          *wrong = g_strdup (words[i]);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
hy_grow_figures_allocated (const HyFootprintTotal *point, HyInclude include, guint64 *allocated)
{
  *allocated = include & HY_INCLUDE_POOLS ? point->pools : point->allocated;
  return *allocated > 0 || point->requested == 0;
}

static void
add_points (JsonBuilder *builder, HySeries *series, HyInclude include)
{
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (gsize i = 0; series != NULL && i < series->n; i++)
    {
      const HyFootprintTotal *point = &series->points[i];
      guint64 allocated;
      gboolean known = hy_grow_figures_allocated (point, include, &allocated);

      json_builder_begin_object (builder);
      hy_json_add_int (builder, "count", point->count);
      hy_json_add_int (builder, "requested", point->requested);
      hy_json_add_int_if (builder, "allocated", allocated, known);
      hy_json_add_int (builder, "blocks", point->blocks);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char *
series_to_json (const HyGrowFigures *figures, HyInclude include)
{
  HyLayout *layout = figures->footprint->layout;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hy_json_add_string (builder, "file", layout->def->file);
  hy_json_add_string (builder, "name", layout->def->qualname);
  hy_figures_add_build (builder, layout->abi);
  hy_figures_add_status (builder, layout);
  add_points (builder, figures->series, include);
  hy_figures_add_error (builder, layout);
  hy_json_add_string (builder, "factory", layout->def->recipe.factory);
  json_builder_set_member_name (builder, "unknown");
  json_builder_begin_object (builder);
  if (figures->series == NULL && layout->status != HY_STATUS_ERROR)
    hy_json_add_string (builder, "points", figures->unknown);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return hy_json_to_ascii (builder);
}

char *
hy_grow_figures_to_json (const HyGrowFigures *figures, gsize n_figures, HyInclude include,
                         HyFiguresError *const *errors, gsize n_errors)
{
  g_autoptr (GPtrArray) series = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) head = g_string_new ("{\"schema\":\"heapyard.grow/1\",\"include\":[");

  for (gsize i = 0, n = 0; i < G_N_ELEMENTS (includes); i++)
    {
      if (include & includes[i].include)
        g_string_append_printf (head, "%s\"%s\"", n++ > 0 ? "," : "", includes[i].name);
    }
  g_string_append_c (head, ']');
  for (gsize i = 0; i < n_figures; i++)
    g_ptr_array_add (series, series_to_json (&figures[i], include));
  return hy_figures_document (head->str, "series", series, errors, n_errors);
}

char *
hy_grow_figures_to_csv (const HyGrowFigures *figures, gsize n_figures, HyInclude include)
{
  GString *csv = g_string_new ("file,name,python,build,bits,status,count,requested,allocated,blocks\n");

  for (gsize i = 0; i < n_figures; i++)
    {
      HyLayout *layout = figures[i].footprint->layout;
      HySeries *series = figures[i].series;

      for (gsize j = 0; series != NULL && j < series->n; j++)
        {
          guint64 allocated;
          gboolean known = hy_grow_figures_allocated (&series->points[j], include, &allocated);

          hy_csv_add_text (csv, layout->def->file);
          hy_csv_add_text (csv, layout->def->qualname);
          hy_figures_add_build_cells (csv, layout);
          hy_csv_add_number (csv, series->points[j].count);
          hy_csv_add_number (csv, series->points[j].requested);
          hy_csv_add_number_if (csv, allocated, known);
          hy_csv_add_number (csv, series->points[j].blocks);
          hy_csv_end_row (csv);
        }
    }
  return g_string_free (csv, FALSE);
}
