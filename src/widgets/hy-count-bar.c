/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-count-bar.h"

#include <glib/gi18n.h>

#include <string.h>

#include "hy-adaptive.h"
#include "hy-count.h"
#include "hy-number.h"

struct _HyCountBar
{
  GtkBox parent_instance;

  GtkWidget *adaptive;
  GtkWidget *marks;
  GtkWidget *scale;
  GtkWidget *entry;
  GtkWidget *message;
  GtkWidget *title;

  HySession *session;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HyCountBar, hy_count_bar, GTK_TYPE_BOX)

static void
show_problem (HyCountBar *self, const char *text)
{
  GtkAccessibleInvalidState state = text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE;

  if (text != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, state, -1);
}

/* A count that is written out in full is seen in full, as long as the slider keeps room for its marks. */
static void
fit_entry (HyCountBar *self)
{
  gboolean narrow = hy_adaptive_is_narrow (HY_ADAPTIVE (self->adaptive));
  int length = (int) g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  int chars = narrow ? CLAMP (length, 7, 13) : CLAMP (length, 10, 17);

  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), chars);
}

static void
update (HyCountBar *self)
{
  guint64 count = hy_session_get_count (self->session);
  g_autofree char *text = hy_format_count (count);
  g_autofree char *spoken = NULL;

  self->updating = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), hy_count_to_position (count));
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }
  fit_entry (self);
  self->updating = FALSE;
  spoken = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s instance", "%s instances", (gulong) count), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken, -1);
  gtk_widget_set_tooltip_text (self->scale, spoken);
  show_problem (self, NULL);
}

static void
value_changed (GtkRange *range, HyCountBar *self)
{
  if (!self->updating && self->session != NULL)
    hy_session_set_count (self->session, hy_count_from_position (gtk_range_get_value (range)));
}

/* A step is the next round number, not a distance: at the left end a distance would be no step at all. */
static gboolean
change_value (GtkRange *range, GtkScrollType type, double value, HyCountBar *self)
{
  guint64 count = hy_session_get_count (self->session);

  switch (type)
    {
    case GTK_SCROLL_STEP_FORWARD:
    case GTK_SCROLL_STEP_RIGHT:
    case GTK_SCROLL_STEP_UP:
    case GTK_SCROLL_STEP_BACKWARD:
    case GTK_SCROLL_STEP_LEFT:
    case GTK_SCROLL_STEP_DOWN:
      hy_session_set_count (self->session, hy_count_step (count, value > gtk_range_get_value (range)));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
apply_entry (HyCountBar *self)
{
  HyNumberStyle style = hy_number_style_current ();
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  guint64 count;

  if (self->session == NULL)
    return;
  if (text[strspn (text, " ")] == '\0')
    {
      update (self);
      return;
    }
  if (!hy_count_parse (text, &style, &count, &error))
    {
      show_problem (self, error->message);
      return;
    }
  hy_session_set_count (self->session, count);
  update (self);
}

static void
entry_left (GtkEventControllerFocus *controller, HyCountBar *self)
{
  apply_entry (self);
}

static gboolean
entry_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, HyCountBar *self)
{
  if (key == GDK_KEY_Escape)
    update (self);
  else if (key == GDK_KEY_Up)
    hy_session_set_count (self->session, hy_count_step (hy_session_get_count (self->session), TRUE));
  else if (key == GDK_KEY_Down)
    hy_session_set_count (self->session, hy_count_step (hy_session_get_count (self->session), FALSE));
  else
    return FALSE;
  return TRUE;
}

static void
add_marks (HyCountBar *self)
{
  static const struct
  {
    guint64 count;
    int needs; /* of room for its number: 0 with any, 1 with what a phone has, 2 with more */
  } marks[] = { { 0, 0 }, { 1, 2 }, { 100, 0 }, { 10000, 2 }, { 100000, 1 }, { 1000000, 2 }, { 10000000, 0 } };
  GtkScale *scale = GTK_SCALE (self->scale);
  int room = hy_adaptive_is_narrow (HY_ADAPTIVE (self->marks))      ? 0
             : hy_adaptive_is_narrow (HY_ADAPTIVE (self->adaptive)) ? 1
                                                                    : 2;

  gtk_scale_clear_marks (scale);
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *text = hy_format_short_count ((double) marks[i].count);

      gtk_scale_add_mark (scale, hy_count_to_position (marks[i].count), GTK_POS_BOTTOM,
                          marks[i].needs <= room ? text : NULL);
    }
}

static void
adapt (HyCountBar *self)
{
  gboolean narrow = hy_adaptive_is_narrow (HY_ADAPTIVE (self->adaptive));

  gtk_widget_set_visible (self->title, !narrow);
  fit_entry (self);
  add_marks (self);
}

void
hy_count_bar_focus_entry (HyCountBar *self)
{
  gtk_widget_grab_focus (self->entry);
}

void
hy_count_bar_set_session (HyCountBar *self, HySession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (self->session, "notify::count", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hy_count_bar_dispose (GObject *object)
{
  HyCountBar *self = HY_COUNT_BAR (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (hy_count_bar_parent_class)->dispose (object);
}

static void
hy_count_bar_class_init (HyCountBarClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = hy_count_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-count-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HyCountBar, adaptive);
  gtk_widget_class_bind_template_child (widget_class, HyCountBar, marks);
  gtk_widget_class_bind_template_child (widget_class, HyCountBar, scale);
  gtk_widget_class_bind_template_child (widget_class, HyCountBar, entry);
  gtk_widget_class_bind_template_child (widget_class, HyCountBar, message);
  gtk_widget_class_bind_template_child (widget_class, HyCountBar, title);
  gtk_widget_class_bind_template_callback (widget_class, adapt);
  gtk_widget_class_bind_template_callback (widget_class, add_marks);
  gtk_widget_class_bind_template_callback (widget_class, value_changed);
  gtk_widget_class_bind_template_callback (widget_class, change_value);
  gtk_widget_class_bind_template_callback (widget_class, apply_entry);
  gtk_widget_class_bind_template_callback (widget_class, entry_left);
  gtk_widget_class_bind_template_callback (widget_class, entry_key);
}

static void
hy_count_bar_init (HyCountBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_range_set_range (GTK_RANGE (self->scale), 0, HY_COUNT_POSITION_MAX);
  gtk_range_set_increments (GTK_RANGE (self->scale), 0.1, 1);
  add_marks (self);
}
