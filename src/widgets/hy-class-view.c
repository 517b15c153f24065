/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-view.h"

#include <glib/gi18n.h>

#include "hy-bases.h"
#include "hy-label.h"

struct _HyClassView
{
  GtkBox parent_instance;

  GtkWidget *status;
  GtkWidget *facts;
  GtkWidget *bases_title;
  GtkWidget *bases;
  GtkWidget *source_title;
  GtkWidget *source;
};

G_DEFINE_FINAL_TYPE (HyClassView, hy_class_view, GTK_TYPE_BOX)

static void
empty (GtkWidget *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (grid)) != NULL)
    gtk_grid_remove (GTK_GRID (grid), child);
}

static GtkWidget *
make_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = hy_label_new (text, xalign, css_class);

  hy_label_wrap_anywhere (label);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  return label;
}

static void
add_pair (GtkWidget *grid, int row, const char *name, const char *value)
{
  GtkWidget *label = make_label (value, 1, "numeric");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (GTK_GRID (grid), make_label (name, 0, "dim-label"), 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, row, 1, 1);
}

/* For what is long: below its name, as wide as there is room. */
static void
add_below (GtkWidget *grid, int row, const char *name, const char *value)
{
  gtk_grid_attach (GTK_GRID (grid), make_label (name, 0, "dim-label"), 0, row, 2, 1);
  gtk_grid_attach (GTK_GRID (grid), make_label (value, 0, NULL), 0, row + 1, 2, 1);
}

static void
add_number (GtkWidget *grid, int row, const char *name, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_pair (grid, row, name, text);
}

static void
show_facts (HyClassView *self, const HyLayout *layout)
{
  g_autofree char *mro = layout->mro != NULL ? g_strjoinv (" → ", layout->mro) : NULL;
  g_autofree const char **flag_names = hy_type_flags_to_names (layout->flags);
  g_autofree char *flags = g_strjoinv (", ", (char **) flag_names);
  int row = 0;

  empty (self->facts);
  if (layout->metaclass != NULL)
    add_pair (self->facts, row++, _ ("metaclass"), layout->metaclass);
  if (mro != NULL)
    add_pair (self->facts, row++, _ ("MRO"), mro);
  if (layout->status != HY_STATUS_EXACT)
    return;
  if (layout->best_base != NULL)
    add_pair (self->facts, row++, _ ("extends the layout of"), layout->best_base);
  add_number (self->facts, row++, "__basicsize__", layout->basicsize);
  add_number (self->facts, row++, "__itemsize__", layout->itemsize);
  add_number (self->facts, row++, "__dictoffset__", layout->dictoffset);
  add_number (self->facts, row++, "__weakrefoffset__", layout->weakrefoffset);
  if (flags[0] != '\0')
    add_below (self->facts, row, _ ("flags"), flags);
}

static void
show_bases (HyClassView *self, HyLayout *layout)
{
  g_autoptr (GPtrArray) contributions = hy_bases_contributions (layout);

  empty (self->bases);
  for (guint i = 0; i < contributions->len; i++)
    {
      const HyContribution *contribution = contributions->pdata[i];

      add_pair (self->bases, (int) i, contribution->name, contribution->adds);
    }
  gtk_widget_set_visible (self->bases_title, contributions->len > 0);
}

char *
hy_class_view_problem (const HyReportClass *class)
{
  const HyLayout *layout = class->layout;

  if (layout->status == HY_STATUS_ERROR)
    {
      g_autofree char *abi = hy_abi_label (layout->abi);

      return g_strdup_printf (_ ("CPython %s refuses this class.\n%s: %s"), abi, layout->error_type,
                              layout->error_message);
    }
  if (class->footprint->unknown == NULL)
    return NULL;
  const char *settle = hy_footprint_settle (class->footprint);
  g_autofree char *reason = g_strdup_printf (_ ("Not known: %s"), _ (class->footprint->unknown));
  return settle != NULL ? g_strdup_printf ("%s\n%s", reason, _ (settle)) : g_steal_pointer (&reason);
}

void
hy_class_view_show (HyClassView *self, const HyReportClass *class)
{
  HyLayout *layout = class->layout;
  g_autofree char *status = hy_class_view_problem (class);

  if (layout->status == HY_STATUS_ERROR)
    gtk_widget_add_css_class (self->status, "error");
  else
    gtk_widget_remove_css_class (self->status, "error");
  gtk_label_set_text (GTK_LABEL (self->status), status != NULL ? status : "");
  gtk_widget_set_visible (self->status, status != NULL);
  show_facts (self, layout);
  show_bases (self, layout);
  gtk_label_set_text (GTK_LABEL (self->source), class->def->source != NULL ? class->def->source : "");
  gtk_widget_set_visible (self->source, class->def->source != NULL);
  gtk_widget_set_visible (self->source_title, class->def->source != NULL);
}

/* The source is a stop for Tab. Figures are none; a click still gives them the focus that copying needs. */
static gboolean
hy_class_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_get_focus_child (widget) == NULL &&
         gtk_widget_child_focus (HY_CLASS_VIEW (widget)->source, direction);
}

static void
hy_class_view_class_init (HyClassViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->focus = hy_class_view_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-class-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HyClassView, status);
  gtk_widget_class_bind_template_child (widget_class, HyClassView, facts);
  gtk_widget_class_bind_template_child (widget_class, HyClassView, bases_title);
  gtk_widget_class_bind_template_child (widget_class, HyClassView, bases);
  gtk_widget_class_bind_template_child (widget_class, HyClassView, source_title);
  gtk_widget_class_bind_template_child (widget_class, HyClassView, source);
}

static void
hy_class_view_init (HyClassView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
