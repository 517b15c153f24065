/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-list.h"

#include <glib/gi18n.h>

#include "hy-class-row.h"
#include "hy-lesson-panel.h"

struct _HyClassList
{
  GtkBox parent_instance;

  GtkWidget *origin;
  GtkWidget *list;
  GtkWidget *more;
  GtkWidget *lesson;

  HySession *session;
  GMenu *plans;
  GMenu *offered;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HyClassList, hy_class_list, GTK_TYPE_BOX)

static void
update_selection (HyClassList *self)
{
  gsize index;
  guint64 rank;

  self->updating = TRUE;
  if (hy_session_get_selection (self->session, &index, &rank))
    gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                             gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index));
  else
    gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  self->updating = FALSE;
}

static guint64
longest (const HyReport *report)
{
  guint64 bytes = 1;

  for (gsize i = 0; i < report->n_classes; i++)
    {
      const HyRankRun *steady = hy_footprint_steady (report->classes[i].footprint);

      if (steady != NULL)
        bytes = MAX (bytes, steady->requested);
    }
  return bytes;
}

/* In a menu an underscore would mark a mnemonic. */
static char *
menu_text (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
show_more (HyClassList *self, int n)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d more class can be added", "%d more classes can be added", (gulong) n), n);

  gtk_label_set_text (GTK_LABEL (self->more), text);
  gtk_widget_set_visible (self->more, n > 0);
}

static void
update_offered (HyClassList *self)
{
  GPtrArray *offered = hy_session_get_offered (self->session);
  HyReport *report = hy_session_get_report (self->session);

  g_menu_remove_all (self->offered);
  for (guint i = 0; i < offered->len; i++)
    {
      HyClassDef *def = offered->pdata[i];
      gboolean in_play = FALSE;
      g_autofree char *label = menu_text (def->qualname != NULL ? def->qualname : def->name);
      g_autoptr (GMenuItem) item = NULL;

      for (gsize j = 0; j < report->n_classes; j++)
        in_play = in_play || report->classes[j].def == def;
      if (in_play)
        continue;
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "classes.add", "u", i);
      g_menu_append_item (self->offered, item);
    }
  show_more (self, g_menu_model_get_n_items (G_MENU_MODEL (self->offered)));
}

static void
update (HyClassList *self)
{
  HyReport *report = hy_session_get_report (self->session);
  guint64 full = longest (report);
  g_autofree char *origin = hy_report_origin (report);
  GtkListBoxRow *extra;

  gtk_label_set_text (GTK_LABEL (self->origin), origin);
  self->updating = TRUE;
  for (gsize i = 0; i < report->n_classes; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);

      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (hy_class_row_new (self->session));
          gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
        }
      hy_class_row_update (HY_CLASS_ROW (row), i, full);
    }
  while ((extra = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) report->n_classes)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (extra));
  self->updating = FALSE;
  update_selection (self);
}

static void
row_selected (GtkListBox *list, GtkListBoxRow *row, HyClassList *self)
{
  gsize index, selected;
  guint64 rank = 0;

  if (row == NULL || self->updating)
    return;
  index = hy_class_row_get_index (HY_CLASS_ROW (row));
  if (hy_session_get_selection (self->session, &selected, &rank) && selected == index)
    return;
  /* The instance of the same number, to compare with; else the last, which is what the many are like. */
  hy_session_select (self->session, index, rank > 0 ? rank : MAX (hy_session_get_count (self->session), 1));
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyClassList *self = HY_CLASS_LIST (widget);
  GPtrArray *offered = hy_session_get_offered (self->session);
  guint index = g_variant_get_uint32 (parameter);

  if (index < offered->len)
    hy_session_add (self->session, offered->pdata[index]);
}

static void
add_plan_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyClassList *self = HY_CLASS_LIST (widget);
  gsize index = 0;
  guint64 rank;

  hy_session_get_selection (self->session, &index, &rank);
  if (index < hy_session_get_report (self->session)->n_classes)
    hy_session_add_plan (self->session, index, g_variant_get_string (parameter, NULL));
}

static void
fill_plans (HyClassList *self)
{
  for (const char *const *name = hy_session_plan_names (); *name != NULL; name++)
    {
      g_autofree char *label = menu_text (*name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "classes.add-plan", "s", *name);
      g_menu_append_item (self->plans, item);
    }
}

void
hy_class_list_set_session (HyClassList *self, HySession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (self->session, "notify::report", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selection", G_CALLBACK (update_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::files", G_CALLBACK (update_offered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::history", G_CALLBACK (update_offered), self, G_CONNECT_SWAPPED);
  hy_lesson_panel_set_session (HY_LESSON_PANEL (self->lesson), session);
  update (self);
  update_offered (self);
}

static void
hy_class_list_dispose (GObject *object)
{
  HyClassList *self = HY_CLASS_LIST (object);

  g_clear_object (&self->session);
  g_clear_object (&self->offered);

  G_OBJECT_CLASS (hy_class_list_parent_class)->dispose (object);
}

static void
hy_class_list_class_init (HyClassListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = hy_class_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-class-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HyClassList, origin);
  gtk_widget_class_bind_template_child (widget_class, HyClassList, list);
  gtk_widget_class_bind_template_child (widget_class, HyClassList, more);
  gtk_widget_class_bind_template_child (widget_class, HyClassList, lesson);
  gtk_widget_class_bind_template_child (widget_class, HyClassList, plans);
  gtk_widget_class_bind_template_child (widget_class, HyClassList, offered);
  gtk_widget_class_bind_template_callback (widget_class, row_selected);
  gtk_widget_class_install_action (widget_class, "classes.add", "u", add_action);
  gtk_widget_class_install_action (widget_class, "classes.add-plan", "s", add_plan_action);
}

static void
hy_class_list_init (HyClassList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_ref (self->offered);
  fill_plans (self);
}
