/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-chart-private.h"
#include "hy-number.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
value_text (HyChart *self, gsize line, guint64 count)
{
  double value = hy_chart_value (self, line, count);
  return value < 0 ? g_strdup (_ ("unknown")) : hy_format_bytes ((guint64) round (value));
}

char *
hy_chart_rent_text (HyChart *self, guint64 count)
{
  gsize dearest, cheapest;
  if (count == 0 || !hy_chart_extremes (self, (double) count, &dearest, &cheapest))
    return NULL;
  double most = hy_chart_value (self, dearest, count), least = hy_chart_value (self, cheapest, count);
  g_autofree char *number = hy_format_count (count);
  if (round (most) <= round (least))
    /* Translators: %s is a number of instances */
    return g_strdup_printf (_ ("%s: all cost the same"), number);
  g_autofree char *saved = hy_format_bytes ((guint64) round (most - least));
  g_autofree char *percent = hy_format_percent ((most - least) / most);
  /* Translators: a number of instances, a class, bytes, percent: "100,000: SlottedOrder saves 3.05 MiB (33 %)" */
  return g_strdup_printf (_ ("%s: %s saves %s (%s)"), number, self->lines[cheapest].label, saved, percent);
}

char *
hy_chart_read_off (HyChart *self, guint64 count)
{
  GString *text = g_string_new (NULL);
  g_autofree char *number = hy_format_count (count);
  g_string_append (text, number);
  for (gsize i = 0; i < self->n_lines; i++)
    {
      if (!hy_chart_line_drawn (&self->lines[i]))
        continue;
      g_autofree char *value = value_text (self, i, count);
      g_string_append_printf (text, " · %s %s", self->lines[i].label, value);
    }
  return g_string_free (text, FALSE);
}

char *
hy_chart_describe (HyChart *self)
{
  GString *text = g_string_new (NULL);
  guint64 count = self->options.count;
  g_autofree char *number = hy_format_count (count);
  g_autofree char *end = hy_format_count (self->end);
  for (gsize i = 0; i < self->n_lines; i++)
    {
      if (self->lines[i].hidden)
        continue;
      g_autofree char *value = value_text (self, i, count);
      /* Translators: a class, a number, bytes: "Order: 100,000 instances, 9.16 MiB" */
      g_string_append_printf (text, ngettext ("%s: %s instance, %s; ", "%s: %s instances, %s; ", MIN (count, G_MAXINT)),
                              self->lines[i].label, number, value);
    }
  g_autofree char *rent = hy_chart_rent_text (self, self->focus);
  if (rent != NULL)
    g_string_append_printf (text, "%s; ", rent);
  /* Translators: %s is the number of instances where the axis ends */
  g_string_append_printf (text, _ ("the axis runs to %s instances"), end);
  if (self->note[0])
    g_string_append_printf (text, "; %s", self->note);
  return hy_plain_spaces (g_string_free (text, FALSE));
}
