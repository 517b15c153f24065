/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-scene-private.h"

gboolean
hy_scene_pick (HyScene *self, const HyView *view, double x, double y, HyHit *hit)
{
  for (gsize i = 0; i < self->n_lots; i++)
    {
      double origin_x, origin_y;
      hy_scene_lot_origin (self, view, i, &origin_x, &origin_y);
      double u = (x - origin_x) / view->scale, v = (y - origin_y) / view->scale;
      if (v < 0 || v >= self->lots[i].height)
        continue;
      *hit = (HyHit){ .place = { .lane = i } };
      return hy_lot_pick (&self->lots[i], u, v, view->scale, hit);
    }
  return FALSE;
}

static void
to_pixels (HyScene *self, const HyView *view, gsize lane, HyRect *rect)
{
  double x, y;
  hy_scene_lot_origin (self, view, lane, &x, &y);
  *rect = (HyRect){ x + rect->x * view->scale, y + rect->y * view->scale, rect->width * view->scale,
                    rect->height * view->scale };
}

HyPlacedBlock *
hy_scene_place (HyScene *self, const HyView *view, const HyPlace *place, gsize *n_blocks)
{
  *n_blocks = 0;
  if (place->lane >= self->n_lots)
    return NULL;
  g_autoptr (GArray) blocks = hy_lot_blocks (&self->lots[place->lane], place->rank);
  for (guint i = 0; i < blocks->len; i++)
    to_pixels (self, view, place->lane, &g_array_index (blocks, HyPlacedBlock, i).rect);
  *n_blocks = blocks->len;
  return blocks->len == 0 ? NULL : g_array_steal (blocks, NULL);
}

gboolean
hy_scene_word_rect (HyScene *self, const HyView *view, const HyPlace *place, gsize block, guint64 offset, HyRect *rect)
{
  *rect = (HyRect){ .width = 1, .height = 1 };
  if (place->lane >= self->n_lots ||
      !hy_lot_word (&self->lots[place->lane], place->rank, block, offset, &rect->x, &rect->y))
    return FALSE;
  to_pixels (self, view, place->lane, rect);
  return TRUE;
}

/* How far to pan for @from … @to to be within 0 … @length; the beginning if it can't be all. */
static double
reveal_distance (double from, double to, double length)
{
  if (from < 0)
    return from;
  return to > length ? MIN (from, to - length) : 0;
}

void
hy_scene_reveal (HyScene *self, HyView *view, const HyPlace *place)
{
  gsize n = 0;
  g_autofree HyPlacedBlock *blocks = hy_scene_place (self, view, place, &n);
  if (n == 0)
    return;
  /* By address the blocks may be far apart: then the object itself. */
  const HyRect *first = &blocks[0].rect, *last = &blocks[self->lots[place->lane].plots ? 0 : n - 1].rect;
  double margin = self->options.padding;
  view->x += reveal_distance (first->x - margin, last->x + last->width + margin, self->options.width);
  view->y += reveal_distance (first->y - margin - self->options.heading_height, first->y + 2 * view->scale + margin,
                              hy_scene_view_height (self));
  hy_scene_clamp (self, view);
}
