/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-measuring.h"

G_BEGIN_DECLS

struct _HyMeasuring
{
  GObject parent_instance;

  HySession *session;
  GCancellable *life; /* of what goes on as long as the object lives */

  GPtrArray *interpreters;
  guint interpreter;
  gboolean finding;

  GPtrArray *subjects;
  guint subject;
  char *path, *text; /* of the subject's file; @path NULL for what is in none */
  char *factory;
  gboolean factory_edited;
  HyExamination *examination;
  GCancellable *examining;

  HyMeasuringOptions options;
  GCancellable *running; /* NULL: nothing runs */
  gboolean has_run;
  double progress;
  char *progress_text;

  HyEvidence *evidence;
  HyReport *report;
  char *error;
};

HyMeasuringOptions hy_measuring_default_options (void);

void hy_measuring_emit (HyMeasuring *self, const char *signal);

G_END_DECLS
