/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-raster.h"

#include <math.h>

/* What one pixel row of a street adds to the ground, for each pixel column: colour minus covered ground. */
typedef struct
{
  int from, to; /* pixel columns */
  float *red, *green, *blue;
} Profile;

static void
profile_init (Profile *self, int from, int to)
{
  gsize n = (gsize) MAX (to - from, 1);
  *self = (Profile){ .from = from, .to = to };
  self->red = g_new0 (float, 3 * n);
  self->green = self->red + n;
  self->blue = self->green + n;
}

static void
profile_add (Profile *self, double x0, double x1, const HyColor *color, const HyColor *ground)
{
  float red = (float) (color->red - ground->red) * 255, green = (float) (color->green - ground->green) * 255,
        blue = (float) (color->blue - ground->blue) * 255;
  x0 = MAX (x0, self->from);
  x1 = MIN (x1, self->to);
  for (int x = (int) floor (x0); x < x1; x++)
    {
      float part = (float) (MIN (x1, x + 1) - MAX (x0, x));
      self->red[x - self->from] += red * part;
      self->green[x - self->from] += green * part;
      self->blue[x - self->from] += blue * part;
    }
}

static void
range (double first, double pitch, guint64 n, double length, guint64 visible[2])
{
  double from = floor (-first / pitch), to = ceil ((length - first) / pitch);
  visible[0] = (guint64) CLAMP (from, 0, (double) n);
  visible[1] = (guint64) CLAMP (to, 0, (double) n);
}

void
hy_segment_visible (const HySegment *segment, double x, double y, double scale, double width, double height,
                    guint64 columns[2], guint64 streets[2])
{
  range (x, hy_segment_pitch (segment) * scale, segment->per_street, width, columns);
  range (y, HY_STREET_PITCH * scale, segment->streets, height, streets);
}

/* Bands of a period: the first @height of each. */
typedef struct
{
  double top, bottom; /* pixels where the pattern begins and ends */
  double period, start, height;
} Bands;

static double
covered_above (const Bands *self, double y)
{
  double at = CLAMP (y, self->top, self->bottom) - self->top;
  double periods = floor (at / self->period);
  return periods * self->height + CLAMP (at - periods * self->period - self->start, 0, self->height);
}

static void
add_row (HyRaster *self, int y, const Profile *profile, float part)
{
  guint32 *row = self->pixels + (gsize) y * self->stride + profile->from;
  int n = profile->to - profile->from;
  for (int x = 0; x < n; x++)
    {
      guint32 old = row[x];
      int red = (int) ((float) (old >> 16 & 255) + profile->red[x] * part + 0.5f);
      int green = (int) ((float) (old >> 8 & 255) + profile->green[x] * part + 0.5f);
      int blue = (int) ((float) (old & 255) + profile->blue[x] * part + 0.5f);
      row[x] = 0xff000000u | (guint32) CLAMP (red, 0, 255) << 16 | (guint32) CLAMP (green, 0, 255) << 8 |
               (guint32) CLAMP (blue, 0, 255);
    }
}

/* @fresh: rows hold nothing but ground, so that equal rows can be copied. */
static void
add_bands (HyRaster *self, const Profile *profile, const Bands *bands, gboolean fresh)
{
  int from = (int) CLAMP (floor (bands->top), 0, self->height);
  int to = (int) CLAMP (ceil (bands->bottom), 0, self->height);
  int last = -1;
  double last_part = -1;
  double above = covered_above (bands, from);
  for (int y = from; y < to; y++)
    {
      double below = covered_above (bands, y + 1), part = below - above;
      above = below;
      if (part <= 0)
        continue;
      gboolean inner = fresh && y > from && y + 1 < to;
      if (inner && last >= 0 && fabs (part - last_part) < 1.0 / 512)
        {
          memcpy (self->pixels + (gsize) y * self->stride + profile->from,
                  self->pixels + (gsize) last * self->stride + profile->from,
                  (gsize) (profile->to - profile->from) * sizeof (guint32));
          continue;
        }
      add_row (self, y, profile, (float) part);
      last = inner ? y : -1;
      last_part = part;
    }
}

static void
raster_cells (HyRaster *self, const HySegment *segment, const GArray *patches, double x, double y, double scale,
              const guint64 columns[2])
{
  double pitch = hy_segment_pitch (segment) * scale, fill = hy_cell_fill (segment->tile);
  HyCell cell = hy_cell_for (hy_segment_pitch (segment), scale);
  Profile profile;
  profile_init (&profile, (int) CLAMP (floor (x), 0, self->width),
                (int) CLAMP (ceil (x + (double) segment->per_street * pitch), 0, self->width));
  for (guint64 i = columns[0] / cell.across * cell.across; i < columns[1]; i += cell.across)
    {
      double left = x + (double) i * pitch, width = (double) MIN (cell.across, segment->per_street - i) * pitch * fill;
      for (guint j = 0; j < patches->len; j++)
        {
          const HyPatch *patch = &g_array_index (patches, HyPatch, j);
          profile_add (&profile, left + patch->x * width, left + (patch->x + patch->width) * width, &patch->color,
                       &self->ground);
        }
    }
  double period = (double) cell.down * HY_STREET_PITCH * scale;
  guint64 full = segment->streets / cell.down, rest = segment->streets % cell.down;
  Bands bands = { .top = y, .bottom = y + (double) full * period, .period = period, .height = period * fill };
  add_bands (self, &profile, &bands, TRUE);
  bands.top = bands.bottom;
  bands.period = (double) rest * HY_STREET_PITCH * scale;
  bands.bottom += bands.period;
  bands.height = bands.period * fill;
  if (rest > 0)
    add_bands (self, &profile, &bands, FALSE);
  g_free (profile.red);
}

