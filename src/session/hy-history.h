/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line of states, one of which is the present; owned by one caller. */
typedef struct _HyHistory HyHistory;

/* At most @depth states are kept; @free_state releases one. (transfer full) */
HyHistory *hy_history_new (gsize depth, GDestroyNotify free_state);
void hy_history_free (HyHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyHistory, hy_history_free)

/* Makes @state (taken) the present; what was undone is forgotten. @label says in the user's language what was done to
 * get here; NULL for the first state. */
void hy_history_push (HyHistory *self, gpointer state, const char *label);

/* Puts @state (taken) in the place of the present one: what was done is completed. */
void hy_history_amend (HyHistory *self, gpointer state);

gpointer hy_history_current (HyHistory *self); /* borrowed; NULL before the first push */

gboolean hy_history_can_undo (HyHistory *self);
gboolean hy_history_can_redo (HyHistory *self);

/* One step; the label of what was undone or done again, or NULL when there is none. Borrowed. */
const char *hy_history_undo (HyHistory *self);
const char *hy_history_redo (HyHistory *self);

G_END_DECLS
