/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-measured.h"

#include <stdlib.h>

HyMeasured *
hy_measured_new (void)
{
  HyMeasured *self = g_atomic_rc_box_new0 (HyMeasured);

  self->requested = self->getsizeof = self->dict_getsizeof = self->materialized = -1;
  self->current = self->peak = -1;
  self->values_apart = self->warmed = TRUE;
  return self;
}

HyMeasured *
hy_measured_ref (HyMeasured *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hy_type_facts_clear (HyTypeFacts *self)
{
  g_clear_pointer (&self->name, g_free);
  for (gsize i = 0; i < self->n_members; i++)
    g_free (self->members[i].name);
  g_clear_pointer (&self->members, g_free);
  self->n_members = 0;
  self->known = FALSE;
}

static void
measured_clear (gpointer data)
{
  HyMeasured *self = data;

  g_clear_pointer (&self->error, hy_measured_error_free);
  g_free (self->ranks);
  g_free (self->blocks);
  g_free (self->points);
  g_free (self->read_name);
  hy_type_facts_clear (&self->type);
}

void
hy_measured_unref (HyMeasured *self)
{
  g_atomic_rc_box_release_full (self, measured_clear);
}

HyMeasuredError *
hy_measured_error_new (const char *phase, const char *type, const char *message, const char *file, guint line)
{
  HyMeasuredError *self = g_new0 (HyMeasuredError, 1);

  self->phase = g_strdup (phase);
  self->type = g_strdup (type);
  self->message = g_strdup (message);
  self->file = g_strdup (file);
  self->line = line;
  return self;
}

void
hy_measured_error_free (HyMeasuredError *self)
{
  g_free (self->phase);
  g_free (self->type);
  g_free (self->message);
  g_free (self->file);
  g_free (self);
}

char *
hy_measured_error_describe (const HyMeasuredError *self)
{
  GString *text = g_string_new (NULL);

  if (self->file)
    g_string_append (text, self->file);
  if (self->file && self->line)
    g_string_append_printf (text, ":%u", self->line);
  if (self->file)
    g_string_append (text, ": ");
  else if (g_strcmp0 (self->phase, "factory") == 0)
    g_string_append (text, "factory: ");
  if (self->type)
    g_string_append (text, self->type);
  if (self->type && self->message && *self->message)
    g_string_append (text, ": ");
  g_string_append (text, self->message ? self->message : "");
  return g_string_free (text, FALSE);
}

static int
by_value (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

HySpread
hy_spread_of (double *values, gsize n)
{
  qsort (values, n, sizeof *values, by_value);
  return (HySpread){
    .median = (values[(n - 1) / 2] + values[n / 2]) / 2, .min = values[0], .max = values[n - 1], .runs = n
  };
}
