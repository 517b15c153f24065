/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-inspector.h"

#include <glib/gi18n.h>

#include "hy-class-view.h"
#include "hy-lookup-view.h"
#include "hy-number.h"
#include "hy-span-list.h"
#include "hy-span-words.h"
#include "hy-try-view.h"
#include "hy-versions-view.h"

struct _HyInspector
{
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *origin;
  GtkWidget *stack;
  GtkWidget *nothing, *measure;
  GtkWidget *instance;
  GtkWidget *spans;
  GtkWidget *sizes;
  GtkWidget *dict_title;
  GtkWidget *dict;
  GtkWidget *lookup;
  GtkWidget *try_view;
  GtkWidget *class_view;
  GtkWidget *versions;

  HySession *session;
  /* What is shown: moving the slider must not make it anew. */
  HyFootprint *shown;
  guint64 shown_rank;
};

G_DEFINE_FINAL_TYPE (HyInspector, hy_inspector, GTK_TYPE_BOX)

/* An attribute that instances have, for the examples. */
static const char *
some_attribute (const HyReportClass *class)
{
  const HyRecipe *recipe = &class->layout->def->recipe;

  for (gsize i = 0; i < recipe->n_ops; i++)
    if (recipe->ops[i].kind == HY_OP_SET)
      return recipe->ops[i].name;
  return class->layout->n_all_members > 0 ? class->layout->all_members[0].name : NULL;
}

static void
show_sizes (HyInspector *self, const HyReportClass *class)
{
  GString *text = g_string_new (NULL);

  if (class->footprint->getsizeof_instance >= 0)
    {
      g_autofree char *size = hy_format_count ((guint64) class->footprint->getsizeof_instance);

      g_string_append_printf (text, _ ("sys.getsizeof(o) says %s"), size);
    }
  if (class->footprint->getsizeof_dict >= 0)
    {
      g_autofree char *size = hy_format_count ((guint64) class->footprint->getsizeof_dict);

      g_string_append_printf (text, "%s", text->len > 0 ? "\n" : "");
      g_string_append_printf (text, _ ("sys.getsizeof(o.__dict__) says %s"), size);
    }
  if (class->footprint->has_materialized && class->footprint->materialized_requested > 0)
    {
      g_autofree char *bytes = hy_format_bytes (class->footprint->materialized_requested);

      g_string_append_printf (text, "%s", text->len > 0 ? "\n" : "");
      g_string_append_printf (text, _ ("Touching o.__dict__ adds %s, for good."), bytes);
    }
  gtk_label_set_text (GTK_LABEL (self->sizes), text->str);
  gtk_widget_set_visible (self->sizes, text->len > 0);
  g_string_free (text, TRUE);
}

static void
show_instance (HyInspector *self, const HyReportClass *class, guint64 rank)
{
  gboolean tryable = class->layout->status == HY_STATUS_EXACT && class->layout->def->kind != HY_KIND_FACTORY;
  g_autofree char *dict = NULL;

  if (class->footprint == self->shown && rank == self->shown_rank)
    return;
  self->shown_rank = rank;
  dict = rank > 0 ? hy_dict_repr (class->layout, rank) : NULL;
  hy_span_list_show (HY_SPAN_LIST (self->spans), class, rank);
  gtk_label_set_text (GTK_LABEL (self->dict), dict != NULL ? dict : "");
  gtk_widget_set_visible (self->dict, dict != NULL);
  gtk_widget_set_visible (self->dict_title, dict != NULL);
  gtk_widget_set_visible (self->lookup, tryable);
  gtk_widget_set_visible (self->try_view, tryable);
}

static void
show_class (HyInspector *self, const HyReportClass *class)
{
  const char *attribute = some_attribute (class);

  if (class->footprint == self->shown)
    return;
  g_clear_pointer (&self->shown, hy_footprint_unref);
  self->shown = hy_footprint_ref (class->footprint);
  show_sizes (self, class);
  hy_lookup_view_set_layout (HY_LOOKUP_VIEW (self->lookup), class->layout, attribute);
  hy_try_view_set_layout (HY_TRY_VIEW (self->try_view), class->layout, attribute);
  hy_class_view_show (HY_CLASS_VIEW (self->class_view), class);
}

static void
show_title (HyInspector *self, const HyReportClass *class, guint64 rank)
{
  g_autofree char *number = hy_format_count (rank);
  g_autofree char *title = NULL;

  if (class == NULL)
    title = g_strdup (_ ("Inspector"));
  else if (class->layout->status != HY_STATUS_EXACT)
    title = g_strdup (class->label);
  else if (rank > 0)
    title = g_strdup_printf (_ ("%s № %s"), class->label, number);
  else
    title = g_strdup_printf (_ ("%s: the floor plan"), class->label);
  gtk_label_set_text (GTK_LABEL (self->title), title);
}

/* What can't be seen is not filled. */
static void
update_versions (HyInspector *self)
{
  const char *page = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  if (self->session != NULL && page != NULL && g_str_equal (page, "versions") &&
      gtk_widget_get_mapped (GTK_WIDGET (self->stack)))
    hy_versions_view_show (HY_VERSIONS_VIEW (self->versions), self->session);
}

/* Where the model can't say, an interpreter can: but not where Python refuses the class. */
static void
show_measure (HyInspector *self, const HyReportClass *class)
{
  gboolean offered = class != NULL && class->layout->status != HY_STATUS_ERROR && class->footprint->unknown != NULL;

  gtk_widget_set_visible (self->measure, offered);
  gtk_widget_set_valign (self->nothing, offered ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  if (offered)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->measure), "s", class->def->qualname);
}

static void
update (HyInspector *self)
{
  HyReport *report = hy_session_get_report (self->session);
  gsize index;
  guint64 rank = 0;
  gboolean selected = hy_session_get_selection (self->session, &index, &rank);
  const HyReportClass *class = selected ? &report->classes[index] : NULL;
  g_autofree char *origin = hy_report_origin (report);
  g_autofree char *nothing =
      selected ? hy_class_view_problem (class)
               : g_strdup (_ ("Select an instance in the yard, or a class, to see every byte of it."));

  show_title (self, class, rank);
  gtk_label_set_text (GTK_LABEL (self->origin), origin);
  gtk_label_set_text (GTK_LABEL (self->nothing), nothing != NULL ? nothing : "");
  gtk_widget_set_visible (self->nothing, nothing != NULL);
  show_measure (self, class);
  gtk_widget_set_visible (self->instance, selected && class->layout->status == HY_STATUS_EXACT);
  gtk_widget_set_visible (self->class_view, selected);
  if (selected)
    {
      show_instance (self, class, rank);
      show_class (self, class);
    }
  update_versions (self);
}

void
hy_inspector_set_session (HyInspector *self, HySession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (self->session, "notify::report", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selection", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hy_inspector_dispose (GObject *object)
{
  HyInspector *self = HY_INSPECTOR (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, hy_footprint_unref);

  G_OBJECT_CLASS (hy_inspector_parent_class)->dispose (object);
}

static void
hy_inspector_class_init (HyInspectorClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = hy_inspector_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, HyInspector, title);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, origin);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, nothing);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, measure);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, instance);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, spans);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, sizes);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, dict_title);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, dict);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, lookup);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, try_view);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, class_view);
  gtk_widget_class_bind_template_child (widget_class, HyInspector, versions);
  gtk_widget_class_bind_template_callback (widget_class, update_versions);
}

static void
hy_inspector_init (HyInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
