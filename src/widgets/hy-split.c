/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-split.h"

#include <adwaita.h>

#include "hy-theme.h"

/* Widths below which a side pane lies over the page, for text of the usual size. */
#define FOLD_END 1000
#define FOLD_START 700
#define NARROWEST 348
#define START_WIDTH 288
#define END_WIDTH 312

/* Beside a pane that lies over the page: a flap wants a margin beside itself, and so does the one around it. */
#define FOLDED_MARGIN 76

#if ADW_CHECK_VERSION(1, 4, 0)
#define SHOW "show-sidebar"
#else
#define SHOW "reveal-flap"
#endif

struct _HySplit
{
  GtkWidget parent_instance;

  GtkWidget *outer, *inner; /* one for each side */
  GtkWidget *start, *end;   /* their panes */
  gboolean start_folded, end_folded;
  gboolean told; /* which ones are */
  double factor; /* of the text */
  int width;
};

G_DEFINE_FINAL_TYPE (HySplit, hy_split, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START,
  PROP_CONTENT,
  PROP_END,
  PROP_SHOW_START,
  PROP_SHOW_END,
  PROP_START_FOLDED,
  PROP_END_FOLDED,
};

static GtkWidget *
make_side (GtkPackType side, int width)
{
#if ADW_CHECK_VERSION(1, 4, 0)
  return g_object_new (ADW_TYPE_OVERLAY_SPLIT_VIEW, "sidebar-position", side, "min-sidebar-width", (double) width,
                       "max-sidebar-width", (double) width, NULL);
#else
  return g_object_new (ADW_TYPE_FLAP, "flap-position", side, "fold-policy", ADW_FLAP_FOLD_POLICY_NEVER, NULL);
#endif
}

/* Returns the widget whose width is the pane's. */
static GtkWidget *
set_pane (GtkWidget *side, GtkWidget *pane, int width)
{
  /* Whatever the pane asks for, it gets its width: else its widest line would keep the window wide, and lines in a flap
     would stay whole, as a flap asks for the width that its height takes. */
  GtkWidget *frame = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", pane, "hscrollbar-policy", GTK_POLICY_EXTERNAL,
                                   "vscrollbar-policy", GTK_POLICY_NEVER, NULL);

#if ADW_CHECK_VERSION(1, 4, 0)
  adw_overlay_split_view_set_sidebar (ADW_OVERLAY_SPLIT_VIEW (side), frame);
#else
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  gtk_widget_set_size_request (frame, width, -1);
  gtk_widget_set_hexpand (frame, FALSE);
  gtk_widget_add_css_class (frame, "side-pane");
  g_object_set (side, "flap", frame, "separator", separator, NULL);
#endif
  return frame;
}

/* @width: for text of the usual size. */
static void
set_folded (HySplit *self, GtkWidget *side, GtkWidget *pane, gboolean folded, int width)
{
#if ADW_CHECK_VERSION(1, 4, 0)
  g_object_set (side, "collapsed", folded, NULL);
#else
  int wanted = (int) (width * self->factor);

  gtk_widget_set_size_request (pane, folded ? MIN (wanted, MAX (self->width, NARROWEST) - FOLDED_MARGIN) : wanted, -1);
  g_object_set (side, "fold-policy", folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER, NULL);
#endif
}

static gboolean
fold (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  HySplit *self = HY_SPLIT (widget);

  set_folded (self, self->outer, self->start, self->start_folded, START_WIDTH);
  set_folded (self, self->inner, self->end, self->end_folded, END_WIDTH);
  if (!self->told)
    {
      self->told = TRUE;
      g_object_notify (G_OBJECT (self), "start-folded");
      g_object_notify (G_OBJECT (self), "end-folded");
    }
  return G_SOURCE_REMOVE;
}

static void
hy_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HySplit *self = HY_SPLIT (widget);
  double factor = hy_theme_text_factor (widget);
  gboolean start_folded = width < FOLD_START * factor;
  gboolean end_folded = width < FOLD_END * factor;
  gboolean same = self->start_folded == start_folded && self->end_folded == end_folded;
  int minimum;

  gtk_widget_measure (self->outer, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
#if !ADW_CHECK_VERSION(1, 4, 0)
  /* A flap wants to be wider than the pane that it can show, folded or not; the page alone needs less. */
  if (self->start_folded)
    minimum = NARROWEST;
#endif
  gtk_widget_allocate (self->outer, MAX (width, minimum), height, baseline, NULL);
  if (same && self->factor == factor && (self->width == width || !end_folded))
    return;
  self->told = self->told && same;
  self->factor = factor;
  self->width = width;
  self->start_folded = start_folded;
  self->end_folded = end_folded;
  gtk_widget_add_tick_callback (widget, fold, NULL, NULL);
}

