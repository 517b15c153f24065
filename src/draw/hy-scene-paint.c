/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-scene-paint.h"
#include "hy-number.h"
#include "hy-plot-paint.h"
#include "hy-plot-text.h"
#include "hy-rounded.h"
#include "hy-street-paint.h"

#include <glib/gi18n.h>
#include <math.h>

#define PLAN_LABEL_ROOM 8.0       /* of its letters' size: with less room, the floor plan is left without a label */
#define DENSE_SCALE 3.0           /* device pixels a word: below, words are not shapes any more */
#define MAX_VECTOR_SHAPES 20000.0 /* of an SVG or PDF */
#define VECTOR_IMAGE_SCALE 2.0    /* pixels per unit of the image that stands in for more */

typedef struct
{
  HyScene *scene;
  HyView view;
  const HyPalette *palette;
  const char *font;
  double text_size;
  GHashTable *names;
  gboolean textless;
} Painter;

/* Where the segment's upper left corner is. FALSE: out of sight. */
static gboolean
segment_in_sight (const Painter *self, gsize lot, const HySegment *segment, double *x, double *y)
{
  double left, top, scale = self->view.scale;
  hy_scene_lot_origin (self->scene, &self->view, lot, &left, &top);
  *x = left += segment->x * scale;
  *y = top += segment->y * scale;
  double right = left + (double) segment->per_street * hy_segment_pitch (segment) * scale;
  double bottom = top + (double) segment->streets * HY_STREET_PITCH * scale;
  return left < self->scene->options.width && top < hy_scene_view_height (self->scene) && right > 0 && bottom > 0;
}

static HyDetail
segment_detail (const Painter *self, const HyLot *lot, const HySegment *segment)
{
  HyDetail detail = segment->plan ? HY_DETAIL_SPANS : hy_lot_detail (lot, self->view.scale);
  return self->textless && detail == HY_DETAIL_ROOMS ? HY_DETAIL_SPANS : detail;
}

static void
raster_segment (const Painter *self, HyRaster *raster, gsize index, const HySegment *segment, double device)
{
  const HyLot *lot = &self->scene->lots[index];
  double x, y, scale = self->view.scale * device;
  if (!segment_in_sight (self, index, segment, &x, &y))
    return;
  HyDetail detail = segment_detail (self, lot, segment);
  if (scale < DENSE_SCALE)
    {
      hy_raster_dense (raster, segment, detail, self->palette, x * device, y * device, scale);
      return;
    }
  HyStreetLook look = { .palette = self->palette,
                        .detail = detail,
                        .font = self->font,
                        .text_size = self->text_size * device,
                        .names = self->names };
  look.patches = hy_patches_new (segment, detail, self->palette);
  look.hatch = hy_palette_hatch_new (self->palette, (int) hy_street_hatch_pitch (scale));
  hy_raster_streets (raster, segment, x * device, y * device, scale, hy_street_paint, &look);
  cairo_pattern_destroy (look.hatch);
  g_array_unref (look.patches);
}

static void
raster_lot (const Painter *self, HyRaster *raster, gsize index, double device)
{
  const HyLot *lot = &self->scene->lots[index];
  if (lot->plots != NULL)
    {
      double x, y;
      hy_scene_lot_origin (self->scene, &self->view, index, &x, &y);
      hy_plots_raster (raster, lot, self->palette, x * device, y * device, self->view.scale * device);
    }
  for (guint i = 0; i < lot->segments->len; i++)
    raster_segment (self, raster, index, &g_array_index (lot->segments, HySegment, i), device);
}

static void
raster_scene (const Painter *self, cairo_surface_t *image, double device)
{
  cairo_surface_flush (image);
  HyRaster raster = { .pixels = (guint32 *) cairo_image_surface_get_data (image),
                      .stride = cairo_image_surface_get_stride (image) / (int) sizeof (guint32),
                      .width = cairo_image_surface_get_width (image),
                      .height = cairo_image_surface_get_height (image),
                      .device = device,
                      .ground = self->palette->background };
  raster.width = MIN (raster.width, (int) ceil (self->scene->options.width * device));
  raster.height = MIN (raster.height, (int) ceil (hy_scene_view_height (self->scene) * device));
  for (gsize i = 0; i < self->scene->n_lots; i++)
    raster_lot (self, &raster, i, device);
  cairo_surface_mark_dirty (image);
}

