/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-examination.h"

#include "hy-footprint.h"
#include "hy-interpreter-list.h"
#include "hy-json-bounds.h"
#include "hy-measure-script.h"
#include "hy-source.h"

G_DEFINE_QUARK (hy - examination - error - quark, hy_examination_error)

#define TEXT_LIMIT (64 * 1024 * 1024)
/* The version on which an unslotted subclass of a slotted class costs most. */
#define DEAREST_SUBCLASS_MINOR 13

void
hy_examination_free (HyExamination *self)
{
  g_free (self->factory);
  g_ptr_array_unref (self->hazards);
  g_ptr_array_unref (self->plans);
  g_free (self);
}

static char *
request_text (const char *text, const char *name, const char *class_name, const char *factory)
{
  const char *const members[][2] = {
    { "text", text }, { "name", name }, { "class", class_name }, { "factory", factory }
  };
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      json_builder_set_member_name (builder, members[i][0]);
      if (members[i][1])
        json_builder_add_string_value (builder, members[i][1]);
      else
        json_builder_add_null_value (builder);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* A text that may be as long as a file. */
static char *
long_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *text = node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;

  return text && strlen (text) <= TEXT_LIMIT ? g_strdup (text) : NULL;
}

static char *
text_or_empty (JsonObject *object, const char *name)
{
  const char *text = hy_json_text (object, name);

  return g_strdup (text ? text : "");
}

static void
read_hazards (HyExamination *self, JsonArray *array)
{
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject *object = hy_json_item_object (array, i);
      const char *kind = object ? hy_json_text (object, "kind") : NULL;
      HyHazard *hazard;

      if (!kind || !hy_hazard_template (kind))
        continue;
      hazard = g_new0 (HyHazard, 1);
      hazard->kind = g_strdup (kind);
      hazard->line = CLAMP (hy_json_number (object, "line", 0), 0, G_MAXINT);
      hazard->name = text_or_empty (object, "name");
      hazard->detail = text_or_empty (object, "detail");
      g_ptr_array_add (self->hazards, hazard);
    }
}

static void
read_plans (HyExamination *self, JsonArray *array)
{
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject *object = hy_json_item_object (array, i);
      const char *name = object ? hy_json_text (object, "plan") : NULL;
      HyPlan *plan;

      if (!name || !g_strv_contains (hy_plan_names (), name))
        continue;
      plan = g_new0 (HyPlan, 1);
      plan->name = g_strdup (name);
      plan->text = long_text (object, "text");
      plan->factory = long_text (object, "factory");
      plan->diff = long_text (object, "diff");
      plan->refused = g_strdup (hy_json_text (object, "refused"));
      g_ptr_array_add (self->plans, plan);
    }
}

/* FALSE: the script found that it can't. */
static HyExamination *
read_reply (GBytes *reply, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text = g_bytes_get_data (reply, &length);
  JsonObject *root = hy_json_parse_object (parser, text, length);
  g_autofree char *factory = root ? long_text (root, "factory") : NULL;
  const char *why = root ? hy_json_text (root, "error") : NULL;
  HyExamination *self;

  if (!factory)
    {
      if (why)
        g_set_error_literal (error, HY_EXAMINATION_ERROR, HY_EXAMINATION_ERROR_FILE, why);
      else
        g_set_error_literal (error, HY_EXAMINATION_ERROR, HY_EXAMINATION_ERROR_INTERPRETER,
                             "the interpreter gave no answer that can be understood");
      return NULL;
    }
  self = g_new0 (HyExamination, 1);
  self->factory = g_steal_pointer (&factory);
  self->slotted = hy_json_truth (root, "slotted", FALSE);
  self->hazards = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_hazard_free);
  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_plan_free);
  read_hazards (self, hy_json_array (root, "hazards", HY_JSON_ITEMS_LIMIT));
  read_plans (self, hy_json_array (root, "plans", HY_JSON_ITEMS_LIMIT));
  return self;
}

typedef struct
{
  const char *text, *name, *class_name;
  HyInterpreter *parser;
  GCancellable *cancellable;
} Context;

