/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-palette.h"
#include "hy-scene.h"

G_BEGIN_DECLS

typedef struct
{
  double text_size;  /* of headings in user units, e.g. 14; 0 means 14. Rooms' texts are in proportion */
  const char *font;  /* family; NULL means "Sans" */
  gboolean textless; /* leaves out all text, in rooms too */
  gboolean headings; /* paints headings and legend too: exports. A widget has labels of its own */
} HyScenePaint;

/* Paints the viewport at the origin of @cr. Costs time by pixels, never by instances: on an image surface all tiles
 * come as one image of the device's resolution. On a vector surface (SVG, PDF) shapes stay vectors up to a bound.
 *
 * A widget paints into an image surface (with cairo_surface_set_device_scale () on HiDPI screens), not into the
 * recording that a snapshot's cairo node is. */
void hy_paint_scene (cairo_t *cr, HyScene *scene, const HyView *view, const HyPalette *palette,
                     const HyScenePaint *options);

/* Rings around what is selected and what is under the pointer, to be painted above. Either may be NULL. */
void hy_paint_scene_overlay (cairo_t *cr, HyScene *scene, const HyView *view, const HyPalette *palette,
                             const HyPlace *selection, const HyPlace *hover);

G_END_DECLS
