/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-session-private.h"

#include "hy-offer.h"
#include "hy-plain-source.h"
#include "hy-settings.h"
#include "hy-source.h"

#include <glib/gi18n.h>
#include <string.h>

/* The instance that is selected when something is opened: one of the settled ones, which are what the many are like. */
#define FIRST_SELECTED 57

static void
disconnect (gpointer file, gpointer session)
{
  g_signal_handlers_disconnect_by_data (file, session);
  hy_open_file_cancel (file);
}

static void
drop_files (HySession *self, GPtrArray **files)
{
  if (*files != NULL)
    g_ptr_array_foreach (*files, disconnect, self);
  g_clear_pointer (files, g_ptr_array_unref);
}

void
hy_session_close_files (HySession *self)
{
  drop_files (self, &self->files);
  drop_files (self, &self->pending);
}

static void
notify_files (HySession *self)
{
  g_object_notify (G_OBJECT (self), "files");
  g_object_notify (G_OBJECT (self), "title");
  g_object_notify (G_OBJECT (self), "busy");
}

static void
set_problem (HySession *self, HyReading *reading)
{
  g_ptr_array_set_size (self->problems, 0);
  if (reading != NULL && reading->error != NULL)
    g_ptr_array_add (self->problems, hy_reading_ref (reading));
  g_object_notify (G_OBJECT (self), "problems");
}

static void
select_settled (HySession *self)
{
  if (self->report->n_classes > 0 && self->count > 0)
    hy_session_select (self, 0, MIN (FIRST_SELECTED, self->count));
}

static void
play_offered (HySession *self)
{
  g_autofree char *label = g_strdup_printf (_ ("Open %s"), self->title);
  HyClassDef *chosen[HY_OFFER_MAX_IN_PLAY];
  gsize n = hy_offer_choose (self->offered, self->abi, chosen);

  hy_session_replace_all (self, chosen, n, label);
  select_settled (self);
  if (n < self->offered->len)
    hy_session_say (self, _ ("%s: %u of %u classes are in play; add others below the list"), self->title, (guint) n,
                    self->offered->len);
  else
    hy_session_say (self, g_dngettext (GETTEXT_PACKAGE, "%s: one class", "%s: %u classes", n), self->title, (guint) n);
}

static void
collect_offered (HySession *self)
{
  g_ptr_array_set_size (self->offered, 0);
  for (guint i = 0; i < self->files->len; i++)
    {
      HyReading *reading = hy_open_file_get_reading (self->files->pdata[i]);

      for (gsize j = 0; reading != NULL && j < reading->n_classes; j++)
        g_ptr_array_add (self->offered, hy_class_def_ref (reading->classes[j]));
    }
}

static char *
join_names (GPtrArray *files)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_basename (hy_open_file_get_file (files->pdata[i]));
      g_autofree char *shown = g_filename_display_name (name);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", shown);
    }
  return g_string_free (names, FALSE);
}

/* All that was asked for is read: it becomes what is open, unless nothing of it could be read. */
static void
finish_pending (HySession *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->pending->len; i++)
    if (hy_open_file_is_reading (self->pending->pdata[i]))
      return;

  g_ptr_array_set_size (self->problems, 0);
  for (guint i = 0; i < self->pending->len; i++)
    {
      HyReading *reading = hy_open_file_get_reading (self->pending->pdata[i]);
      g_autofree char *uri = g_file_get_uri (hy_open_file_get_file (self->pending->pdata[i]));

      any = any || reading->n_classes > 0;
      if (reading->error != NULL)
        g_ptr_array_add (self->problems, hy_reading_ref (reading));
      if (reading->n_classes > 0)
        hy_settings_add_recent (self->settings, uri);
      else if (g_error_matches (reading->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_NOT_FOUND))
        hy_settings_remove_recent (self->settings, uri);
    }
  g_object_notify (G_OBJECT (self), "problems");
  if (any)
    {
      drop_files (self, &self->files);
      self->files = g_steal_pointer (&self->pending);
      g_free (self->title);
      self->title = join_names (self->files);
      g_clear_pointer (&self->text, g_free);
      collect_offered (self);
      play_offered (self);
    }
  else
    drop_files (self, &self->pending);
  notify_files (self);
}

