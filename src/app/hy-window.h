/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One window: one session, its pages in a stack. */
#define HY_TYPE_WINDOW (hy_window_get_type ())
G_DECLARE_FINAL_TYPE (HyWindow, hy_window, HY, WINDOW, AdwApplicationWindow)

HyWindow *hy_window_new (GtkApplication *application, GSettings *settings);

/* Opens @n_files in place of what is open: Python files in the yard, evidence that was saved (.json) on its page. */
void hy_window_open (HyWindow *self, GFile *const *files, gsize n_files);

G_END_DECLS
