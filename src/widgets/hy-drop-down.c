/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-drop-down.h"

static void
tell (GtkDropDown *drop_down)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  if (chosen != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_string_object_get_string (chosen), -1);
}

void
hy_drop_down_tell_chosen (GtkWidget *drop_down, const char *what)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, what, -1);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (tell), NULL);
  tell (GTK_DROP_DOWN (drop_down));
}