static void
raster_tiles (HyRaster *self, const HySegment *segment, const GArray *patches, double x, double y, double scale,
              const guint64 columns[2])
{
  double pitch = hy_segment_pitch (segment) * scale;
  for (guint row = 0; row < 2; row++)
    {
      Profile profile;
      profile_init (&profile, (int) CLAMP (floor (x + (double) columns[0] * pitch), 0, self->width),
                    (int) CLAMP (ceil (x + (double) columns[1] * pitch), 0, self->width));
      for (guint64 i = columns[0]; i < columns[1]; i++)
        for (guint j = 0; j < patches->len; j++)
          {
            const HyPatch *patch = &g_array_index (patches, HyPatch, j);
            double left = x + (double) i * pitch + patch->x * scale;
            if (patch->y <= row && patch->y + patch->height > row)
              profile_add (&profile, left, left + patch->width * scale, &patch->color, &self->ground);
          }
      Bands bands = { .top = y,
                      .bottom = y + (double) segment->streets * HY_STREET_PITCH * scale,
                      .period = HY_STREET_PITCH * scale,
                      .start = row * scale,
                      .height = scale };
      add_bands (self, &profile, &bands, FALSE);
      g_free (profile.red);
    }
}

void
hy_raster_dense (HyRaster *self, const HySegment *segment, HyDetail detail, const HyPalette *palette, double x,
                 double y, double scale)
{
  guint64 columns[2], streets[2];
  hy_segment_visible (segment, x, y, scale, self->width, self->height, columns, streets);
  if (columns[0] >= columns[1] || streets[0] >= streets[1])
    return;
  g_autoptr (GArray) patches = hy_patches_new (segment, detail, palette);
  if (detail == HY_DETAIL_CELLS)
    raster_cells (self, segment, patches, x, y, scale, columns);
  else
    raster_tiles (self, segment, patches, x, y, scale, columns);
}

/* One street painted at a vertical position of @phase pixels. */
static cairo_surface_t *
paint_strip (HyRaster *self, const HySegment *segment, const guint64 columns[2], int from, int to, double x,
             double phase, double scale, HyStreetPainter painter, gpointer data)
{
  int height = (int) ceil (2 * scale + phase) + 1;
  cairo_surface_t *strip = cairo_image_surface_create (CAIRO_FORMAT_RGB24, to - from, height);
  cairo_t *cr = cairo_create (strip);
  hy_color_set_source (&self->ground, cr);
  cairo_paint (cr);
  painter (cr, segment, columns[0], columns[1], x - from, phase, scale, data);
  cairo_destroy (cr);
  cairo_surface_flush (strip);
  return strip;
}

static void
copy_strip (HyRaster *self, cairo_surface_t *strip, int x, int y)
{
  const guint32 *source = (const guint32 *) cairo_image_surface_get_data (strip);
  int stride = cairo_image_surface_get_stride (strip) / (int) sizeof (guint32);
  int width = cairo_image_surface_get_width (strip), height = cairo_image_surface_get_height (strip);
  for (int row = MAX (0, -y); row < height && y + row < self->height; row++)
    memcpy (self->pixels + (gsize) (y + row) * self->stride + x, source + (gsize) row * stride,
            (gsize) width * sizeof (guint32));
}

#define MAX_PHASES 2

void
hy_raster_streets (HyRaster *self, const HySegment *segment, double x, double y, double scale, HyStreetPainter painter,
                   gpointer data)
{
  guint64 columns[2], streets[2];
  hy_segment_visible (segment, x, y, scale, self->width, self->height, columns, streets);
  if (columns[0] >= columns[1] || streets[0] >= streets[1])
    return;
  double pitch = hy_segment_pitch (segment) * scale;
  int from = (int) CLAMP (floor (x + (double) columns[0] * pitch), 0, self->width);
  int to = (int) CLAMP (ceil (x + (double) columns[1] * pitch), 0, self->width);
  if (from >= to)
    return;

  /* Half a pixel matters to small streets only. */
  int n_phases = scale < 10 ? MAX_PHASES : 1;
  cairo_surface_t *strips[MAX_PHASES] = { NULL };
  for (guint64 street = streets[0]; street < streets[1]; street++)
    {
      double top = round ((y + (double) street * HY_STREET_PITCH * scale) * n_phases) / n_phases;
      int phase = (int) round ((top - floor (top)) * n_phases);
      if (strips[phase] == NULL)
        strips[phase] =
            paint_strip (self, segment, columns, from, to, x, (double) phase / n_phases, scale, painter, data);
      copy_strip (self, strips[phase], from, (int) floor (top));
    }
  for (int i = 0; i < n_phases; i++)
    g_clear_pointer (&strips[i], cairo_surface_destroy);
}