/* One class of a text; NULL when it can't be read. (transfer full) */
static HyClassDef *
read_class (const Context *context, const char *text, const char *class_name, const char *factory)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  const HySourceRequest request = {
    .path = context->name, .text = bytes, .class_name = class_name, .factory = factory
  };
  g_autoptr (HyReading) reading = hy_source_read (&request, context->parser, context->cancellable);

  return !reading->error && reading->n_classes == 1 ? hy_class_def_ref (reading->classes[0]) : NULL;
}

static void
read_definitions (HyExamination *self, const Context *context)
{
  g_autoptr (HyClassDef) def = read_class (context, context->text, context->class_name, self->factory);

  for (guint i = 0; i < self->plans->len; i++)
    {
      HyPlan *plan = self->plans->pdata[i];

      if (plan->text)
        plan->def = read_class (context, plan->text, context->class_name, plan->factory);
      else if (!plan->refused && def)
        plan->def = hy_plan_display (def, plan->name, plan->factory);
    }
}

static gint64
bytes_of (const Context *context, const char *text, const char *class_name, const HyAbi *abi)
{
  g_autoptr (HyClassDef) def = read_class (context, text, class_name, NULL);
  g_autoptr (HyLayout) layout = def ? hy_layouter_layout (def, abi) : NULL;
  g_autoptr (HyFootprint) footprint = layout ? hy_footprint_new (layout) : NULL;
  const HyRankRun *steady = footprint ? hy_footprint_steady (footprint) : NULL;

  return steady ? (gint64) steady->requested : -1;
}

/* What an unslotted subclass costs once its base is slotted, against now. */
static void
price_subclasses (HyExamination *self, const Context *context)
{
  const HyAbi *abi = hy_abi_lookup (DEAREST_SUBCLASS_MINOR, HY_BUILD_DEFAULT, 64);
  HyPlan *slotted = self->plans->len ? self->plans->pdata[0] : NULL;
  g_autofree char *label = abi ? hy_abi_label (abi) : NULL;

  for (guint i = 0; abi && slotted && slotted->text && i < self->hazards->len; i++)
    {
      HyHazard *hazard = self->hazards->pdata[i];
      gint64 now, then;

      if (!g_str_equal (hazard->kind, "subclass"))
        continue;
      now = bytes_of (context, context->text, hazard->name, abi);
      then = bytes_of (context, slotted->text, hazard->name, abi);
      if (now >= 0 && then >= 0)
        hazard->cost = g_strdup_printf (
            "on CPython %s one costs %" G_GINT64_FORMAT " bytes then, %" G_GINT64_FORMAT " now", label, then, now);
    }
}

static HyInterpreter *
choose_parser (HyInterpreter *wanted, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  HyInterpreter *newest;

  if (wanted)
    return hy_interpreter_ref (wanted);
  list = hy_interpreter_list_find (NULL, cancellable, error);
  newest = list ? hy_interpreter_list_newest_parser (list) : NULL;
  if (list && !newest)
    g_set_error_literal (error, HY_EXAMINATION_ERROR, HY_EXAMINATION_ERROR_INTERPRETER,
                         "no Python found that could read the file");
  return newest ? hy_interpreter_ref (newest) : NULL;
}

HyExamination *
hy_examination_new (const char *text, const char *name, const char *class_name, const char *factory,
                    HyInterpreter *parser, GCancellable *cancellable, GError **error)
{
  static const char *const scripts[] = { "examine_class.py", "examine_plans.py", "examine.py", NULL };
  g_autoptr (HyInterpreter) chosen = choose_parser (parser, cancellable, error);
  g_autofree char *request = request_text (text, name, class_name, factory);
  g_autoptr (GBytes) reply = chosen ? hy_measure_script_run (chosen, scripts, request, cancellable, error) : NULL;
  const Context context = { text, name, class_name, chosen, cancellable };
  HyExamination *self = reply ? read_reply (reply, error) : NULL;

  if (self)
    {
      read_definitions (self, &context);
      price_subclasses (self, &context);
    }
  return self;
}
