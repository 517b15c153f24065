/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-lanes.h"
#include "hy-streets.h"

typedef struct
{
  HySpan spans[8];
  HyBlock blocks[8];
  HyTile *tiles[8];
  HyStreetRun runs[8];
  gsize n_runs;
  guint64 count;
  GArray *segments;
} Fixture;

static void
set_up (Fixture *self, GRand *random, guint64 max_count, double width)
{
  *self = (Fixture){ .n_runs = (gsize) g_rand_int_range (random, 1, 8) };
  for (gsize i = 0; i < self->n_runs; i++)
    {
      guint64 words = (guint64) g_rand_int_range (random, 1, 40);
      self->spans[i] = (HySpan){ 0, words * 8, HY_SPAN_SLOT, NULL };
      self->blocks[i] = (HyBlock){ .requested = words * 8, .spans = &self->spans[i], .n_spans = 1 };
      self->tiles[i] = hy_tile_new (&self->blocks[i], 1, 8, 0);
      guint64 count = (guint64) g_rand_double_range (random, 1, (double) max_count);
      self->runs[i] = (HyStreetRun){ .tile = self->tiles[i], .first = self->count + 1, .count = count };
      self->count += count;
    }
  self->segments = g_array_new (FALSE, FALSE, sizeof (HySegment));
  hy_streets_lay (self->runs, self->n_runs, FALSE, width, 0, self->segments);
}

static void
tear_down (Fixture *self)
{
  for (gsize i = 0; i < self->n_runs; i++)
    hy_tile_free (self->tiles[i]);
  g_array_unref (self->segments);
}

/* No two segments touch, and none leaves the street. */
static void
assert_apart (const Fixture *self, double width)
{
  for (guint i = 0; i < self->segments->len; i++)
    {
      const HySegment *a = &g_array_index (self->segments, HySegment, i);
      double right = a->x + (double) MIN (a->count, a->per_street) * hy_segment_pitch (a) - HY_STREET_GAP;
      g_assert_cmpfloat (right, <=, width);
      g_assert_true (a->streets == 1 || a->count == a->per_street * a->streets);
      for (guint j = 0; j < i; j++)
        {
          const HySegment *b = &g_array_index (self->segments, HySegment, j);
          double bottom = b->y + (double) b->streets * HY_STREET_PITCH;
          double end = b->x + (double) MIN (b->count, b->per_street) * hy_segment_pitch (b);
          g_assert_true (a->y >= bottom || (a->streets == 1 && a->x >= end));
        }
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = draw_random ();
  for (guint i = 0; i < 300; i++)
    {
      Fixture fixture;
      double width = g_rand_int_range (random, 20, 400);
      set_up (&fixture, random, i % 2 ? 50 : HY_FOOTPRINT_MAX_COUNT / 10, width);
      g_assert_cmpuint (fixture.segments->len, <=, 3 * fixture.n_runs);
      assert_apart (&fixture, width);
      for (guint j = 0; j < 50; j++)
        {
          guint64 rank = (guint64) g_rand_double_range (random, 1, (double) fixture.count + 1), found;
          double x, y, inner_x, inner_y;
          const HySegment *segment = hy_streets_find (fixture.segments, rank);
          g_assert_nonnull (segment);
          hy_segment_locate (segment, rank, &x, &y);
          g_assert_true (hy_segment_at (segment, x + 0.5, y + 1.5, &found, &inner_x, &inner_y));
          g_assert_cmpuint (found, ==, rank);
          g_assert_cmpfloat (inner_x, ==, 0.5);
          g_assert_cmpfloat (inner_y, ==, 1.5);
        }
      g_assert_null (hy_streets_find (fixture.segments, fixture.count + 1));
      tear_down (&fixture);
    }
}

/* What has settled begins a street of its own when it fills more than the rest of one. */
static void
test_settled_align (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  Fixture fixture;
  set_up (&fixture, random, 5, 100);
  const HyStreetRun *last = &fixture.runs[fixture.n_runs - 1];
  fixture.runs[fixture.n_runs - 1].count = 1000;
  g_array_set_size (fixture.segments, 0);
  hy_streets_lay (fixture.runs, fixture.n_runs, FALSE, 100, 0, fixture.segments);
  g_assert_cmpfloat (hy_streets_find (fixture.segments, last->first)->x, ==, 0);
  tear_down (&fixture);
}

/* A floor plan has no gaps, and is found as rank 0. */
static void
test_plan (void)
{
  HySpan span = { 0, 16, HY_SPAN_KEYS, NULL };
  HyBlock block = { .requested = 16, .spans = &span, .n_spans = 1 };
  HyTile *tile = hy_tile_new (&block, 1, 8, 0);
  HyStreetRun run = { .tile = tile, .count = 25 };
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (HySegment));
  double bottom = hy_streets_lay (&run, 1, TRUE, 10, 0, segments);
  const HySegment *plan = hy_streets_find (segments, 0);
  g_assert_cmpfloat (bottom, ==, 3 * HY_STREET_PITCH);
  g_assert_cmpuint (plan->per_street, ==, 10);
  g_assert_cmpfloat (hy_segment_pitch (plan), ==, 1);
  g_assert_null (hy_streets_find (segments, 1));
  hy_tile_free (tile);
}

/* Cells of up to a sixty-fourth of a street end where it ends; and no more than a thirty-second stays empty. */
static void
test_long (void)
{
  const guint64 fits[] = { 63, 64, 100, 1000, 4096, 100001, G_GUINT64_CONSTANT (1) << 35 };
  for (gsize i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      HySpan span = { 0, 16, HY_SPAN_SLOT, NULL };
      HyBlock block = { .requested = 16, .spans = &span, .n_spans = 1 };
      HyTile *tile = hy_tile_new (&block, 1, 8, 0);
      HyStreetRun run = { .tile = tile, .first = 1, .count = 3 * fits[i] };
      double pitch = (double) tile->columns + HY_STREET_GAP;
      g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (HySegment));
      hy_streets_lay (&run, 1, FALSE, (double) fits[i] * pitch, 0, segments);
      const HySegment *last = &g_array_index (segments, HySegment, segments->len - 1);
      const HySegment *full = last->streets == 1 && segments->len > 1 ? last - 1 : last;
      guint64 cell = 1;
      while (cell * 64 <= fits[i])
        cell *= 2;
      g_assert_cmpuint (full->per_street % cell, ==, 0);
      g_assert_cmpuint (full->per_street, <=, fits[i]);
      g_assert_cmpuint (fits[i] - full->per_street, <=, fits[i] / 32);
      hy_tile_free (tile);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/streets/random", test_random);
  g_test_add_func ("/draw/streets/settled-align", test_settled_align);
  g_test_add_func ("/draw/streets/plan", test_plan);
  g_test_add_func ("/draw/streets/long", test_long);
  return g_test_run ();
}
