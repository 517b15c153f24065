/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-measuring.h"

G_BEGIN_DECLS

struct _HyMeasuring
{
  GObject parent_instance;

  HySession *session;
  GSettings *settings; /* NULL: nothing is remembered */
  GCancellable *life;  /* of what goes on as long as the object lives */

  GPtrArray *found, *interpreters; /* all; those that can measure */
  char **added;                    /* paths that the user added; NULL: not yet known */
  guint interpreter;
  char *chosen;  /* path of the one that was asked for; NULL: what suits the file */
  char *project; /* folder of the subject's project; "" for what is in no file */
  char *sandbox_here;
  gboolean sought, finding, find_again;

  GPtrArray *subjects;
  guint subject;
  char *path, *text; /* of the subject's file; @path NULL for what is in none */
  char *factory;
  gboolean factory_edited;
  HyExamination *examination;
  GCancellable *examining;

  HyMeasuringOptions options;
  GCancellable *running; /* NULL: nothing runs */
  double progress;
  char *progress_text;

  HyEvidence *evidence;
  HyReport *report;
  char *error;
};

HyMeasuringOptions hy_measuring_default_options (void);

/* What the project of the file at @path has: its sandbox, its environments. NULL: no file. */
void hy_measuring_set_project (HyMeasuring *self, const char *path);

void hy_measuring_emit (HyMeasuring *self, const char *signal);

G_END_DECLS