/* All tiles as one image of @device pixels per unit. */
static void
paint_image (const Painter *self, cairo_t *cr, double device)
{
  int width = (int) ceil (self->scene->options.width * device);
  int height = (int) ceil (hy_scene_view_height (self->scene) * device);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  if (cairo_surface_status (image) == CAIRO_STATUS_SUCCESS)
    {
      cairo_t *ground = cairo_create (image);
      hy_color_set_source (&self->palette->background, ground);
      cairo_paint (ground);
      cairo_destroy (ground);
      raster_scene (self, image, device);
    }
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->scene->options.width, hy_scene_view_height (self->scene));
  cairo_clip (cr);
  cairo_scale (cr, 1 / device, 1 / device);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}

/* Whether the scene is all that @cr paints on: then its pixels can be written as they are. */
static gboolean
owns_pixels (cairo_t *cr, cairo_surface_t *target)
{
  cairo_format_t format = cairo_image_surface_get_format (target);
  cairo_matrix_t matrix;
  double x, y, left, top, right, bottom, x_scale, y_scale;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_offset (target, &x, &y);
  cairo_surface_get_device_scale (target, &x_scale, &y_scale);
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  cairo_user_to_device (cr, &right, &bottom);
  cairo_user_to_device (cr, &left, &top);
  return (format == CAIRO_FORMAT_RGB24 || format == CAIRO_FORMAT_ARGB32) && x == 0 && y == 0 && matrix.x0 == 0 &&
         matrix.y0 == 0 && matrix.xy == 0 && matrix.yx == 0 && matrix.xx == matrix.yy && left <= 0 && top <= 0 &&
         right * x_scale >= cairo_image_surface_get_width (target) &&
         bottom * y_scale >= cairo_image_surface_get_height (target);
}

static void
paint_pixels (const Painter *self, cairo_t *cr, cairo_surface_t *target)
{
  double x_scale, y_scale, unit_x = 1, unit_y = 0;
  cairo_surface_get_device_scale (target, &x_scale, &y_scale);
  cairo_user_to_device_distance (cr, &unit_x, &unit_y);
  double device = hypot (unit_x, unit_y) * x_scale;
  if (owns_pixels (cr, target))
    raster_scene (self, target, device);
  else
    paint_image (self, cr, device);
}

/* Shapes that the vectors of what is in sight would have. */
static double
count_shapes (const Painter *self)
{
  double shapes = 0, x, y;
  for (gsize i = 0; i < self->scene->n_lots; i++)
    if (self->scene->lots[i].plots != NULL)
      return G_MAXDOUBLE;
  for (gsize i = 0; i < self->scene->n_lots; i++)
    for (guint j = 0; j < self->scene->lots[i].segments->len; j++)
      {
        const HySegment *segment = &g_array_index (self->scene->lots[i].segments, HySegment, j);
        guint64 columns[2], streets[2];
        if (!segment_in_sight (self, i, segment, &x, &y))
          continue;
        hy_segment_visible (segment, x, y, self->view.scale, self->scene->options.width,
                            hy_scene_view_height (self->scene), columns, streets);
        double tiles = (double) (columns[1] - columns[0]) * (double) (streets[1] - streets[0]);
        shapes += tiles * segment->tile->pieces->len;
      }
  return shapes;
}

static void
paint_vectors (const Painter *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->scene->options.width, hy_scene_view_height (self->scene));
  cairo_clip (cr);
  for (gsize i = 0; i < self->scene->n_lots; i++)
    for (guint j = 0; j < self->scene->lots[i].segments->len; j++)
      {
        const HySegment *segment = &g_array_index (self->scene->lots[i].segments, HySegment, j);
        double x, y, scale = self->view.scale;
        guint64 columns[2], streets[2];
        if (!segment_in_sight (self, i, segment, &x, &y))
          continue;
        HyDetail detail = segment_detail (self, &self->scene->lots[i], segment);
        HyStreetLook look = { .palette = self->palette,
                              .detail = detail,
                              .font = self->font,
                              .text_size = self->text_size,
                              .names = self->names };
        look.patches = hy_patches_new (segment, detail, self->palette);
        hy_segment_visible (segment, x, y, scale, self->scene->options.width, hy_scene_view_height (self->scene),
                            columns, streets);
        for (guint64 street = streets[0]; street < streets[1]; street++)
          hy_street_paint (cr, segment, columns[0], columns[1], x, y + (double) street * HY_STREET_PITCH * scale, scale,
                           &look);
        g_array_unref (look.patches);
      }
  cairo_restore (cr);
}

static void
paint_segment_values (const Painter *self, cairo_t *cr, gsize lot, const HySegment *segment, const HyStreetLook *look)
{
  double x, y, scale = self->view.scale;
  guint64 columns[2], streets[2];
  if (segment->plan || !segment_in_sight (self, lot, segment, &x, &y))
    return;
  hy_segment_visible (segment, x, y, scale, self->scene->options.width, hy_scene_view_height (self->scene), columns,
                      streets);
  for (guint64 street = streets[0]; street < streets[1]; street++)
    for (guint64 column = columns[0]; column < columns[1]; column++)
      {
        HyPlace place = { .lane = lot, .rank = segment->first + street * segment->per_street + column };
        hy_street_paint_values (cr, look, self->scene, &place, segment->tile,
                                x + (double) column * hy_segment_pitch (segment) * scale,
                                y + (double) street * HY_STREET_PITCH * scale, scale);
      }
}

