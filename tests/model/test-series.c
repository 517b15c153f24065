/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-series.h"

#include "recipes.h"

static HyFootprint *
lesson (guint minor)
{
  g_autoptr (HyClassDef) order = hy_class_def_new_order ();
  g_autoptr (HyLayout) layout = recipe_layout (order, minor);
  return hy_footprint_new (layout);
}

/* Between two breaks the line is straight: the middle is the mean. */
static void
test_breaks (void)
{
  for (guint minor = 6; minor <= 15; minor++)
    {
      g_autoptr (HyFootprint) footprint = lesson (minor);
      g_autoptr (HySeries) series = hy_series_new_breaks (footprint, 100000, 0, 10, NULL);
      g_assert_cmpuint (series->points[0].count, ==, 0);
      g_assert_cmpuint (series->points[series->n - 1].count, ==, 100000);
      for (gsize i = 1; i < series->n; i++)
        {
          const HyFootprintTotal *a = &series->points[i - 1], *b = &series->points[i];
          guint64 middle = a->count + (b->count - a->count) / 2;
          HyFootprintTotal total;
          g_assert_cmpuint (a->count, <, b->count);
          g_assert_cmpuint (a->requested, <=, b->requested);
          g_assert_true (hy_footprint_total (footprint, middle, 0, &total, NULL));
          g_assert_cmpuint ((total.requested - a->requested) * (b->count - a->count), ==,
                            (b->requested - a->requested) * (middle - a->count));
        }
    }
}

static void
test_samples (void)
{
  g_autoptr (HyFootprint) footprint = lesson (12);
  g_autoptr (HySeries) series =
      hy_series_new_breaks (footprint, 10000000, HY_INCLUDE_VALUES | HY_INCLUDE_LIST | HY_INCLUDE_POOLS, 200, NULL);
  g_assert_cmpuint (series->n, >, 100);
  g_assert_cmpuint (series->n, <=, 202);
  for (gsize i = 1; i < series->n; i++)
    g_assert_cmpuint (series->points[i - 1].requested, <=, series->points[i].requested);
}

static void
test_at (void)
{
  static const guint64 counts[] = { 1, 2, 10, 1000 };
  static const guint64 requested[] = { 312, 616, 2736, 98760 };
  g_autoptr (HyFootprint) footprint = lesson (12);
  g_autoptr (HySeries) series = hy_series_new_at (footprint, counts, G_N_ELEMENTS (counts), 0, NULL);
  for (gsize i = 0; i < series->n; i++)
    g_assert_cmpuint (series->points[i].requested, ==, requested[i]);
}

static void
test_small (void)
{
  g_autoptr (HyFootprint) footprint = lesson (12);
  for (guint64 max = 0; max < 4; max++)
    {
      g_autoptr (HySeries) series = hy_series_new_breaks (footprint, max, HY_INCLUDE_LIST, 50, NULL);
      g_assert_cmpuint (series->n, ==, max + 1);
    }
}

static void
test_unknown (void)
{
  g_autoptr (HyClassDef) def = recipe_class (NULL, NULL, "");
  def->recipe.unknown = g_strdup ("names vary");
  g_autoptr (HyLayout) layout = recipe_layout (def, 12);
  g_autoptr (HyFootprint) footprint = hy_footprint_new (layout);
  g_autoptr (GError) error = NULL;
  g_assert_null (hy_series_new_breaks (footprint, 10, 0, 10, &error));
  g_assert_error (error, HY_FOOTPRINT_ERROR, HY_FOOTPRINT_ERROR_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/series/breaks", test_breaks);
  g_test_add_func ("/model/series/samples", test_samples);
  g_test_add_func ("/model/series/at", test_at);
  g_test_add_func ("/model/series/small", test_small);
  g_test_add_func ("/model/series/unknown", test_unknown);
  return g_test_run ();
}
