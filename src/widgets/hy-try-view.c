/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-try-view.h"

#include <glib/gi18n.h>

#include "hy-label.h"
#include "hy-number.h"
#include "hy-runtime.h"

/* As many instances exist before the one that is tried on: early ones of a class are not like the later ones. */
#define WARM_UP 40
#define MAX_ANSWERS 30

struct _HyTryView
{
  GtkBox parent_instance;

  GtkWidget *entry;
  GtkWidget *examples;
  GtkWidget *answers;
  GtkWidget *start_over;

  HyLayout *layout;
  HyRuntime *runtime;
  gssize instance;
  guint n_answers;
};

G_DEFINE_FINAL_TYPE (HyTryView, hy_try_view, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = hy_label_new (text, 0, css_class);

  hy_label_wrap_anywhere (label);
  return label;
}

/* Makes the instances on first use: most people only look. */
static gboolean
ensure_runtime (HyTryView *self, HyOutcome *outcome)
{
  if (self->runtime != NULL)
    return TRUE;
  self->runtime = hy_runtime_new (self->layout);
  for (guint i = 0; i < WARM_UP; i++)
    {
      hy_outcome_clear (outcome);
      self->instance = hy_runtime_make (self->runtime, outcome);
      if (self->instance < 0)
        {
          g_clear_pointer (&self->runtime, hy_runtime_free);
          return FALSE;
        }
    }
  hy_outcome_clear (outcome);
  return TRUE;
}

static char *
answer_text (const HyOutcome *outcome)
{
  g_autofree char *delta = NULL;
  GString *text;

  if (outcome->unknown != NULL)
    return g_strdup (_ (outcome->unknown));
  if (!outcome->ok)
    return g_strdup_printf ("%s: %s", outcome->exception_type,
                            outcome->exception_message != NULL ? outcome->exception_message : "");
  delta = hy_format_bytes_delta (outcome->requested_delta);
  text = g_string_new (NULL);
  if (outcome->result != NULL)
    g_string_append_printf (text, "%s\n", outcome->result);
  if (outcome->explanation != NULL)
    g_string_append_printf (text, "%s · ", _ (outcome->explanation));
  g_string_append (text, delta);
  return g_string_free (text, FALSE);
}

static void
add_answer (HyTryView *self, const char *statement, const HyOutcome *outcome)
{
  g_autofree char *text = answer_text (outcome);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gboolean failed = outcome->unknown == NULL && !outcome->ok;

  gtk_box_append (GTK_BOX (box), make_label (statement, "monospace"));
  gtk_box_append (GTK_BOX (box), make_label (text, failed ? "error" : "dim-label"));
  gtk_box_prepend (GTK_BOX (self->answers), box);
  if (++self->n_answers > MAX_ANSWERS)
    {
      gtk_box_remove (GTK_BOX (self->answers), gtk_widget_get_last_child (self->answers));
      self->n_answers--;
    }
  gtk_widget_set_visible (self->start_over, TRUE);
  /* A screen reader announces the entry's description when it changes. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
try_statement (HyTryView *self, const char *statement)
{
  g_auto (HyOutcome) outcome = { .ok = FALSE };

  if (self->layout == NULL || statement[0] == '\0')
    return;
  if (ensure_runtime (self, &outcome))
    hy_runtime_try (self->runtime, self->instance, statement, &outcome);
  add_answer (self, statement, &outcome);
}

static void
activated (HyTryView *self)
{
  g_autofree char *statement = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  try_statement (self, statement);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
example_clicked (GtkButton *button, HyTryView *self)
{
  try_statement (self, gtk_button_get_label (button));
}

static void
clear (HyTryView *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->runtime, hy_runtime_free);
  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_box_remove (GTK_BOX (self->answers), child);
  self->n_answers = 0;
  gtk_widget_set_visible (self->start_over, FALSE);
}

static void
add_example (HyTryView *self, const char *statement)
{
  GtkWidget *button = gtk_button_new_with_label (statement);
  g_autofree char *name = g_strdup_printf (_ ("Try %s"), statement);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "example");
  gtk_widget_add_css_class (button, "monospace");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (example_clicked), self, 0);
  gtk_flow_box_append (GTK_FLOW_BOX (self->examples), button);
}

void
hy_try_view_set_layout (HyTryView *self, HyLayout *layout, const char *attribute)
{
  g_autofree char *removal = g_strdup_printf ("del o.%s", attribute != NULL ? attribute : "extra");
  GtkWidget *child;

  if (layout == self->layout)
    return;
  g_clear_pointer (&self->layout, hy_layout_unref);
  self->layout = hy_layout_ref (layout);
  clear (self);
  while ((child = gtk_widget_get_first_child (self->examples)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->examples), child);
  add_example (self, "o.extra = 42");
  add_example (self, "o.__dict__");
  add_example (self, removal);
  for (child = gtk_widget_get_first_child (self->examples); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
}

static void
hy_try_view_dispose (GObject *object)
{
  HyTryView *self = HY_TRY_VIEW (object);

  g_clear_pointer (&self->runtime, hy_runtime_free);
  g_clear_pointer (&self->layout, hy_layout_unref);

  G_OBJECT_CLASS (hy_try_view_parent_class)->dispose (object);
}

static void
hy_try_view_class_init (HyTryViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = hy_try_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-try-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HyTryView, entry);
  gtk_widget_class_bind_template_child (widget_class, HyTryView, examples);
  gtk_widget_class_bind_template_child (widget_class, HyTryView, answers);
  gtk_widget_class_bind_template_child (widget_class, HyTryView, start_over);
  gtk_widget_class_bind_template_callback (widget_class, activated);
  gtk_widget_class_bind_template_callback (widget_class, clear);
}

static void
hy_try_view_init (HyTryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
