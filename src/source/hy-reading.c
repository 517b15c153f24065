/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reading-private.h"

#include <string.h>

G_DEFINE_QUARK (hy - source - error - quark, hy_source_error)

/* The public struct comes first, so that a pointer to it is a pointer to this. */
typedef struct
{
  HyReading reading;
  gatomicrefcount ref_count;
} HyReadingOwned;

HyReading *
hy_reading_new (const char *path)
{
  HyReadingOwned *self = g_new0 (HyReadingOwned, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->reading.path = g_strdup (path);
  return &self->reading;
}

HyReading *
hy_reading_ref (HyReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&((HyReadingOwned *) self)->ref_count);
  return self;
}

void
hy_reading_unref (HyReading *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&((HyReadingOwned *) self)->ref_count))
    return;
  hy_reading_clear_classes (self);
  g_free (self->path);
  g_free (self->text);
  g_free (self->excerpt);
  g_clear_error (&self->error);
  g_free (self);
}

void
hy_reading_clear_classes (HyReading *self)
{
  for (gsize i = 0; i < self->n_classes; i++)
    hy_class_def_unref (self->classes[i]);
  g_clear_pointer (&self->classes, g_free);
  self->n_classes = 0;
}

void
hy_reading_fail (HyReading *self, HySourceErrorCode code, const char *format, ...)
{
  va_list args;

  g_clear_error (&self->error);
  va_start (args, format);
  self->error = g_error_new_valist (HY_SOURCE_ERROR, code, format, args);
  va_end (args);
}

gboolean
hy_source_error_is_usage (const GError *error)
{
  return g_error_matches (error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_CLASS) ||
         g_error_matches (error, HY_SOURCE_ERROR, HY_SOURCE_ERROR_FACTORY);
}

/* The line at fault and a caret under its @column; tabs stay tabs, so that the caret stands right. */
static void
append_excerpt (GString *text, const char *excerpt, guint column)
{
  const char *place = excerpt;

  g_string_append_printf (text, "\n    %s\n    ", excerpt);
  for (guint i = 1; i < column && *place != '\0'; i++, place = g_utf8_next_char (place))
    g_string_append_c (text, *place == '\t' ? '\t' : ' ');
  g_string_append_c (text, '^');
}

char *
hy_reading_describe_error (HyReading *self)
{
  g_autofree char *name = NULL;
  GString *text;

  if (self->error == NULL)
    return NULL;
  text = g_string_new (NULL);
  if (self->path != NULL)
    {
      name = g_filename_display_name (self->path);
      g_string_append_printf (text, "%s:", name);
      if (self->line > 0)
        g_string_append_printf (text, "%u:", self->line);
      g_string_append_c (text, ' ');
    }
  g_string_append (text, self->error->message);
  if (self->excerpt != NULL && self->column > 0)
    append_excerpt (text, self->excerpt, self->column);
  return g_string_free (text, FALSE);
}

gboolean
hy_reading_is_stale (HyReading *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->mtime == 0 || self->path == NULL)
    return FALSE;
  file = g_file_new_for_path (self->path);
  return hy_reading_file_time (file) != self->mtime;
}

guint64
hy_reading_file_time (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL)
    return 0;
  return g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC +
         g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}
