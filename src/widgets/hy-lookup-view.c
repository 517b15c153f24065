/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-lookup-view.h"

#include <glib/gi18n.h>

#include "hy-label.h"
#include "hy-lookup.h"

struct _HyLookupView
{
  GtkBox parent_instance;

  GtkWidget *entry;
  GtkWidget *steps;

  HyLayout *layout;
};

G_DEFINE_FINAL_TYPE (HyLookupView, hy_lookup_view, GTK_TYPE_BOX)

static const char *
stage_name (HyLookupStage stage)
{
  switch (stage)
    {
    case HY_LOOKUP_DATA_DESCRIPTOR:
      return _ ("data descriptor of the class");
    case HY_LOOKUP_INSTANCE:
      return _ ("the instance's __dict__");
    case HY_LOOKUP_NON_DATA_DESCRIPTOR:
      return _ ("non-data descriptor of the class");
    case HY_LOOKUP_CLASS_ATTRIBUTE:
      return _ ("attribute of the class");
    case HY_LOOKUP_GETATTR:
    default:
      return _ ("__getattr__");
    }
}

static void
add_line (HyLookupView *self, const char *text, const char *css_class)
{
  GtkWidget *label = hy_label_new (text, 0, css_class);

  hy_label_wrap_anywhere (label);
  gtk_box_append (GTK_BOX (self->steps), label);
}

static void
update (HyLookupView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  HyLookupStep *steps;
  gsize n = 0;
  gboolean found = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->steps)) != NULL)
    gtk_box_remove (GTK_BOX (self->steps), child);
  if (self->layout == NULL || name[0] == '\0')
    return;
  steps = hy_lookup_chain (self->layout, name, &n);
  for (gsize i = 0; i < n; i++)
    {
      /* The instance is the place of its stage itself. */
      const char *where = steps[i].stage != HY_LOOKUP_INSTANCE ? steps[i].where : NULL;
      g_autofree char *text =
          g_strdup_printf ("%" G_GSIZE_FORMAT ". %s%s%s%s%s", i + 1, stage_name (steps[i].stage),
                           where != NULL ? " · " : "", where != NULL ? where : "", steps[i].what != NULL ? ": " : "",
                           steps[i].what != NULL ? _ (steps[i].what) : "");

      found = found || steps[i].found;
      add_line (self, text, steps[i].found ? "found" : "dim-label");
    }
  if (n > 0 && !found)
    add_line (self, _ ("nowhere: AttributeError"), "error");
  hy_lookup_steps_free (steps, n);
}

void
hy_lookup_view_set_layout (HyLookupView *self, HyLayout *layout, const char *attribute)
{
  if (layout == self->layout)
    return;
  g_clear_pointer (&self->layout, hy_layout_unref);
  self->layout = hy_layout_ref (layout);
  if (attribute != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), attribute);
  update (self);
}

static void
hy_lookup_view_dispose (GObject *object)
{
  g_clear_pointer (&HY_LOOKUP_VIEW (object)->layout, hy_layout_unref);

  G_OBJECT_CLASS (hy_lookup_view_parent_class)->dispose (object);
}

static void
hy_lookup_view_class_init (HyLookupViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = hy_lookup_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-lookup-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HyLookupView, entry);
  gtk_widget_class_bind_template_child (widget_class, HyLookupView, steps);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
hy_lookup_view_init (HyLookupView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
