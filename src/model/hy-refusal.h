/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How CPython 3.@last_minor and older, down to the next of these, word a refusal. */
typedef struct
{
  guint last_minor;
  char *text;
} HyEarlierText;

/* What Python raises where code of the file runs, as read from source: independent of any CPython version. */
typedef struct
{
  char *text;             /* "TypeError: ..." as the newest says it; NULL when nothing is raised */
  HyEarlierText *earlier; /* @n_earlier of them, the newest first */
  gsize n_earlier;
} HyRefusal;

/* A deep copy. Clear it with hy_refusal_clear. */
HyRefusal hy_refusal_copy (const HyRefusal *self);

/* Frees what @self holds and leaves it saying nothing. */
void hy_refusal_clear (HyRefusal *self);

/* In the words of CPython 3.@minor; NULL when nothing is raised. */
const char *hy_refusal_text (const HyRefusal *self, guint minor);

G_END_DECLS
