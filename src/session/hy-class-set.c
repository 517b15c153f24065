/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-set.h"

#include <string.h>

struct _HyClassSet
{
  gatomicrefcount ref_count;
  gsize n;
  HyReportEntry entries[];
};

static HyClassSet *
class_set_alloc (gsize n)
{
  HyClassSet *self = g_malloc0 (sizeof *self + n * sizeof self->entries[0]);

  g_atomic_ref_count_init (&self->ref_count);
  self->n = n;
  return self;
}

static HyClassSet *
class_set_copy (HyClassSet *self, gsize n)
{
  HyClassSet *other = class_set_alloc (n);

  for (gsize i = 0; i < MIN (n, self->n); i++)
    {
      other->entries[i] = self->entries[i];
      hy_class_def_ref (other->entries[i].def);
    }
  return other;
}

HyClassSet *
hy_class_set_new (HyClassDef *const *defs, gsize n)
{
  HyClassSet *self = class_set_alloc (MIN (n, HY_CLASS_SET_MAX));

  for (gsize i = 0; i < self->n; i++)
    self->entries[i] = (HyReportEntry){ .def = hy_class_def_ref (defs[i]), .colour = (guint) i };
  return self;
}

HyClassSet *
hy_class_set_ref (HyClassSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
hy_class_set_unref (HyClassSet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (gsize i = 0; i < self->n; i++)
    hy_class_def_unref (self->entries[i].def);
  g_free (self);
}

const HyReportEntry *
hy_class_set_entries (HyClassSet *self, gsize *n)
{
  *n = self->n;
  return self->entries;
}

static guint
free_colour (HyClassSet *self)
{
  for (guint colour = 0;; colour++)
    {
      gboolean taken = FALSE;

      for (gsize i = 0; i < self->n; i++)
        taken = taken || self->entries[i].colour == colour;
      if (!taken)
        return colour;
    }
}

HyClassSet *
hy_class_set_add (HyClassSet *self, HyClassDef *def, const char *plan, const char *plan_of)
{
  HyClassSet *other;

  if (self->n >= HY_CLASS_SET_MAX)
    return hy_class_set_ref (self);
  other = class_set_copy (self, self->n + 1);
  other->entries[self->n] = (HyReportEntry){
    .def = hy_class_def_ref (def), .plan = plan, .plan_of = g_intern_string (plan_of), .colour = free_colour (self)
  };
  return other;
}

HyClassSet *
hy_class_set_remove (HyClassSet *self, gsize index)
{
  HyClassSet *other;

  g_return_val_if_fail (index < self->n, hy_class_set_ref (self));

  other = class_set_copy (self, self->n);
  hy_class_def_unref (other->entries[index].def);
  memmove (&other->entries[index], &other->entries[index + 1], (self->n - index - 1) * sizeof other->entries[0]);
  other->n--;
  return other;
}

HyClassSet *
hy_class_set_move (HyClassSet *self, gsize from, gsize to)
{
  HyClassSet *other;
  HyReportEntry moved;

  g_return_val_if_fail (from < self->n && to < self->n, hy_class_set_ref (self));

  other = class_set_copy (self, self->n);
  moved = other->entries[from];
  memmove (&other->entries[from], &other->entries[from + 1], (self->n - from - 1) * sizeof moved);
  memmove (&other->entries[to + 1], &other->entries[to], (self->n - to - 1) * sizeof moved);
  other->entries[to] = moved;
  return other;
}

HyClassSet *
hy_class_set_hide (HyClassSet *self, gsize index, gboolean hidden)
{
  HyClassSet *other;

  g_return_val_if_fail (index < self->n, hy_class_set_ref (self));

  other = class_set_copy (self, self->n);
  other->entries[index].hidden = hidden;
  return other;
}

HyClassSet *
hy_class_set_replace (HyClassSet *self, gsize index, HyClassDef *def)
{
  HyClassSet *other;

  g_return_val_if_fail (index < self->n, hy_class_set_ref (self));

  other = class_set_copy (self, self->n);
  hy_class_def_unref (other->entries[index].def);
  other->entries[index].def = hy_class_def_ref (def);
  return other;
}

gssize
hy_class_set_index (HyClassSet *self, const HyClassDef *def)
{
  for (gsize i = 0; i < self->n; i++)
    if (self->entries[i].def == def)
      return (gssize) i;
  return -1;
}
