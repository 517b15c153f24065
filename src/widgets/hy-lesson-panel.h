/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-session.h"

G_BEGIN_DECLS

/* What the lesson claims beside what is true of the CPython that is chosen. Shown while the lesson is open. */
#define HY_TYPE_LESSON_PANEL (hy_lesson_panel_get_type ())
G_DECLARE_FINAL_TYPE (HyLessonPanel, hy_lesson_panel, HY, LESSON_PANEL, GtkBox)

/* What it shows and changes; to be given once. */
void hy_lesson_panel_set_session (HyLessonPanel *self, HySession *session);

G_END_DECLS
