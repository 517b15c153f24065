/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-open-file.h"

#include "hy-source.h"

/* Editors write in several steps; look when they are done. */
#define SETTLE_MS 250

struct _HyOpenFile
{
  GObject parent_instance;

  GFile *file;
  HyReading *reading;
  HyFileState state;
  GCancellable *cancellable; /* of the reading under way; NULL */
  GFileMonitor *monitor;
  guint settle_id;
};

G_DEFINE_FINAL_TYPE (HyOpenFile, hy_open_file, G_TYPE_OBJECT)

static void
stale_looked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HyOpenFile *self = HY_OPEN_FILE (source);
  HyFileState state = (HyFileState) g_task_propagate_int (G_TASK (result), NULL);
  gboolean outdated = self->cancellable != NULL || g_task_get_task_data (G_TASK (result)) != self->reading;

  if (outdated || state == self->state)
    return;
  self->state = state;
  g_signal_emit_by_name (self, "stale");
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  HyOpenFile *self = source;
  HyFileState state = HY_FILE_CURRENT;

  if (!g_file_query_exists (self->file, NULL))
    state = HY_FILE_DELETED;
  else if (hy_reading_is_stale (task_data))
    state = HY_FILE_CHANGED;
  g_task_return_int (task, state);
}

static gboolean
settled (gpointer user_data)
{
  HyOpenFile *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->settle_id = 0;
  if (self->reading == NULL)
    return G_SOURCE_REMOVE;
  task = g_task_new (self, NULL, stale_looked, NULL);
  g_task_set_task_data (task, hy_reading_ref (self->reading), (GDestroyNotify) hy_reading_unref);
  g_task_run_in_thread (task, look_in_thread);
  return G_SOURCE_REMOVE;
}

static void
monitor_changed (HyOpenFile *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled, self);
}

static void
read_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HyOpenFile) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HyReading) reading = hy_source_read_finish (result, &error);

  if (reading == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reading, hy_reading_unref);
  self->reading = g_steal_pointer (&reading);
  self->state = HY_FILE_CURRENT;
  if (self->monitor == NULL)
    {
      self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (self->monitor != NULL)
        g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (monitor_changed), self);
    }
  g_signal_emit_by_name (self, "read");
}

static void
hy_open_file_dispose (GObject *object)
{
  HyOpenFile *self = HY_OPEN_FILE (object);

  hy_open_file_cancel (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->reading, hy_reading_unref);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (hy_open_file_parent_class)->dispose (object);
}

static void
hy_open_file_class_init (HyOpenFileClass *class)
{
  G_OBJECT_CLASS (class)->dispose = hy_open_file_dispose;

  g_signal_new ("read", HY_TYPE_OPEN_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("stale", HY_TYPE_OPEN_FILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hy_open_file_init (HyOpenFile *self)
{
}

HyOpenFile *
hy_open_file_new (GFile *file)
{
  HyOpenFile *self = g_object_new (HY_TYPE_OPEN_FILE, NULL);

  self->file = g_object_ref (file);
  return self;
}

void
hy_open_file_read (HyOpenFile *self)
{
  g_autofree char *path = g_file_get_path (self->file);
  g_autofree char *name = path != NULL ? g_steal_pointer (&path) : g_file_get_uri (self->file);
  HySourceRequest request = { .path = name };

  hy_open_file_cancel (self);
  self->cancellable = g_cancellable_new ();
  hy_source_read_async (&request, NULL, self->cancellable, read_done, g_object_ref (self));
}

void
hy_open_file_cancel (HyOpenFile *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

GFile *
hy_open_file_get_file (HyOpenFile *self)
{
  return self->file;
}

HyReading *
hy_open_file_get_reading (HyOpenFile *self)
{
  return self->reading;
}

HyFileState
hy_open_file_get_state (HyOpenFile *self)
{
  return self->state;
}

gboolean
hy_open_file_is_reading (HyOpenFile *self)
{
  return self->cancellable != NULL;
}
