/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-session.h"

G_BEGIN_DECLS

/* The classes in play, what can be added to them, and the lesson's panel.
 * Where there is an action page.hide-classes it offers to go. Activates the action "win.write-class". */
#define HY_TYPE_CLASS_LIST (hy_class_list_get_type ())
G_DECLARE_FINAL_TYPE (HyClassList, hy_class_list, HY, CLASS_LIST, GtkBox)

/* What it shows and changes; to be given once. */
void hy_class_list_set_session (HyClassList *self, HySession *session);

G_END_DECLS
