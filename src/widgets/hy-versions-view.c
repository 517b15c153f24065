/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-versions-view.h"

#include <glib/gi18n.h>

#include "hy-number.h"
#include "hy-part-bar.h"
#include "hy-swatch.h"
#include "hy-versions.h"

struct _HyVersionsView
{
  GtkBox parent_instance;

  HyReport *shown;
};

G_DEFINE_FINAL_TYPE (HyVersionsView, hy_versions_view, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_title (HyVersionsView *self, const HyReportClass *class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swatch = hy_swatch_new (12);
  GtkWidget *name = make_label (class->label, 0, "block-title");

  hy_swatch_set_accent (HY_SWATCH (swatch), class->colour);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), name);
  gtk_widget_add_css_class (box, "block-heading");
  gtk_box_append (GTK_BOX (self), box);
}

static void
add_version (GtkGrid *grid, int row, const HyVersions *versions, gsize class, const HyAbi *chosen)
{
  HyFootprint *footprint = versions->footprints[class * versions->n_abis + (gsize) row];
  const HyAbi *abi = versions->abis[row];
  gint64 bytes = hy_versions_bytes (versions, class, (gsize) row);
  g_autofree char *version = g_strdup_printf ("3.%u", abi->minor);
  g_autofree char *digits = bytes >= 0 ? hy_format_bytes ((guint64) bytes) : NULL;
  const char *answer = footprint->layout->status == HY_STATUS_ERROR ? footprint->layout->error_type : "?";
  GtkWidget *bar = g_object_new (HY_TYPE_PART_BAR, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  hy_part_bar_set_footprint (HY_PART_BAR (bar), footprint, versions->largest);
  gtk_grid_attach (grid, make_label (version, 0, abi == chosen ? "chosen-version" : "dim-label"), 0, row, 1, 1);
  gtk_grid_attach (grid, bar, 1, row, 1, 1);
  gtk_grid_attach (grid, make_label (digits != NULL ? digits : answer, 1, "version-digits"), 2, row, 1, 1);
}

/* "From 3.10 to 3.13, Order gets 48 B cheaper." for the oldest and the newest version that are known. */
static void
add_summary (HyVersionsView *self, const HyVersions *versions, gsize class, const char *name)
{
  gsize newest = versions->n_abis - 1;
  gint64 before = hy_versions_bytes (versions, class, 0);
  gint64 after = hy_versions_bytes (versions, class, newest);
  g_autofree char *difference = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (before < 0 || after < 0 || before == after)
    return;
  difference = hy_format_bytes ((guint64) ABS (before - after));
  text = g_strdup_printf (after < before ? _ ("From 3.%u to 3.%u, each %s gets %s cheaper.")
                                         : _ ("From 3.%u to 3.%u, each %s gets %s dearer."),
                          versions->abis[0]->minor, versions->abis[newest]->minor, name, difference);
  label = make_label (text, 0, "caption");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (self), label);
}

/* Reports that differ in their count alone share their footprints. */
static gboolean
is_same (const HyReport *a, const HyReport *b)
{
  if (a->abi != b->abi || a->n_classes != b->n_classes)
    return FALSE;
  for (gsize i = 0; i < a->n_classes; i++)
    if (a->classes[i].footprint != b->classes[i].footprint)
      return FALSE;
  return TRUE;
}

void
hy_versions_view_show (HyVersionsView *self, HyReport *report)
{
  g_autoptr (HyVersions) versions = NULL;
  GtkWidget *child;

  if (self->shown != NULL && is_same (self->shown, report))
    return;
  g_clear_pointer (&self->shown, hy_report_unref);
  self->shown = hy_report_ref (report);
  versions = hy_versions_new (report);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (gsize i = 0; i < versions->n_classes; i++)
    {
      const HyReportClass *class = &report->classes[versions->classes[i]];
      GtkWidget *grid = gtk_grid_new ();

      add_title (self, class);
      gtk_widget_add_css_class (grid, "span-grid");
      for (gsize j = 0; j < versions->n_abis; j++)
        add_version (GTK_GRID (grid), (int) j, versions, i, report->abi);
      gtk_box_append (GTK_BOX (self), grid);
      add_summary (self, versions, i, class->label);
    }
}

static void
hy_versions_view_dispose (GObject *object)
{
  g_clear_pointer (&HY_VERSIONS_VIEW (object)->shown, hy_report_unref);

  G_OBJECT_CLASS (hy_versions_view_parent_class)->dispose (object);
}

/* Figures are no stops for Tab; a click still gives them the focus that copying needs. */
static gboolean
hy_versions_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return FALSE;
}

static void
hy_versions_view_class_init (HyVersionsViewClass *class)
{
  GTK_WIDGET_CLASS (class)->focus = hy_versions_view_focus;
  G_OBJECT_CLASS (class)->dispose = hy_versions_view_dispose;
}

static void
hy_versions_view_init (HyVersionsView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}
