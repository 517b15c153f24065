/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-yard-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hy-adaptive.h"
#include "hy-class-list.h"
#include "hy-count-bar.h"
#include "hy-headings.h"
#include "hy-inspector.h"
#include "hy-settings.h"
#include "hy-split.h"

#define ZOOM_STEP 1.5

struct _HyYardPage
{
  GtkWidget parent_instance;

  GtkWidget *split;
  GtkWidget *adaptive;
  GtkWidget *classes;
  GtkWidget *inspector;
  GtkWidget *ground;
  GtkWidget *nothing;
  GtkWidget *paned;
  GtkWidget *yard;
  GtkWidget *headings;
  GtkWidget *legend;
  GtkWidget *chart;
  GtkWidget *count_bar;
  GtkWidget *classes_button;
  GtkWidget *bar;
  GtkWidget *bar_start;
  GtkWidget *arrangement;

  HySession *session;
  GSimpleActionGroup *actions;
  int paned_height;
};

G_DEFINE_FINAL_TYPE (HyYardPage, hy_yard_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
};

HyYardView *
hy_yard_page_get_yard (HyYardPage *self)
{
  return HY_YARD_VIEW (self->yard);
}

HyChartView *
hy_yard_page_get_chart (HyYardPage *self)
{
  return HY_CHART_VIEW (self->chart);
}

void
hy_yard_page_focus_count (HyYardPage *self)
{
  hy_count_bar_focus_entry (HY_COUNT_BAR (self->count_bar));
}

void
hy_yard_page_toggle_inspector (HyYardPage *self)
{
  gboolean shown;

  g_object_get (self->split, "show-end", &shown, NULL);
  g_object_set (self->split, "show-end", !shown, NULL);
}

static void
view_changed (HyYardPage *self)
{
  HyView view;
  HyScene *scene = hy_yard_view_get_scene (HY_YARD_VIEW (self->yard), &view);
  g_autofree char *text = scene != NULL ? hy_scene_legend (scene, &view) : NULL;

  if (text != NULL && !g_str_equal (text, gtk_label_get_text (GTK_LABEL (self->legend))))
    gtk_label_set_text (GTK_LABEL (self->legend), text);
}

/* Without any class to be seen the ground is no picture but says what to do. */
static void
update_ground (HyYardPage *self)
{
  HyReport *report = hy_session_get_report (self->session);
  gsize n_seen = 0;

  for (gsize i = 0; i < report->n_classes; i++)
    n_seen += !report->classes[i].hidden;
  gtk_stack_set_visible_child_name (GTK_STACK (self->ground), n_seen > 0 ? "pictures" : "nothing");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing),
                             report->n_classes > 0 ? _ ("All classes are hidden") : _ ("No classes"));
}

/* The divider keeps its share of the height, whatever the window's size. */

static gboolean
place_divider (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HyYardPage *self = HY_YARD_PAGE (widget);
  double share = g_settings_get_double (hy_session_get_settings (self->session), HY_SETTINGS_CHART_SHARE);

  self->paned_height = gtk_widget_get_height (self->paned);
  gtk_paned_set_position (GTK_PANED (self->paned), (int) (self->paned_height * (1 - share)));
  return G_SOURCE_REMOVE;
}

static void
divider_moved (GtkPaned *paned, GParamSpec *pspec, HyYardPage *self)
{
  int height = gtk_widget_get_height (self->paned);
  double share;

  if (self->session == NULL || height <= 0 || height != self->paned_height)
    return;
  share = 1 - (double) gtk_paned_get_position (paned) / height;
  g_settings_set_double (hy_session_get_settings (self->session), HY_SETTINGS_CHART_SHARE, CLAMP (share, 0, 1));
}