static void
hy_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                  int *minimum_baseline, int *natural_baseline)
{
  HySplit *self = HY_SPLIT (widget);

  gtk_widget_measure (self->outer, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  /* Folding comes after an allocation: until then it must not be the panes that keep the window wide. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, NARROWEST);
}

static void
hy_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HySplit *self = HY_SPLIT (object);

  switch (id)
    {
    case PROP_START:
      self->start = set_pane (self->outer, g_value_get_object (value), START_WIDTH);
      break;
    case PROP_CONTENT:
      g_object_set (self->inner, "content", g_value_get_object (value), NULL);
      break;
    case PROP_END:
      self->end = set_pane (self->inner, g_value_get_object (value), END_WIDTH);
      break;
    case PROP_SHOW_START:
      g_object_set (self->outer, SHOW, g_value_get_boolean (value), NULL);
      break;
    case PROP_SHOW_END:
      g_object_set (self->inner, SHOW, g_value_get_boolean (value), NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hy_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HySplit *self = HY_SPLIT (object);

  switch (id)
    {
    case PROP_SHOW_START:
      g_object_get_property (G_OBJECT (self->outer), SHOW, value);
      break;
    case PROP_SHOW_END:
      g_object_get_property (G_OBJECT (self->inner), SHOW, value);
      break;
    case PROP_START_FOLDED:
      g_value_set_boolean (value, self->start_folded);
      break;
    case PROP_END_FOLDED:
      g_value_set_boolean (value, self->end_folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
notify_start (HySplit *self)
{
  g_object_notify (G_OBJECT (self), "show-start");
}

static void
notify_end (HySplit *self)
{
  g_object_notify (G_OBJECT (self), "show-end");
}

static void
hy_split_dispose (GObject *object)
{
  HySplit *self = HY_SPLIT (object);

  g_clear_pointer (&self->outer, gtk_widget_unparent);
  self->inner = self->start = self->end = NULL;

  G_OBJECT_CLASS (hy_split_parent_class)->dispose (object);
}

static void
hy_split_class_init (HySplitClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags once = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = hy_split_set_property;
  object_class->get_property = hy_split_get_property;
  object_class->dispose = hy_split_dispose;
  widget_class->measure = hy_split_measure;
  widget_class->size_allocate = hy_split_size_allocate;

  g_object_class_install_property (object_class, PROP_START,
                                   g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, once));
  g_object_class_install_property (object_class, PROP_CONTENT,
                                   g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, once));
  g_object_class_install_property (object_class, PROP_END,
                                   g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, once));
  g_object_class_install_property (object_class, PROP_SHOW_START,
                                   g_param_spec_boolean ("show-start", NULL, NULL, TRUE, both));
  g_object_class_install_property (object_class, PROP_SHOW_END,
                                   g_param_spec_boolean ("show-end", NULL, NULL, TRUE, both));
  g_object_class_install_property (object_class, PROP_START_FOLDED,
                                   g_param_spec_boolean ("start-folded", NULL, NULL, FALSE, read));
  g_object_class_install_property (object_class, PROP_END_FOLDED,
                                   g_param_spec_boolean ("end-folded", NULL, NULL, FALSE, read));
}

static void
hy_split_init (HySplit *self)
{
  self->told = TRUE;
  self->outer = make_side (GTK_PACK_START, START_WIDTH);
  self->inner = make_side (GTK_PACK_END, END_WIDTH);
  g_object_set (self->outer, "content", self->inner, NULL);
  gtk_widget_set_parent (self->outer, GTK_WIDGET (self));
  g_signal_connect_object (self->outer, "notify::" SHOW, G_CALLBACK (notify_start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inner, "notify::" SHOW, G_CALLBACK (notify_end), self, G_CONNECT_SWAPPED);
}
