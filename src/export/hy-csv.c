/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-csv.h"

static void
separate (GString *csv)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
}

void
hy_csv_add_text (GString *csv, const char *text)
{
  gboolean formula = text != NULL && *text != '\0' && text[1] != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  separate (csv);
  if (text == NULL)
    {
      /* An empty first cell would leave no trace for the next one's comma. */
      if (csv->len == 0 || csv->str[csv->len - 1] == '\n')
        g_string_append (csv, "\"\"");
      return;
    }
  if (!formula && strpbrk (text, ",\"\r\n") == NULL && *text != '\0')
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append (csv, formula ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

void
hy_csv_add_number (GString *csv, gint64 number)
{
  separate (csv);
  g_string_append_printf (csv, "%" G_GINT64_FORMAT, number);
}

void
hy_csv_add_number_if (GString *csv, gint64 number, gboolean known)
{
  if (known)
    hy_csv_add_number (csv, number);
  else
    hy_csv_add_text (csv, NULL);
}

void
hy_csv_end_row (GString *csv)
{
  g_string_append_c (csv, '\n');
}
