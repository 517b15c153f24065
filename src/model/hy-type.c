/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-type.h"

HyType *
hy_type_new (const char *name)
{
  HyType *self = g_new0 (HyType, 1);
  self->name = g_strdup (name);
  self->tp_name = self->name;
  return self;
}

void
hy_type_free (HyType *self)
{
  for (gsize i = 0; i < self->n_members; i++)
    g_free (self->members[i].name);
  g_free (self->members);
  g_clear_pointer (&self->fields, g_array_unref);
  g_strfreev (self->slot_names);
  g_free (self->bases);
  g_free (self->mro);
  g_free (self->error_type);
  g_free (self->error_message);
  g_free (self->reason);
  g_free (self->name);
  g_free (self);
}

gboolean
hy_type_refuse (HyType *self, const char *error_type, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  self->status = HY_STATUS_ERROR;
  self->error_type = g_strdup (error_type);
  self->error_message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return FALSE;
}

gboolean
hy_type_unknown (HyType *self, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  self->status = HY_STATUS_UNKNOWN;
  self->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return FALSE;
}

gboolean
hy_type_fail_like (HyType *self, const HyType *other)
{
  self->status = other->status;
  self->error_type = g_strdup (other->error_type);
  self->error_message = g_strdup (other->error_message);
  self->reason = g_strdup (other->reason);
  self->failed_line = other->failed_line;
  return FALSE;
}

gboolean
hy_type_is_subtype (const HyType *self, const HyType *ancestor)
{
  for (gsize i = 0; i < self->n_mro; i++)
    if (self->mro[i] == ancestor)
      return TRUE;
  return FALSE;
}

gboolean
hy_type_inherits_library (const HyType *self, const char *name)
{
  for (gsize i = 0; i < self->n_mro; i++)
    if (self->mro[i]->library != NULL && g_str_equal (self->mro[i]->library->name, name))
      return TRUE;
  return FALSE;
}
