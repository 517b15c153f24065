/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-paint-cache.h"

#include "widget-window.h"

typedef struct
{
  GtkWidget parent_instance;
  HyPaintCache cache;
  guint painted;
} TestPicture;

typedef struct
{
  GtkWidgetClass parent_class;
} TestPictureClass;

GType test_picture_get_type (void);

G_DEFINE_TYPE (TestPicture, test_picture, GTK_TYPE_WIDGET)

static void
paint (GtkWidget *widget, cairo_t *cr, int width, int height)
{
  g_assert_cmpint (width, ==, gtk_widget_get_width (widget));
  ((TestPicture *) widget)->painted++;
  cairo_paint (cr);
}

static void
test_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  hy_paint_cache_snapshot (&((TestPicture *) widget)->cache, widget, snapshot, paint);
}

static void
test_picture_finalize (GObject *object)
{
  hy_paint_cache_clear (&((TestPicture *) object)->cache);
  G_OBJECT_CLASS (test_picture_parent_class)->finalize (object);
}

static void
test_picture_class_init (TestPictureClass *class)
{
  G_OBJECT_CLASS (class)->finalize = test_picture_finalize;
  GTK_WIDGET_CLASS (class)->snapshot = test_picture_snapshot;
}

static void
test_picture_init (TestPicture *self)
{
}

/* Painted once for any number of frames, and again when cleared or resized. */
static void
test_reuse (void)
{
  TestPicture *picture = g_object_new (test_picture_get_type (), NULL);
  GtkWidget *window = test_window_new (GTK_WIDGET (picture), 100, 100);

  for (int i = 0; i < 3; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (picture));
      test_window_frames (window, 1);
    }
  g_assert_cmpuint (picture->painted, ==, 1);
  hy_paint_cache_clear (&picture->cache);
  gtk_widget_queue_draw (GTK_WIDGET (picture));
  test_window_frames (window, 2);
  g_assert_cmpuint (picture->painted, ==, 2);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 130);
  test_window_frames (window, 4);
  g_assert_cmpuint (picture->painted, >, 2);
  test_window_close (window, GTK_WIDGET (picture));
}

int
main (int argc, char *argv[])
{
  test_widgets_init (&argc, &argv);
  g_test_add_func ("/paint-cache/reuse", test_reuse);
  return g_test_run ();
}
