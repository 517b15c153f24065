/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-hazard.h"
#include "hy-interpreter.h"
#include "hy-plan.h"

G_BEGIN_DECLS

/* One class looked at in its file, which is not run: how an instance is
 * made, what stands in the way of slots, and how else it could be stored.
 * Immutable, reference-counted. */
typedef struct _HyExamination HyExamination;

struct _HyExamination
{
  char *factory;      /* the one given, or a suggestion from the constructor's signature */
  gboolean slotted;   /* already */
  GPtrArray *hazards; /* of HyHazard, by line */
  GPtrArray *plans;   /* of HyPlan, in the order of hy_plan_names */
};

typedef enum
{
  HY_EXAMINATION_ERROR_FILE,        /* not Python, or it has no such class */
  HY_EXAMINATION_ERROR_INTERPRETER, /* none there, or it died */
} HyExaminationErrorCode;
#define HY_EXAMINATION_ERROR hy_examination_error_quark ()
GQuark hy_examination_error_quark (void);

/* Examines class @class_name of @text. @name: of the file, for diffs. @factory: nullable.
 * @parser: the interpreter that reads, isolated; NULL: the newest there is. Blocks.
 * (transfer full); NULL with HY_EXAMINATION_ERROR or G_IO_ERROR_CANCELLED. */
HyExamination *hy_examination_new (const char *text, const char *name, const char *class_name, const char *factory,
                                   HyInterpreter *parser, GCancellable *cancellable, GError **error);

/* The same in a thread; strings are copied. */
void hy_examination_new_async (const char *text, const char *name, const char *class_name, const char *factory,
                               HyInterpreter *parser, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
HyExamination *hy_examination_new_finish (GAsyncResult *result, GError **error);

void hy_examination_free (HyExamination *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyExamination, hy_examination_free)

G_END_DECLS
