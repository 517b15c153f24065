/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-selection.h"

#include <glib/gi18n.h>

#include "hy-command.h"
#include "hy-input.h"
#include "hy-selector.h"
#include "hy-source.h"
#include "hy-suggest.h"

void
hy_selection_free (HySelection *self)
{
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->errors);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

int
hy_selection_report (HySelection *self)
{
  for (guint i = 0; i < self->messages->len; i++)
    g_printerr ("heapyard-cli: %s\n", (const char *) g_ptr_array_index (self->messages, i));
  return self->cannot ? HY_EXIT_CANNOT : self->usage ? HY_EXIT_USAGE : HY_EXIT_FINE;
}

static GArray *
read_batch (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = hy_input_read (path, HY_BATCH_MAX_BYTES, error);
  gsize length;
  const char *text;

  if (bytes == NULL)
    {
      g_prefix_error (error, "--batch: ");
      return NULL;
    }
  text = g_bytes_get_data (bytes, &length);
  if (length > HY_BATCH_MAX_BYTES)
    {
      g_set_error (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, _ ("--batch: %s is larger than 64 MiB; split it"), path);
      return NULL;
    }
  return hy_batch_parse (path, text, length, error);
}

/* @argument NULL: the lesson. */
static void
add_selector (GArray *selectors, const char *argument, const char *factory)
{
  HySelector selector = { 0 };

  if (argument != NULL)
    hy_selector_init (&selector, argument);
  selector.factory = g_strdup (factory);
  g_array_append_val (selectors, selector);
}

static GArray *
selectors_new (const HyOptions *options, char *const *arguments, GError **error)
{
  GArray *selectors;

  if (options->batch != NULL && (arguments[0] != NULL || options->factory != NULL))
    {
      g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                           _ ("--batch says itself which files, classes and factories; leave out the others"));
      return NULL;
    }
  if (options->batch != NULL)
    return read_batch (options->batch, error);
  selectors = g_array_new (FALSE, FALSE, sizeof (HySelector));
  g_array_set_clear_func (selectors, (GDestroyNotify) hy_selector_clear);
  if (arguments[0] == NULL)
    add_selector (selectors, NULL, options->factory);
  for (gsize i = 0; arguments[i] != NULL; i++)
    add_selector (selectors, arguments[i], options->factory);
  return selectors;
}

static void
add_error (HySelection *self, const char *file, guint line, const char *message, gboolean usage, const char *for_people)
{
  HyFiguresError *error = g_new0 (HyFiguresError, 1);

  error->file = g_filename_display_name (file);
  error->line = line;
  error->message = g_strdup (message);
  g_ptr_array_add (self->errors, error);
  g_ptr_array_add (self->messages, g_strdup (for_people));
  if (usage)
    self->usage = TRUE;
  else
    self->cannot = TRUE;
}

/* The lesson's two classes, as models and as the text that a file would hold. */
typedef struct
{
  HyClassDef *classes[2];
  GBytes *text;
} Lesson;

static void
lesson_init (Lesson *self)
{
  char *text;

  self->classes[0] = hy_class_def_new_order ();
  self->classes[1] = hy_class_def_new_slotted_order ();
  text = g_strconcat (self->classes[0]->source, "\n\n", self->classes[1]->source, NULL);
  self->text = g_bytes_new_take (text, strlen (text));
}

static void
lesson_clear (Lesson *self)
{
  hy_class_def_unref (self->classes[0]);
  hy_class_def_unref (self->classes[1]);
  g_bytes_unref (self->text);
}

static gboolean
lesson_answers (const Lesson *self, const HySelector *selector)
{
  return selector->file == NULL && selector->factory == NULL &&
         (selector->class_name == NULL || g_str_equal (selector->class_name, self->classes[0]->name) ||
          g_str_equal (selector->class_name, self->classes[1]->name));
}

static void
add_lesson (HySelection *self, const Lesson *lesson, const char *class_name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lesson->classes); i++)
    {
      if (class_name == NULL || g_str_equal (class_name, lesson->classes[i]->name))
        g_ptr_array_add (self->classes, hy_class_def_ref (lesson->classes[i]));
    }
}

