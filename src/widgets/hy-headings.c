/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-headings.h"

#include "hy-theme.h"

/* Room between a lane's name and its figures. */
#define GAP 12

/* How far a ground hides what is below it. */
#define GROUND 0.9F

struct _HyHeadings
{
  GtkWidget parent_instance;

  HyYardView *yard;
  GPtrArray *names; /* of GtkLabel, one a lane */
  GPtrArray *figures;
  GPtrArray *chosen_for; /* of char *: what the figures were chosen by; panning and zooming change none of it */
};

G_DEFINE_FINAL_TYPE (HyHeadings, hy_headings, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_YARD,
};

static GtkWidget *
add_label (HyHeadings *self, GPtrArray *labels, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  g_ptr_array_add (labels, label);
  return label;
}

static void
remove_last (GPtrArray *labels)
{
  gtk_widget_unparent (g_ptr_array_steal_index (labels, labels->len - 1));
}

/* TRUE when @lane's figures were chosen by other facts than these; remembers them. */
static gboolean
note_facts (HyHeadings *self, gsize lane, int room, const char *name, const char *full)
{
  const char *family;
  double text_size;
  char *facts;

  hy_theme_font (GTK_WIDGET (self), &family, &text_size);
  facts = g_strdup_printf ("%d %.2f %s\n%s\n%s", room, text_size, family, name, full);
  if (g_strcmp0 (self->chosen_for->pdata[lane], facts) == 0)
    {
      g_free (facts);
      return FALSE;
    }
  g_free (self->chosen_for->pdata[lane]);
  self->chosen_for->pdata[lane] = facts;
  return TRUE;
}

static int
text_width (GtkWidget *label, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Shows a lane's name and the longest figures that leave it room enough. The label is told only what it will show: a
   text on trial would ask for another layout, and another. */
static void
show_lane (HyHeadings *self, HyScene *scene, gsize lane)
{
  const char *name = hy_scene_lane (scene, lane)->label;
  const int room = gtk_widget_get_width (GTK_WIDGET (self->yard)) - 2 * GAP;
  g_autofree char *text = hy_scene_heading_text (scene, lane, HY_HEADING_FULL);
  int left;

  if (!note_facts (self, lane, room, name, text))
    return;
  left = room - 2 * GAP - MIN (text_width (self->names->pdata[lane], name), room / 3);
  for (int length = HY_HEADING_FIGURES;
       length <= HY_HEADING_BYTES && text_width (self->figures->pdata[lane], text) > left; length++)
    {
      g_free (text);
      text = hy_scene_heading_text (scene, lane, (HyHeadingLength) length);
    }
  gtk_label_set_text (self->names->pdata[lane], name);
  gtk_label_set_text (self->figures->pdata[lane], text);
}

static void
update (HyHeadings *self)
{
  HyView view;
  HyScene *scene = hy_yard_view_get_scene (self->yard, &view);
  gsize n = scene != NULL ? hy_scene_n_lanes (scene) : 0;

  while (self->names->len < n)
    {
      add_label (self, self->names, "heading", 0);
      add_label (self, self->figures, "lane-figures", 1);
    }
  while (self->names->len > n)
    {
      remove_last (self->names);
      remove_last (self->figures);
    }
  g_ptr_array_set_size (self->chosen_for, (int) n);
  for (gsize i = 0; i < n; i++)
    show_lane (self, scene, i);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
place (GtkWidget *label, const HyRect *rect, double x, double width)
{
  graphene_point_t origin = GRAPHENE_POINT_INIT ((float) x, (float) rect->y);
  int minimum;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (label, MAX (minimum, (int) width), (int) rect->height, -1,
                       gsk_transform_translate (NULL, &origin));
}

static void
hy_headings_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HyHeadings *self = HY_HEADINGS (widget);
  HyView view;
  HyScene *scene = self->yard != NULL ? hy_yard_view_get_scene (self->yard, &view) : NULL;

  for (guint i = 0; scene != NULL && i < self->names->len; i++)
    {
      HyRect rect;
      double left, right, room;
      int name, figures;

      hy_scene_heading (scene, &view, i, &rect);
      /* The facts of a lane stay in sight however far its picture is panned sideways. */
      left = CLAMP (rect.x, 0, width);
      right = CLAMP (rect.x + rect.width, left, width);
      if (right - left < width / 2.0)
        {
          left = MIN (left, GAP);
          right = width - GAP;
        }
      room = right - left;
      gtk_widget_measure (self->names->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &name, NULL, NULL);
      gtk_widget_measure (self->figures->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &figures, NULL, NULL);
      name = (int) MIN (name, MAX (room - figures - GAP, room / 3));
      figures = (int) MIN (figures, room - name - GAP);
      place (self->names->pdata[i], &rect, left, name);
      place (self->figures->pdata[i], &rect, right - figures, figures);
    }
}

/* A ground under the headings of lanes that began above. */
static void
hy_headings_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HyHeadings *self = HY_HEADINGS (widget);
  const HyColor *ground = &hy_theme_palette ()->background;
  const GdkRGBA color = { (float) ground->red, (float) ground->green, (float) ground->blue, GROUND };
  HyView view;
  HyScene *scene = self->yard != NULL ? hy_yard_view_get_scene (self->yard, &view) : NULL;
  HyRect rect;

  for (guint i = 0; scene != NULL && i < self->names->len; i++)
    if (hy_scene_heading (scene, &view, i, &rect))
      gtk_snapshot_append_color (
          snapshot, &color,
          &GRAPHENE_RECT_INIT (0, (float) rect.y, (float) gtk_widget_get_width (widget), (float) rect.height));
  GTK_WIDGET_CLASS (hy_headings_parent_class)->snapshot (widget, snapshot);
}

static void
hy_headings_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
hy_headings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HyHeadings *self = HY_HEADINGS (object);

  if (id != PROP_YARD)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->yard = g_value_dup_object (value);
  if (self->yard != NULL)
    g_signal_connect_object (self->yard, "view-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
hy_headings_dispose (GObject *object)
{
  HyHeadings *self = HY_HEADINGS (object);

  while (self->names->len > 0)
    {
      remove_last (self->names);
      remove_last (self->figures);
    }
  g_clear_object (&self->yard);

  G_OBJECT_CLASS (hy_headings_parent_class)->dispose (object);
}

static void
hy_headings_finalize (GObject *object)
{
  HyHeadings *self = HY_HEADINGS (object);

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->chosen_for);

  G_OBJECT_CLASS (hy_headings_parent_class)->finalize (object);
}

static void
hy_headings_class_init (HyHeadingsClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = hy_headings_set_property;
  object_class->dispose = hy_headings_dispose;
  object_class->finalize = hy_headings_finalize;
  widget_class->measure = hy_headings_measure;
  widget_class->size_allocate = hy_headings_size_allocate;
  widget_class->snapshot = hy_headings_snapshot;

  g_object_class_install_property (
      object_class, PROP_YARD,
      g_param_spec_object ("yard", NULL, NULL, HY_TYPE_YARD_VIEW, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hy_headings_init (HyHeadings *self)
{
  self->names = g_ptr_array_new ();
  self->figures = g_ptr_array_new ();
  self->chosen_for = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  hy_theme_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}
