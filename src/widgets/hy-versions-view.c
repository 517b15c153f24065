/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-versions-view.h"

#include <glib/gi18n.h>

#include "hy-drop-down.h"
#include "hy-label.h"
#include "hy-number.h"
#include "hy-part-bar.h"
#include "hy-swatch.h"
#include "hy-upgrade.h"

struct _HyVersionsView
{
  GtkBox parent_instance;

  HySession *session;
  HyReport *shown;
  HyUpgrade *upgrade; /* of @shown */
  GtkWidget *choices;
  GtkWidget *from, *to; /* in it */
  GtkWidget *summary;
  GtkWidget *rows;
  gboolean filling; /* the choices are being written, not made */
};

G_DEFINE_FINAL_TYPE (HyVersionsView, hy_versions_view, GTK_TYPE_BOX)

static void
add_title (HyVersionsView *self, gsize class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swatch = hy_swatch_new (12);
  GtkWidget *name = hy_label_new (self->upgrade->labels[class], 0, "block-title");

  hy_swatch_set_accent (HY_SWATCH (swatch), self->upgrade->colors[class]);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), name);
  gtk_widget_add_css_class (box, "block-heading");
  gtk_box_append (GTK_BOX (self->rows), box);
}

static void
add_version (HyVersionsView *self, GtkGrid *grid, gsize class, int row)
{
  const HyVersions *versions = self->upgrade->versions;
  HyFootprint *footprint = hy_versions_get (versions, class, (gsize) row);
  const HyAbi *abi = versions->abis[row];
  gint64 bytes = hy_versions_bytes (versions, class, (gsize) row);
  g_autofree char *version = g_strdup_printf ("3.%u", abi->minor);
  g_autofree char *digits = bytes >= 0 ? hy_format_bytes ((guint64) bytes) : NULL;
  const char *answer = footprint->layout->status == HY_STATUS_ERROR ? footprint->layout->error_type : "?";
  GtkWidget *bar = g_object_new (HY_TYPE_PART_BAR, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  hy_part_bar_set_footprint (HY_PART_BAR (bar), footprint, versions->largest);
  gtk_grid_attach (grid, hy_label_new (version, 0, abi == self->shown->abi ? "chosen-version" : "dim-label"), 0, row, 1,
                   1);
  gtk_grid_attach (grid, bar, 1, row, 1, 1);
  gtk_grid_attach (grid, hy_label_new (digits != NULL ? digits : answer, 1, "version-digits"), 2, row, 1, 1);
}

static void
add_class (HyVersionsView *self, gsize class)
{
  GtkWidget *grid = gtk_grid_new ();

  add_title (self, class);
  gtk_widget_add_css_class (grid, "span-grid");
  for (gsize i = 0; i < self->upgrade->versions->n_abis; i++)
    add_version (self, GTK_GRID (grid), class, (int) i);
  gtk_box_append (GTK_BOX (self->rows), grid);
}

/* What the two chosen versions come to. */
static void
compare (HyVersionsView *self)
{
  guint from, to;

  hy_session_get_upgrade (self->session, &from, &to);
  hy_upgrade_compare (self->upgrade, from, to);
  g_autofree char *text = hy_upgrade_text (self->upgrade);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
  gtk_widget_set_visible (self->summary, text[0] != '\0');
}

static void
fill_choices (HyVersionsView *self)
{
  const HyVersions *versions = self->upgrade->versions;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < versions->n_abis; i++)
    gtk_string_list_take (names, g_strdup_printf ("3.%u", versions->abis[i]->minor));
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->from), G_LIST_MODEL (names));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->to), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->from), (guint) self->upgrade->from);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->to), (guint) self->upgrade->to);
  self->filling = FALSE;
}

static void
chosen (HyVersionsView *self)
{
  const HyVersions *versions = self->filling ? NULL : self->upgrade->versions;
  guint from = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->from));
  guint to = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->to));

  if (versions == NULL || from >= versions->n_abis || to >= versions->n_abis)
    return;
  hy_session_set_upgrade (self->session, versions->abis[from]->minor, versions->abis[to]->minor);
  compare (self);
}

/* Reports that differ in their count alone share their footprints. */
static gboolean
is_same (const HyReport *a, const HyReport *b)
{
  if (a->abi != b->abi || a->n_classes != b->n_classes)
    return FALSE;
  for (gsize i = 0; i < a->n_classes; i++)
    if (a->classes[i].footprint != b->classes[i].footprint || a->classes[i].hidden != b->classes[i].hidden)
      return FALSE;
  return TRUE;
}

static HyUpgrade *
upgrade_new (const HyReport *report)
{
  g_autofree HyUpgradeClass *classes = g_new0 (HyUpgradeClass, report->n_classes + 1);
  gsize n = 0;

  for (gsize i = 0; i < report->n_classes; i++)
    if (!report->classes[i].hidden)
      classes[n++] = (HyUpgradeClass){ report->classes[i].def, report->classes[i].label, report->classes[i].colour };
  return hy_upgrade_new (classes, n, report->abi);
}

void
hy_versions_view_show (HyVersionsView *self, HySession *session)
{
  HyReport *report = hy_session_get_report (session);
  GtkWidget *child;

  g_set_object (&self->session, session);
  if (self->shown != NULL && is_same (self->shown, report))
    return;
  g_clear_pointer (&self->shown, hy_report_unref);
  g_clear_pointer (&self->upgrade, hy_upgrade_free);
  self->shown = hy_report_ref (report);
  self->upgrade = upgrade_new (report);
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (gsize i = 0; i < self->upgrade->versions->n_classes; i++)
    add_class (self, i);
  compare (self);
  fill_choices (self);
}

static void
hy_versions_view_dispose (GObject *object)
{
  HyVersionsView *self = HY_VERSIONS_VIEW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, hy_report_unref);
  g_clear_pointer (&self->upgrade, hy_upgrade_free);

  G_OBJECT_CLASS (hy_versions_view_parent_class)->dispose (object);
}

/* The choices are stops for Tab. Figures are none; a click still gives them the focus that copying needs. */
static gboolean
hy_versions_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (HY_VERSIONS_VIEW (widget)->choices, direction);
}

static void
hy_versions_view_class_init (HyVersionsViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = hy_versions_view_dispose;
  widget_class->focus = hy_versions_view_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-versions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HyVersionsView, choices);
  gtk_widget_class_bind_template_child (widget_class, HyVersionsView, from);
  gtk_widget_class_bind_template_child (widget_class, HyVersionsView, to);
  gtk_widget_class_bind_template_child (widget_class, HyVersionsView, summary);
  gtk_widget_class_bind_template_child (widget_class, HyVersionsView, rows);
  gtk_widget_class_bind_template_callback (widget_class, chosen);
}

static void
hy_versions_view_init (HyVersionsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hy_drop_down_tell_chosen (self->from, _ ("Upgrade from"));
  hy_drop_down_tell_chosen (self->to, _ ("Upgrade to"));
}
