/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-label.h"

#include "widget-window.h"

#define NAME "MANAGED_WEAKREF_AND_MORE"

/* A name that is longer than a line goes on in the next one, as it is written. */
static void
test_wrap (void)
{
  GtkWidget *label = g_object_ref_sink (hy_label_new (NAME, 0, "caption"));
  int whole, minimum;

  g_assert_true (gtk_widget_has_css_class (label, "caption"));
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (label)));
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &whole, NULL, NULL, NULL);
  hy_label_wrap_anywhere (label);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, whole / 3);
  g_object_unref (label);
}

static gboolean
forbids_hyphens (PangoAttribute *attribute, gpointer user_data)
{
  return attribute->klass->type == PANGO_ATTR_INSERT_HYPHENS && ((PangoAttrInt *) attribute)->value == 0;
}

static void
test_hyphens (void)
{
  GtkWidget *label = g_object_ref_sink (hy_label_new (NAME, 0, NULL));
  PangoAttrList *attributes;
  PangoAttrList *forbidding;

  hy_label_wrap_anywhere (label);
  attributes = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));
  forbidding = pango_attr_list_filter (attributes, forbids_hyphens, NULL);
  g_assert_nonnull (forbidding);
  pango_attr_list_unref (forbidding);
  pango_attr_list_unref (attributes);
  g_object_unref (label);
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/label/wrap", test_wrap);
  g_test_add_func ("/label/hyphens", test_hyphens);
  return g_test_run ();
}
