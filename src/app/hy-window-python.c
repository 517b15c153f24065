/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-window-private.h"

#include <glib/gi18n.h>

#include "hy-drop-down.h"
#include "hy-interpreter-list.h"

/* Rows of the drop-down, newest version first: the reverse of the table among default 64-bit builds, then the others.
 */
static const HyAbi *
row_abi (guint position)
{
  gsize n, n_default = 0;
  const HyAbi *rows = hy_abi_rows (&n);

  for (gsize i = 0; i < n; i++)
    n_default += rows[i].build == HY_BUILD_DEFAULT && rows[i].bits == 64;
  if (position < n_default)
    return &rows[n_default - 1 - position];
  return position < n ? &rows[position] : NULL;
}

static void
set_up_label (GtkSignalListItemFactory *factory, GtkListItem *item, HyWindow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_label (GtkSignalListItemFactory *factory, GtkListItem *item, HyWindow *self)
{
  GtkStringObject *string = gtk_list_item_get_item (item);
  const char *label = gtk_string_object_get_string (string);
  g_autofree char *text = self->narrow ? g_strdup (label) : g_strdup_printf (_ ("CPython %s"), label);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
selected (HyWindow *self)
{
  const HyAbi *abi = row_abi (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->python)));

  if (!self->updating && abi != NULL)
    hy_session_set_abi (self->session, abi);
}

static void
show_selected (HyWindow *self)
{
  const HyAbi *abi = hy_session_get_report (self->session)->abi;

  self->updating = TRUE;
  for (guint i = 0; row_abi (i) != NULL; i++)
    if (row_abi (i) == abi && gtk_drop_down_get_selected (GTK_DROP_DOWN (self->python)) != i)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->python), i);
  self->updating = FALSE;
}

static GtkListItemFactory *
make_factory (HyWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_label), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_label), self, 0);
  return factory;
}

void
hy_window_set_narrow_python (HyWindow *self, gboolean narrow)
{
  g_autoptr (GtkListItemFactory) factory = make_factory (self);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->python), factory);
}

void
hy_window_add_python (HyWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; row_abi (i) != NULL; i++)
    gtk_string_list_take (labels, hy_abi_label (row_abi (i)));
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->python), G_LIST_MODEL (labels));
  hy_window_set_narrow_python (self, self->narrow);
  self->updating = FALSE;
  show_selected (self);
  hy_drop_down_tell_chosen (self->python, _ ("Choose the Python version"));
  g_signal_connect_object (self->python, "notify::selected", G_CALLBACK (selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::report", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
}

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HyWindow) self = user_data;
  g_autoptr (GPtrArray) list = hy_interpreter_list_find_finish (result, NULL);
  HyInterpreter *newest = list != NULL ? hy_interpreter_list_newest (list) : NULL;
  HyBuild build;
  const HyAbi *abi;

  if (newest == NULL || self->session == NULL || !hy_build_from_string (newest->build, &build))
    return;
  abi = hy_abi_lookup (newest->minor, build, newest->bits);
  if (abi != NULL)
    hy_session_suggest_abi (self->session, abi);
}

void
hy_window_find_interpreters (HyWindow *self)
{
  if (self->cancellable != NULL)
    hy_interpreter_list_find_async (NULL, self->cancellable, found, g_object_ref (self));
}