/* The class of @reading that took the place of @def; NULL when it has gone. */
static HyClassDef *
successor (HyReading *reading, HyReading *before, const HyClassDef *def)
{
  gboolean was_here = FALSE;

  for (gsize i = 0; before != NULL && i < before->n_classes; i++)
    was_here = was_here || before->classes[i] == def;
  for (gsize i = 0; was_here && i < reading->n_classes; i++)
    if (g_strcmp0 (reading->classes[i]->qualname, def->qualname) == 0)
      return reading->classes[i];
  return was_here ? NULL : (HyClassDef *) def;
}

static gboolean
has_class (HyReading *reading, const HyClassDef *def)
{
  for (gsize i = 0; reading != NULL && i < reading->n_classes; i++)
    if (g_strcmp0 (reading->classes[i]->qualname, def->qualname) == 0)
      return TRUE;
  return FALSE;
}

/* The set with the classes of a file replaced by what it says now; classes that are new there come into play. */
static HyClassSet *
carry_over (HyClassSet *set, HyReading *reading, HyReading *before)
{
  g_autoptr (HyClassSet) next = hy_class_set_ref (set);
  gsize n;

  hy_class_set_entries (set, &n);
  for (gsize i = n; i-- > 0;)
    {
      HyClassDef *old = hy_class_set_entries (next, &n)[i].def;
      HyClassDef *new = successor (reading, before, old);
      g_autoptr (HyClassSet) previous = g_steal_pointer (&next);

      next = new == NULL  ? hy_class_set_remove (previous, i)
             : new == old ? hy_class_set_ref (previous)
                          : hy_class_set_replace (previous, i, new);
    }
  for (gsize i = 0; i < reading->n_classes; i++)
    {
      g_autoptr (HyClassSet) previous = NULL;

      hy_class_set_entries (next, &n);
      if (n >= HY_OFFER_MAX_IN_PLAY || has_class (before, reading->classes[i]))
        continue;
      previous = g_steal_pointer (&next);
      next = hy_class_set_add (previous, reading->classes[i], NULL, NULL);
    }
  return g_steal_pointer (&next);
}

static void
file_read (HyOpenFile *file, gpointer user_data)
{
  HySession *self = user_data;
  HyReading *reading = hy_open_file_get_reading (file);
  HyReading *before = g_object_get_data (G_OBJECT (file), "hy-shown");

  if (self->pending != NULL && g_ptr_array_find (self->pending, file, NULL))
    {
      g_object_set_data_full (G_OBJECT (file), "hy-shown", hy_reading_ref (reading), (GDestroyNotify) hy_reading_unref);
      finish_pending (self);
      return;
    }
  set_problem (self, reading);
  if (reading->n_classes > 0)
    {
      hy_session_push (self, carry_over (hy_history_current (self->history), reading, before), _ ("Reload"));
      hy_session_remake_plans (self, reading->classes, reading->n_classes);
      collect_offered (self);
      hy_session_say (self, _ ("%s was read again"), self->title);
      g_object_set_data_full (G_OBJECT (file), "hy-shown", hy_reading_ref (reading), (GDestroyNotify) hy_reading_unref);
    }
  notify_files (self);
}

void
hy_session_open (HySession *self, GFile *const *files, gsize n_files)
{
  g_return_if_fail (n_files > 0);

  drop_files (self, &self->pending);
  self->pending = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < n_files; i++)
    {
      HyOpenFile *file = hy_open_file_new (files[i]);

      g_signal_connect (file, "read", G_CALLBACK (file_read), self);
      g_signal_connect_swapped (file, "stale", G_CALLBACK (notify_files), self);
      g_ptr_array_add (self->pending, file);
    }
  for (gsize i = 0; i < n_files; i++)
    hy_open_file_read (self->pending->pdata[i]);
  g_object_notify (G_OBJECT (self), "busy");
}

