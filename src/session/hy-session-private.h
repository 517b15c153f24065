/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-history.h"
#include "hy-session.h"

G_BEGIN_DECLS

struct _HySession
{
  GObject parent_instance;

  GSettings *settings;
  HyAxisEndFunc axis_end;

  HyHistory *history; /* of HyClassSet */
  HyReport *report;
  const HyAbi *abi;
  guint64 count;
  HyInclude include;
  guint generation; /* of the report that was asked for last */
  gboolean making;  /* in a thread */

  guint upgrade_from, upgrade_to;

  HyClassDef *selected; /* NULL: nothing */
  guint64 selected_rank;

  HyClassDef *lesson[2];
  GPtrArray *files;    /* of HyOpenFile: what is open */
  GPtrArray *pending;  /* of HyOpenFile: what will be open once all are read; NULL */
  GPtrArray *offered;  /* of HyClassDef */
  GPtrArray *problems; /* of HyReading */
  GCancellable *plans; /* of what is being made by a plan */
  guint n_plans;       /* of them */
  char *title;         /* of what is open; NULL: the lesson */
  char *text;          /* what is open when it was written in the app; NULL */
  char *draft;         /* what was written there and not opened; NULL */
};

/* Drops files and what is being read, with their watches. */
void hy_session_close_files (HySession *self);

/* The classes in play. Borrowed. */
HyClassSet *hy_session_get_set (HySession *self);

/* Makes the report anew: here when that is quick, else in a thread, the last request winning. */
void hy_session_renew (HySession *self);

/* Adds what was made of the class called @plan_of by storage plan @plan (static). NULLs: a class as it is. */
void hy_session_add_made (HySession *self, HyClassDef *def, const char *plan, const char *plan_of);

/* Makes the plans in play anew that were made of a class which is now one of @n @defs. */
void hy_session_remake_plans (HySession *self, HyClassDef *const *defs, gsize n);

/* Makes @set (taken) the present one; @label says what was done. */
void hy_session_push (HySession *self, HyClassSet *set, const char *label);

/* Emits "message". */
void hy_session_say (HySession *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