/* Narrow: the arrangement in a line of its own. */
static void
adapt (HyYardPage *self)
{
  gboolean narrow = hy_adaptive_is_narrow (HY_ADAPTIVE (self->adaptive));
  GtkWidget *from = narrow ? self->bar_start : self->bar;
  GtkWidget *to = narrow ? self->bar : self->bar_start;

  if (gtk_widget_get_parent (self->arrangement) != from)
    return;
  g_object_ref (self->arrangement);
  gtk_box_remove (GTK_BOX (from), self->arrangement);
  gtk_box_append (GTK_BOX (to), self->arrangement);
  g_object_unref (self->arrangement);
  gtk_box_set_homogeneous (GTK_BOX (self->arrangement), narrow);
}

static void
hy_yard_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HyYardPage *self = HY_YARD_PAGE (widget);

  gtk_widget_allocate (self->split, width, height, baseline, NULL);
  if (gtk_widget_get_height (self->paned) != self->paned_height)
    gtk_widget_add_tick_callback (widget, place_divider, NULL, NULL);
}

static void
hy_yard_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (HY_YARD_PAGE (widget)->split, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

/* Actions */

static void
zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_yard_view_zoom (HY_YARD_VIEW (HY_YARD_PAGE (widget)->yard), ZOOM_STEP);
}

static void
zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_yard_view_zoom (HY_YARD_VIEW (HY_YARD_PAGE (widget)->yard), 1 / ZOOM_STEP);
}

static void
fit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hy_yard_view_fit (HY_YARD_VIEW (HY_YARD_PAGE (widget)->yard));
}

static void
hide_classes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_object_set (HY_YARD_PAGE (widget)->split, "show-start", FALSE, NULL);
  gtk_widget_grab_focus (HY_YARD_PAGE (widget)->yard);
}

static void
hide_inspector (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_object_set (HY_YARD_PAGE (widget)->split, "show-end", FALSE, NULL);
  gtk_widget_grab_focus (HY_YARD_PAGE (widget)->yard);
}

static const struct
{
  const char *name;
  HyInclude flag;
} include_actions[] = {
  { "include-values", HY_INCLUDE_VALUES },
  { "include-list", HY_INCLUDE_LIST },
  { "include-pools", HY_INCLUDE_POOLS },
};

static void
include_changed (HyYardPage *self)
{
  guint flags = g_settings_get_flags (hy_session_get_settings (self->session), HY_SETTINGS_INCLUDE);

  for (gsize i = 0; i < G_N_ELEMENTS (include_actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), include_actions[i].name);

      g_simple_action_set_state (G_SIMPLE_ACTION (action),
                                 g_variant_new_boolean ((flags & include_actions[i].flag) != 0));
    }
}

static void
include_toggled (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  HyYardPage *self = user_data;
  GSettings *settings = hy_session_get_settings (self->session);
  guint flags = g_settings_get_flags (settings, HY_SETTINGS_INCLUDE);

  for (gsize i = 0; i < G_N_ELEMENTS (include_actions); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), include_actions[i].name))
      flags ^= include_actions[i].flag;
  g_settings_set_flags (settings, HY_SETTINGS_INCLUDE, flags);
}

static void
add_actions (HyYardPage *self)
{
  GSettings *settings = hy_session_get_settings (self->session);
  static const char *const keys[] = { HY_SETTINGS_ARRANGEMENT, HY_SETTINGS_LOGARITHMIC };

  self->actions = g_simple_action_group_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), action);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (include_actions); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new_stateful (include_actions[i].name, NULL, g_variant_new_boolean (FALSE));

      g_signal_connect (action, "change-state", G_CALLBACK (include_toggled), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (settings, "changed::" HY_SETTINGS_INCLUDE, G_CALLBACK (include_changed), self,
                           G_CONNECT_SWAPPED);
  include_changed (self);
}

/* Object */

static gboolean
is_by_address (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_boolean (value, g_str_equal (g_variant_get_string (variant, NULL), "address"));
  return TRUE;
}

