/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-paint-cache.h"
#include "hy-yard-view.h"

G_BEGIN_DECLS

struct _HyYardView
{
  GtkWidget parent_instance;

  HySession *session;
  gboolean by_address;

  HyScene *scene;
  HyView view;
  gboolean telling_size; /* in the next frame */
  gboolean fitted;       /* the user has not zoomed or panned: a new scene is fitted again */
  gsize *classes;        /* of each lane, the class's index in the report */
  HyPaintCache picture;

  HyPlace hover;
  gboolean has_hover;

  HyView drag_start;
  double pointer_x, pointer_y;
  HyView pinch_start; /* when the pinch began, and the middle of the fingers then */
  double pinch_x, pinch_y;
};

/* Adds the gestures and keys. */
void hy_yard_view_add_controllers (HyYardView *self);

/* The view moved: repaint, tell the headings. */
void hy_yard_view_moved (HyYardView *self, gboolean by_user);

/* Two fingers, their middle at @x, @y. Whatever was between them when they came down stays between them: @scale is how
   far apart they are since. */
void hy_yard_view_begin_pinch (HyYardView *self, double x, double y);
void hy_yard_view_pinch (HyYardView *self, double scale, double x, double y);

/* The selected instance as a place of the scene; FALSE when there is none in it. */
gboolean hy_yard_view_get_selection (HyYardView *self, HyPlace *place);
void hy_yard_view_select (HyYardView *self, const HyPlace *place, gboolean reveal);

/* "Order № 57", or what the floor plan is. (transfer full) */
char *hy_yard_view_tell_place (HyYardView *self, const HyPlace *place);

/* What is at a point, in words: Pango markup free text; NULL for nothing. (transfer full) */
char *hy_yard_view_tell (HyYardView *self, const HyHit *hit);

G_END_DECLS
