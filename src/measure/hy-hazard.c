/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-hazard.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *kind, *template;
} sentences[] = {
  { "undeclared", N_ ("{name} is set on an instance from outside, and is none of its attributes") },
  { "dynamic", N_ ("setattr with a computed name may set what is no slot") },
  { "late", N_ ("{name} is first set in {detail}, not in __init__: it has to be a slot too") },
  { "variable", N_ ("{name} has a value in the class body; Python refuses a slot of the same name") },
  { "cached", N_ ("the cached_property {name} keeps its value in __dict__, which a slotted instance lacks") },
  { "dict", N_ ("{name} looks at an instance’s __dict__, which a slotted instance lacks") },
  { "weakref", N_ ("a weak reference to an instance is taken: __slots__ has to hold '__weakref__'") },
  { "state", N_ ("{name}: state pickled or copied before holds a __dict__, which slots do not take back") },
  { "base", N_ ("its base {name} ({detail}) has no __slots__: every instance keeps a __dict__") },
  { "conflict", N_ ("{name} and {detail} both lay instances out: with slots in both, Python refuses the class") },
  { "mixin", N_ ("{name} also derives from {detail}, which may bring a __dict__ or a layout of its own") },
  { "subclass", N_ ("{name} derives from it and has no __slots__: its instances have a __dict__ again") },
  { "mock", N_ ("{name} replaces attributes, which a slotted instance refuses") },
};

void
hy_hazard_free (HyHazard *self)
{
  g_free (self->kind);
  g_free (self->name);
  g_free (self->detail);
  g_free (self->cost);
  g_free (self);
}

const char *
hy_hazard_template (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (sentences[i].kind, kind))
      return sentences[i].template;
  return NULL;
}

char *
hy_hazard_fill (const HyHazard *self, const char *template)
{
  const struct
  {
    const char *mark, *text;
  } marks[] = { { "{name}", self->name }, { "{detail}", self->detail }, { "{", "{" } };
  GString *text = g_string_new (NULL);
  const char *open;

  while ((open = strchr (template, '{')) != NULL)
    {
      gsize i = 0;

      while (!g_str_has_prefix (open, marks[i].mark))
        i++;
      g_string_append_len (text, template, open - template);
      g_string_append (text, marks[i].text);
      template = open + strlen (marks[i].mark);
    }
  g_string_append (text, template);
  return g_string_free (text, FALSE);
}
