/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measure-choice.h"

#include <glib/gi18n.h>

#include "hy-counts.h"
#include "hy-examination.h"
#include "hy-interpreter-list.h"
#include "hy-selector.h"
#include "hy-source.h"

#define MAX_SECONDS 86400

static char *
folder_of_first (char *const *arguments)
{
  HySelector selector = { 0 };
  char *folder = NULL;

  if (arguments[0])
    {
      hy_selector_init (&selector, arguments[0]);
      if (selector.file)
        folder = g_path_get_dirname (selector.file);
      hy_selector_clear (&selector);
    }
  return folder ? folder : g_get_current_dir ();
}

/* "3.12", "3.12.1" or "python3.12", whatever starts first on PATH under that name. */
static HyInterpreter *
by_version (const char *text, GError **error)
{
  g_autoptr (GPtrArray) list = hy_interpreter_list_find (NULL, NULL, error);
  const char *version = g_str_has_prefix (text, "python") ? text + strlen ("python") : text;
  gsize length = strlen (version);

  for (guint i = 0; list && length > 0 && i < list->len; i++)
    {
      HyInterpreter *python = list->pdata[i];

      if (python->status == HY_INTERPRETER_USABLE && g_str_has_prefix (python->version, version) &&
          !g_ascii_isdigit (python->version[length]))
        return hy_interpreter_ref (python);
    }
  return NULL;
}

static HyInterpreter *
by_path (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  const char *added[] = { absolute, NULL };
  const HyInterpreterSearch search = { .added = added };
  g_autoptr (GPtrArray) list = hy_interpreter_list_find (&search, NULL, error);

  for (guint i = 0; list && i < list->len; i++)
    {
      HyInterpreter *python = list->pdata[i];

      if (!g_str_equal (python->path, absolute))
        continue;
      if (python->status == HY_INTERPRETER_USABLE)
        return hy_interpreter_ref (python);
      g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_CANNOT, "--interpreter: %s: %s", path, python->reason);
      return NULL;
    }
  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_CANNOT, "--interpreter: %s: %s", path, _ ("no such program"));
  return NULL;
}

static HyInterpreter *
named_interpreter (const char *text, GError **error)
{
  g_autofree char *program = NULL;
  HyInterpreter *python;

  if (strchr (text, '/'))
    return by_path (text, error);
  python = by_version (text, error);
  if (python || (error && *error))
    return python;
  program = g_find_program_in_path (text);
  return by_path (program ? program : text, error);
}

HyInterpreter *
hy_measure_choose_interpreter (const HyOptions *options, char *const *arguments, GError **error)
{
  g_autofree char *folder = folder_of_first (arguments);
  const HyInterpreterSearch search = { .project_folder = folder };
  g_autoptr (GPtrArray) list = NULL;
  HyInterpreter *chosen;

  if (options->interpreter && *options->interpreter == 0)
    {
      g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                           _ ("--interpreter: give a path, or a version as 3.12"));
      return NULL;
    }
  if (options->interpreter)
    return named_interpreter (options->interpreter, error);
  list = hy_interpreter_list_find (&search, NULL, error);
  if (!list)
    return NULL;
  chosen = hy_interpreter_list_suit (list, folder);
  if (chosen)
    return hy_interpreter_ref (chosen);
  g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_CANNOT,
                       _ ("no usable CPython found; install python3, or name one in HEAPYARD_PYTHONS"));
  return NULL;
}

static gboolean
parse_seconds (const char *text, guint *milliseconds, GError **error)
{
  char *end;
  double seconds = g_ascii_strtod (text, &end);

  if (*text && *end == 0 && seconds > 0 && seconds <= MAX_SECONDS)
    {
      *milliseconds = seconds * 1000;
      return TRUE;
    }
  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--timeout: “%s” is no time; give seconds up to %d"), text,
               MAX_SECONDS);
  return FALSE;
}

gboolean
hy_measure_parse_bytes (const char *text, const char *option, guint64 *bytes, GError **error)
{
  static const char units[] = "kmgt";
  g_autofree char *lower = g_ascii_strdown (text, -1);
  char *end;
  double number = g_ascii_strtod (lower, &end);
  const char *unit = *end ? strchr (units, *end) : NULL;

  for (const char *u = units; unit && u <= unit; u++)
    number *= 1024;
  if (unit)
    end++;
  if (g_str_has_prefix (end, "ib"))
    end += 2;
  else if (*end == 'b')
    end++;
  if (*lower && g_ascii_isdigit (*lower) && *end == 0 && number < 1e18)
    {
      *bytes = number;
      return TRUE;
    }
  g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("%s: “%s” is no size; give bytes, or as 512M or 2GiB"),
               option, text);
  return FALSE;
}

