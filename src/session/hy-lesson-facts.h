/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-abi.h"

G_BEGIN_DECLS

/* One thing that the lesson says, and what the model says of the same. */
typedef struct
{
  const char *what;    /* translated, static */
  const char *claimed; /* as the lesson writes it, static */
  char *truth;         /* for the chosen CPython; "?" when it is not known */
  gboolean holds;      /* the claim is true there */
} HyLessonFact;

/* The lesson's claims for @abi. (transfer full) of HyLessonFact */
GPtrArray *hy_lesson_facts (const HyAbi *abi);

G_END_DECLS
