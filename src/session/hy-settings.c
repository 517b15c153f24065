/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-settings.h"

#include "hy-config.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_RECENT 10

static GSettingsSchema *
lookup_beside_program (GSettingsSchemaSource *parent)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *data = folder != NULL ? g_build_filename (folder, "..", "..", "data", NULL) : NULL;
  GSettingsSchemaSource *source;
  GSettingsSchema *schema;

  if (data == NULL)
    return NULL;
  source = g_settings_schema_source_new_from_directory (data, parent, TRUE, NULL);
  if (source == NULL)
    return NULL;
  schema = g_settings_schema_source_lookup (source, HY_APP_ID, FALSE);
  g_settings_schema_source_unref (source);
  return schema;
}

GSettings *
hy_settings_new (GError **error)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, HY_APP_ID, TRUE);
  if (schema == NULL)
    schema = lookup_beside_program (source);
  if (schema == NULL)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                   _ ("The settings schema %s is not installed; set GSETTINGS_SCHEMA_DIR to its folder"), HY_APP_ID);
      return NULL;
    }
  return g_settings_new_full (schema, NULL, NULL);
}

static void
change_recent (GSettings *settings, const char *uri, gboolean add)
{
  g_auto (GStrv) old = g_settings_get_strv (settings, HY_SETTINGS_RECENT_FILES);
  g_autoptr (GPtrArray) uris = g_ptr_array_new ();

  if (add)
    g_ptr_array_add (uris, (char *) uri);
  for (char **item = old; *item != NULL && uris->len < MAX_RECENT; item++)
    if (strcmp (*item, uri) != 0)
      g_ptr_array_add (uris, *item);
  g_ptr_array_add (uris, NULL);
  g_settings_set_strv (settings, HY_SETTINGS_RECENT_FILES, (const char *const *) uris->pdata);
}

void
hy_settings_add_recent (GSettings *settings, const char *uri)
{
  change_recent (settings, uri, TRUE);
}

void
hy_settings_remove_recent (GSettings *settings, const char *uri)
{
  change_recent (settings, uri, FALSE);
}
