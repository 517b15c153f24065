/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hy-grow-figures.h"

#include <json-glib/json-glib.h>

typedef struct
{
  HyFootprint *footprint;
  HyGrowFigures figures;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  static const guint64 counts[] = { 0, 24, 100000 };
  g_autoptr (HyClassDef) def = hy_class_def_new_slotted_order ();
  g_autoptr (HyLayout) layout = hy_layouter_layout (def, hy_abi_lookup (12, HY_BUILD_DEFAULT, 64));

  self->footprint = hy_footprint_new (layout);
  self->figures.footprint = self->footprint;
  self->figures.series = hy_series_new_at (self->footprint, counts, G_N_ELEMENTS (counts), 0, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  hy_series_unref (self->figures.series);
  hy_footprint_unref (self->footprint);
}

static void
test_json (Fixture *self, gconstpointer data)
{
  g_autofree char *json = hy_grow_figures_to_json (&self->figures, 1, HY_INCLUDE_LIST, NULL, 0);

  g_assert_cmpstr (json, ==,
                   "{\"schema\":\"heapyard.grow/1\",\"include\":[\"list\"],\"series\":[\n"
                   "{\"file\":null,\"name\":\"SlottedOrder\",\"python\":\"3.12\",\"build\":\"default\",\"bits\":64,"
                   "\"status\":\"exact\",\"points\":[{\"count\":0,\"requested\":0,\"allocated\":0,\"blocks\":0},"
                   "{\"count\":24,\"requested\":1536,\"allocated\":1536,\"blocks\":24},"
                   "{\"count\":100000,\"requested\":6400000,\"allocated\":6400000,\"blocks\":100000}],\"error\":null,"
                   "\"factory\":\"SlottedOrder(f'ORD-{i}', 'Alice Chen', 99.99, 'paid')\",\"unknown\":{}}],"
                   "\"errors\":[]}\n");
}

static void
test_unknown (Fixture *self, gconstpointer data)
{
  HyGrowFigures unknown = { self->footprint, NULL, (char *) "more than 64 bits" };
  g_autofree char *json = hy_grow_figures_to_json (&unknown, 1, 0, NULL, 0);
  g_autofree char *csv = hy_grow_figures_to_csv (&unknown, 1, 0);

  g_assert_nonnull (strstr (json, "\"points\":[]"));
  g_assert_nonnull (strstr (json, "\"unknown\":{\"points\":\"more than 64 bits\"}"));
  g_assert_cmpstr (csv, ==, "file,name,python,build,bits,status,count,requested,allocated,blocks\n");
}

static void
test_csv (Fixture *self, gconstpointer data)
{
  g_autofree char *csv = hy_grow_figures_to_csv (&self->figures, 1, 0);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_cmpstr (lines[3], ==, "\"\",SlottedOrder,3.12,default,64,exact,100000,6400000,6400000,100000");
}

static void
test_allocated (void)
{
  HyFootprintTotal point = { .count = 1, .requested = 40, .allocated = 48, .pools = 16384 };
  HyFootprintTotal unmodelled = { .count = 1, .requested = 40 }, empty = { 0 };
  guint64 allocated;

  g_assert_true (hy_grow_figures_allocated (&point, 0, &allocated));
  g_assert_cmpuint (allocated, ==, 48);
  g_assert_true (hy_grow_figures_allocated (&point, HY_INCLUDE_POOLS, &allocated));
  g_assert_cmpuint (allocated, ==, 16384);
  g_assert_false (hy_grow_figures_allocated (&unmodelled, 0, &allocated));
  g_assert_true (hy_grow_figures_allocated (&empty, 0, &allocated));
}

static void
test_include (void)
{
  HyInclude include;
  g_autofree char *wrong = NULL;

  g_assert_true (hy_include_from_string (" values , pools", &include, &wrong));
  g_assert_cmpint (include, ==, HY_INCLUDE_VALUES | HY_INCLUDE_POOLS);
  g_assert_true (hy_include_from_string ("", &include, &wrong));
  g_assert_cmpint (include, ==, 0);
  g_assert_false (hy_include_from_string ("values,,list", &include, &wrong));
  g_assert_cmpstr (wrong, ==, "");
}

#define ADD(NAME, FUNC) g_test_add ("/grow-figures/" NAME, Fixture, NULL, set_up, FUNC, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("json", test_json);
  ADD ("unknown", test_unknown);
  ADD ("csv", test_csv);
  g_test_add_func ("/grow-figures/allocated", test_allocated);
  g_test_add_func ("/grow-figures/include", test_include);
  return g_test_run ();
}
