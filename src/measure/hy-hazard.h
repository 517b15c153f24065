/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Something in the file that stands in the way of giving a class __slots__, or has to be looked at first. */
typedef struct
{
  char *kind; /* "undeclared", "variable", "weakref" …: as examine.py says it */
  guint line;
  char *name, *detail; /* what the sentence is about; "" where there is nothing */
  char *cost;          /* what it costs on which CPython, English; NULL */
} HyHazard;

void hy_hazard_free (HyHazard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyHazard, hy_hazard_free)

/* The sentence of a kind, with {name} and {detail} to be filled in: a msgid. NULL for a kind that nobody knows. */
const char *hy_hazard_template (const char *kind);

/* Fills @template (a translation of what hy_hazard_template gives) in. (transfer full) */
char *hy_hazard_fill (const HyHazard *self, const char *template);

G_END_DECLS
