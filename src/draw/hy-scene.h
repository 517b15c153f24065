/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-footprint.h"

G_BEGIN_DECLS

/* The yard's picture in numbers. The unit is the word: a square of one word is as large in every lane, so that the
 * same bytes take the same area. An instance is a terrace two words high: its own block, then its other blocks
 * attached. Terraces stand in streets, one lane a class.
 *
 * How a widget uses it: a new scene whenever classes, count, arrangement or size change (tens of microseconds,
 * whatever the count); hy_scene_fit () or keep the view and hy_scene_clamp () it; hy_paint_scene () when scene, view
 * or palette changed, keeping what was painted; hy_paint_scene_overlay () for hover and selection above it; real
 * labels at hy_scene_heading (). */
typedef struct _HyScene HyScene;

/* One class in play. */
typedef struct
{
  HyFootprint *footprint;
  const char *label; /* "Order" */
  const char *note;  /* for the heading, ready for the screen: "dict-backed"; or NULL */
  guint color;       /* index of its accent */
  guint64 count;
} HyLane;

typedef enum
{
  HY_ARRANGE_INSTANCE, /* in order of creation, each building with its warehouse attached */
  HY_ARRANGE_ADDRESS,  /* as the allocator lays them: blocks in pools of their size class, pools in arenas */
} HyArrange;

typedef struct
{
  HyArrange arrange;
  double width, height;  /* the viewport in pixels of the user space */
  double heading_height; /* room above each lane, in pixels, e.g. 24; 0 for none */
  double padding;        /* room around everything and between lanes, in pixels, e.g. 12 */
  double footer_height;  /* room below everything for the legend, in pixels; 0 for none */
  gboolean scrolls;      /* where headings would take most of the height, lanes go on below it */
  gboolean counts_more;  /* figures beside the picture count more than what it draws: headings tell what theirs count */
} HySceneOptions;

/* Copies what it needs (footprints are referenced). Lanes without figures stay empty, with their reason in the
 * heading. (transfer full) */
HyScene *hy_scene_new (const HyLane *lanes, gsize n_lanes, const HySceneOptions *options);
void hy_scene_free (HyScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HyScene, hy_scene_free)

gsize hy_scene_n_lanes (HyScene *self);
const HyLane *hy_scene_lane (HyScene *self, gsize lane);

typedef struct
{
  double x, y, width, height;
} HyRect;

/* What part of the scene the viewport shows. A plain value. */
typedef struct
{
  double scale; /* pixels per word */
  double x, y;  /* content position, in pixels at this scale, of the viewport's upper left corner */
} HyView;

/* Everything in sight, as large as it goes; from the first lane on where the scene scrolls. */
void hy_scene_fit (HyScene *self, HyView *view);

/* @view moved by pixels: content follows the pointer with the pointer's movement. */
void hy_scene_pan (HyScene *self, HyView *view, double dx, double dy);

/* Zooms by @factor, keeping what is at @x, @y (viewport pixels) there. */
void hy_scene_zoom (HyScene *self, HyView *view, double factor, double x, double y);

/* Keeps a view sensible after a new scene: scale within limits, not beyond the content. */
void hy_scene_clamp (HyScene *self, HyView *view);

/* Size of the whole content in pixels at this scale, for scroll bars. */
void hy_scene_extent (HyScene *self, const HyView *view, double *width, double *height);

/* One instance. */
typedef struct
{
  gsize lane;
  guint64 rank; /* creation rank from 1; 0: the class's floor plan, its shared keys */
} HyPlace;

/* Pans as little as possible to bring @place into sight. */
void hy_scene_reveal (HyScene *self, HyView *view, const HyPlace *place);

/* What is at a point. */
typedef struct
{
  HyPlace place;   /* of many instances: the one at the point */
  guint64 many;    /* instances that the cell there stands for; 1 when instances are told apart */
  gboolean inside; /* FALSE: in a gap within the instance's rectangle; then there is no block and no span */
  gsize block;     /* index into the run's blocks */
  guint64 offset;  /* bytes from the block's start, at a word's beginning */
  gsize span;      /* index into the block's spans; G_MAXSIZE beyond what was requested */
} HyHit;

/* What is at @x, @y (viewport pixels). FALSE: nothing but ground or a heading. */
gboolean hy_scene_pick (HyScene *self, const HyView *view, double x, double y, HyHit *hit);

typedef struct
{
  gsize block;
  HyRect rect; /* viewport pixels; possibly out of sight */
} HyPlacedBlock;

/* Where the blocks of @place are: one rectangle for each block, two for one that goes on in the next street of its
 * pool. (transfer full), g_free; NULL when there is no such instance. */
HyPlacedBlock *hy_scene_place (HyScene *self, const HyView *view, const HyPlace *place, gsize *n_blocks);

/* Where the word at @offset of a block is. FALSE when there is none. The inverse of hy_scene_pick (). */
gboolean hy_scene_word_rect (HyScene *self, const HyView *view, const HyPlace *place, gsize block, guint64 offset,
                             HyRect *rect);

typedef enum
{
  HY_MOVE_NEXT,
  HY_MOVE_PREVIOUS,
  HY_MOVE_UP, /* a street up: into the lane above from the first one */
  HY_MOVE_DOWN,
  HY_MOVE_NEXT_LANE,
  HY_MOVE_PREVIOUS_LANE,
  HY_MOVE_FIRST,
  HY_MOVE_LAST,
} HyMove;

/* Keyboard: moves @place; an invalid one (or NULL lane) becomes the first instance there is. FALSE: nowhere to go. */
gboolean hy_scene_move (HyScene *self, HyPlace *place, HyMove move);

/* Where the heading of a lane belongs, in viewport pixels; possibly out of sight. TRUE: above the lane it would be, so
 * it lies over what is in sight of the lane, and needs a ground. */
gboolean hy_scene_heading (HyScene *self, const HyView *view, gsize lane, HyRect *rect);

typedef enum
{
  HY_HEADING_FULL,    /* "180 instances · 19.6 KiB · dict-backed" */
  HY_HEADING_FIGURES, /* "180 instances · 19.6 KiB" */
  HY_HEADING_BYTES,   /* "19.6 KiB" */
} HyHeadingLength;

/* Right end of a heading, or why there are no figures. (transfer full) */
char *hy_scene_heading_text (HyScene *self, gsize lane, HyHeadingLength length);

/* What a square is at this zoom: "■ = 8 bytes in every lane" or "1 cell = 512 instances", and what is worth
 * knowing of the first instances. (transfer full) */
char *hy_scene_legend (HyScene *self, const HyView *view);

/* What instance @place holds under the attribute @name, as Python would print it: "'ORD-56'"; NULL when it is not
 * known. (transfer full) */
char *hy_scene_value_text (HyScene *self, const HyPlace *place, const char *name);

/* The picture in words, for accessibility: "Order: 100,000 instances, 9.16 MiB; …". (transfer full) */
char *hy_scene_describe (HyScene *self);

G_END_DECLS
