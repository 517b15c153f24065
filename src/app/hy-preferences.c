/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-preferences.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hy-settings.h"

static gboolean
nick_to_index (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *const *nicks = user_data;
  const char *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], nick))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
index_to_nick (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const char *const *nicks = user_data;
  guint index = g_value_get_uint (value);

  return index < g_strv_length ((char **) nicks) ? g_variant_new_string (nicks[index]) : NULL;
}

static void
add_scheme_row (AdwPreferencesGroup *group, GSettings *settings)
{
  static const char *const nicks[] = { "system", "light", "dark", NULL };
  const char *const names[] = { _ ("Like the desktop"), _ ("Light"), _ ("Dark"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Colours"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_settings_bind_with_mapping (settings, HY_SETTINGS_COLOUR_SCHEME, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                nick_to_index, index_to_nick, (gpointer) nicks, NULL);
  adw_preferences_group_add (group, row);
}

static void
add_text_row (AdwPreferencesGroup *group, GSettings *settings)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0.8, 2.5, 0.1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Size of text"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Larger for projectors; Ctrl and + or − do the same"));
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Size of text"), -1);
  g_settings_bind (settings, HY_SETTINGS_TEXT_SCALE, spin, "value", G_SETTINGS_BIND_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (group, row);
}

static void
present_page (GtkWindow *parent, AdwPreferencesPage *page)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  AdwDialog *dialog = adw_preferences_dialog_new ();

  adw_dialog_set_title (dialog, _ ("Preferences"));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), page);
  adw_dialog_present (dialog, GTK_WIDGET (parent));
#else
  GtkWidget *window =
      g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal", TRUE, "search-enabled", FALSE, NULL);

  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
#endif
}

void
hy_preferences_present (GtkWindow *parent, GSettings *settings)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _ ("Looks"));
  add_scheme_row (group, settings);
  add_text_row (group, settings);
  adw_preferences_page_add (page, group);
  present_page (parent, page);
}
