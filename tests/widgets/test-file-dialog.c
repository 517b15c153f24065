/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-file-dialog.h"

#include "widget-window.h"

typedef struct
{
  guint times;
  gboolean any;
} Answer;

static void
on_files (GListModel *files, gpointer data)
{
  Answer *answer = data;

  answer->times++;
  answer->any = files != NULL;
}

static void
on_file (GFile *file, gpointer data)
{
  Answer *answer = data;

  answer->times++;
  answer->any = file != NULL;
}

/* The visible window called @title; NULL. */
static GtkWindow *
window_titled (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), title) == 0 && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
is_there (gpointer title)
{
  return window_titled (title) != NULL;
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->times > 0;
}

/* Shown above the window with what it was told; closed without a choice it says so, once. */
static void
close_unanswered (GtkWidget *parent, const char *title, Answer *answer)
{
  GtkWindow *window;

  test_wait_until (is_there, (gpointer) title);
  window = window_titled (title);
  g_assert_true (gtk_window_get_transient_for (window) == GTK_WINDOW (parent));
  g_assert_true (gtk_window_get_modal (window));
  g_assert_cmpuint (answer->times, ==, 0);
  gtk_window_close (window);
  test_wait_until (is_answered, answer);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (answer->times, ==, 1);
  g_assert_false (answer->any);
  g_assert_false (is_there ((gpointer) title));
}

static void
test_closed (void)
{
  GtkWidget *label = gtk_label_new ("below");
  GtkWidget *window = test_window_new (label, 300, 200);
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  Answer open = { 0 }, saved = { 0 }, save = { 0 };

  hy_file_dialog_open (GTK_WINDOW (window), on_files, &open);
  close_unanswered (window, "Open Python files", &open);
  hy_file_dialog_open_saved (GTK_WINDOW (window), "Open saved evidence", "*.json", on_files, &saved);
  close_unanswered (window, "Open saved evidence", &saved);
  hy_file_dialog_save (GTK_WINDOW (window), "Save the chart", "heapyard-chart.png", folder, on_file, &save);
  close_unanswered (window, "Save the chart", &save);
  test_window_close (window, label);
}

int
main (int argc, char **argv)
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/file-dialog/closed", test_closed);
  return g_test_run ();
}
