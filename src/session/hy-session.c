/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-session-private.h"

#include "hy-settings.h"

#include <glib/gi18n.h>
#include <string.h>

#define UNDO_DEPTH 200

/* A report with more lines to sample than this is made in a thread. */
#define HEAVY_CLASSES 8

G_DEFINE_FINAL_TYPE (HySession, hy_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_REPORT,
  PROP_COUNT,
  PROP_SELECTION,
  PROP_TITLE,
  PROP_BUSY,
  PROP_HISTORY,
  PROP_FILES,
  PROP_PROBLEMS,
};

static void
hy_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HySession *self = HY_SESSION (object);

  switch (id)
    {
    case PROP_COUNT:
      g_value_set_uint64 (value, self->count);
      break;
    case PROP_TITLE:
      g_value_take_string (value, hy_session_dup_title (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, hy_session_is_busy (self));
      break;
    case PROP_REPORT:
      g_value_set_pointer (value, self->report);
      break;
    case PROP_SELECTION:
      g_value_set_pointer (value, self->selected);
      break;
    case PROP_HISTORY:
      g_value_set_boolean (value, hy_session_can_undo (self));
      break;
    case PROP_FILES:
      g_value_set_pointer (value, self->files);
      break;
    case PROP_PROBLEMS:
      g_value_set_pointer (value, self->problems);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hy_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COUNT)
    hy_session_set_count (HY_SESSION (object), g_value_get_uint64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hy_session_dispose (GObject *object)
{
  HySession *self = HY_SESSION (object);

  hy_session_close_files (self);
  g_cancellable_cancel (self->plans);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  g_clear_object (&self->plans);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->draft, g_free);
  for (gsize i = 0; i < G_N_ELEMENTS (self->lesson); i++)
    g_clear_pointer (&self->lesson[i], hy_class_def_unref);
  g_clear_pointer (&self->selected, hy_class_def_unref);
  g_clear_pointer (&self->report, hy_report_unref);
  g_clear_pointer (&self->history, hy_history_free);

  G_OBJECT_CLASS (hy_session_parent_class)->dispose (object);
}

static void
hy_session_class_init (HySessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hy_session_get_property;
  object_class->set_property = hy_session_set_property;
  object_class->dispose = hy_session_dispose;

  g_object_class_install_property (object_class, PROP_REPORT, g_param_spec_pointer ("report", NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_COUNT,
                                   g_param_spec_uint64 ("count", NULL, NULL, 0, HY_FOOTPRINT_MAX_COUNT,
                                                        HY_SESSION_START_COUNT, flags | G_PARAM_WRITABLE));
  g_object_class_install_property (object_class, PROP_SELECTION, g_param_spec_pointer ("selection", NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_TITLE, g_param_spec_string ("title", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_BUSY, g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_HISTORY,
                                   g_param_spec_boolean ("history", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_FILES, g_param_spec_pointer ("files", NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_PROBLEMS, g_param_spec_pointer ("problems", NULL, NULL, flags));
  g_signal_new ("message", HY_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hy_session_init (HySession *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->offered = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_class_def_unref);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) hy_reading_unref);
  self->lesson[0] = hy_class_def_new_order ();
  self->lesson[1] = hy_class_def_new_slotted_order ();
  self->history = hy_history_new (UNDO_DEPTH, (GDestroyNotify) hy_class_set_unref);
  self->plans = g_cancellable_new ();
  self->count = HY_SESSION_START_COUNT;
  self->abi = hy_abi_newest ();
}

/* Reports */

HyClassSet *
hy_session_get_set (HySession *self)
{
  return hy_history_current (self->history);
}

/* The class of @report that the selection is of: the same or, when its file was read again, the one that is called like
   it. */
static HyClassDef *
still_selected (const HyReport *report, const HyClassDef *selected)
{
  HyClassDef *heir = NULL;

  for (gsize i = 0; i < report->n_classes; i++)
    {
      HyClassDef *def = report->classes[i].def;

      if (def == selected)
        return def;
      if (heir == NULL && report->classes[i].plan == NULL && g_strcmp0 (def->qualname, selected->qualname) == 0 &&
          g_strcmp0 (def->file, selected->file) == 0)
        heir = def;
    }
  return heir;
}

/* What is not there just now, of a hidden class or without any instance, stays selected for when it is back. */
static void
take_report (HySession *self, HyReport *report)
{
  HyClassDef *selected = self->selected != NULL ? still_selected (report, self->selected) : NULL;

  g_clear_pointer (&self->report, hy_report_unref);
  self->report = report;
  if (selected == NULL)
    {
      hy_session_unselect (self);
    }
  else
    {
      hy_class_def_ref (selected);
      hy_class_def_unref (self->selected);
      self->selected = selected;
    }
  g_object_notify (G_OBJECT (self), "report");
}

typedef struct
{
  HyClassSet *set;
  const HyAbi *abi;
  guint64 count, chart_max;
  HyInclude include;
} Order;

static void
order_free (Order *order)
{
  hy_class_set_unref (order->set);
  g_free (order);
}

static HyReport *
order_fill (const Order *order)
{
  gsize n;
  const HyReportEntry *entries = hy_class_set_entries (order->set, &n);

  return hy_report_new_for_entries (entries, n, order->abi, order->count, order->include, order->chart_max);
}

static void
report_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, order_fill (task_data), (GDestroyNotify) hy_report_unref);
}

static void
report_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HySession *self = HY_SESSION (source);
  HyReport *report = g_task_propagate_pointer (G_TASK (result), NULL);

  if (report == NULL)
    return;
  if (GPOINTER_TO_UINT (user_data) != self->generation || self->settings == NULL)
    {
      hy_report_unref (report);
      return;
    }
  self->making = FALSE;
  take_report (self, report);
  g_object_notify (G_OBJECT (self), "busy");
}

static guint64
chart_max (HySession *self)
{
  return self->axis_end (self->count, hy_session_is_lesson (self) ? HY_SESSION_LESSON_COUNT : 0);
}

void
hy_session_renew (HySession *self)
{
  Order *order = g_new0 (Order, 1);
  gboolean was_making = self->making;
  gsize n;

  *order = (Order){ .set = hy_class_set_ref (hy_session_get_set (self)),
                    .abi = self->abi,
                    .count = self->count,
                    .chart_max = chart_max (self),
                    .include = self->include };
  hy_class_set_entries (order->set, &n);
  self->generation++;
  self->making = n > HEAVY_CLASSES && self->report != NULL;
  if (self->making)
    {
      g_autoptr (GTask) task = g_task_new (self, NULL, report_made, GUINT_TO_POINTER (self->generation));

      g_task_set_task_data (task, order, (GDestroyNotify) order_free);
      g_task_run_in_thread (task, report_in_thread);
    }
  else
    {
      take_report (self, order_fill (order));
      order_free (order);
    }
  if (self->making != was_making)
    g_object_notify (G_OBJECT (self), "busy");
}

HyReport *
hy_session_get_report (HySession *self)
{
  return self->report;
}

void
hy_session_set_upgrade (HySession *self, guint from, guint to)
{
  self->upgrade_from = from;
  self->upgrade_to = to;
}

void
hy_session_get_upgrade (HySession *self, guint *from, guint *to)
{
  *from = self->upgrade_from;
  *to = self->upgrade_to;
}

guint64
hy_session_get_count (HySession *self)
{
  return self->count;
}

void
hy_session_set_count (HySession *self, guint64 count)
{
  count = MIN (count, HY_FOOTPRINT_MAX_COUNT);
  if (count == self->count)
    return;
  self->count = count;
  g_object_notify (G_OBJECT (self), "count");
  if (self->making)
    hy_session_renew (self);
  else
    take_report (self, hy_report_new_at (self->report, count, self->include, chart_max (self)));
}

/* Choices */

static const HyAbi *
abi_from_label (const char *label)
{
  gsize n;
  const HyAbi *rows = hy_abi_rows (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *text = hy_abi_label (&rows[i]);

      if (strcmp (text, label) == 0)
        return &rows[i];
    }
  return NULL;
}

static void
choices_changed (HySession *self)
{
  g_autofree char *python = g_settings_get_string (self->settings, HY_SETTINGS_PYTHON);
  const HyAbi *abi = abi_from_label (python);
  HyInclude include = (HyInclude) g_settings_get_flags (self->settings, HY_SETTINGS_INCLUDE);

  if (abi == NULL)
    abi = self->abi;
  if (self->report != NULL && abi == self->abi && include == self->include)
    return;
  self->abi = abi;
  self->include = include;
  if (self->report != NULL)
    hy_session_renew (self);
}

void
hy_session_set_abi (HySession *self, const HyAbi *abi)
{
  g_autofree char *label = hy_abi_label (abi);

  g_settings_set_string (self->settings, HY_SETTINGS_PYTHON, label);
  choices_changed (self);
}

void
hy_session_suggest_abi (HySession *self, const HyAbi *abi)
{
  g_autofree char *python = g_settings_get_string (self->settings, HY_SETTINGS_PYTHON);

  if (abi_from_label (python) != NULL || abi == self->abi)
    return;
  self->abi = abi;
  hy_session_renew (self);
}

HySession *
hy_session_new (GSettings *settings, HyAxisEndFunc axis_end)
{
  HySession *self = g_object_new (HY_TYPE_SESSION, NULL);

  self->settings = g_object_ref (settings);
  self->axis_end = axis_end;
  choices_changed (self);
  g_signal_connect_swapped (settings, "changed::" HY_SETTINGS_PYTHON, G_CALLBACK (choices_changed), self);
  g_signal_connect_swapped (settings, "changed::" HY_SETTINGS_INCLUDE, G_CALLBACK (choices_changed), self);
  hy_session_open_lesson (self);
  return self;
}

GSettings *
hy_session_get_settings (HySession *self)
{
  return self->settings;
}

/* Selection */

gboolean
hy_session_get_selection (HySession *self, gsize *index, guint64 *rank)
{
  for (gsize i = 0; self->selected != NULL && i < self->report->n_classes; i++)
    if (self->report->classes[i].def == self->selected)
      {
        *index = i;
        *rank = MIN (self->selected_rank, self->count);
        return self->count > 0 && !self->report->classes[i].hidden;
      }
  return FALSE;
}

void
hy_session_select (HySession *self, gsize index, guint64 rank)
{
  HyClassDef *def;

  g_return_if_fail (index < self->report->n_classes);

  def = self->report->classes[index].def;
  if (def == self->selected && rank == self->selected_rank)
    return;
  g_clear_pointer (&self->selected, hy_class_def_unref);
  self->selected = hy_class_def_ref (def);
  self->selected_rank = rank;
  g_object_notify (G_OBJECT (self), "selection");
}

void
hy_session_unselect (HySession *self)
{
  if (self->selected == NULL)
    return;
  g_clear_pointer (&self->selected, hy_class_def_unref);
  g_object_notify (G_OBJECT (self), "selection");
}
