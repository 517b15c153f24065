/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-count.h"

#include "hy-footprint.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* A power of ten beyond every count that can be written out. */
#define MAX_EXPONENT 100000

G_DEFINE_QUARK (hy - count - error - quark, hy_count_error)

/* What may stand between groups of three digits in every locale. */
static const char *const separators[] = { " ", "\302\240", "\342\200\257", "'", "\342\200\231", "_" };

typedef struct
{
  char *digits; /* has room for all characters that are read */
  int n_digits;
  int n_decimals; /* of them, after the decimal point */
  gboolean has_decimal;
} Mantissa;

HyNumberStyle
hy_number_style_current (void)
{
  const struct lconv *lconv = localeconv ();
  g_autofree char *decimal = g_locale_to_utf8 (lconv->decimal_point, -1, NULL, NULL, NULL);
  g_autofree char *group = g_locale_to_utf8 (lconv->thousands_sep, -1, NULL, NULL, NULL);
  HyNumberStyle style = { "", "" };
  const char *fallback;

  g_strlcpy (style.decimal, decimal != NULL && *decimal != '\0' ? decimal : ".", sizeof style.decimal);
  fallback = strcmp (style.decimal, ".") == 0 ? "," : "\342\200\257";
  g_strlcpy (style.group, group != NULL && *group != '\0' ? group : fallback, sizeof style.group);
  return style;
}

static const char *
skip_separator (const char *text, const HyNumberStyle *style)
{
  if (g_str_has_prefix (text, style->group))
    return text + strlen (style->group);
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (text, separators[i]))
      return text + strlen (separators[i]);
  return NULL;
}

/* Digits, grouped or not, and a decimal part; returns what follows or NULL. */
static const char *
read_mantissa (const char *text, const HyNumberStyle *style, Mantissa *mantissa)
{
  int group = 0;
  gboolean grouped = FALSE;

  for (;;)
    {
      const char *next;

      if (g_ascii_isdigit (*text))
        {
          mantissa->digits[mantissa->n_digits++] = *text++;
          mantissa->n_decimals += mantissa->has_decimal;
          group++;
          continue;
        }
      if (!mantissa->has_decimal && g_str_has_prefix (text, style->decimal))
        {
          if (grouped && group != 3)
            return NULL;
          mantissa->has_decimal = TRUE;
          text += strlen (style->decimal);
          group = 0;
          continue;
        }
      next = skip_separator (text, style);
      if (next == NULL || !g_ascii_isdigit (*next))
        break;
      if (mantissa->has_decimal || group == 0 || group > 3 || (grouped && group != 3))
        return NULL;
      grouped = TRUE;
      group = 0;
      text = next;
    }
  if (mantissa->n_digits == 0 || (grouped && !mantissa->has_decimal && group != 3))
    return NULL;
  return text;
}

/* The power of ten that what follows @digits stands for: an exponent, a unit or, after 10, a power. FALSE when it is
   none of them. */
static gboolean
read_exponent (const char *text, const char *digits, int *exponent)
{
  static const struct
  {
    const char *unit;
    int exponent;
  } units[] = { { "", 0 }, { "k", 3 }, { "m", 6 }, { "g", 9 }, { "b", 9 }, { "t", 12 } };
  g_autofree char *unit = g_strstrip (g_ascii_strdown (text, -1));

  if (unit[0] == 'e' || (unit[0] == '^' && g_str_equal (digits, "10")))
    {
      const char *number = unit + 1 + (unit[1] == '+');
      g_autoptr (GError) error = NULL;
      gint64 value;

      if (!g_ascii_string_to_signed (number, 10, -MAX_EXPONENT, MAX_EXPONENT, &value, &error))
        {
          if (!g_error_matches (error, G_NUMBER_PARSER_ERROR, G_NUMBER_PARSER_ERROR_OUT_OF_BOUNDS))
            return FALSE;
          value = number[0] == '-' ? -MAX_EXPONENT : MAX_EXPONENT;
        }
      *exponent = (int) value - (unit[0] == '^');
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].unit) == 0)
      {
        *exponent = units[i].exponent;
        return TRUE;
      }
  return FALSE;
}

/* digits × 10^@exponent; FALSE when that is not whole (then @whole) or too much. */
static gboolean
scale (const char *digits, int exponent, guint64 *count, gboolean *whole)
{
  guint64 value = 0;
  int n = (int) strlen (digits);

  *whole = TRUE;
  for (int i = 0; i < n + MAX (exponent, 0); i++)
    {
      guint digit = i < n ? (guint) (digits[i] - '0') : 0;

      if (exponent < 0 && i >= n + exponent)
        {
          *whole = *whole && digit == 0;
          continue;
        }
      value = value * 10 + digit;
      if (value > HY_FOOTPRINT_MAX_COUNT)
        return FALSE;
      if (value == 0 && i >= n)
        break;
    }
  *count = value;
  return *whole;
}

gboolean
hy_count_parse (const char *text, const HyNumberStyle *style, guint64 *count, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *digits = g_malloc0 (strlen (stripped) + 1);
  Mantissa mantissa = { .digits = digits };
  const char *rest = read_mantissa (stripped, style, &mantissa);
  int exponent = 0;
  gboolean whole;

  if (rest == NULL || !read_exponent (rest, mantissa.digits, &exponent))
    {
      g_set_error (error, HY_COUNT_ERROR, HY_COUNT_ERROR_SYNTAX,
                   _ ("“%s” is not a count; write for example 5000, 100k or 1e6"), stripped);
      return FALSE;
    }
  if (mantissa.has_decimal && exponent == 0 && mantissa.n_decimals == 3)
    {
      g_set_error (error, HY_COUNT_ERROR, HY_COUNT_ERROR_AMBIGUOUS,
                   _ ("“%s” can be read in two ways; write it without separators"), stripped);
      return FALSE;
    }
  if (scale (mantissa.digits, exponent - mantissa.n_decimals, count, &whole))
    return TRUE;
  if (!whole)
    g_set_error (error, HY_COUNT_ERROR, HY_COUNT_ERROR_SYNTAX, _ ("There are only whole instances"));
  else
    g_set_error (error, HY_COUNT_ERROR, HY_COUNT_ERROR_RANGE, _ ("At most 10^12 instances"));
  return FALSE;
}

double
hy_count_to_position (guint64 count)
{
  if (count == 0)
    return 0;
  return MIN (0.5 + log10 ((double) count), HY_COUNT_POSITION_MAX);
}

guint64
hy_count_from_position (double position)
{
  double value;
  guint64 unit = 1;

  if (position < 0.25)
    return 0;
  value = pow (10, CLAMP (position - 0.5, 0, HY_COUNT_POSITION_MAX - 0.5));
  while (value / (double) unit >= 99.5)
    unit *= 10;
  return (guint64) lround (value / (double) unit) * unit;
}

guint64
hy_count_step (guint64 count, gboolean up)
{
  static const guint64 steps[] = { 100, 120, 150, 200, 250, 300, 400, 500, 600, 800 };
  guint64 best = up ? HY_COUNT_SLIDER_MAX : 0;

  if (count > HY_COUNT_SLIDER_MAX)
    return up ? count : HY_COUNT_SLIDER_MAX;
  for (guint64 power = 1; power <= HY_COUNT_SLIDER_MAX; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        guint64 value = steps[i] * power / 100;

        if (steps[i] * power % 100 != 0)
          continue;
        if (up && value > count)
          best = MIN (best, value);
        if (!up && value < count)
          best = MAX (best, value);
      }
  return best;
}