/* What differs between the instances of a street; by address, all text. */
static void
paint_values (const Painter *self, cairo_t *cr)
{
  HyStreetLook look = { .palette = self->palette, .font = self->font, .text_size = self->text_size };
  g_autoptr (GHashTable) names = hy_street_names_new ();

  look.names = names;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->scene->options.width, hy_scene_view_height (self->scene));
  cairo_clip (cr);
  for (gsize i = 0; i < self->scene->n_lots; i++)
    {
      const HyLot *lot = &self->scene->lots[i];
      if (lot->plots != NULL && self->view.scale >= HY_NAMES_SCALE * look.text_size)
        hy_plots_paint_text (cr, self->scene, &self->view, i, &look);
      for (guint j = 0; j < lot->segments->len && self->view.scale >= HY_VALUES_SCALE * look.text_size; j++)
        paint_segment_values (self, cr, i, &g_array_index (lot->segments, HySegment, j), &look);
    }
  cairo_restore (cr);
}

/* What the floor plan is: in the rest of its last street or, where that is too short, in the road below it. */
static void
paint_plan_label (const Painter *self, cairo_t *cr, gsize lane)
{
  const HyLot *lot = &self->scene->lots[lane];
  double scale = self->view.scale, x, y, height, lot_x, lot_y;
  if (!hy_lot_has (lot, 0) || !hy_lot_word (lot, 0, 0, lot->lane.footprint->shared_keys - 1, &x, &y))
    return;
  hy_scene_lot_origin (self->scene, &self->view, lane, &lot_x, &lot_y);
  x = lot_x + (x + 2) * scale;
  y = lot_y + floor (y / HY_STREET_PITCH) * HY_STREET_PITCH * scale + scale;
  double end = self->scene->options.width - self->scene->options.padding, room = end - MAX (x, 0), width;
  g_autofree char *bytes = hy_format_bytes (lot->lane.footprint->shared_keys);
  /* Translators: %s is a size of memory; the keys of the instances' dicts, which a class keeps once */
  g_autofree char *text = g_strdup_printf (_ ("floor plan: shared keys, %s once for the class"), bytes);
  HyFont font = { .family = self->font, .size = CLAMP (scale * 1.2, self->text_size * 0.7, self->text_size * 0.9) };
  hy_text_measure (&font, text, 0, &width, &height);
  if (width > room && height < scale)
    {
      x = MAX (lot_x, self->scene->options.padding);
      y += 1.5 * scale;
      room = end - x;
    }
  if (height > HY_STREET_PITCH * scale || room < PLAN_LABEL_ROOM * font.size || y < 0 ||
      y > hy_scene_view_height (self->scene) - scale)
    return;
  g_autoptr (PangoLayout) layout = hy_text_new (cr, &font, text, room);
  hy_color_set_source (&self->palette->text_dim, cr);
  hy_text_show (cr, layout, x, y - height / 2);
}

static void
paint_heading (const Painter *self, cairo_t *cr, gsize lane)
{
  double text_size = self->text_size;
  HyRect rect;
  double width, height;
  if (hy_scene_heading (self->scene, &self->view, lane, &rect))
    {
      hy_color_set_source (&self->palette->background, cr);
      cairo_rectangle (cr, 0, rect.y, self->scene->options.width, rect.height);
      cairo_fill (cr);
    }
  HyFont bold = { .family = self->font, .size = text_size, .bold = TRUE };
  HyFont plain = { .family = self->font, .size = text_size * 0.9 };
  g_autoptr (PangoLayout) name = hy_text_new (cr, &bold, self->scene->lots[lane].lane.label, rect.width);
  hy_text_size (name, &width, &height);
  hy_color_set_source (&self->palette->text, cr);
  hy_text_show (cr, name, rect.x, rect.y + (rect.height - height) / 2);

  double left = rect.width - width - text_size;
  g_autofree char *text = hy_scene_heading_text (self->scene, lane, HY_HEADING_FULL);
  if (left < 4 * text_size)
    return;
  g_autoptr (PangoLayout) note = hy_text_new (cr, &plain, text, left);
  hy_text_size (note, &width, &height);
  hy_color_set_source (&self->palette->text_dim, cr);
  hy_text_show (cr, note, rect.x + rect.width - width, rect.y + (rect.height - height) / 2);
}

