/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-session.h"

G_BEGIN_DECLS

/* Says below the header what could not be read, with place and cure, and that
 * an open file was edited or deleted. Hidden when there is nothing to say. */
#define HY_TYPE_PROBLEM_BAR (hy_problem_bar_get_type ())
G_DECLARE_FINAL_TYPE (HyProblemBar, hy_problem_bar, HY, PROBLEM_BAR, GtkBox)

/* What it shows and changes; to be given once. */
void hy_problem_bar_set_session (HyProblemBar *self, HySession *session);

G_END_DECLS
