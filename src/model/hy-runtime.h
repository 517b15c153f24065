/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"

G_BEGIN_DECLS

/* A class and its instances as they live in one CPython: mutable, owned by one caller.
 * Every operation answers as that CPython does, and says what it did to memory. */
typedef struct _HyRuntime HyRuntime;

typedef struct
{
  gboolean ok;
  char *result;         /* repr of the value where the operation yields one; NULL */
  char *exception_type; /* when not ok */
  char *exception_message;
  gint64 requested_delta; /* bytes asked of the allocator, net */
  gint64 allocated_delta;
  char *explanation; /* one English sentence: "stored in the free place of the values array"; msgid */
  char *unknown;     /* why the model can't say; then nothing else is set */
} HyOutcome;

void hy_outcome_clear (HyOutcome *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HyOutcome, hy_outcome_clear)

HyRuntime *hy_runtime_new (HyLayout *layout);
void hy_runtime_free (HyRuntime *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyRuntime, hy_runtime_free)

/* Makes the next instance by the class's recipe; its index, from 0, or -1 with @outcome saying why. */
gssize hy_runtime_make (HyRuntime *self, HyOutcome *outcome);

void hy_runtime_get (HyRuntime *self, gsize instance, const char *name, HyOutcome *outcome);
void hy_runtime_set (HyRuntime *self, gsize instance, const char *name, HyValue *value, HyOutcome *outcome);
void hy_runtime_delete (HyRuntime *self, gsize instance, const char *name, HyOutcome *outcome);
void hy_runtime_touch_dict (HyRuntime *self, gsize instance, HyOutcome *outcome); /* result: the dict's repr */
void hy_runtime_replace_dict (HyRuntime *self, gsize instance, HyValue *dict, HyOutcome *outcome);
/* o.__dict__[@key] = @value */
void hy_runtime_set_item (HyRuntime *self, gsize instance, const HyValue *key, HyValue *value, HyOutcome *outcome);
/* copy.copy; the copy's index, or -1. */
gssize hy_runtime_copy (HyRuntime *self, gsize instance, HyOutcome *outcome);

/* sys.getsizeof now; -1 when there is none or it is not known. */
gint64 hy_runtime_getsizeof (HyRuntime *self, gsize instance);
gint64 hy_runtime_getsizeof_dict (HyRuntime *self, gsize instance);

/* Runs one statement of the inspector's "try it": `o.x = 42`, `del o.x`, `o.x`, `o.__dict__`, `o.__dict__ = {}`,
 * `o.__dict__['x'] = 42`, `del o.__dict__`,
 * `vars (o)`, `copy.copy (o)`, `hasattr (o, 'x')`, `sys.getsizeof (o.__dict__)`. What is not of this form is
 * SyntaxError-like: outcome.unknown says what is understood. */
void hy_runtime_try (HyRuntime *self, gsize instance, const char *statement, HyOutcome *outcome);

G_END_DECLS
