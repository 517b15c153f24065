/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-lesson-panel.h"

#include <glib/gi18n.h>

#include "hy-lesson-facts.h"

struct _HyLessonPanel
{
  GtkBox parent_instance;

  GtkWidget *grid;
  GtkWidget *note;

  HySession *session;
  const HyAbi *abi; /* that the figures are of */
};

G_DEFINE_FINAL_TYPE (HyLessonPanel, hy_lesson_panel, GTK_TYPE_BOX)

static void
attach (HyLessonPanel *self, const char *text, int column, int row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 12 : 9);
  gtk_label_set_width_chars (GTK_LABEL (label), column == 0 ? 8 : -1);
  gtk_widget_set_hexpand (label, column == 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

static void
fill (HyLessonPanel *self, const HyAbi *abi)
{
  g_autoptr (GPtrArray) facts = hy_lesson_facts (abi);
  g_autofree char *label = hy_abi_label (abi);
  g_autofree char *python = g_strdup_printf (_ ("CPython %s"), label);
  g_autofree char *note = g_strdup_printf (_ ("Modelled for CPython %s. 1 MB is 10⁶ bytes."), label);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  attach (self, _ ("claimed"), 1, 0, "dim-label");
  attach (self, python, 2, 0, "dim-label");
  for (guint i = 0; i < facts->len; i++)
    {
      const HyLessonFact *fact = facts->pdata[i];

      attach (self, fact->what, 0, (int) i + 1, NULL);
      attach (self, fact->claimed, 1, (int) i + 1, fact->holds ? "claim-true" : "claim-false");
      attach (self, fact->truth, 2, (int) i + 1, "truth");
    }
  gtk_label_set_text (GTK_LABEL (self->note), note);
}

static void
update (HyLessonPanel *self)
{
  gboolean lesson = hy_session_is_lesson (self->session);
  const HyAbi *abi = hy_session_get_report (self->session)->abi;

  gtk_widget_set_visible (GTK_WIDGET (self), lesson);
  if (!lesson || abi == self->abi)
    return;
  self->abi = abi;
  fill (self, abi);
}

void
hy_lesson_panel_set_session (HyLessonPanel *self, HySession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (self->session, "notify::report", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hy_lesson_panel_dispose (GObject *object)
{
  g_clear_object (&HY_LESSON_PANEL (object)->session);

  G_OBJECT_CLASS (hy_lesson_panel_parent_class)->dispose (object);
}

static void
hy_lesson_panel_class_init (HyLessonPanelClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = hy_lesson_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-lesson-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, HyLessonPanel, grid);
  gtk_widget_class_bind_template_child (widget_class, HyLessonPanel, note);
}

static void
hy_lesson_panel_init (HyLessonPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