static void
show_start_by_width (HyYardPage *self)
{
  gboolean folded;

  g_object_get (self->split, "start-folded", &folded, NULL);
  g_object_set (self->split, "show-start", !folded, NULL);
  gtk_widget_set_visible (self->classes_button, folded);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.hide-classes", folded);
}

static void
show_end_by_width (HyYardPage *self)
{
  gboolean folded;

  g_object_get (self->split, "end-folded", &folded, NULL);
  g_object_set (self->split, "show-end",
                !folded && g_settings_get_boolean (hy_session_get_settings (self->session), HY_SETTINGS_SHOW_INSPECTOR),
                NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.hide-inspector", folded);
}

static void
inspector_shown (HyYardPage *self)
{
  gboolean folded, shown;

  g_object_get (self->split, "end-folded", &folded, "show-end", &shown, NULL);
  if (!folded)
    g_settings_set_boolean (hy_session_get_settings (self->session), HY_SETTINGS_SHOW_INSPECTOR, shown);
}

static void
set_session (HyYardPage *self, HySession *session)
{
  GSettings *settings;

  self->session = g_object_ref (session);
  settings = hy_session_get_settings (session);
  add_actions (self);
  g_settings_bind_with_mapping (settings, HY_SETTINGS_ARRANGEMENT, self->yard, "by-address", G_SETTINGS_BIND_GET,
                                is_by_address, NULL, NULL, NULL);
  g_settings_bind (settings, HY_SETTINGS_LOGARITHMIC, self->chart, "logarithmic", G_SETTINGS_BIND_GET);
  hy_class_list_set_session (HY_CLASS_LIST (self->classes), session);
  g_object_set (self->yard, "session", session, NULL);
  g_object_set (self->chart, "session", session, NULL);
  hy_count_bar_set_session (HY_COUNT_BAR (self->count_bar), session);
  hy_inspector_set_session (HY_INSPECTOR (self->inspector), session);
  show_start_by_width (self);
  show_end_by_width (self);
  g_signal_connect_object (session, "notify::report", G_CALLBACK (update_ground), self, G_CONNECT_SWAPPED);
  update_ground (self);
  g_signal_connect_object (self->split, "notify::start-folded", G_CALLBACK (show_start_by_width), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::end-folded", G_CALLBACK (show_end_by_width), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::show-end", G_CALLBACK (inspector_shown), self, G_CONNECT_SWAPPED);
}

static void
hy_yard_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SESSION)
    set_session (HY_YARD_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hy_yard_page_dispose (GObject *object)
{
  HyYardPage *self = HY_YARD_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->split, gtk_widget_unparent);

  G_OBJECT_CLASS (hy_yard_page_parent_class)->dispose (object);
}

static void
hy_yard_page_class_init (HyYardPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = hy_yard_page_set_property;
  object_class->dispose = hy_yard_page_dispose;
  widget_class->measure = hy_yard_page_measure;
  widget_class->size_allocate = hy_yard_page_size_allocate;
  g_object_class_install_property (
      object_class, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, HY_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/heapyard/Heapyard/ui/hy-yard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, split);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, adaptive);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, classes);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, inspector);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, ground);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, paned);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, yard);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, headings);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, legend);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, chart);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, count_bar);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, classes_button);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, bar);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, bar_start);
  gtk_widget_class_bind_template_child (widget_class, HyYardPage, arrangement);
  gtk_widget_class_bind_template_callback (widget_class, adapt);
  gtk_widget_class_bind_template_callback (widget_class, view_changed);
  gtk_widget_class_bind_template_callback (widget_class, divider_moved);
  gtk_widget_class_install_action (widget_class, "page.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "page.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "page.fit", NULL, fit);
  gtk_widget_class_install_action (widget_class, "page.hide-classes", NULL, hide_classes);
  gtk_widget_class_install_action (widget_class, "page.hide-inspector", NULL, hide_inspector);
}

static void
hy_yard_page_init (HyYardPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
