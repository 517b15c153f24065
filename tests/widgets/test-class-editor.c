/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-editor.h"

#include <string.h>

#include "widget-window.h"

#include <gtksourceview/gtksource.h>

static void
test_life (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *editor = hy_class_editor_new (NULL, session, NULL);
  GtkTextView *view = GTK_TEXT_VIEW (test_find (editor, GTK_SOURCE_TYPE_VIEW, 0));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  gpointer alive = editor;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_window_present (GTK_WINDOW (editor));
  test_window_frames (editor, 3);
  g_assert_nonnull (gtk_source_buffer_get_language (GTK_SOURCE_BUFFER (buffer)));
  g_assert_true (gtk_widget_activate_action (editor, "editor.example", "s", "namedtuple"));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_nonnull (strstr (text, "NamedTuple"));
  g_object_add_weak_pointer (G_OBJECT (editor), &alive);
  gtk_window_destroy (GTK_WINDOW (editor));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (alive);
}

static char *
text_of (GtkWidget *editor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (test_find (editor, GTK_SOURCE_TYPE_VIEW, 0)));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static GtkWidget *
open_editor (HySession *session)
{
  GtkWidget *editor = hy_class_editor_new (NULL, session, NULL);

  gtk_window_present (GTK_WINDOW (editor));
  return editor;
}

/* Closing loses nothing that was written. */
static void
test_draft (void)
{
  g_autoptr (HySession) session = test_session_new ();
  GtkWidget *editor = open_editor (session);
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;

  gtk_window_close (GTK_WINDOW (editor));
  g_assert_null (hy_session_get_draft (session));
  editor = open_editor (session);
  g_assert_true (gtk_widget_activate_action (editor, "editor.example", "s", "bases"));
  written = text_of (editor);
  gtk_window_close (GTK_WINDOW (editor));
  editor = open_editor (session);
  again = text_of (editor);
  g_assert_cmpstr (again, ==, written);
  gtk_window_close (GTK_WINDOW (editor));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/class-editor/life", test_life);
  g_test_add_func ("/class-editor/draft", test_draft);
  return g_test_run ();
}