void
hy_session_reload (HySession *self)
{
  for (guint i = 0; i < self->files->len; i++)
    hy_open_file_read (self->files->pdata[i]);
  g_object_notify (G_OBJECT (self), "busy");
}

void
hy_session_cancel (HySession *self)
{
  drop_files (self, &self->pending);
  for (guint i = 0; i < self->files->len; i++)
    hy_open_file_cancel (self->files->pdata[i]);
  g_cancellable_cancel (self->plans);
  g_object_unref (self->plans);
  self->plans = g_cancellable_new ();
  g_object_notify (G_OBJECT (self), "busy");
}

/* Without a Python at least the plain classes of a text can be read. */
static void
text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyReading) reading = hy_source_read_finish (result, &error);

  if (reading == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_error_matches (reading->error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_NO_INTERPRETER))
    {
      hy_reading_unref (reading);
      reading = hy_plain_source_read (g_task_get_task_data (task));
    }
  g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) hy_reading_unref);
}

void
hy_session_read_text_async (HySession *self, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  HySourceRequest request = { .text = bytes };
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_strdup (text), g_free);
  hy_source_read_async (&request, NULL, cancellable, text_read, task);
}

HyReading *
hy_session_read_text_finish (HySession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
hy_session_get_draft (HySession *self)
{
  return self->draft;
}

void
hy_session_set_draft (HySession *self, const char *text)
{
  g_free (self->draft);
  self->draft = g_strdup (text);
}

const char *
hy_session_get_text (HySession *self)
{
  return self->text;
}

void
hy_session_open_text (HySession *self, HyReading *reading)
{
  g_return_if_fail (reading->n_classes > 0);

  drop_files (self, &self->pending);
  drop_files (self, &self->files);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  g_free (self->title);
  self->title = g_strdup (_ ("Untitled"));
  g_free (self->text);
  self->text = g_strdup (reading->text);
  g_ptr_array_set_size (self->offered, 0);
  for (gsize i = 0; i < reading->n_classes; i++)
    g_ptr_array_add (self->offered, hy_class_def_ref (reading->classes[i]));
  set_problem (self, NULL);
  play_offered (self);
  notify_files (self);
}

void
hy_session_open_lesson (HySession *self)
{
  drop_files (self, &self->pending);
  drop_files (self, &self->files);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_ptr_array_set_size (self->offered, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (self->lesson); i++)
    g_ptr_array_add (self->offered, hy_class_def_ref (self->lesson[i]));
  set_problem (self, NULL);
  hy_session_replace_all (self, self->lesson, G_N_ELEMENTS (self->lesson), _ ("Open the lesson"));
  select_settled (self);
  notify_files (self);
}

void
hy_session_dismiss_problems (HySession *self)
{
  set_problem (self, NULL);
}

gboolean
hy_session_is_lesson (HySession *self)
{
  HyClassSet *set = hy_history_current (self->history);

  return set != NULL && hy_class_set_index (set, self->lesson[0]) >= 0 &&
         hy_class_set_index (set, self->lesson[1]) >= 0;
}

char *
hy_session_dup_title (HySession *self)
{
  return g_strdup (self->title == NULL || hy_session_is_lesson (self) ? _ ("The lesson") : self->title);
}

gboolean
hy_session_is_busy (HySession *self)
{
  gboolean busy = self->making || self->pending != NULL || self->n_plans > 0;

  for (guint i = 0; !busy && i < self->files->len; i++)
    busy = hy_open_file_is_reading (self->files->pdata[i]);
  return busy;
}

GPtrArray *
hy_session_get_files (HySession *self)
{
  return self->files;
}

GPtrArray *
hy_session_get_offered (HySession *self)
{
  return self->offered;
}

GPtrArray *
hy_session_get_problems (HySession *self)
{
  return self->problems;
}
