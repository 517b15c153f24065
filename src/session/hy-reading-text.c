/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-reading-text.h"

#include <glib/gi18n.h>

char *
hy_reading_text_line (HyReading *reading)
{
  g_autofree char *name =
      reading->path != NULL ? g_filename_display_basename (reading->path) : g_strdup (_ ("The text"));

  if (reading->error == NULL)
    return NULL;
  if (reading->line > 0)
    return g_strdup_printf (_ ("%s, line %u: %s"), name, reading->line, _ (reading->error->message));
  return g_strdup_printf (_ ("%s: %s"), name, _ (reading->error->message));
}

char *
hy_reading_text_excerpt (HyReading *reading)
{
  GString *text;

  if (reading->excerpt == NULL || reading->excerpt[0] == '\0')
    return NULL;
  text = g_string_new (reading->excerpt);
  if (reading->column > 0)
    {
      const char *at = reading->excerpt;

      g_string_append_c (text, '\n');
      for (guint i = 1; i < reading->column && *at != '\0'; i++, at = g_utf8_next_char (at))
        g_string_append_c (text, *at == '\t' ? '\t' : ' ');
      g_string_append_c (text, '^');
    }
  return g_string_free (text, FALSE);
}
