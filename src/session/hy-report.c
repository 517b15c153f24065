/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-report.h"

#include <glib/gi18n.h>

/* Enough for every break of a class's own cost, and for a smooth line where values or pools make it bend everywhere. */
#define SERIES_POINTS 256

typedef struct
{
  HyReport public;
  gatomicrefcount ref_count;
} HyReportPrivate;

static HyReport *
report_alloc (const HyAbi *abi, guint64 count, HyInclude include, guint64 chart_max, gsize n)
{
  HyReportPrivate *self = g_new0 (HyReportPrivate, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->public = (HyReport){
    .abi = abi,
    .count = MIN (count, HY_FOOTPRINT_MAX_COUNT),
    .include = include,
    .classes = g_new0 (HyReportClass, n),
    .n_classes = n,
  };
  self->public.chart_max = chart_max != 0 ? MIN (chart_max, HY_FOOTPRINT_MAX_COUNT) : hy_report_nice_max (count, 0);
  return &self->public;
}

static void
add_up (const HyReport *self, HyReportClass *class)
{
  g_autoptr (GError) error = NULL;

  class->has_total = hy_footprint_total (class->footprint, self->count, self->include, &class->total, &error);
  if (class->has_total)
    return;

  class->total = (HyFootprintTotal){ .count = self->count };
  if (class->layout->status == HY_STATUS_ERROR)
    class->unknown = g_strdup_printf ("%s: %s", class->layout->error_type, class->layout->error_message);
  else
    class->unknown = g_strdup (error->message);
}

static char *
make_label (const HyReportEntry *entry)
{
  if (entry->plan != NULL)
    return g_strdup_printf ("%s · %s", entry->plan_of, entry->plan);
  return g_strdup (entry->def->qualname != NULL ? entry->def->qualname : entry->def->name);
}

HyReport *
hy_report_new_for_entries (const HyReportEntry *entries, gsize n, const HyAbi *abi, guint64 count, HyInclude include,
                           guint64 chart_max)
{
  HyReport *self;

  g_return_val_if_fail (abi != NULL, NULL);

  self = report_alloc (abi, count, include, chart_max, n);
  for (gsize i = 0; i < n; i++)
    {
      HyReportClass *class = &self->classes[i];

      class->def = hy_class_def_ref (entries[i].def);
      class->layout = hy_layouter_layout (class->def, abi);
      class->footprint = hy_footprint_new (class->layout);
      class->series = hy_series_new_breaks (class->footprint, self->chart_max, include, SERIES_POINTS, NULL);
      class->plan = entries[i].plan;
      class->label = make_label (&entries[i]);
      class->colour = entries[i].colour;
      class->hidden = entries[i].hidden;
      add_up (self, class);
    }
  return self;
}

HyReport *
hy_report_new (HyClassDef *const *defs, gsize n, const HyAbi *abi, guint64 count, HyInclude include, guint64 chart_max)
{
  g_autofree HyReportEntry *entries = g_new0 (HyReportEntry, n);

  for (gsize i = 0; i < n; i++)
    entries[i] = (HyReportEntry){ .def = defs[i], .colour = (guint) i };
  return hy_report_new_for_entries (entries, n, abi, count, include, chart_max);
}

HyReport *
hy_report_new_at (HyReport *self, guint64 count, HyInclude include, guint64 chart_max)
{
  HyReport *other;
  gboolean same_series;

  g_return_val_if_fail (self != NULL, NULL);

  other = report_alloc (self->abi, count, include, chart_max, self->n_classes);
  same_series = other->chart_max == self->chart_max && include == self->include;
  for (gsize i = 0; i < self->n_classes; i++)
    {
      const HyReportClass *old = &self->classes[i];
      HyReportClass *class = &other->classes[i];

      class->def = hy_class_def_ref (old->def);
      class->layout = hy_layout_ref (old->layout);
      class->footprint = hy_footprint_ref (old->footprint);
      if (!same_series)
        class->series = hy_series_new_breaks (class->footprint, other->chart_max, include, SERIES_POINTS, NULL);
      else if (old->series != NULL)
        class->series = hy_series_ref (old->series);
      class->plan = old->plan;
      class->label = g_strdup (old->label);
      class->colour = old->colour;
      class->hidden = old->hidden;
      add_up (other, class);
    }
  return other;
}

HyReport *
hy_report_ref (HyReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((HyReportPrivate *) self)->ref_count);
  return self;
}

void
hy_report_unref (HyReport *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&((HyReportPrivate *) self)->ref_count))
    return;
  for (gsize i = 0; i < self->n_classes; i++)
    {
      HyReportClass *class = &self->classes[i];

      g_clear_pointer (&class->def, hy_class_def_unref);
      g_clear_pointer (&class->layout, hy_layout_unref);
      g_clear_pointer (&class->footprint, hy_footprint_unref);
      g_clear_pointer (&class->series, hy_series_unref);
      g_free (class->label);
      g_free (class->unknown);
    }
  g_free (self->classes);
  g_free ((HyReportPrivate *) self);
}

guint64
hy_report_nice_max (guint64 count, guint64 at_least)
{
  static const guint64 steps[] = { 10, 12, 15, 20, 25, 30, 40, 50, 60, 80 };
  guint64 wanted = MIN (count, HY_FOOTPRINT_MAX_COUNT);

  wanted = MAX (wanted + wanted / 9, MAX (at_least, 10));
  for (guint64 power = 1;; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
      if (steps[i] * power >= wanted)
        return MIN (steps[i] * power, HY_FOOTPRINT_MAX_COUNT);
}

guint64
hy_report_per_instance (const HyReport *self, gsize index)
{
  const HyRankRun *steady = hy_footprint_steady (self->classes[index].footprint);

  return steady != NULL && self->include == 0 ? steady->requested : 0;
}

char *
hy_report_origin (const HyReport *self)
{
  g_autofree char *label = hy_abi_label (self->abi);

  return g_strdup_printf (_ ("modelled, CPython %s"), label);
}

const char *
hy_report_kind (const HyLayout *layout)
{
  gboolean slotted = layout->n_all_members > 0 || layout->def->slots_state == HY_SLOTS_NAMES;

  if (layout->status == HY_STATUS_ERROR)
    return N_ ("refused");
  if (layout->status == HY_STATUS_UNKNOWN)
    return N_ ("unknown");
  if (layout->def->kind == HY_KIND_FACTORY)
    return N_ ("one value");
  if (layout->has_dict)
    return slotted ? N_ ("slotted + dict") : N_ ("dict-backed");
  if (layout->itemsize != 0)
    return N_ ("tuple");
  return slotted ? N_ ("slotted") : N_ ("no attributes");
}
