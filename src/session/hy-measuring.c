/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measuring.h"

#include "hy-measuring-private.h"

G_DEFINE_FINAL_TYPE (HyMeasuring, hy_measuring, G_TYPE_OBJECT)

void
hy_measuring_emit (HyMeasuring *self, const char *signal)
{
  g_signal_emit_by_name (self, signal);
}

/* Subjects */

static char *
path_of (HySession *session, const HyClassDef *def)
{
  GPtrArray *files = hy_session_get_files (session);

  for (guint i = 0; def->file != NULL && i < files->len; i++)
    {
      g_autofree char *path = g_file_get_path (hy_open_file_get_file (files->pdata[i]));
      HyReading *reading = hy_open_file_get_reading (files->pdata[i]);

      if (path != NULL && reading != NULL &&
          (g_str_equal (def->file, path) || g_strcmp0 (def->file, reading->path) == 0))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static char *
text_of (HySession *session, const HyClassDef *def)
{
  GPtrArray *files = hy_session_get_files (session);

  for (guint i = 0; def->file != NULL && i < files->len; i++)
    {
      HyReading *reading = hy_open_file_get_reading (files->pdata[i]);

      if (reading != NULL && reading->text != NULL && g_strcmp0 (def->file, reading->path) == 0)
        return g_strdup (reading->text);
    }
  if (hy_session_get_text (session) != NULL)
    return g_strdup (hy_session_get_text (session));
  return g_strdup (def->source);
}

static void
on_examined (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (HyMeasuring) self = data;
  g_autoptr (GError) error = NULL;
  HyExamination *examination = hy_examination_new_finish (result, &error);

  if (examination == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        hy_measuring_emit (self, "setup");
      return;
    }
  g_clear_pointer (&self->examination, hy_examination_free);
  self->examination = examination;
  if (!self->factory_edited)
    {
      g_free (self->factory);
      self->factory = g_strdup (examination->factory);
    }
  hy_measuring_emit (self, "setup");
}

/* The lesson's own expression stays: it is what the lesson measures. */
static void
examine (HyMeasuring *self)
{
  HyClassDef *def = hy_measuring_get_subject (self);
  gboolean keeps = def != NULL && (self->path == NULL || self->factory_edited) && self->factory[0] != '\0';
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : g_strdup ("class.py");

  g_cancellable_cancel (self->examining);
  g_clear_object (&self->examining);
  g_clear_pointer (&self->examination, hy_examination_free);
  if (def == NULL || self->text == NULL)
    return;
  self->examining = g_cancellable_new ();
  hy_examination_new_async (self->text, name, def->qualname, keeps ? self->factory : NULL, NULL, self->examining,
                            on_examined, g_object_ref (self));
}

static void
subject_changed (HyMeasuring *self)
{
  HyClassDef *def = hy_measuring_get_subject (self);

  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->text, g_free);
  g_free (self->factory);
  self->factory = g_strdup (def != NULL && def->recipe.factory != NULL ? def->recipe.factory : "");
  self->factory_edited = FALSE;
  if (def != NULL)
    {
      self->path = path_of (self->session, def);
      self->text = text_of (self->session, def);
    }
  hy_measuring_set_project (self, self->path);
  examine (self);
  hy_measuring_emit (self, "setup");
}

static gboolean
same_subjects (HyMeasuring *self, const HyReport *report)
{
  gboolean same = self->subjects->len == report->n_classes;

  for (gsize i = 0; same && i < report->n_classes; i++)
    same = self->subjects->pdata[i] == report->classes[i].def;
  return same;
}

static void
on_report (HyMeasuring *self)
{
  const HyReport *report = hy_session_get_report (self->session);

  if (same_subjects (self, report))
    return;
  g_ptr_array_set_size (self->subjects, 0);
  for (gsize i = 0; i < report->n_classes; i++)
    g_ptr_array_add (self->subjects, hy_class_def_ref (report->classes[i].def));
  self->subject = 0;
  subject_changed (self);
}

GPtrArray *
hy_measuring_get_subjects (HyMeasuring *self)
{
  return self->subjects;
}

HyClassDef *
hy_measuring_get_subject (HyMeasuring *self)
{
  return self->subject < self->subjects->len ? self->subjects->pdata[self->subject] : NULL;
}

void
hy_measuring_set_subject (HyMeasuring *self, guint index)
{
  if (index >= self->subjects->len || index == self->subject)
    return;
  self->subject = index;
  subject_changed (self);
}

const char *
hy_measuring_get_file (HyMeasuring *self)
{
  HyClassDef *def = hy_measuring_get_subject (self);

  return self->path != NULL ? self->path : def != NULL ? def->name : NULL;
}

const char *
hy_measuring_get_factory (HyMeasuring *self)
{
  return self->factory;
}

void
hy_measuring_set_factory (HyMeasuring *self, const char *factory)
{
  if (g_str_equal (factory, self->factory))
    return;
  g_free (self->factory);
  self->factory = g_strdup (factory);
  self->factory_edited = TRUE;
}

HyExamination *
hy_measuring_get_examination (HyMeasuring *self)
{
  return self->examination;
}

HyMeasuringOptions *
hy_measuring_get_options (HyMeasuring *self)
{
  return &self->options;
}

HyMeasuring *
hy_measuring_new (HySession *session, GSettings *settings)
{
  HyMeasuring *self = g_object_new (HY_TYPE_MEASURING, NULL);

  self->session = g_object_ref (session);
  g_set_object (&self->settings, settings);
  g_signal_connect_object (session, "notify::report", G_CALLBACK (on_report), self, G_CONNECT_SWAPPED);
  on_report (self);
  return self;
}

static void
hy_measuring_dispose (GObject *object)
{
  HyMeasuring *self = HY_MEASURING (object);

  g_cancellable_cancel (self->life);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  if (self->examining != NULL)
    g_cancellable_cancel (self->examining);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hy_measuring_parent_class)->dispose (object);
}

static void
hy_measuring_finalize (GObject *object)
{
  HyMeasuring *self = HY_MEASURING (object);

  g_object_unref (self->life);
  g_clear_object (&self->running);
  g_clear_object (&self->examining);
  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->interpreters);
  g_ptr_array_unref (self->subjects);
  g_clear_pointer (&self->examination, hy_examination_free);
  g_clear_pointer (&self->evidence, hy_evidence_unref);
  g_clear_pointer (&self->report, hy_report_unref);
  g_strfreev (self->added);
  g_free (self->chosen);
  g_free (self->project);
  g_free (self->sandbox_here);
  g_free (self->factory);
  g_free (self->path);
  g_free (self->text);
  g_free (self->error);
  g_free (self->progress_text);
  G_OBJECT_CLASS (hy_measuring_parent_class)->finalize (object);
}

static void
hy_measuring_class_init (HyMeasuringClass *class)
{
  static const char *const signals[] = { "setup", "progress", "evidence" };
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = hy_measuring_dispose;
  object_class->finalize = hy_measuring_finalize;
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_new (signals[i], HY_TYPE_MEASURING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hy_measuring_init (HyMeasuring *self)
{
  self->life = g_cancellable_new ();
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_interpreter_unref);
  self->project = g_strdup ("");
  self->interpreters = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_interpreter_unref);
  self->subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_class_def_unref);
  self->factory = g_strdup ("");
  self->options = hy_measuring_default_options ();
}
