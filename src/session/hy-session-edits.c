/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-session-private.h"

#include <glib/gi18n.h>

void
hy_session_push (HySession *self, HyClassSet *set, const char *label)
{
  hy_history_push (self->history, set, label);
  hy_session_renew (self);
  g_object_notify (G_OBJECT (self), "history");
}

void
hy_session_say (HySession *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_signal_emit_by_name (self, "message", text);
}

void
hy_session_add_made (HySession *self, HyClassDef *def, const char *plan, const char *plan_of)
{
  g_autofree char *label =
      plan != NULL ? g_strdup_printf (_ ("Add %s as %s"), plan_of, plan) : g_strdup_printf (_ ("Add %s"), def->name);
  gsize n;

  hy_class_set_entries (hy_session_get_set (self), &n);
  if (n >= HY_CLASS_SET_MAX)
    {
      hy_session_say (self, _ ("At most %d classes can be compared"), HY_CLASS_SET_MAX);
      return;
    }
  hy_session_push (self, hy_class_set_add (hy_session_get_set (self), def, plan, plan_of), label);
}

void
hy_session_add (HySession *self, HyClassDef *def)
{
  hy_session_add_made (self, def, NULL, NULL);
}

/* Where the report's class @index stands in the set; -1 when it is no longer there: the report of many classes comes
 * later than the edits that it follows. */
static gssize
place_in_set (HySession *self, gsize index)
{
  g_return_val_if_fail (index < self->report->n_classes, -1);

  return hy_class_set_index (hy_session_get_set (self), self->report->classes[index].def);
}

void
hy_session_remove (HySession *self, gsize index)
{
  gssize place = place_in_set (self, index);
  g_autofree char *label = NULL;

  if (place < 0)
    return;
  label = g_strdup_printf (_ ("Remove %s"), self->report->classes[index].def->name);
  hy_session_push (self, hy_class_set_remove (hy_session_get_set (self), (gsize) place), label);
}

void
hy_session_move (HySession *self, gsize from, gsize to)
{
  gssize place = place_in_set (self, from), target = place_in_set (self, to);
  g_autofree char *label = NULL;

  if (place < 0 || target < 0)
    return;
  label = g_strdup_printf (_ ("Move %s"), self->report->classes[from].def->name);
  hy_session_push (self, hy_class_set_move (hy_session_get_set (self), (gsize) place, (gsize) target), label);
}

void
hy_session_set_hidden (HySession *self, gsize index, gboolean hidden)
{
  gssize place = place_in_set (self, index);
  gsize n;
  const HyReportEntry *entries = hy_class_set_entries (hy_session_get_set (self), &n);
  g_autofree char *label = NULL;

  if (place < 0 || entries[place].hidden == hidden)
    return;
  label = g_strdup_printf (hidden ? _ ("Hide %s") : _ ("Show %s"), entries[place].def->name);
  hy_session_push (self, hy_class_set_hide (hy_session_get_set (self), (gsize) place, hidden), label);
}

void
hy_session_replace_all (HySession *self, HyClassDef *const *defs, gsize n, const char *label)
{
  hy_session_push (self, hy_class_set_new (defs, n), label);
}

gboolean
hy_session_can_undo (HySession *self)
{
  return hy_history_can_undo (self->history);
}

gboolean
hy_session_can_redo (HySession *self)
{
  return hy_history_can_redo (self->history);
}

void
hy_session_undo (HySession *self)
{
  const char *label = hy_history_undo (self->history);

  if (label == NULL)
    return;
  hy_session_renew (self);
  hy_session_say (self, _ ("Undone: %s"), label);
  g_object_notify (G_OBJECT (self), "history");
}

void
hy_session_redo (HySession *self)
{
  const char *label = hy_history_redo (self->history);

  if (label == NULL)
    return;
  hy_session_renew (self);
  hy_session_say (self, _ ("Done again: %s"), label);
  g_object_notify (G_OBJECT (self), "history");
}
