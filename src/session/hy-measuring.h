/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-evidence.h"
#include "hy-examination.h"
#include "hy-session.h"

G_BEGIN_DECLS

/* What is to be measured and what came of it: the state behind the Evidence
 * page. Opening a file never runs it; hy_measuring_start does.
 *
 * Signals, all without arguments:
 *   "setup"     interpreters, subjects, the chosen ones, the factory or the examination changed
 *   "progress"  of a measurement that runs, also when it begins and ends
 *   "evidence"  there is another one, or an error */
#define HY_TYPE_MEASURING (hy_measuring_get_type ())
G_DECLARE_FINAL_TYPE (HyMeasuring, hy_measuring, HY, MEASURING, GObject)

#define HY_MEASURING_MAX_COUNT 100000000

/* The bounds of a measurement, as HyMeasureRequest has them. */
typedef struct
{
  guint64 count;
  gboolean plans; /* the same class stored otherwise, beside it */
  guint time_limit_ms;
  guint64 memory_limit;
  gboolean sandbox; /* see hy_measuring_set_sandbox */
  gboolean temporary_folder;
} HyMeasuringOptions;

/* Follows @session's classes. @settings: where what is chosen for a project is remembered; NULL. (transfer full) */
HyMeasuring *hy_measuring_new (HySession *session, GSettings *settings);

/* Interpreters that can measure, newest first: HyInterpreter; empty until hy_measuring_find was answered. Borrowed. */
GPtrArray *hy_measuring_get_interpreters (HyMeasuring *self);
HyInterpreter *hy_measuring_get_interpreter (HyMeasuring *self); /* NULL: none */
void hy_measuring_set_interpreter (HyMeasuring *self, guint index);

/* All that were found, those that can't measure with their reason: HyInterpreter. Borrowed. */
GPtrArray *hy_measuring_get_found (HyMeasuring *self);

/* Remembers the program at @path as an interpreter, or no more, and looks for all again. FALSE with G_FILE_ERROR. */
gboolean hy_measuring_add_interpreter (HyMeasuring *self, const char *path, GError **error);
gboolean hy_measuring_has_added (HyMeasuring *self, const char *path);
gboolean hy_measuring_remove_interpreter (HyMeasuring *self, const char *path, GError **error);

/* Folder of the project that the subject belongs to; "" for what is in no file. */
const char *hy_measuring_get_project (HyMeasuring *self);

/* Whether this project's code is held in a sandbox; remembered for the project. */
void hy_measuring_set_sandbox (HyMeasuring *self, gboolean sandbox);

/* What a sandbox is on this machine, English msgid; NULL until hy_measuring_find was answered. */
const char *hy_measuring_get_sandbox_here (HyMeasuring *self);

/* Looks for them in the background; doing it again finds new ones. */
void hy_measuring_find (HyMeasuring *self);
gboolean hy_measuring_is_finding (HyMeasuring *self);

/* Classes that can be measured: HyClassDef. Borrowed. */
GPtrArray *hy_measuring_get_subjects (HyMeasuring *self);
HyClassDef *hy_measuring_get_subject (HyMeasuring *self); /* NULL: none */
void hy_measuring_set_subject (HyMeasuring *self, guint index);

/* What runs when the subject is measured: a file's path or, for what is in no file, a name for it. NULL without a
 * subject. */
const char *hy_measuring_get_file (HyMeasuring *self);

const char *hy_measuring_get_factory (HyMeasuring *self); /* never NULL */
void hy_measuring_set_factory (HyMeasuring *self, const char *factory);

/* What was found about the subject without running it; NULL until known. Borrowed. */
HyExamination *hy_measuring_get_examination (HyMeasuring *self);

HyMeasuringOptions *hy_measuring_get_options (HyMeasuring *self);

void hy_measuring_start (HyMeasuring *self);
void hy_measuring_cancel (HyMeasuring *self);
gboolean hy_measuring_is_running (HyMeasuring *self);

/* 0 … 1, and one translated sentence. (transfer none) */
double hy_measuring_get_progress (HyMeasuring *self, const char **text);

HyEvidence *hy_measuring_get_evidence (HyMeasuring *self); /* NULL: none yet */
HyReport *hy_measuring_get_report (HyMeasuring *self);     /* modelled lines of the evidence; NULL for saved evidence */
const char *hy_measuring_get_error (HyMeasuring *self);    /* why there is none; NULL */

/* Shows evidence that was saved. FALSE with G_IO_ERROR. */
gboolean hy_measuring_open (HyMeasuring *self, const char *path, GError **error);

G_END_DECLS
