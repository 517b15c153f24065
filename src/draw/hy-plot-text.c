/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-plot-text.h"

typedef struct
{
  cairo_t *cr;
  HyScene *scene;
  const HyStreetLook *look;
  const HyPlots *plots;
  gsize lane;
  double x, y, scale; /* of the lane's corner */
} Writer;

static void
write_block (const Writer *self, guint64 pool, guint64 start, guint64 rank, const HyBlock *block)
{
  HyPlace place = { .lane = self->lane, .rank = rank };
  for (gsize i = 0; i < block->n_spans; i++)
    {
      double x, y;
      hy_plots_word (self->plots, pool, start + block->spans[i].offset, &x, &y);
      x = self->x + x * self->scale;
      y = self->y + y * self->scale;
      if (x < -self->scale || y < -self->scale || x > self->scene->options.width ||
          y > hy_scene_view_height (self->scene))
        continue;
      hy_street_paint_name (self->cr, self->look, &block->spans[i], x, y, self->scale);
      if (self->scale >= HY_VALUES_SCALE * self->look->text_size)
        hy_street_paint_value (self->cr, self->look, self->scene, &place, &block->spans[i], x, y, self->scale);
    }
}

static void
write_pool (const Writer *self, guint64 index, const HyPool *pool)
{
  guint header = hy_pools_allocator (self->plots->pools)->pool_header;
  for (guint slot = 0; slot < pool->used; slot++)
    {
      guint64 rank, start = header + (guint64) slot * pool->block_size;
      gsize block;
      if (hy_pools_at (self->plots->pools, pool, slot, &rank, &block))
        write_block (self, index, start, rank,
                     &hy_footprint_run_at (hy_scene_lane (self->scene, self->lane)->footprint, rank)->blocks[block]);
    }
}

static gboolean
in_sight (const Writer *self, guint64 pool)
{
  double x, y;
  hy_plots_locate (self->plots, pool, &x, &y);
  x = self->x + x * self->scale;
  y = self->y + y * self->scale;
  return x < self->scene->options.width && y < hy_scene_view_height (self->scene) &&
         x + self->plots->columns * self->scale > 0 && y + 2 * self->plots->streets * self->scale > 0;
}

static void
write_arena (const Writer *self, guint64 arena)
{
  const HyPlots *plots = self->plots;
  g_autofree HyPool *pools = g_new (HyPool, plots->per_arena);
  gsize n = hy_pools_range (plots->pools, arena * plots->per_arena, plots->per_arena, pools);
  for (gsize i = 0; i < n; i++)
    if (in_sight (self, arena * plots->per_arena + i))
      write_pool (self, arena * plots->per_arena + i, &pools[i]);
}

void
hy_plots_paint_text (cairo_t *cr, HyScene *scene, const HyView *view, gsize lane, const HyStreetLook *look)
{
  Writer self = { cr, scene, look, scene->lots[lane].plots, lane };
  guint64 columns[2], rows[2];
  self.scale = view->scale;
  hy_scene_lot_origin (scene, view, lane, &self.x, &self.y);
  hy_plots_visible (self.plots, self.x, self.y, self.scale, scene->options.width, hy_scene_view_height (scene), columns,
                    rows);
  for (guint64 row = rows[0]; row < rows[1]; row++)
    for (guint64 column = columns[0]; column < columns[1]; column++)
      write_arena (&self, row * self.plots->arenas_across + column);
}
