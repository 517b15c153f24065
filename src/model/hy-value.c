/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-value.h"

/* The public struct comes first, so that a pointer to it is a pointer to this. */
typedef struct
{
  HyValue value;
  gatomicrefcount ref_count;
} HyValueOwned;

HyValue *
hy_value_new (HyValueKind kind)
{
  HyValueOwned *self = g_new0 (HyValueOwned, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->value.kind = kind;
  return &self->value;
}

HyValue *
hy_value_new_unknown (const char *reason)
{
  HyValue *self = hy_value_new (HY_VALUE_UNKNOWN);
  self->reason = g_strdup (reason);
  return self;
}

HyValue *
hy_value_ref (HyValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&((HyValueOwned *) self)->ref_count);
  return self;
}

void
hy_value_unref (HyValue *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&((HyValueOwned *) self)->ref_count))
    return;
  for (gsize i = 0; i < self->n_items; i++)
    g_clear_pointer (&self->items[i], hy_value_unref);
  g_free (self->items);
  for (gsize i = 0; i < G_N_ELEMENTS (self->operands); i++)
    g_clear_pointer (&self->operands[i], hy_value_unref);
  g_free (self->text);
  g_free (self->type_name);
  g_free (self->reason);
  g_free (self);
}
