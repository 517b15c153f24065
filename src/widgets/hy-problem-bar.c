/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-problem-bar.h"

#include <glib/gi18n.h>

#include "hy-reading-text.h"

struct _HyProblemBar
{
  GtkBox parent_instance;

  GtkWidget *problem;
  GtkWidget *text;
  GtkWidget *excerpt;
  GtkWidget *stale;
  GtkWidget *stale_text;
  GtkWidget *reload;

  HySession *session;
};

G_DEFINE_FINAL_TYPE (HyProblemBar, hy_problem_bar, GTK_TYPE_BOX)

static void
update_problems (HyProblemBar *self)
{
  GPtrArray *problems = hy_session_get_problems (self->session);
  GString *text = g_string_new (NULL);
  g_autofree char *excerpt = NULL;

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = hy_reading_text_line (problems->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (problems->len == 1)
    excerpt = hy_reading_text_excerpt (problems->pdata[0]);
  gtk_label_set_text (GTK_LABEL (self->text), text->str);
  gtk_label_set_text (GTK_LABEL (self->excerpt), excerpt != NULL ? excerpt : "");
  gtk_widget_set_visible (self->excerpt, excerpt != NULL);
  gtk_widget_set_visible (self->problem, problems->len > 0);
  g_string_free (text, TRUE);
}

static void
update_stale (HyProblemBar *self)
{
  GPtrArray *files = hy_session_get_files (self->session);
  HyFileState worst = HY_FILE_CURRENT;
  g_autofree char *text = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      HyFileState state = hy_open_file_get_state (files->pdata[i]);
      g_autofree char *name = g_file_get_basename (hy_open_file_get_file (files->pdata[i]));
      g_autofree char *shown = g_filename_display_name (name);

      if (state <= worst)
        continue;
      worst = state;
      g_free (text);
      text = g_strdup_printf (state == HY_FILE_DELETED ? _ ("%s was deleted or moved. What is shown is what was read.")
                                                       : _ ("%s was edited since it was read."),
                              shown);
    }
  gtk_label_set_text (GTK_LABEL (self->stale_text), text != NULL ? text : "");
  gtk_widget_set_visible (self->reload, worst == HY_FILE_CHANGED);
  gtk_widget_set_visible (self->stale, worst != HY_FILE_CURRENT);
}

static void
dismiss (HyProblemBar *self)
{
  hy_session_dismiss_problems (self->session);
}

static void
reload (HyProblemBar *self)
{
  hy_session_reload (self->session);
}

void
hy_problem_bar_set_session (HyProblemBar *self, HySession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (self->session, "notify::problems", G_CALLBACK (update_problems), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::files", G_CALLBACK (update_stale), self, G_CONNECT_SWAPPED);
  update_problems (self);
  update_stale (self);
}

static void
hy_problem_bar_dispose (GObject *object)
{
  g_clear_object (&HY_PROBLEM_BAR (object)->session);

  G_OBJECT_CLASS (hy_problem_bar_parent_class)->dispose (object);
}

static void
hy_problem_bar_class_init (HyProblemBarClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = hy_problem_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-problem-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HyProblemBar, problem);
  gtk_widget_class_bind_template_child (widget_class, HyProblemBar, text);
  gtk_widget_class_bind_template_child (widget_class, HyProblemBar, excerpt);
  gtk_widget_class_bind_template_child (widget_class, HyProblemBar, stale);
  gtk_widget_class_bind_template_child (widget_class, HyProblemBar, stale_text);
  gtk_widget_class_bind_template_child (widget_class, HyProblemBar, reload);
  gtk_widget_class_bind_template_callback (widget_class, dismiss);
  gtk_widget_class_bind_template_callback (widget_class, reload);
}

static void
hy_problem_bar_init (HyProblemBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
