/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-palette.h"
#include "hy-scene.h"

G_BEGIN_DECLS

typedef struct
{
  double device_scale;  /* pixels of the device per user unit: 2 on a HiDPI screen; 0 means 1 */
  double text_size;     /* of headings in user units, e.g. 14; 0 means 14 */
  const char *font;     /* family; NULL means "Sans" */
  gboolean headings;    /* paints headings and legend too: exports. A widget has labels of its own */
  gboolean transparent; /* no ground */
} HyScenePaint;

/* Paints the viewport at the origin of @cr. Costs time by pixels, never by instances: dense parts are rasterised
 * into one image. On a vector surface (SVG, PDF, recording) shapes stay vectors up to a bound. */
void hy_paint_scene (cairo_t *cr, HyScene *scene, const HyView *view, const HyPalette *palette,
                     const HyScenePaint *options);

/* Rings around what is selected and what is under the pointer, to be painted above. Either may be NULL. */
void hy_paint_scene_overlay (cairo_t *cr, HyScene *scene, const HyView *view, const HyPalette *palette,
                             const HyPlace *selection, const HyPlace *hover);

G_END_DECLS
