/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-session-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hy-examination.h"

typedef struct
{
  HySession *session;
  HyClassDef *def;
  const char *plan;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->session);
  hy_class_def_unref (request->def);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

const char *const *
hy_session_plan_names (void)
{
  return hy_plan_names ();
}

/* The text that @def was read from. For the lesson, which has no file, its class statement. */
static const char *
text_of (HySession *self, const HyClassDef *def)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      HyReading *reading = hy_open_file_get_reading (self->files->pdata[i]);

      for (gsize j = 0; reading != NULL && j < reading->n_classes; j++)
        if (reading->classes[j] == def)
          return reading->text;
    }
  return self->text != NULL && g_ptr_array_find (self->offered, def, NULL) ? self->text : def->source;
}

static void
take_plan (HySession *self, const Request *request, HyExamination *examination)
{
  for (guint i = 0; i < examination->plans->len; i++)
    {
      const HyPlan *plan = examination->plans->pdata[i];

      if (strcmp (plan->name, request->plan) != 0)
        continue;
      if (plan->def != NULL)
        hy_session_add_made (self, plan->def, request->plan, request->def->name);
      else
        hy_session_say (self, _ ("%s as %s: %s"), request->def->name, request->plan,
                        plan->refused != NULL ? plan->refused : _ ("not known"));
      return;
    }
}

static void
examined (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyExamination) examination = hy_examination_new_finish (result, &error);
  HySession *self = request->session;

  self->n_plans--;
  if (self->settings == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_object_notify (G_OBJECT (self), "busy");
  if (examination != NULL)
    take_plan (self, request, examination);
  else
    hy_session_say (self, _ ("%s as %s: %s"), request->def->name, request->plan, _ (error->message));
}

void
hy_session_add_plan (HySession *self, gsize index, const char *plan)
{
  HyClassDef *def;
  const char *text;
  Request *request;

  g_return_if_fail (index < self->report->n_classes);

  def = self->report->classes[index].def;
  text = text_of (self, def);
  if (text == NULL)
    {
      hy_session_say (self, _ ("%s as %s: its source is not at hand"), def->name, plan);
      return;
    }
  request = g_new0 (Request, 1);
  *request = (Request){ g_object_ref (self), hy_class_def_ref (def), NULL };
  for (const char *const *name = hy_plan_names (); *name != NULL; name++)
    if (strcmp (*name, plan) == 0)
      request->plan = *name;
  g_assert (request->plan != NULL);
  self->n_plans++;
  hy_examination_new_async (text, def->file != NULL ? def->file : "untitled.py",
                            def->qualname != NULL ? def->qualname : def->name, def->recipe.factory, NULL, self->plans,
                            examined, request);
  g_object_notify (G_OBJECT (self), "busy");
}