HyMeasureRequest *
hy_measure_choose_bounds (const HyOptions *options, HyInterpreter *interpreter, GError **error)
{
  g_autoptr (HyMeasureRequest) request = hy_measure_request_new (interpreter);

  if (options->count && !hy_counts_parse_one (options->count, "--count", &request->count, error))
    return NULL;
  if (request->count < 1 || request->count > HY_MEASURE_MAX_COUNT)
    {
      g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--count: 1 to %d instances can be measured"),
                   HY_MEASURE_MAX_COUNT);
      return NULL;
    }
  if (options->timeout && !parse_seconds (options->timeout, &request->time_limit_ms, error))
    return NULL;
  if (options->memory_limit &&
      !hy_measure_parse_bytes (options->memory_limit, "--memory-limit", &request->memory_limit, error))
    return NULL;
  request->sandbox = !options->no_sandbox;
  request->temporary_folder = options->temporary_folder;
  return g_steal_pointer (&request);
}

static void
add_plans (HyMeasureRequest *request, const HyMeasureItem *base, HyExamination *examination)
{
  for (guint i = 0; i < examination->plans->len; i++)
    {
      const HyPlan *plan = examination->plans->pdata[i];
      const HyMeasureItem item = { .file = base->file,
                                   .name = base->class_name,
                                   .class_name = plan->text ? base->class_name : NULL,
                                   .factory = plan->factory,
                                   .text = plan->text ? plan->text : base->text,
                                   .plan = plan->name,
                                   .def = plan->def };

      if (plan->refused)
        g_printerr ("heapyard-cli: %s, %s: %s\n", base->class_name, plan->name, plan->refused);
      else
        hy_measure_request_add (request, &item);
    }
}

/* The class made by an expression in i that its constructor's signature suggests, unless one was given. */
static gboolean
add_class (HyMeasureRequest *request, HyClassDef *def, const HyOptions *options, GError **error)
{
  const HySourceRequest ask = { .path = def->file, .class_name = def->qualname, .factory = options->factory };
  g_autoptr (HyReading) reading = def->file ? hy_source_read (&ask, NULL, NULL) : NULL;
  const char *text = reading ? reading->text : def->source;
  g_autoptr (HyExamination) examination = NULL;
  g_autoptr (HyReading) again = NULL;
  HyMeasureItem item = { .file = def->file ? def->file : "lesson.py",
                         .class_name = def->qualname,
                         .factory = def->recipe.factory,
                         .text = def->file ? NULL : def->source,
                         .def = def };

  examination = hy_examination_new (text ? text : "", item.file, def->qualname,
                                    options->factory || !def->file ? def->recipe.factory : NULL, NULL, NULL, error);
  if (!examination)
    return FALSE;
  item.factory = examination->factory;
  if (def->file)
    {
      const HySourceRequest made = { .path = def->file, .class_name = def->qualname, .factory = item.factory };

      again = hy_source_read (&made, NULL, NULL);
      if (!again->error && again->n_classes == 1)
        item.def = again->classes[0];
    }
  hy_measure_request_add (request, &item);
  if (options->plans)
    add_plans (request, &item, examination);
  return TRUE;
}

gboolean
hy_measure_choose_classes (HyMeasureRequest *request, const HyOptions *options, HySelection *selection, GError **error)
{
  for (guint i = 0; i < selection->classes->len; i++)
    {
      HyClassDef *def = selection->classes->pdata[i];

      if (g_strcmp0 (def->file, "-") == 0)
        {
          g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                               _ ("what is measured is run, and needs a file; standard input is only read"));
          return FALSE;
        }
      if (!add_class (request, def, options, error))
        return FALSE;
    }
  return TRUE;
}

static guint
n_classes (const HyMeasureRequest *request)
{
  guint n = 0;

  for (guint i = 0; i < request->items->len; i++)
    n += ((HyMeasureItem *) request->items->pdata[i])->plan == NULL;
  return n;
}

char **
hy_measure_command (const HyInvocation *invocation, const HyMeasureRequest *request)
{
  const HyOptions *options = &invocation->options;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, request->count);

  g_strv_builder_add_many (builder, "heapyard-cli", "measure", NULL);
  g_strv_builder_addv (builder, (const char **) invocation->arguments);
  g_strv_builder_add_many (builder, "--count", count, "--interpreter", request->interpreter->path, NULL);
  if (options->factory || (invocation->arguments[0] && n_classes (request) == 1))
    g_strv_builder_add_many (builder, "--factory", ((HyMeasureItem *) request->items->pdata[0])->factory, NULL);
  if (options->plans)
    g_strv_builder_add (builder, "--plans");
  if (options->timeout)
    g_strv_builder_add_many (builder, "--timeout", options->timeout, NULL);
  if (options->memory_limit)
    g_strv_builder_add_many (builder, "--memory-limit", options->memory_limit, NULL);
  if (options->no_sandbox)
    g_strv_builder_add (builder, "--no-sandbox");
  if (options->temporary_folder)
    g_strv_builder_add (builder, "--temporary-folder");
  return g_strv_builder_end (builder);
}
