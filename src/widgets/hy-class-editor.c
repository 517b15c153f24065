/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-class-editor.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

#include "hy-reading-text.h"
#include "hy-theme.h"

struct _HyClassEditor
{
  AdwWindow parent_instance;

  GtkWidget *view;
  GtkSourceBuffer *buffer;
  GtkWidget *message;
  GtkWidget *excerpt;
  GtkWidget *problem;
  GtkWidget *apply_button;
  GtkWidget *spinner;

  HySession *session;
  GCancellable *cancellable; /* of the reading under way; NULL */
};

G_DEFINE_FINAL_TYPE (HyClassEditor, hy_class_editor, ADW_TYPE_WINDOW)

static const struct
{
  const char *target;
  const char *text;
} examples[] = {
  { "plain", "class Point:\n"
             "    def __init__(self, x, y):\n"
             "        self.x = x\n"
             "        self.y = y\n" },
  { "slotted", "class Point:\n"
               "    __slots__ = ('x', 'y')\n"
               "\n"
               "    def __init__(self, x, y):\n"
               "        self.x = x\n"
               "        self.y = y\n" },
  { "dataclass", "from dataclasses import dataclass\n"
                 "\n"
                 "\n"
                 "@dataclass(slots=True)\n"
                 "class Point:\n"
                 "    x: float\n"
                 "    y: float\n" },
  { "namedtuple", "from typing import NamedTuple\n"
                  "\n"
                  "\n"
                  "class Point(NamedTuple):\n"
                  "    x: float\n"
                  "    y: float\n" },
  { "bases", "class A:\n"
             "    __slots__ = ('x',)\n"
             "\n"
             "\n"
             "class B:\n"
             "    __slots__ = ('y',)\n"
             "\n"
             "\n"
             "class C(A, B):\n"
             "    pass\n" },
};

static char *
dup_text (HyClassEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, FALSE);
}

static void
clear_problem (HyClassEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  gtk_text_buffer_remove_tag_by_name (GTK_TEXT_BUFFER (self->buffer), "fault", &start, &end);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
mark_line (HyClassEditor *self, guint line, guint column)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter start, end, cursor;

  if (line == 0 || !gtk_text_buffer_get_iter_at_line (buffer, &start, (int) line - 1))
    return;
  end = cursor = start;
  gtk_text_iter_forward_line (&end);
  gtk_text_buffer_apply_tag_by_name (buffer, "fault", &start, &end);
  if (column > 0 && (int) column <= gtk_text_iter_get_chars_in_line (&start))
    gtk_text_iter_set_line_offset (&cursor, (int) column - 1);
  gtk_text_buffer_place_cursor (buffer, &cursor);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self->view), &cursor, 0.1, FALSE, 0, 0);
}

static void
show_problem (HyClassEditor *self, HyReading *reading)
{
  g_autofree char *message = hy_reading_text_line (reading);
  g_autofree char *excerpt = hy_reading_text_excerpt (reading);

  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_label_set_text (GTK_LABEL (self->excerpt), excerpt != NULL ? excerpt : "");
  gtk_widget_set_visible (self->excerpt, excerpt != NULL);
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  mark_line (self, reading->line, reading->column);
  gtk_widget_grab_focus (self->view);
}

static void
set_busy (HyClassEditor *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->apply_button, !busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

static void
read_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HyClassEditor) self = user_data;
  g_autoptr (HyReading) reading = NULL;

  if (self->session == NULL)
    return;
  reading = hy_session_read_text_finish (self->session, result, NULL);
  if (reading == NULL)
    return;
  g_clear_object (&self->cancellable);
  set_busy (self, FALSE);
  if (reading->error != NULL)
    {
      show_problem (self, reading);
      return;
    }
  hy_session_open_text (self->session, reading);
  hy_session_set_draft (self->session, NULL);
  gtk_text_buffer_set_modified (GTK_TEXT_BUFFER (self->buffer), FALSE);
  gtk_window_close (GTK_WINDOW (self));
}

