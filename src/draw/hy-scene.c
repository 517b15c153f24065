/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-scene-private.h"

#include <math.h>

/* A lonely instance need not fill a wall. */
#define MAX_FIT_SCALE 72.0
#define MIN_FIT_SCALE 1e-7

/* Shares of the viewport's height: where less is left for the lanes themselves, a scene that scrolls gives them more.
 */
#define LEAST_LEFT 0.25
#define SCROLLED 0.6

/* Pixels that do not scale: headings and padding of the first @n lanes. */
static double
fixed_height (HyScene *self, gsize n)
{
  return self->options.padding + (double) n * (self->options.heading_height + self->options.padding);
}

static double
width_at (HyScene *self, double scale)
{
  double least = 1;
  for (gsize i = 0; i < self->n_lots; i++)
    least = MAX (least, hy_lot_least_width (&self->lots[i]));
  return MAX (least, floor ((self->options.width - 2 * self->options.padding) / scale));
}

static void
lay (HyScene *self, double scale)
{
  double y = 0;
  self->width = width_at (self, scale);
  for (gsize i = 0; i < self->n_lots; i++)
    {
      hy_lot_lay (&self->lots[i], self->width);
      self->lots[i].y = y;
      y += self->lots[i].height;
    }
}

static double
words_high (HyScene *self)
{
  return self->n_lots == 0 ? 0 : self->lots[self->n_lots - 1].y + self->lots[self->n_lots - 1].height;
}

/* Pixels for the lanes without their headings. */
static double
height_left (HyScene *self)
{
  double height = hy_scene_view_height (self), left = height - fixed_height (self, self->n_lots);
  return self->options.scrolls && left < LEAST_LEFT * height ? SCROLLED * height : left;
}

static gboolean
fits (HyScene *self, double scale)
{
  lay (self, scale);
  return self->width * scale <= MAX (1, self->options.width - 2 * self->options.padding) &&
         words_high (self) * scale <= MAX (1, height_left (self));
}

/* Whole pixels keep squares crisp; they are not worth much of the size. */
static double
crisp (double scale)
{
  double step = scale >= 8 ? 1 : scale >= 5 ? 0.5 : scale >= 1.5 ? 0.25 : 0;
  return step > 0 ? floor (scale / step) * step : scale;
}

static void
find_fit (HyScene *self)
{
  double low = MIN_FIT_SCALE, high = MAX_FIT_SCALE;
  if (fits (self, high))
    low = high;
  for (guint i = 0; i < 40 && high / low > 1.002; i++)
    {
      double middle = sqrt (low * high);
      if (fits (self, middle))
        low = middle;
      else
        high = middle;
    }
  self->fit_scale = crisp (low);
  lay (self, self->fit_scale);
}

HyScene *
hy_scene_new (const HyLane *lanes, gsize n_lanes, const HySceneOptions *options)
{
  HyScene *self = g_new0 (HyScene, 1);
  self->options = *options;
  self->n_lots = n_lanes;
  self->lots = g_new0 (HyLot, n_lanes);
  for (gsize i = 0; i < n_lanes; i++)
    hy_lot_init (&self->lots[i], &lanes[i], options->arrange);
  find_fit (self);
  return self;
}

void
hy_scene_free (HyScene *self)
{
  for (gsize i = 0; i < self->n_lots; i++)
    hy_lot_clear (&self->lots[i]);
  g_free (self->lots);
  g_free (self);
}

gsize
hy_scene_n_lanes (HyScene *self)
{
  return self->n_lots;
}

const HyLane *
hy_scene_lane (HyScene *self, gsize lane)
{
  return &self->lots[lane].lane;
}

void
hy_scene_lot_origin (HyScene *self, const HyView *view, gsize lot, double *x, double *y)
{
  *x = self->options.padding - view->x;
  *y = fixed_height (self, lot) + self->options.heading_height + self->lots[lot].y * view->scale - view->y;
}

double
hy_scene_view_height (HyScene *self)
{
  return MAX (0, self->options.height - self->options.footer_height);
}

void
hy_scene_extent (HyScene *self, const HyView *view, double *width, double *height)
{
  *width = self->width * view->scale + 2 * self->options.padding;
  *height = words_high (self) * view->scale + fixed_height (self, self->n_lots);
}

void
hy_scene_fit (HyScene *self, HyView *view)
{
  *view = (HyView){ .scale = self->fit_scale };
}

static double
clamp_position (double position, double extent, double viewport)
{
  return CLAMP (position, 0, MAX (0, extent - viewport));
}

void
hy_scene_clamp (HyScene *self, HyView *view)
{
  double width, height;
  view->scale = CLAMP (view->scale, self->fit_scale, MAX (HY_SCENE_MAX_SCALE, self->fit_scale));
  hy_scene_extent (self, view, &width, &height);
  view->x = clamp_position (view->x, width, self->options.width);
  view->y = clamp_position (view->y, height, hy_scene_view_height (self));
}

void
hy_scene_pan (HyScene *self, HyView *view, double dx, double dy)
{
  view->x -= dx;
  view->y -= dy;
  hy_scene_clamp (self, view);
}

/* The lane whose room, heading included, holds content height @y; the last one below all. */
static gsize
lot_at (HyScene *self, const HyView *view, double y)
{
  gsize lot = 0;
  while (lot + 1 < self->n_lots && fixed_height (self, lot + 1) + self->lots[lot + 1].y * view->scale <= y)
    lot++;
  return lot;
}

void
hy_scene_zoom (HyScene *self, HyView *view, double factor, double x, double y)
{
  if (self->n_lots == 0)
    return;
  gsize lot = lot_at (self, view, y + view->y);
  double origin_x, origin_y;
  hy_scene_lot_origin (self, view, lot, &origin_x, &origin_y);
  double u = (x - origin_x) / view->scale, v = (y - origin_y) / view->scale;

  view->scale = CLAMP (view->scale * factor, self->fit_scale, MAX (HY_SCENE_MAX_SCALE, self->fit_scale));
  hy_scene_lot_origin (self, view, lot, &origin_x, &origin_y);
  view->x += origin_x + u * view->scale - x;
  view->y += origin_y + v * view->scale - y;
  hy_scene_clamp (self, view);
}

gboolean
hy_scene_heading (HyScene *self, const HyView *view, gsize lane, HyRect *rect)
{
  double x, y, height = self->options.heading_height;
  hy_scene_lot_origin (self, view, lane, &x, &y);
  double own = y - height, last = y + self->lots[lane].height * view->scale - height;
  rect->x = self->options.padding;
  rect->width = MAX (0, self->options.width - 2 * self->options.padding);
  rect->y = MAX (own, MIN (0, last));
  rect->height = height;
  return rect->y > own;
}
