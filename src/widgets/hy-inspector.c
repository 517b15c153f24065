/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-inspector.h"

#include <glib/gi18n.h>

#include "hy-number.h"
#include "hy-span-list.h"

struct _HyInspector
{
  GtkBox parent_instance;

  GtkWidget *stack;
  GtkWidget *title;
  GtkWidget *spans;

  HySession *session;
};

G_DEFINE_FINAL_TYPE (HyInspector, hy_inspector, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_SESSION,
};

static void
update (HyInspector *self)
{
  HyReport *report = hy_session_get_report (self->session);
  gsize index;
  guint64 rank;
  const HyReportClass *class;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;

  if (!hy_session_get_selection (self->session, &index, &rank))
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
      return;
    }
  class = &report->classes[index];
  number = hy_format_count (rank);
  title = rank > 0 ? g_strdup_printf (_ ("%s № %s"), class->def->name, number)
                   : g_strdup_printf (_ ("%s: the floor plan"), class->def->name);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  hy_span_list_show (HY_SPAN_LIST (self->spans), class, rank);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "instance");
}

static void
hy_inspector_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HyInspector *self = HY_INSPECTOR (object);

  if (id != PROP_SESSION)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->session = g_value_dup_object (value);
  if (self->session == NULL)
    return;
  g_signal_connect_object (self->session, "notify::report", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selection", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hy_inspector_dispose (GObject *object)
{
  g_clear_object (&HY_INSPECTOR (object)->session);

  G_OBJECT_CLASS (hy_inspector_parent_class)->dispose (object);
}

static void
hy_inspector_class_init (HyInspectorClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = hy_inspector_set_property;
  object_class->dispose = hy_inspector_dispose;
  g_object_class_install_property (
      object_class, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, HY_TYPE_SESSION, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, HyInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, title);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, spans);
}

static void
hy_inspector_init (HyInspector *self)
{
  g_type_ensure (HY_TYPE_SPAN_LIST);
  gtk_widget_init_template (GTK_WIDGET (self));
}
