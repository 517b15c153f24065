/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-figures-document.h"

#include "hy-csv.h"
#include "hy-json-text.h"

void
hy_figures_error_free (HyFiguresError *self)
{
  g_free (self->file);
  g_free (self->message);
  g_free (self);
}

static void
append_lines (GString *text, GPtrArray *entries)
{
  for (gsize i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s\n%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (entries, i));
}

static char *
error_to_json (const HyFiguresError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  hy_json_add_string (builder, "file", error->file);
  hy_json_add_int_if (builder, "line", error->line, error->line > 0);
  hy_json_add_string (builder, "message", error->message);
  json_builder_end_object (builder);
  return hy_json_to_ascii (builder);
}

char *
hy_figures_document (const char *head, const char *name, GPtrArray *entries, HyFiguresError *const *errors,
                     gsize n_errors)
{
  GString *text = g_string_new (head);
  g_autoptr (GPtrArray) error_lines = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n_errors; i++)
    g_ptr_array_add (error_lines, error_to_json (errors[i]));
  g_string_append_printf (text, ",\"%s\":[", name);
  append_lines (text, entries);
  g_string_append (text, "],\"errors\":[");
  append_lines (text, error_lines);
  g_string_append (text, "]}\n");
  return g_string_free (text, FALSE);
}

static const char *
status_to_string (HyStatus status)
{
  switch (status)
    {
    case HY_STATUS_EXACT:
      return "exact";
    case HY_STATUS_ERROR:
      return "error";
    case HY_STATUS_UNKNOWN:
    default:
      return "unknown";
    }
}

void
hy_figures_add_build (JsonBuilder *builder, const HyAbi *abi)
{
  g_autofree char *python = g_strdup_printf ("3.%u", abi->minor);

  hy_json_add_string (builder, "python", python);
  hy_json_add_string (builder, "build", hy_build_to_string (abi->build));
  hy_json_add_int (builder, "bits", abi->bits);
}

void
hy_figures_add_status (JsonBuilder *builder, HyLayout *layout)
{
  hy_json_add_string (builder, "status", status_to_string (layout->status));
}

void
hy_figures_add_error (JsonBuilder *builder, HyLayout *layout)
{
  json_builder_set_member_name (builder, "error");
  if (layout->status == HY_STATUS_ERROR)
    {
      json_builder_begin_object (builder);
      hy_json_add_string (builder, "type", layout->error_type);
      hy_json_add_string (builder, "message", layout->error_message);
      json_builder_end_object (builder);
    }
  else
    json_builder_add_null_value (builder);
  if (layout->status == HY_STATUS_UNKNOWN)
    hy_json_add_string (builder, "reason", layout->reason);
}

void
hy_figures_add_build_cells (GString *csv, HyLayout *layout)
{
  g_autofree char *python = g_strdup_printf ("3.%u", layout->abi->minor);

  hy_csv_add_text (csv, python);
  hy_csv_add_text (csv, hy_build_to_string (layout->abi->build));
  hy_csv_add_number (csv, layout->abi->bits);
  hy_csv_add_text (csv, status_to_string (layout->status));
}

const char *
hy_figures_refusal (HyFootprint *footprint)
{
  const HyLayout *layout = footprint->layout;
  const HyRecipe *recipe = &layout->def->recipe;

  if (layout->status == HY_STATUS_ERROR)
    return "Python refuses this class";
  if (layout->status == HY_STATUS_EXACT && recipe->unknown == NULL && recipe->refusal.text != NULL)
    return "Python refuses to make one";
  return NULL;
}

char *
hy_figures_note (HyFootprint *footprint)
{
  HyLayout *layout = footprint->layout;

  if (layout->status == HY_STATUS_ERROR)
    return g_strdup_printf ("%s: %s", layout->error_type, layout->error_message);
  if (layout->status == HY_STATUS_UNKNOWN)
    return g_strdup (layout->reason);
  return g_strdup (footprint->unknown);
}
