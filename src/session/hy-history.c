/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-history.h"

typedef struct
{
  gpointer state;
  char *label;
} Step;

struct _HyHistory
{
  GArray *steps;
  gsize present; /* one past the present step; 0 when there is none */
  gsize depth;
  GDestroyNotify free_state;
};

HyHistory *
hy_history_new (gsize depth, GDestroyNotify free_state)
{
  HyHistory *self = g_new0 (HyHistory, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  self->depth = depth;
  self->free_state = free_state;
  return self;
}

static void
drop (HyHistory *self, gsize from, gsize n)
{
  for (gsize i = from; i < from + n; i++)
    {
      Step *step = &g_array_index (self->steps, Step, i);

      self->free_state (step->state);
      g_free (step->label);
    }
  g_array_remove_range (self->steps, (guint) from, (guint) n);
}

void
hy_history_free (HyHistory *self)
{
  drop (self, 0, self->steps->len);
  g_array_unref (self->steps);
  g_free (self);
}

void
hy_history_push (HyHistory *self, gpointer state, const char *label)
{
  Step step = { .state = state, .label = g_strdup (label) };

  drop (self, self->present, self->steps->len - self->present);
  g_array_append_val (self->steps, step);
  if (self->steps->len > self->depth)
    drop (self, 0, 1);
  self->present = self->steps->len;
}

void
hy_history_amend (HyHistory *self, gpointer state)
{
  Step *step;

  g_return_if_fail (self->present > 0);

  step = &g_array_index (self->steps, Step, self->present - 1);
  self->free_state (step->state);
  step->state = state;
}

gpointer
hy_history_current (HyHistory *self)
{
  return self->present == 0 ? NULL : g_array_index (self->steps, Step, self->present - 1).state;
}

gboolean
hy_history_can_undo (HyHistory *self)
{
  return self->present > 1;
}

gboolean
hy_history_can_redo (HyHistory *self)
{
  return self->present < self->steps->len;
}

const char *
hy_history_undo (HyHistory *self)
{
  if (!hy_history_can_undo (self))
    return NULL;
  self->present--;
  return g_array_index (self->steps, Step, self->present).label;
}

const char *
hy_history_redo (HyHistory *self)
{
  if (!hy_history_can_redo (self))
    return NULL;
  self->present++;
  return g_array_index (self->steps, Step, self->present - 1).label;
}
