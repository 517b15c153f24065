/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-interpreter-row.h"

#include <glib/gi18n.h>

#include "hy-file-dialog.h"

struct _HyInterpreterRow
{
  AdwExpanderRow parent_instance;

  HyMeasuring *measuring;
  GPtrArray *rows; /* of GtkWidget */
};

G_DEFINE_FINAL_TYPE (HyInterpreterRow, hy_interpreter_row, ADW_TYPE_EXPANDER_ROW)

/* What went wrong stands where the number of interpreters does otherwise. */
static void
show_error (HyInterpreterRow *self, const GError *error)
{
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), error->message);
}

static void
remove_one (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyInterpreterRow *self = HY_INTERPRETER_ROW (widget);
  g_autoptr (GError) error = NULL;

  if (!hy_measuring_remove_interpreter (self->measuring, g_variant_get_string (parameter, NULL), &error))
    show_error (self, error);
}

static void
chosen (GListModel *files, gpointer data)
{
  g_autoptr (HyInterpreterRow) self = data;

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);
      g_autoptr (GError) error = NULL;

      if (path != NULL && !hy_measuring_add_interpreter (self->measuring, path, &error))
        show_error (self, error);
    }
}

static void
ask (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_file_dialog_open_saved (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Add a Python interpreter"), "python*",
                             chosen, g_object_ref (widget));
}

static char *
title_of (const HyInterpreter *interpreter)
{
  const char *name = g_strcmp0 (interpreter->implementation, "cpython") == 0 ? "CPython" : interpreter->implementation;

  if (interpreter->version == NULL)
    return g_strdup (interpreter->path);
  if (interpreter->build == NULL || g_str_equal (interpreter->build, "default"))
    return g_strdup_printf ("%s %s", name, interpreter->version);
  return g_strdup_printf ("%s %s, %s", name, interpreter->version, interpreter->build);
}

static GtkWidget *
remove_button_new (const char *path)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), path);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "interpreters.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove this interpreter from the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
row_new (const HyInterpreter *interpreter, gboolean added)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = title_of (interpreter);
  g_autofree char *subtitle = interpreter->reason != NULL
                                  ? g_strdup_printf ("%s: %s", interpreter->path, interpreter->reason)
                                  : g_strdup (interpreter->path);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (interpreter->status != HY_INTERPRETER_USABLE)
    gtk_widget_add_css_class (row, "dim-label");
  if (added)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove_button_new (interpreter->path));
  return row;
}

static GtkWidget *
add_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Add interpreter…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "interpreters.add");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_hexpand (button, TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
add_row (HyInterpreterRow *self, GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static char *
summary (GPtrArray *found)
{
  g_autofree char *usable = NULL;
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    n += ((HyInterpreter *) found->pdata[i])->status == HY_INTERPRETER_USABLE;
  usable = g_strdup_printf (ngettext ("%u can measure", "%u can measure", n), n);
  if (n == found->len)
    return g_steal_pointer (&usable);
  return g_strdup_printf (ngettext ("%s, %u can’t", "%s, %u can’t", found->len - n), usable, found->len - n);
}

static void
fill (HyInterpreterRow *self)
{
  GPtrArray *found = hy_measuring_get_found (self->measuring);
  g_autofree char *text =
      hy_measuring_is_finding (self->measuring) ? g_strdup (_ ("Looking for Python interpreters…")) : summary (found);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
  if (hy_measuring_is_finding (self->measuring))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < found->len; i++)
    {
      HyInterpreter *interpreter = found->pdata[i];

      add_row (self, row_new (interpreter, hy_measuring_has_added (self->measuring, interpreter->path)));
    }
  add_row (self, add_row_new ());
}

void
hy_interpreter_row_set_measuring (HyInterpreterRow *self, HyMeasuring *measuring)
{
  g_return_if_fail (self->measuring == NULL);
  self->measuring = g_object_ref (measuring);
  g_signal_connect_object (measuring, "setup", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
hy_interpreter_row_finalize (GObject *object)
{
  HyInterpreterRow *self = HY_INTERPRETER_ROW (object);

  g_clear_object (&self->measuring);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (hy_interpreter_row_parent_class)->finalize (object);
}

static void
hy_interpreter_row_class_init (HyInterpreterRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = hy_interpreter_row_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "interpreters.add", NULL, ask);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "interpreters.remove", "s", remove_one);
}

static void
hy_interpreter_row_init (HyInterpreterRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Interpreters of this machine"));
}
