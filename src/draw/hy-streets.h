/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hy-tile.h"

G_BEGIN_DECLS

/* Terraces in streets, in closed form: however many instances, a lane is a few grids of equal tiles. */

#define HY_STREET_GAP 1   /* words between two terraces of a street */
#define HY_STREET_PITCH 3 /* words from street to street: two of terrace, one of road */

/* A grid of equal tiles, rank rising to the right, then down. */
typedef struct
{
  const HyTile *tile;
  gboolean plan; /* the class's floor plan: tiles are its columns, ranks their indices */
  guint64 first; /* creation rank of its first tile */
  guint64 count;
  guint64 per_street;
  guint64 streets;
  double x, y; /* words from the lane's upper left corner */
} HySegment;

/* Consecutive ranks with the same tile. */
typedef struct
{
  const HyTile *tile; /* without columns: takes no room */
  guint64 first, count;
} HyStreetRun;

/* Lays @runs out in streets @width words wide, from street @y on, and appends the segments. Returns the y below the
 * last street. @plan: of a floor plan, without gaps. */
double hy_streets_lay (const HyStreetRun *runs, gsize n_runs, gboolean plan, double width, double y, GArray *segments);

/* Words from one tile of a segment to the next. */
double hy_segment_pitch (const HySegment *self);

/* The segment that holds instance @rank, for 0 the beginning of the floor plan; NULL when there is none. */
const HySegment *hy_streets_find (const GArray *segments, guint64 rank);

/* Upper left corner of the tile of @rank. */
void hy_segment_locate (const HySegment *self, guint64 rank, double *x, double *y);

/* The tile at @x, @y in words from the lane's corner: its rank and the position within its pitch (gaps included). */
gboolean hy_segment_at (const HySegment *self, double x, double y, guint64 *rank, double *inner_x, double *inner_y);

G_END_DECLS
