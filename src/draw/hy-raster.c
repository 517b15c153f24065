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

/* A pattern of streets: in each period, @profiles from their @start on, @height high. */
typedef struct
{
  double top, bottom; /* pixels where it begins and ends */
  double period, height;
  const Profile *profiles; /* @n, one below the other, of the same columns */
  guint n;
} Bands;

#define MAX_BANDS 2
#define PHASES_PER_PIXEL 16 /* rows that differ by less are the same */

static double
covered_above (const Bands *self, guint band, double y)
{
  double at = CLAMP (y, self->top, self->bottom) - self->top;
  double periods = floor (at / self->period);
  return periods * self->height + CLAMP (at - periods * self->period - band * self->height, 0, self->height);
}

/* Adds @part of each band to a row of pixels. */
static void
add_row (HyRaster *self, int y, const Bands *bands, const float part[MAX_BANDS])
{
  const Profile *first = &bands->profiles[0], *second = &bands->profiles[bands->n - 1];
  float second_part = bands->n > 1 ? part[1] : 0;
  guint32 *row = self->pixels + (gsize) y * self->stride + first->from;
  int n = first->to - first->from;
  for (int x = 0; x < n; x++)
    {
      guint32 old = row[x];
      int red = (int) ((float) (old >> 16 & 255) + first->red[x] * part[0] + second->red[x] * second_part + 0.5f);
      int green = (int) ((float) (old >> 8 & 255) + first->green[x] * part[0] + second->green[x] * second_part + 0.5f);
      int blue = (int) ((float) (old & 255) + first->blue[x] * part[0] + second->blue[x] * second_part + 0.5f);
      row[x] = 0xff000000u | (guint32) CLAMP (red, 0, 255) << 16 | (guint32) CLAMP (green, 0, 255) << 8 |
               (guint32) CLAMP (blue, 0, 255);
    }
}

static void
paint_row (HyRaster *self, int y, const Bands *bands)
{
  float part[MAX_BANDS] = { 0 };
  for (guint i = 0; i < bands->n; i++)
    part[i] = (float) (covered_above (bands, i, y + 1) - covered_above (bands, i, y));
  if (part[0] > 0 || part[1] > 0)
    add_row (self, y, bands, part);
}

/* Rows at the same phase of the pattern are copies, but for the first and last, which may share their pixels. */
static void
add_bands (HyRaster *self, const Bands *bands)
{
  int from = (int) CLAMP (floor (bands->top), 0, self->height);
  int to = (int) CLAMP (ceil (bands->bottom), 0, self->height);
  gsize n_phases = (gsize) ceil (bands->period * PHASES_PER_PIXEL) + 1;
  g_autofree int *rows = n_phases <= 16384 ? g_new (int, n_phases) : NULL;
  for (gsize i = 0; rows != NULL && i < n_phases; i++)
    rows[i] = -1;
  for (int y = from; y < to; y++)
    {
      if (rows == NULL || y <= bands->top || y + 1 >= bands->bottom)
        {
          paint_row (self, y, bands);
          continue;
        }
      gsize phase = (gsize) (fmod (y - bands->top, bands->period) * PHASES_PER_PIXEL + 0.5);
      if (rows[phase] < 0)
        {
          paint_row (self, y, bands);
          rows[phase] = y;
          continue;
        }
      memcpy (self->pixels + (gsize) y * self->stride + bands->profiles->from,
              self->pixels + (gsize) rows[phase] * self->stride + bands->profiles->from,
              (gsize) (bands->profiles->to - bands->profiles->from) * sizeof (guint32));
    }
}

static void
raster_cells (HyRaster *self, const HySegment *segment, const GArray *patches, double x, double y, double scale,
              const guint64 columns[2])
{
  double pitch = hy_segment_pitch (segment) * scale, fill = hy_cell_fill (segment->tile);
  HyCell cell = hy_cell_for (hy_segment_pitch (segment), scale / self->device);
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
  bands.profiles = &profile;
  bands.n = 1;
  add_bands (self, &bands);
  bands.top = bands.bottom;
  bands.period = (double) rest * HY_STREET_PITCH * scale;
  bands.bottom += bands.period;
  bands.height = bands.period * fill;
  if (rest > 0)
    add_bands (self, &bands);
  g_free (profile.red);
}

static void
raster_tiles (HyRaster *self, const HySegment *segment, const GArray *patches, double x, double y, double scale,
              const guint64 columns[2])
{
  double pitch = hy_segment_pitch (segment) * scale;
  Profile profiles[MAX_BANDS];
  for (guint row = 0; row < MAX_BANDS; row++)
    {
      profile_init (&profiles[row], (int) CLAMP (floor (x + (double) columns[0] * pitch), 0, self->width),
                    (int) CLAMP (ceil (x + (double) columns[1] * pitch), 0, self->width));
      for (guint64 i = columns[0]; i < columns[1]; i++)
        for (guint j = 0; j < patches->len; j++)
          {
            const HyPatch *patch = &g_array_index (patches, HyPatch, j);
            double left = x + (double) i * pitch + patch->x * scale;
            if (patch->y <= row && patch->y + patch->height > row)
              profile_add (&profiles[row], left, left + patch->width * scale, &patch->color, &self->ground);
          }
    }
  Bands bands = { .top = y, .period = HY_STREET_PITCH * scale, .height = scale };
  bands.bottom = y + (double) segment->streets * bands.period;
  bands.profiles = profiles;
  bands.n = MAX_BANDS;
  add_bands (self, &bands);
  for (guint row = 0; row < MAX_BANDS; row++)
    g_free (profiles[row].red);
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
