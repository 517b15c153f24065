/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hy-class-set.h"
#include "hy-open-file.h"

G_BEGIN_DECLS

/* What is chosen, and the one immutable report made of it. Widgets and export
 * show the report; every edit goes through the session, which makes another.
 *
 * Properties (notify is emitted on change):
 *   "report"    HyReport: replaced as a whole
 *   "count"     instances of each class
 *   "selection" one instance
 *   "title"     what is open, for the header
 *   "busy"      a file is being read or a report made
 *   "history"   hy_session_can_undo () or hy_session_can_redo () may have changed
 *   "files"     files were opened, closed, read, edited or deleted
 *   "problems"  what could not be read
 *
 * Signal "message" (char *text): something was done; one translated sentence. */
#define HY_TYPE_SESSION (hy_session_get_type ())
G_DECLARE_FINAL_TYPE (HySession, hy_session, HY, SESSION, GObject)

#define HY_SESSION_START_COUNT 100
#define HY_SESSION_LESSON_COUNT 100000 /* the lesson's workload */

/* Where the chart's axis ends for a count and a pin (0 for none) that it has to reach. */
typedef guint64 (*HyAxisEndFunc) (guint64 count, guint64 pin);

/* Opens the lesson's scene. Choices that persist are read from @settings and written there. (transfer full) */
HySession *hy_session_new (GSettings *settings, HyAxisEndFunc axis_end);

GSettings *hy_session_get_settings (HySession *self);

HyReport *hy_session_get_report (HySession *self); /* never NULL */

guint64 hy_session_get_count (HySession *self);
void hy_session_set_count (HySession *self, guint64 count); /* beyond HY_FOOTPRINT_MAX_COUNT: that */

/* Models @abi from now on, and remembers the choice. */
void hy_session_set_abi (HySession *self, const HyAbi *abi);

/* Models @abi unless a choice was made before. */
void hy_session_suggest_abi (HySession *self, const HyAbi *abi);

/* The selected instance: the class at @index of the report, creation rank from 1 (0: its shared keys); at a lower count
 * the last instance stands for it. FALSE when there is none. It outlives hiding and reading its class again. */
gboolean hy_session_get_selection (HySession *self, gsize *index, guint64 *rank);
void hy_session_select (HySession *self, gsize index, guint64 rank);
void hy_session_unselect (HySession *self);

/* Edits of the set of classes; each can be undone. Indices are those of the report. */
void hy_session_add (HySession *self, HyClassDef *def);

/* Makes the class at @index stored otherwise, in the background, and adds it; or says why that can't be. @plan: one of
 * hy_session_plan_names. */
void hy_session_add_plan (HySession *self, gsize index, const char *plan);
const char *const *hy_session_plan_names (void); /* NULL-terminated */

void hy_session_remove (HySession *self, gsize index);
void hy_session_move (HySession *self, gsize from, gsize to);
void hy_session_set_hidden (HySession *self, gsize index, gboolean hidden);
void hy_session_replace_all (HySession *self, HyClassDef *const *defs, gsize n, const char *label);

gboolean hy_session_can_undo (HySession *self);
gboolean hy_session_can_redo (HySession *self);
void hy_session_undo (HySession *self);
void hy_session_redo (HySession *self);

/* The lesson's scene is open: its two classes are in play and no file is. */
void hy_session_open_lesson (HySession *self);
gboolean hy_session_is_lesson (HySession *self);

/* The versions 3.x whose costs are compared: 0 stands for the oldest and the newest that there is of the build. */
void hy_session_set_upgrade (HySession *self, guint from, guint to);
void hy_session_get_upgrade (HySession *self, guint *from, guint *to);

/* Opens @n_files in place of what is open, in the background: their classes come into play when all are read. */
void hy_session_open (HySession *self, GFile *const *files, gsize n_files);

/* Reads the files again that are open. */
void hy_session_reload (HySession *self);

/* Gives up what is being read. */
void hy_session_cancel (HySession *self);

/* Reads @text, written in the app or dropped on it, in the background. */
void hy_session_read_text_async (HySession *self, const char *text, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);

/* (transfer full); NULL with G_IO_ERROR_CANCELLED only. */
HyReading *hy_session_read_text_finish (HySession *self, GAsyncResult *result, GError **error);

/* Puts the classes of @reading, which has some, in place of what is open. */
void hy_session_open_text (HySession *self, HyReading *reading);

/* What was written in the app and is not open yet, so that closing loses nothing; NULL. */
const char *hy_session_get_draft (HySession *self);
void hy_session_set_draft (HySession *self, const char *text);

/* The text that is open; NULL when it is a file or the lesson. Borrowed. */
const char *hy_session_get_text (HySession *self);

/* The files that are open: HyOpenFile. Borrowed. */
GPtrArray *hy_session_get_files (HySession *self);

/* What could not be read when files were opened or read again: HyReading, each with its error. Borrowed. */
GPtrArray *hy_session_get_problems (HySession *self);
void hy_session_dismiss_problems (HySession *self);

/* Classes of what is open, in play or not: HyClassDef. Borrowed, until "files" changes. */
GPtrArray *hy_session_get_offered (HySession *self);

char *hy_session_dup_title (HySession *self);
gboolean hy_session_is_busy (HySession *self);

G_END_DECLS
