/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-session.h"
#include "wait-until.h"

G_BEGIN_DECLS

/* Widgets in a real window, for tests. */

/* To be called in main instead of g_test_init. Without a display the program ends with a skipped test. */
void test_widgets_init (int *argc, char ***argv);

/* A session with settings in memory, the lesson open, CPython 3.12. (transfer full) */
HySession *test_session_new (void);

/* Shows @widget in a window of that size and waits for a frame. (transfer full): the window */
GtkWidget *test_window_new (GtkWidget *widget, int width, int height);

/* Waits until @n frames were drawn. */
void test_window_frames (GtkWidget *window, guint n);

/* Closes it and checks that @widget and all below was finalized. */
void test_window_close (GtkWidget *window, GtkWidget *widget);

/* The first descendant of that type, in tree order; NULL. With @skip: so many are passed over. */
GtkWidget *test_find (GtkWidget *widget, GType type, guint skip);

/* TRUE when a visible label below @widget has @text in it. */
gboolean test_has_label (GtkWidget *widget, const char *text);

G_END_DECLS