/* A class name of @reading's file that is near what was asked for; NULL. (transfer full) */
static char *
suggest_class (const HySourceRequest *request)
{
  HySourceRequest all = { .path = request->path, .text = request->text };
  g_autoptr (HyReading) reading = hy_source_read (&all, NULL, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; i < reading->n_classes; i++)
    g_ptr_array_add (names, reading->classes[i]->qualname);
  g_ptr_array_add (names, NULL);
  return g_strdup (hy_suggest (request->class_name, (const char *const *) names->pdata));
}

static void
add_reading (HySelection *self, const HySourceRequest *request, HyReading *reading)
{
  const char *file = request->path != NULL ? request->path : "";
  g_autofree char *for_people = NULL;
  g_autofree char *near = NULL;

  for (gsize i = 0; i < reading->n_classes; i++)
    g_ptr_array_add (self->classes, hy_class_def_ref (reading->classes[i]));
  if (reading->error == NULL)
    return;
  for_people = hy_reading_describe_error (reading);
  if (g_error_matches (reading->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_CLASS))
    near = suggest_class (request);
  if (near != NULL)
    {
      char *longer = g_strdup_printf (_ ("%s; did you mean “%s”?"), for_people, near);
      g_free (for_people);
      for_people = longer;
    }
  add_error (self, file, reading->line, reading->error->message, hy_source_error_is_usage (reading->error), for_people);
}

static gboolean
needs_stdin (GArray *selectors)
{
  for (guint i = 0; i < selectors->len; i++)
    {
      if (g_strcmp0 (g_array_index (selectors, HySelector, i).file, "-") == 0)
        return TRUE;
    }
  return FALSE;
}

/* What the lesson does not answer itself, with no interpreter, goes to one run of the reader. */
static void
read_selectors (HySelection *self, GArray *selectors, GBytes *input)
{
  g_autofree HySourceRequest *requests = g_new0 (HySourceRequest, selectors->len);
  HyReading **readings = NULL;
  gsize n_requests = 0;
  Lesson lesson;

  lesson_init (&lesson);
  for (guint i = 0; i < selectors->len; i++)
    {
      const HySelector *selector = &g_array_index (selectors, HySelector, i);

      if (lesson_answers (&lesson, selector))
        continue;
      requests[n_requests++] = (HySourceRequest){
        .path = selector->file,
        .text = selector->file == NULL              ? lesson.text
                : g_str_equal (selector->file, "-") ? input
                                                    : NULL,
        .class_name = selector->class_name,
        .factory = selector->factory,
      };
    }
  if (n_requests > 0)
    readings = hy_source_read_many (requests, n_requests, NULL, NULL);
  for (guint i = 0, next = 0; i < selectors->len; i++)
    {
      const HySelector *selector = &g_array_index (selectors, HySelector, i);

      if (lesson_answers (&lesson, selector))
        add_lesson (self, &lesson, selector->class_name);
      else
        {
          add_reading (self, &requests[next], readings[next]);
          next++;
        }
    }
  if (readings != NULL)
    hy_readings_free (readings, n_requests);
  lesson_clear (&lesson);
}

HySelection *
hy_selection_read (const HyOptions *options, char *const *arguments, GError **error)
{
  g_autoptr (GArray) selectors = selectors_new (options, arguments, error);
  g_autoptr (HySelection) self = NULL;
  g_autoptr (GBytes) input = NULL;

  if (selectors == NULL)
    return NULL;
  if (needs_stdin (selectors))
    {
      if (g_strcmp0 (options->batch, "-") == 0)
        {
          g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE,
                               _ ("--batch: standard input is the batch, it can’t be a file too"));
          return NULL;
        }
      input = hy_input_read ("-", HY_SOURCE_MAX_BYTES, error);
      if (input == NULL)
        return NULL;
    }
  self = g_new0 (HySelection, 1);
  self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_class_def_unref);
  self->errors = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_figures_error_free);
  self->messages = g_ptr_array_new_with_free_func (g_free);
  read_selectors (self, selectors, input);
  /* A wrong request on the command line is no answer; one line of a batch must not cost the others theirs. */
  if (self->usage && options->batch == NULL)
    {
      g_set_error_literal (error, HY_CLI_ERROR, HY_CLI_ERROR_USAGE, g_ptr_array_index (self->messages, 0));
      return NULL;
    }
  return g_steal_pointer (&self);
}