void
hy_class_editor_apply (HyClassEditor *self)
{
  g_autofree char *text = dup_text (self);

  if (self->cancellable != NULL)
    return;
  clear_problem (self);
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  hy_session_read_text_async (self->session, text, self->cancellable, read_done, g_object_ref (self));
}

static void
apply_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_class_editor_apply (HY_CLASS_EDITOR (widget));
}

static void
example_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HyClassEditor *self = HY_CLASS_EDITOR (widget);
  const char *target = g_variant_get_string (parameter, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    if (g_str_equal (examples[i].target, target))
      {
        GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
        GtkTextIter start, end;

        /* One step of undo brings back what was there. */
        gtk_text_buffer_begin_user_action (buffer);
        gtk_text_buffer_get_bounds (buffer, &start, &end);
        gtk_text_buffer_delete (buffer, &start, &end);
        gtk_text_buffer_insert (buffer, &start, examples[i].text, -1);
        gtk_text_buffer_end_user_action (buffer);
      }
}

static void
scheme_changed (HyClassEditor *self)
{
  HyPaletteKind kind = hy_theme_palette ()->kind;
  gboolean dark = kind == HY_PALETTE_DARK || kind == HY_PALETTE_CONTRAST_DARK;
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
      self->buffer, gtk_source_style_scheme_manager_get_scheme (manager, dark ? "Adwaita-dark" : "Adwaita"));
}

/* What was written is there again when the editor is opened the next time. */
static gboolean
hy_class_editor_close_request (GtkWindow *window)
{
  HyClassEditor *self = HY_CLASS_EDITOR (window);

  if (gtk_text_buffer_get_modified (GTK_TEXT_BUFFER (self->buffer)))
    {
      g_autofree char *text = dup_text (self);

      hy_session_set_draft (self->session, text);
    }
  return GTK_WINDOW_CLASS (hy_class_editor_parent_class)->close_request (window);
}

static void
hy_class_editor_dispose (GObject *object)
{
  HyClassEditor *self = HY_CLASS_EDITOR (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (hy_class_editor_parent_class)->dispose (object);
}

static void
hy_class_editor_class_init (HyClassEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = hy_class_editor_dispose;
  GTK_WINDOW_CLASS (class)->close_request = hy_class_editor_close_request;
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-class-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HyClassEditor, view);
  gtk_widget_class_bind_template_child (widget_class, HyClassEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, HyClassEditor, message);
  gtk_widget_class_bind_template_child (widget_class, HyClassEditor, excerpt);
  gtk_widget_class_bind_template_child (widget_class, HyClassEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, HyClassEditor, apply_button);
  gtk_widget_class_bind_template_child (widget_class, HyClassEditor, spinner);
  gtk_widget_class_bind_template_callback (widget_class, clear_problem);
  gtk_widget_class_install_action (widget_class, "editor.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "editor.example", "s", example_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hy_class_editor_init (HyClassEditor *self)
{
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_source_buffer_set_language (self->buffer, gtk_source_language_manager_get_language (languages, "python3"));
  gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (self->buffer), "fault", "underline", PANGO_UNDERLINE_ERROR,
                              "paragraph-background-rgba", &(GdkRGBA){ 0.9f, 0.2f, 0.2f, 0.18f }, NULL);
  hy_theme_watch (GTK_WIDGET (self), G_CALLBACK (scheme_changed));
  scheme_changed (self);
}

GtkWidget *
hy_class_editor_new (GtkWindow *parent, HySession *session, const char *text)
{
  HyClassEditor *self = g_object_new (HY_TYPE_CLASS_EDITOR, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  if (text == NULL)
    text = hy_session_get_draft (session);
  if (text == NULL)
    text = hy_session_get_text (session);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self->buffer), text != NULL ? text : examples[0].text, -1);
  gtk_text_buffer_set_modified (GTK_TEXT_BUFFER (self->buffer), FALSE);
  gtk_widget_grab_focus (self->view);
  return GTK_WIDGET (self);
}
