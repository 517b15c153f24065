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
  HyClassDef *instead; /* what it takes the place of; NULL: it is added */
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->session);
  hy_class_def_unref (request->def);
  g_clear_pointer (&request->instead, hy_class_def_unref);
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

/* The class was read again: what was made of it is replaced, or goes when that can't be made any more. */
static void
replace_plan (HySession *self, const HyClassDef *old, HyClassDef *made)
{
  HyClassSet *set = hy_session_get_set (self);
  gssize index = hy_class_set_index (set, old);

  if (index < 0)
    return;
  hy_history_amend (self->history, made != NULL ? hy_class_set_replace (set, (gsize) index, made)
                                                : hy_class_set_remove (set, (gsize) index));
  hy_session_renew (self);
}

static void
take_plan (HySession *self, const Request *request, HyExamination *examination)
{
  for (guint i = 0; i < examination->plans->len; i++)
    {
      const HyPlan *plan = examination->plans->pdata[i];

      if (strcmp (plan->name, request->plan) != 0)
        continue;
      if (request->instead != NULL)
        replace_plan (self, request->instead, plan->def);
      else if (plan->def != NULL)
        hy_session_add_made (self, plan->def, request->plan, request->def->name);
      if (plan->def == NULL)
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

static void
make_plan (HySession *self, HyClassDef *def, const char *plan, HyClassDef *instead)
{
  const char *text = text_of (self, def);
  Request *request;

  if (text == NULL)
    {
      hy_session_say (self, _ ("%s as %s: its source is not at hand"), def->name, plan);
      return;
    }
  request = g_new0 (Request, 1);
  *request = (Request){ .session = g_object_ref (self),
                        .def = hy_class_def_ref (def),
                        .instead = instead != NULL ? hy_class_def_ref (instead) : NULL };
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

void
hy_session_add_plan (HySession *self, gsize index, const char *plan)
{
  g_return_if_fail (index < self->report->n_classes);

  make_plan (self, self->report->classes[index].def, plan, NULL);
}

void
hy_session_remake_plans (HySession *self, HyClassDef *const *defs, gsize n)
{
  gsize n_entries;
  const HyReportEntry *entries = hy_class_set_entries (hy_session_get_set (self), &n_entries);

  for (gsize i = 0; i < n_entries; i++)
    for (gsize j = 0; entries[i].plan != NULL && j < n; j++)
      if (g_strcmp0 (defs[j]->name, entries[i].plan_of) == 0)
        {
          make_plan (self, defs[j], entries[i].plan, entries[i].def);
          break;
        }
}
