/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-row.h"

#include <glib/gi18n.h>

#include "hy-number.h"
#include "hy-part-bar.h"
#include "hy-swatch.h"

struct _HyClassRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *swatch;
  GtkWidget *name;
  GtkWidget *kind;
  GtkWidget *digits;
  GtkWidget *bar;
  GtkWidget *menu_button;

  HySession *session;
  gsize index;

  /* What is shown. A report at another count shares it: moving the slider must not lay the list out anew. */
  HyFootprint *shown;
};

G_DEFINE_FINAL_TYPE (HyClassRow, hy_class_row, GTK_TYPE_LIST_BOX_ROW)

static void
hide_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyClassRow *self = HY_CLASS_ROW (widget);
  HyReport *report = hy_session_get_report (self->session);

  hy_session_set_hidden (self->session, self->index, !report->classes[self->index].hidden);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyClassRow *self = HY_CLASS_ROW (widget);

  hy_session_remove (self->session, self->index);
}

static void
up_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyClassRow *self = HY_CLASS_ROW (widget);

  if (self->index > 0)
    hy_session_move (self->session, self->index, self->index - 1);
}

static void
down_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyClassRow *self = HY_CLASS_ROW (widget);

  if (self->index + 1 < hy_session_get_report (self->session)->n_classes)
    hy_session_move (self->session, self->index, self->index + 1);
}

static void
show_figures (HyClassRow *self, const HyReportClass *class)
{
  const HyRankRun *steady = hy_footprint_steady (class->footprint);
  g_autofree char *digits = NULL;
  g_autofree char *spoken = NULL;

  if (steady != NULL)
    {
      g_autofree char *count = hy_format_count (steady->requested);

      digits = g_strdup_printf ("%s<span size=\"60%%\" weight=\"normal\" alpha=\"70%%\"> B</span>", count);
      spoken = g_strdup_printf (_ ("%s, %s: %s bytes per instance"), class->label, _ (hy_report_kind (class->layout)),
                                count);
    }
  else
    {
      digits = g_strdup (class->layout->status == HY_STATUS_ERROR ? "!" : "?");
      spoken = g_strdup_printf (_ ("%s: %s"), class->label, class->unknown != NULL ? class->unknown : "?");
    }
  gtk_label_set_markup (GTK_LABEL (self->digits), digits);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), class->unknown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_class (HyClassRow *self, const HyReportClass *class)
{
  g_autofree char *menu_name = g_strdup_printf (_ ("Menu of %s"), class->label);
  const char *stored = _ (hy_report_kind (class->layout));
  g_autofree char *kind = class->plan != NULL ? g_strdup_printf (_ ("plan · %s"), stored) : g_strdup (stored);

  hy_swatch_set_accent (HY_SWATCH (self->swatch), class->colour);
  gtk_label_set_text (GTK_LABEL (self->name), class->label);
  if (class->hidden)
    {
      g_autofree char *hidden = g_strdup_printf (_ ("%s · hidden"), kind);

      gtk_label_set_text (GTK_LABEL (self->kind), hidden);
      gtk_widget_add_css_class (GTK_WIDGET (self), "hidden-class");
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (self->kind), kind);
      gtk_widget_remove_css_class (GTK_WIDGET (self), "hidden-class");
    }
  show_figures (self, class);
  gtk_widget_set_tooltip_text (self->menu_button, menu_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu_name, -1);
}

void
hy_class_row_update (HyClassRow *self, gsize index, guint64 full)
{
  HyReport *report = hy_session_get_report (self->session);
  const HyReportClass *class = &report->classes[index];

  self->index = index;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.up", index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.down", index + 1 < report->n_classes);
  hy_part_bar_set_footprint (HY_PART_BAR (self->bar), class->footprint, full);
  if (class->footprint == self->shown)
    return;
  g_clear_pointer (&self->shown, hy_footprint_unref);
  self->shown = hy_footprint_ref (class->footprint);
  show_class (self, class);
}

gsize
hy_class_row_get_index (HyClassRow *self)
{
  return self->index;
}

static void
hy_class_row_dispose (GObject *object)
{
  g_clear_object (&HY_CLASS_ROW (object)->session);
  g_clear_pointer (&HY_CLASS_ROW (object)->shown, hy_footprint_unref);

  G_OBJECT_CLASS (hy_class_row_parent_class)->dispose (object);
}

static void
hy_class_row_class_init (HyClassRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = hy_class_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-class-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HyClassRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, HyClassRow, name);
  gtk_widget_class_bind_template_child (widget_class, HyClassRow, kind);
  gtk_widget_class_bind_template_child (widget_class, HyClassRow, digits);
  gtk_widget_class_bind_template_child (widget_class, HyClassRow, bar);
  gtk_widget_class_bind_template_child (widget_class, HyClassRow, menu_button);
  gtk_widget_class_install_action (widget_class, "row.hide", NULL, hide_action);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "row.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "row.down", NULL, down_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "row.hide", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "row.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "row.down", NULL);
}

static void
hy_class_row_init (HyClassRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hy_class_row_new (HySession *session)
{
  HyClassRow *self = g_object_new (HY_TYPE_CLASS_ROW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
