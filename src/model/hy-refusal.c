/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-refusal.h"

HyRefusal
hy_refusal_copy (const HyRefusal *self)
{
  HyRefusal copy = { g_strdup (self->text), g_new0 (HyEarlierText, self->n_earlier + 1), self->n_earlier };

  for (gsize i = 0; i < self->n_earlier; i++)
    copy.earlier[i] = (HyEarlierText){ self->earlier[i].last_minor, g_strdup (self->earlier[i].text) };
  return copy;
}

void
hy_refusal_clear (HyRefusal *self)
{
  for (gsize i = 0; i < self->n_earlier; i++)
    g_free (self->earlier[i].text);
  g_free (self->earlier);
  g_free (self->text);
  *self = (HyRefusal){ 0 };
}

const char *
hy_refusal_text (const HyRefusal *self, guint minor)
{
  const char *text = self->text;

  for (gsize i = 0; text != NULL && i < self->n_earlier; i++)
    if (minor <= self->earlier[i].last_minor)
      text = self->earlier[i].text;
  return text;
}
