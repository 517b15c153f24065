/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-lot.h"

G_BEGIN_DECLS

#define HY_SCENE_MAX_SCALE 240.0

struct _HyScene
{
  HySceneOptions options;
  HyLot *lots; /* @n_lots */
  gsize n_lots;
  double width;     /* words: of the widest street */
  double fit_scale; /* pixels per word of hy_scene_fit () */
};

/* The viewport without its footer. */
double hy_scene_view_height (HyScene *self);

/* Pixels from the viewport's corner to the corner of a lane's terraces. */
void hy_scene_lot_origin (HyScene *self, const HyView *view, gsize lot, double *x, double *y);

G_END_DECLS
