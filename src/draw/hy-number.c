/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-number.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>

/* No-break space between number and unit: they belong together on every line. */
#define SPACE "\xc2\xa0"

char *
hy_format_count (guint64 count)
{
  const char *separator = localeconv ()->thousands_sep;
  if (separator == NULL || *separator == '\0' || !g_utf8_validate (separator, -1, NULL))
    separator = ",";
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  gsize n = strlen (digits);
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

/* Up to three significant digits, without trailing zeros after the point. */
static char *
format_three_digits (double value)
{
  int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  double unit = pow (10, decimals);
  double rounded = round (value * unit) / unit;
  while (decimals > 0 && fabs (rounded * pow (10, decimals - 1) - round (rounded * pow (10, decimals - 1))) < 1e-9)
    decimals--;
  return g_strdup_printf ("%.*f", decimals, rounded);
}

char *
hy_format_short_count (double count)
{
  static const char *const suffixes[] = { "", SPACE "k", SPACE "M", SPACE "G", SPACE "T" };
  gsize i = 0;
  while (count >= 999.5 && i + 1 < G_N_ELEMENTS (suffixes))
    {
      count /= 1000;
      i++;
    }
  g_autofree char *number = format_three_digits (count);
  return g_strconcat (number, suffixes[i], NULL);
}

char *
hy_format_bytes_like (double bytes, double largest)
{
  static const char *const units[] = { "B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB" };
  gsize i = 0;
  while (largest >= 1023.5 && i + 1 < G_N_ELEMENTS (units))
    {
      bytes /= 1024;
      largest /= 1024;
      i++;
    }
  g_autofree char *number = bytes >= 999.5 ? hy_format_count ((guint64) round (bytes)) : format_three_digits (bytes);
  return g_strconcat (number, SPACE, units[i], NULL);
}

char *
hy_format_bytes (guint64 bytes)
{
  return hy_format_bytes_like ((double) bytes, (double) bytes);
}

char *
hy_format_bytes_delta (gint64 bytes)
{
  guint64 magnitude = bytes < 0 ? -(guint64) bytes : (guint64) bytes;
  g_autofree char *text = hy_format_bytes (magnitude);
  return g_strconcat (bytes < 0 ? "\xe2\x88\x92" : "+", text, NULL);
}

char *
hy_format_percent (double part)
{
  /* Translators: a percentage; some languages write the sign without a space */
  return g_strdup_printf (_ ("%.0f %%"), part * 100);
}

char *
hy_plain_spaces (char *text)
{
  GString *plain = g_string_new (text);
  g_free (text);
  g_string_replace (plain, SPACE, " ", 0);
  return g_string_free (plain, FALSE);
}
