/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hy-scene.h"
#include "hy-session.h"

G_BEGIN_DECLS

/* The yard itself: a picture of the session's visible classes that can be
 * panned, zoomed and pointed at. Every place in it can also be reached from
 * the keyboard.
 *
 * Properties: "session", "by-address".
 * Signal "view-changed": headings moved or say something else. */
#define HY_TYPE_YARD_VIEW (hy_yard_view_get_type ())
G_DECLARE_FINAL_TYPE (HyYardView, hy_yard_view, HY, YARD_VIEW, GtkWidget)

/* The scene and the part of it that is shown; NULL before the first allocation. Borrowed. */
HyScene *hy_yard_view_get_scene (HyYardView *self, HyView *view);

/* FALSE while everything is in sight because nobody has zoomed or panned. */
gboolean hy_yard_view_is_zoomed (HyYardView *self);

/* Everything in sight. */
void hy_yard_view_fit (HyYardView *self);

/* Zooms around the middle, or around the selection if it is in sight. */
void hy_yard_view_zoom (HyYardView *self, double factor);

/* Moves the picture by pixels, as far as there is something to see. */
void hy_yard_view_pan (HyYardView *self, double dx, double dy);

G_END_DECLS