static void
paint_legend (const Painter *self, cairo_t *cr)
{
  const HySceneOptions *options = &self->scene->options;
  g_autofree char *text = hy_scene_legend (self->scene, &self->view);
  HyFont font = { .family = self->font, .size = self->text_size * 0.85 };
  g_autoptr (PangoLayout) layout =
      hy_text_new_wrapped (cr, &font, text, MAX (options->width - 2 * options->padding, 1));
  double height;
  hy_text_size (layout, NULL, &height);
  hy_color_set_source (&self->palette->text_dim, cr);
  hy_text_show (cr, layout, options->padding, options->height - (options->footer_height + height) / 2);
}

void
hy_paint_scene (cairo_t *cr, HyScene *scene, const HyView *view, const HyPalette *palette, const HyScenePaint *options)
{
  Painter self = {
    .scene = scene, .view = *view, .palette = palette, .font = options->font, .textless = options->textless
  };
  g_autoptr (GHashTable) names = hy_street_names_new ();

  self.names = names;
  self.text_size = options->text_size > 0 ? options->text_size : 14;
  hy_color_set_source (&palette->background, cr);
  cairo_rectangle (cr, 0, 0, scene->options.width, scene->options.height);
  cairo_fill (cr);
  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    paint_pixels (&self, cr, cairo_get_target (cr));
  else if (count_shapes (&self) > MAX_VECTOR_SHAPES)
    paint_image (&self, cr, VECTOR_IMAGE_SCALE);
  else
    paint_vectors (&self, cr);
  if (options->textless)
    return;
  paint_values (&self, cr);
  for (gsize i = 0; i < scene->n_lots; i++)
    paint_plan_label (&self, cr, i);
  if (!options->headings)
    return;
  for (gsize i = 0; i < scene->n_lots; i++)
    paint_heading (&self, cr, i);
  if (scene->options.footer_height > 0)
    paint_legend (&self, cr);
}

static void
ring_path (cairo_t *cr, const HyView *view, double left, double top, double right, double bottom, double line)
{
  /* What is too small to be seen still gets a ring that is not. */
  double margin_x = MAX (line, (8 - (right - left)) / 2), margin_y = MAX (line, (8 - (bottom - top)) / 2);
  hy_rounded_path (cr, left - margin_x, top - margin_y, right - left + 2 * margin_x, bottom - top + 2 * margin_y,
                   CLAMP (view->scale * 0.4, 2, 8));
}

/* Where pools are shaded by their mix an instance has no place of its own: the pool, or what stands for many. */
static void
widen_to_cell (HyScene *scene, const HyView *view, gsize lane, HyRect *rect)
{
  double x, y;
  hy_scene_lot_origin (scene, view, lane, &x, &y);
  HyRect words = { .x = (rect->x - x) / view->scale, .y = (rect->y - y) / view->scale };
  if (hy_plots_cell_around (scene->lots[lane].plots, view->scale, &words))
    *rect = (HyRect){ x + words.x * view->scale, y + words.y * view->scale, words.width * view->scale,
                      words.height * view->scale };
}

static void
paint_ring (cairo_t *cr, HyScene *scene, const HyView *view, const HyPlace *place, const HyColor *color, double line)
{
  gsize n = 0;
  g_autofree HyPlacedBlock *blocks = hy_scene_place (scene, view, place, &n);
  if (n == 0)
    return;
  const HyPlots *plots = scene->lots[place->lane].plots;
  if (plots != NULL)
    for (gsize i = 0; i < n; i++)
      {
        HyRect *rect = &blocks[i].rect;
        if (view->scale < HY_PLOT_WORDS_SCALE)
          widen_to_cell (scene, view, place->lane, rect);
        ring_path (cr, view, rect->x, rect->y, rect->x + rect->width, rect->y + rect->height, line);
      }
  else
    {
      double top = blocks[0].rect.y, bottom = MAX (top + 2 * view->scale, top + blocks[0].rect.height);
      ring_path (cr, view, blocks[0].rect.x, top, blocks[n - 1].rect.x + blocks[n - 1].rect.width, bottom, line);
    }
  cairo_set_line_width (cr, line);
  hy_color_set_source (color, cr);
  cairo_stroke (cr);
}

void
hy_paint_scene_overlay (cairo_t *cr, HyScene *scene, const HyView *view, const HyPalette *palette,
                        const HyPlace *selection, const HyPlace *hover)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, scene->options.width, hy_scene_view_height (scene));
  cairo_clip (cr);
  if (hover != NULL)
    paint_ring (cr, scene, view, hover, &palette->hover, 1.5);
  if (selection != NULL)
    paint_ring (cr, scene, view, selection, &palette->selection, 2.5);
  cairo_restore (cr);
}
